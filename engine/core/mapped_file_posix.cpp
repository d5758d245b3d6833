#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <map>
#include <mutex>

#include "engine/core/mapped_file.h"

namespace eddy {
namespace {

Error file_error(const std::filesystem::path& path, int error, const char* step) {
  const bool missing = error == ENOENT || error == ENOTDIR;
  return {missing ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
          "[file] cannot " + std::string(step) + " " + path.string() + ": " + std::strerror(error),
          "errno " + std::to_string(error)};
}

struct Descriptor {
  int fd;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

/// Addresses of all files that are mapped now. Elsewhere "forget" would not mean "read again" but "become zero".
class Mappings {
 public:
  void add(std::uintptr_t begin, std::uintptr_t end) {
    const std::lock_guard lock(mutex_);
    ends_[begin] = end;
  }
  void remove(std::uintptr_t begin) {
    const std::lock_guard lock(mutex_);
    ends_.erase(begin);
  }
  bool contain(std::uintptr_t begin, std::uintptr_t end) {
    const std::lock_guard lock(mutex_);
    const auto next = ends_.upper_bound(begin);
    return next != ends_.begin() && end <= std::prev(next)->second;
  }

 private:
  std::mutex mutex_;
  std::map<std::uintptr_t, std::uintptr_t> ends_;
};

Mappings& mappings() {
  static Mappings* const all = new Mappings;  // never destroyed: files may outlive static objects
  return *all;
}

std::uintptr_t address(const std::byte* data) {
  return reinterpret_cast<std::uintptr_t>(data);
}

}  // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& path) {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.fd < 0) return file_error(path, errno, "open");
  struct stat facts {};
  if (::fstat(file.fd, &facts) != 0) return file_error(path, errno, "examine");
  if (!S_ISREG(facts.st_mode)) {
    return Error{ErrorCode::FileUnreadable, "[file] " + path.string() + " is not a regular file; choose a file"};
  }
  std::shared_ptr<MappedFile> mapped(new MappedFile);
  mapped->path_ = path;
  mapped->size_ = static_cast<std::size_t>(facts.st_size);
  if (mapped->size_ > 0) {
    void* data = ::mmap(nullptr, mapped->size_, PROT_READ, MAP_PRIVATE, file.fd, 0);
    if (data == MAP_FAILED) {
      mapped->size_ = 0;
      return file_error(path, errno, "map");
    }
    mapped->data_ = static_cast<const std::byte*>(data);
    mappings().add(address(mapped->data_), address(mapped->data_) + mapped->size_);
  }
  return std::shared_ptr<const MappedFile>(std::move(mapped));
}

MappedFile::~MappedFile() {
  if (!data_) return;
  mappings().remove(address(data_));
  ::munmap(const_cast<std::byte*>(data_), size_);
}

void MappedFile::forget(std::span<const std::byte> bytes) {
  if (!mappings().contain(address(bytes.data()), address(bytes.data()) + bytes.size())) return;
  // Only whole pages inside the span: the neighbours on its first and last page are somebody else's.
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const auto begin = (address(bytes.data()) + page - 1) / page * page;
  const auto end = (address(bytes.data()) + bytes.size()) / page * page;
  if (end > begin) ::madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
}

}  // namespace eddy
