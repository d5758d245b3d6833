#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "engine/core/mapped_file.h"

namespace eddy {
namespace {

Error file_error(const std::filesystem::path& path, DWORD error, const char* step) {
  const bool missing = error == ERROR_FILE_NOT_FOUND || error == ERROR_PATH_NOT_FOUND;
  return {missing ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
          "[file] cannot " + std::string(step) + " " + path.string() + ": Windows error " + std::to_string(error), ""};
}

struct Handle {
  HANDLE value;
  ~Handle() {
    if (value != INVALID_HANDLE_VALUE) CloseHandle(value);
  }
};

}  // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::filesystem::path& path) {
  const Handle file{CreateFileW(path.c_str(), GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                                FILE_ATTRIBUTE_NORMAL, nullptr)};
  if (file.value == INVALID_HANDLE_VALUE) return file_error(path, GetLastError(), "open");
  LARGE_INTEGER size{};
  if (!GetFileSizeEx(file.value, &size)) return file_error(path, GetLastError(), "examine");
  std::shared_ptr<MappedFile> mapped(new MappedFile);
  mapped->path_ = path;
  if (size.QuadPart > 0) {
    mapped->handle_ = CreateFileMappingW(file.value, nullptr, PAGE_READONLY, 0, 0, nullptr);
    if (!mapped->handle_) return file_error(path, GetLastError(), "map");
    mapped->data_ = static_cast<const std::byte*>(MapViewOfFile(mapped->handle_, FILE_MAP_READ, 0, 0, 0));
    if (!mapped->data_) return file_error(path, GetLastError(), "map");
    mapped->size_ = static_cast<std::size_t>(size.QuadPart);
  }
  return std::shared_ptr<const MappedFile>(std::move(mapped));
}

MappedFile::~MappedFile() {
  if (data_) UnmapViewOfFile(data_);
  if (handle_) CloseHandle(handle_);
}

void MappedFile::forget(std::span<const std::byte>) {}  // the working set of a mapped view is trimmed by the system

}  // namespace eddy
