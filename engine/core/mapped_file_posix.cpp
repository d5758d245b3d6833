#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <mutex>
#include <utility>

#include "engine/core/mapped_file.h"
#include "engine/core/mapped_pages.h"

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
  /// The mapping that holds these bytes; empty when none does.
  std::pair<std::uintptr_t, std::uintptr_t> around(std::uintptr_t begin, std::uintptr_t end) {
    const std::lock_guard lock(mutex_);
    const auto next = ends_.upper_bound(begin);
    if (next == ends_.begin() || end > std::prev(next)->second) return {0, 0};
    return *std::prev(next);
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
  const AddressRange read{address(bytes.data()), address(bytes.data()) + bytes.size()};
  const auto [begin, end] = mappings().around(read.begin, read.end);
  if (begin == end) return;
  const AddressRange pages = pages_to_forget(read, {begin, end});
  ::madvise(reinterpret_cast<void*>(pages.begin), pages.end - pages.begin, MADV_DONTNEED);
}

}  // namespace eddy
