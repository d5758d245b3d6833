#include "app/storage/data_location.h"
#include "app/storage/files.h"
#include "app/storage/sqlite.h"

#ifdef _WIN32
#define NOMINMAX
#include <windows.h>
#else
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace eddy {
namespace {

constexpr const char* kLockFile = "eddy.lock";
constexpr std::intptr_t kNoHandle = -1;  // INVALID_HANDLE_VALUE too

Error held_elsewhere(const std::filesystem::path& folder) {
  return {ErrorCode::FileLocked,
          "[storage] another Eddy is using " + path_text(folder) + ". Close it, or start this one with another --data-dir", {}};
}

#ifdef _WIN32
Result<std::intptr_t> lock_file(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / kLockFile;
  HANDLE handle = CreateFileW(file.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr, OPEN_ALWAYS,
                              FILE_ATTRIBUTE_NORMAL, nullptr);
  if (handle == INVALID_HANDLE_VALUE) {
    return file_error("write", file, {static_cast<int>(GetLastError()), std::system_category()});
  }
  OVERLAPPED at_start{};
  if (LockFileEx(handle, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, &at_start)) {
    return reinterpret_cast<std::intptr_t>(handle);
  }
  CloseHandle(handle);
  return held_elsewhere(folder);
}

void unlock_file(std::intptr_t handle) { CloseHandle(reinterpret_cast<HANDLE>(handle)); }
#else
Result<std::intptr_t> lock_file(const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / kLockFile;
  const int handle = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (handle < 0) return file_error("write", file, {errno, std::generic_category()});
  if (flock(handle, LOCK_EX | LOCK_NB) == 0) return std::intptr_t{handle};
  const int why = errno;
  close(handle);
  if (why == EWOULDBLOCK) return held_elsewhere(folder);
  return file_error("lock", file, {why, std::generic_category()});
}

void unlock_file(std::intptr_t handle) { close(static_cast<int>(handle)); }
#endif

}  // namespace

Result<FolderLock> FolderLock::acquire(const std::filesystem::path& folder) {
  if (Result<void> made = create_data_folder(folder); !made) return made.error();
  Result<std::intptr_t> handle = lock_file(folder);
  if (!handle) return handle.error();
  return FolderLock(*handle);
}

FolderLock::FolderLock(FolderLock&& other) noexcept : handle_(other.handle_) { other.handle_ = kNoHandle; }

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(handle_, other.handle_);
  return *this;
}

FolderLock::~FolderLock() {
  if (handle_ != kNoHandle) unlock_file(handle_);
}

}  // namespace eddy
