#include "app/documents/document_files.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "app/storage/sqlite.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr int kDeepestFolder = 40;

bool is_hidden(const fs::path& path) { return path_text(path.filename()).starts_with('.'); }

class Walk {
 public:
  Walk(DroppedFiles& found, std::size_t most, const std::stop_token& stop) : found_(found), most_(most), stop_(stop) {}

  void dropped_folder(const fs::path& path) {
    const std::size_t before = found_.files.size();
    const std::string said = found_.notice;
    folder(path, 0);
    if (found_.files.size() == before && !full_ && found_.notice == said) note("There is no file in " + path_text(path) + ".");
  }

  void folder(const fs::path& path, int depth) {
    std::vector<fs::path> files, folders;
    std::error_code why;
    for (fs::directory_iterator it(path, why), end; !why && it != end; it.increment(why)) {
      if (stop_.stop_requested()) return;
      std::error_code ignored;
      if (is_hidden(it->path())) continue;
      if (it->is_symlink(ignored) && it->is_directory(ignored)) continue;
      if (it->is_directory(ignored)) folders.push_back(it->path());
      else if (it->is_regular_file(ignored)) files.push_back(it->path());
    }
    if (why) note("A folder could not be read: " + path_text(path) + " (" + why.message() + ").");
    std::ranges::sort(files);
    std::ranges::sort(folders);
    for (const auto& file : files) add(file);
    for (const auto& inner : folders) {
      if (depth >= kDeepestFolder) note("Folders nested deeper than 40 were left out.");
      else if (!full_ && !stop_.stop_requested()) folder(inner, depth + 1);
    }
  }

  void add(const fs::path& file) {
    if (full_) return;
    full_ = found_.files.size() >= most_;
    if (full_) note("Only the first " + std::to_string(most_) + " files were taken.");
    else found_.files.push_back(file);
  }

 private:
  void note(const std::string& sentence) {
    if (found_.notice.find(sentence) != std::string::npos) return;
    if (!found_.notice.empty()) found_.notice += ' ';
    found_.notice += sentence;
  }

  DroppedFiles& found_;
  std::size_t most_;
  const std::stop_token& stop_;
  bool full_ = false;
};

std::FILE* open_binary(const fs::path& path) {
#if defined(_WIN32)
  return ::_wfopen(path.c_str(), L"rb");
#else
  return std::fopen(path.c_str(), "rb");
#endif
}

std::string hex(XXH128_hash_t hash) {
  char text[33];
  std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return text;
}

}  // namespace

DroppedFiles expand_dropped(std::span<const fs::path> dropped, std::size_t most, const std::stop_token& stop) {
  DroppedFiles found;
  Walk walk(found, most, stop);
  for (const auto& path : dropped) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) walk.dropped_folder(path);
    else walk.add(path);
  }
  return found;
}

std::variant<FileContent, DocumentError> hash_file(const fs::path& path, std::stop_token stop) {
  std::error_code ignored;
  if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored)) {
    return DocumentError{DocumentProblem::Unsupported, "[reader] " + path_text(path) + " is not a file"};
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(open_binary(path), &std::fclose);
  const auto failed = [&](int why) {
    return DocumentError{why == ENOENT || why == ENOTDIR ? DocumentProblem::NotFound : DocumentProblem::Unreadable,
                         "[reader] cannot read " + path_text(path) + ": " + std::strerror(why)};
  };
  if (!file) return failed(errno);
  const std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state(XXH3_createState(), &XXH3_freeState);
  XXH3_128bits_reset(state.get());
  std::vector<char> buffer(std::size_t{1} << 20);
  FileContent content;
  while (true) {
    if (stop.stop_requested()) return DocumentError{DocumentProblem::Cancelled, "[reader] stopped"};
    errno = 0;
    const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get());
    XXH3_128bits_update(state.get(), buffer.data(), count);
    content.bytes += static_cast<std::int64_t>(count);
    if (count == buffer.size()) continue;
    if (std::ferror(file.get())) return failed(errno);
    break;
  }
  content.hash = hex(XXH3_128bits_digest(state.get()));
  return content;
}

}  // namespace eddy
