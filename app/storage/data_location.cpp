#include "app/storage/data_location.h"

#include <cstdlib>

#include "app/storage/files.h"
#include "app/storage/program_folder.h"
#include "app/storage/sqlite.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr const char* kApplication = "eddy";
constexpr const char* kPointerFile = "data-folder";  // in the config folder: the chosen data folder, UTF-8, one line

/// An absolute path from the environment; nothing when unset, empty or relative (as the XDG specification asks).
std::optional<fs::path> folder_from(const char* variable) {
#ifdef _WIN32
  const std::wstring name(variable, variable + std::char_traits<char>::length(variable));
  const wchar_t* value = _wgetenv(name.c_str());
#else
  const char* value = std::getenv(variable);
#endif
  if (!value || !*value) return std::nullopt;
  fs::path path(value);
  if (!path.is_absolute()) return std::nullopt;
  return path;
}

Result<fs::path> folder_in([[maybe_unused]] const char* variable, [[maybe_unused]] const char* below_home) {
#ifndef __APPLE__
  if (std::optional<fs::path> base = folder_from(variable)) return *base / kApplication;
#endif
#ifndef _WIN32
  if (std::optional<fs::path> home = folder_from("HOME")) return *home / below_home / kApplication;
#endif
  return Error{ErrorCode::FileNotFound,
               "[storage] no home folder is known (HOME is not set). Name a data folder with --data-dir or EDDY_DATA_DIR", {}};
}

fs::path from_utf8(std::string_view text) {
  return fs::path(std::u8string(reinterpret_cast<const char8_t*>(text.data()), text.size()));
}

Result<DataLocation> located(const fs::path& folder, LocationSource source) {
  std::error_code why;
  fs::path absolute = fs::absolute(folder, why);
  if (why) return file_error("find", folder, why);
  absolute = absolute.lexically_normal();
  if (!absolute.has_filename() && absolute.has_parent_path()) absolute = absolute.parent_path();  // "x/" is "x"
  return DataLocation{absolute, source};
}

/// Nothing when the user has never chosen a folder.
Result<std::optional<fs::path>> chosen_folder() {
  Result<fs::path> config = default_config_folder();
  if (!config) return std::optional<fs::path>();
  const fs::path pointer = *config / kPointerFile;
  std::error_code ignored;
  if (!fs::exists(pointer, ignored)) return std::optional<fs::path>();
  Result<std::vector<std::byte>> bytes = read_file(pointer);
  if (!bytes) return bytes.error();
  std::string text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
  text.erase(text.find_last_not_of("\r\n") + 1);
  if (text.empty()) return std::optional<fs::path>();
  return std::optional(from_utf8(text));
}

}  // namespace

Result<fs::path> default_data_folder() {
  if (const auto portable = portable_folder()) return *portable / "data";
#if defined(_WIN32)
  return folder_in("LOCALAPPDATA", "");  // never the roaming profile: states are large and belong to this computer
#elif defined(__APPLE__)
  return folder_in("", "Library/Application Support");
#else
  return folder_in("XDG_DATA_HOME", ".local/share");
#endif
}

Result<fs::path> default_config_folder() {
  if (const auto portable = portable_folder()) return *portable / "config";
#if defined(_WIN32)
  return folder_in("LOCALAPPDATA", "");
#elif defined(__APPLE__)
  return folder_in("", "Library/Preferences");
#else
  return folder_in("XDG_CONFIG_HOME", ".config");
#endif
}

Result<DataLocation> find_data_location(const std::optional<std::string>& argument) {
  if (argument && argument->empty()) {
    return Error{ErrorCode::InvalidArgument, "[storage] --data-dir needs the name of a folder", {}};
  }
  if (argument) return located(from_utf8(*argument), LocationSource::Argument);
#ifdef _WIN32
  const wchar_t* environment = _wgetenv(L"EDDY_DATA_DIR");
#else
  const char* environment = std::getenv("EDDY_DATA_DIR");
#endif
  if (environment && *environment) return located(fs::path(environment), LocationSource::Environment);
  Result<std::optional<fs::path>> chosen = chosen_folder();
  if (!chosen) return chosen.error();
  if (*chosen) return located(**chosen, LocationSource::Setting);
  Result<fs::path> standard = default_data_folder();
  if (!standard) return standard.error();
  return located(*standard, LocationSource::Default);
}

Result<void> create_data_folder(const fs::path& folder) {
  std::error_code why;
  fs::create_directories(folder, why);
  if (!why && fs::is_directory(folder, why)) return {};
  if (!why) why = std::make_error_code(std::errc::not_a_directory);
  Error error = file_error("make the data folder", folder, why);
  error.code = error.code == ErrorCode::FileNotFound ? ErrorCode::FileUnreadable : error.code;
  return error;
}

Result<void> set_data_location(const fs::path& folder) {
  Result<fs::path> config = default_config_folder();
  if (!config) return config.error();
  std::error_code why;
  if (folder.empty()) {
    fs::remove(*config / kPointerFile, why);
    return why ? Result<void>(file_error("remove", *config / kPointerFile, why)) : Result<void>();
  }
  fs::create_directories(*config, why);
  if (why) return file_error("make the folder", *config, why);
  const fs::path absolute = fs::absolute(folder, why);
  if (why) return file_error("find", folder, why);
  const std::string line = path_text(absolute) + "\n";
  return write_file_durably(*config / kPointerFile, std::as_bytes(std::span(line)));
}

}  // namespace eddy
