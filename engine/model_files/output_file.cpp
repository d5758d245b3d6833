#include "engine/model_files/output_file.h"

#include <cerrno>
#include <cstring>
#include <system_error>

#ifdef _WIN32
#include <io.h>
#include <process.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

#include "engine/model_files/model_location.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

#ifdef _WIN32
int process_id() {
  return _getpid();
}
std::FILE* open_for_writing(const fs::path& path) {
  return _wfopen(path.c_str(), L"wb");
}
bool flush_to_disk(std::FILE* file) {
  return std::fflush(file) == 0 && _commit(_fileno(file)) == 0;
}
void flush_folder(const fs::path&) {}
#else
int process_id() {
  return getpid();
}
std::FILE* open_for_writing(const fs::path& path) {
  return std::fopen(path.c_str(), "wbe");
}
bool flush_to_disk(std::FILE* file) {
  return std::fflush(file) == 0 && fsync(fileno(file)) == 0;
}

// The new name itself must reach the disk too. Some file systems cannot do this; the data is safe either way.
void flush_folder(const fs::path& folder) {
  const int handle = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  (void)!fsync(handle);
  close(handle);
}
#endif

Error failure_at(const fs::path& path, int number) {
  const std::string name = display_name(path);
  if (number == ENOSPC || number == EFBIG) {
    return {ErrorCode::DiskFull, "[file] " + name + ": no space left. Free some space or choose another folder.",
            std::strerror(number)};
  }
  return {ErrorCode::FileUnreadable, "[file] " + name + " cannot be written. Check the folder and its access rights.",
          std::strerror(number)};
}

}  // namespace

Result<std::unique_ptr<OutputFile>> OutputFile::create(const fs::path& path) {
  fs::path temporary = path;
  temporary += ".partial-" + std::to_string(process_id());
  std::FILE* file = open_for_writing(temporary);
  if (!file) return failure_at(path, errno);
  return std::unique_ptr<OutputFile>(new OutputFile(path, std::move(temporary), file));
}

OutputFile::~OutputFile() {
  if (!file_) return;
  std::fclose(file_);
  std::error_code ec;
  fs::remove(temporary_, ec);
}

Error OutputFile::failure(int number) const {
  return failure_at(path_, number);
}

Result<void> OutputFile::write(std::span<const std::byte> bytes) {
  if (!bytes.empty() && std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) return failure(errno);
  written_ += std::int64_t(bytes.size());
  return {};
}

Result<void> OutputFile::commit() {
  if (!flush_to_disk(file_)) return failure(errno);
  const bool closed = std::fclose(file_) == 0;
  const int number = errno;
  file_ = nullptr;
  std::error_code ec;
  if (closed) fs::rename(temporary_, path_, ec);
  if (!closed || ec) {
    std::error_code ignored;
    fs::remove(temporary_, ignored);
    return failure(closed ? ec.value() : number);
  }
  flush_folder(path_.parent_path());
  return {};
}

}  // namespace eddy
