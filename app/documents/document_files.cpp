#include "app/documents/document_files.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr int kDeepestFolder = 40;

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

class Walk {
 public:
  Walk(DroppedFiles& found, std::size_t most) : found_(found), most_(most) {}

  void folder(const fs::path& path, int depth) {
    std::vector<fs::path> files, folders;
    std::error_code why;
    for (fs::directory_iterator it(path, fs::directory_options::skip_permission_denied, why), end; !why && it != end; it.increment(why)) {
      std::error_code ignored;
      if (is_hidden(it->path())) continue;
      if (it->is_symlink(ignored) && it->is_directory(ignored)) continue;
      if (it->is_directory(ignored)) folders.push_back(it->path());
      else if (it->is_regular_file(ignored)) files.push_back(it->path());
    }
    if (why) note("A folder could not be read: " + path.string() + ".");
    std::ranges::sort(files);
    std::ranges::sort(folders);
    for (const auto& file : files) add(file);
    for (const auto& inner : folders) {
      if (depth >= kDeepestFolder) note("Folders nested deeper than 40 were left out.");
      else if (!full_) folder(inner, depth + 1);
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
  bool full_ = false;
};

std::string hex(XXH128_hash_t hash) {
  char text[33];
  std::snprintf(text, sizeof text, "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  return text;
}

}  // namespace

DroppedFiles expand_dropped(std::span<const fs::path> dropped, std::size_t most) {
  DroppedFiles found;
  Walk walk(found, most);
  for (const auto& path : dropped) {
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) walk.folder(path, 0);
    else walk.add(path);
  }
  return found;
}

std::variant<FileContent, DocumentError> hash_file(const fs::path& path, std::stop_token stop) {
  std::error_code ignored;
  if (fs::exists(path, ignored) && !fs::is_regular_file(path, ignored)) {
    return DocumentError{DocumentProblem::Unsupported, "[reader] " + path.string() + " is not a file"};
  }
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.string().c_str(), "rb"), &std::fclose);
  const auto failed = [&](int why) {
    return DocumentError{why == ENOENT || why == ENOTDIR ? DocumentProblem::NotFound : DocumentProblem::Unreadable,
                         "[reader] cannot read " + path.string() + ": " + std::strerror(why)};
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
