#include "app/storage/files.h"

#include <cerrno>
#include <cstdio>
#include <cstdint>
#include <cstring>
#include <memory>

#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

#include "app/storage/sqlite.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kCopyBlock = 1 << 20;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

enum class Access { Read, Write, Change };

File open_file(const fs::path& path, Access access) {
#ifdef _WIN32
  return File(_wfopen(path.c_str(), access == Access::Read ? L"rb" : access == Access::Write ? L"wb" : L"r+b"));
#else
  return File(std::fopen(path.c_str(), access == Access::Read ? "rbe" : access == Access::Write ? "wbe" : "r+be"));
#endif
}

bool no_space(const std::error_code& why) {
#ifdef EDQUOT
  if (why.value() == EDQUOT) return true;
#endif
  return why == std::errc::no_space_on_device;
}

std::error_code last_error() { return {errno, std::generic_category()}; }

/// Everything out of our buffers and, as far as the system can, onto the disk.
bool flush_to_disk(std::FILE* file) {
  if (std::fflush(file) != 0) return false;
#if defined(_WIN32)
  return _commit(_fileno(file)) == 0;
#elif defined(__APPLE__)
  return fcntl(fileno(file), F_FULLFSYNC) == 0 || fsync(fileno(file)) == 0;
#else
  return fsync(fileno(file)) == 0;
#endif
}

/// Writes what `fill` gives into a file beside `target` and renames it; the half-written file is removed on failure.
template <class Fill>
Result<void> replace_file(const fs::path& target, Fill&& fill) {
  fs::path temporary = target;
  temporary += ".tmp";
  auto give_up = [&](Error error) -> Result<void> {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    return error;
  };
  File out = open_file(temporary, Access::Write);
  if (!out) return file_error("write", temporary, last_error());
  if (Result<void> filled = fill(out.get(), temporary); !filled) {
    out.reset();
    return give_up(filled.error());
  }
  if (!flush_to_disk(out.get())) {
    const std::error_code why = last_error();
    out.reset();
    return give_up(file_error("write", temporary, why));
  }
  out.reset();
  std::error_code why;
  fs::rename(temporary, target, why);
  if (why) return give_up(file_error("write", target, why));
  sync_folder(target.parent_path());
  return {};
}

}  // namespace

Error file_error(std::string_view doing, const fs::path& path, std::error_code why) {
  std::string message = "[storage] cannot ";
  message.append(doing).append(" ").append(path_text(path)).append(": ").append(why.message());
  ErrorCode code = ErrorCode::FileUnreadable;
  if (no_space(why)) {
    code = ErrorCode::DiskFull;
    message += ". Free some space on this disk and try again";
  } else if (why == std::errc::permission_denied || why == std::errc::operation_not_permitted ||
             why == std::errc::read_only_file_system) {
    message += ". Allow Eddy to write there, or choose another data folder";
  } else if (why == std::errc::no_such_file_or_directory) {
    code = ErrorCode::FileNotFound;
  }
  return {code, message, "error " + std::to_string(why.value())};
}

Result<void> write_file_durably(const fs::path& file, std::span<const std::byte> bytes) {
  return write_parts_durably(file, {&bytes, 1});
}

Result<void> write_parts_durably(const fs::path& file, std::span<const std::span<const std::byte>> parts) {
  return replace_file(file, [&](std::FILE* out, const fs::path& path) -> Result<void> {
    for (const auto bytes : parts) {
      if (!bytes.empty() && std::fwrite(bytes.data(), 1, bytes.size(), out) != bytes.size()) return file_error("write", path, last_error());
    }
    return {};
  });
}

Result<SharedBytes> read_shared(const fs::path& file) {
  std::error_code why;
  const std::uintmax_t size = fs::file_size(file, why);
  if (why) return file_error("read", file, why);
  File in = open_file(file, Access::Read);
  if (!in) return file_error("read", file, last_error());
  BytesToFill memory(size);
  const std::span<std::byte> bytes = memory.bytes();
  const std::size_t got = bytes.empty() ? 0 : std::fread(bytes.data(), 1, bytes.size(), in.get());
  if (std::ferror(in.get())) return file_error("read", file, last_error());
  return std::move(memory).shared(bytes.first(got));
}

Result<std::vector<std::byte>> read_file(const fs::path& file) {
  const Result<SharedBytes> bytes = read_shared(file);
  if (!bytes) return bytes.error();
  return std::vector<std::byte>(bytes->begin(), bytes->end());
}

Result<void> copy_file_durably(const fs::path& from, const fs::path& to) {
  File in = open_file(from, Access::Read);
  if (!in) return file_error("read", from, last_error());
  return replace_file(to, [&](std::FILE* out, const fs::path& path) -> Result<void> {
    std::vector<std::byte> block(kCopyBlock);
    while (const std::size_t got = std::fread(block.data(), 1, block.size(), in.get())) {
      if (std::fwrite(block.data(), 1, got, out) != got) return file_error("write", path, last_error());
    }
    if (std::ferror(in.get())) return file_error("read", from, last_error());
    return {};
  });
}

Result<void> sync_file(const fs::path& file) {
  const File opened = open_file(file, Access::Change);
  if (opened && flush_to_disk(opened.get())) return {};
  return file_error("write", file, last_error());
}

Result<void> overwrite_and_remove(const fs::path& file) {
  std::error_code why;
  std::uintmax_t left = fs::file_size(file, why);
  if (!why && left > 0) {
    const File out = open_file(file, Access::Change);
    if (!out) return file_error("overwrite", file, last_error());
    const std::vector<std::byte> zeros(kCopyBlock);
    while (left > 0) {
      const std::size_t part = left < zeros.size() ? static_cast<std::size_t>(left) : zeros.size();
      if (std::fwrite(zeros.data(), 1, part, out.get()) != part) return file_error("overwrite", file, last_error());
      left -= part;
    }
    if (!flush_to_disk(out.get())) return file_error("overwrite", file, last_error());
  }
  fs::remove(file, why);
  if (why) return file_error("delete", file, why);
  return {};
}

void sync_folder([[maybe_unused]] const fs::path& folder) {
#ifndef _WIN32
  const int handle = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  fsync(handle);
  close(handle);
#endif
}

std::uint64_t checksum(std::span<const std::byte> bytes) {
  // Each step is a bijection of the running value, so one changed word always changes the end.
  constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15ULL;
  std::uint64_t hash = bytes.size() * kOdd;
  const auto mix = [&](std::uint64_t word) {
    hash = (hash ^ word) * kOdd;
    hash ^= hash >> 32;
  };
  std::size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    mix(word);
  }
  std::uint64_t rest = 0;
  if (at < bytes.size()) std::memcpy(&rest, bytes.data() + at, bytes.size() - at);
  mix(rest);
  return hash;
}

}  // namespace eddy
