#include "app/storage/program_folder.h"

#if defined(_WIN32)
#include <windows.h>

#include <string>
#elif defined(__APPLE__)
#include <mach-o/dyld.h>

#include <string>
#endif

namespace eddy {
namespace fs = std::filesystem;
namespace {
constexpr const char* kMarker = "eddy.portable";
}

fs::path program_folder() {
#if defined(_WIN32)
  std::wstring path(MAX_PATH, L'\0');
  for (;;) {  // a longer path fills the buffer
    const DWORD length = GetModuleFileNameW(nullptr, path.data(), static_cast<DWORD>(path.size()));
    if (length == 0) return {};
    if (length < path.size()) return fs::path(path.substr(0, length)).parent_path();
    path.resize(path.size() * 2);
  }
#elif defined(__APPLE__)
  uint32_t size = 0;
  _NSGetExecutablePath(nullptr, &size);
  std::string path(size, '\0');
  if (_NSGetExecutablePath(path.data(), &size) != 0) return {};
  std::error_code ignored;
  return fs::weakly_canonical(fs::path(path.c_str()), ignored).parent_path();
#else
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored).parent_path();
#endif
}

std::optional<fs::path> portable_folder(const fs::path& program) {
  if (program.empty()) return std::nullopt;
  std::error_code ignored;
  if (fs::exists(program / kMarker, ignored)) return program;
  const fs::path above = program.parent_path();
  if (program.filename() == "bin" && fs::exists(above / kMarker, ignored)) return above;
  return std::nullopt;
}

std::optional<fs::path> portable_folder() {
  return portable_folder(program_folder());
}

}  // namespace eddy
