#include "app/cli/passphrase.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

#include "app/storage/files.h"
#include "app/storage/vault.h"
#include "app/storage/vault_change.h"

#ifdef _WIN32
#define NOMINMAX
#include <windows.h>
#else
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace eddy::cli {
namespace {

std::string first_line(std::string text) {
  text.resize(std::min(text.find_first_of("\r\n"), text.size()));
  return text;
}

#ifdef _WIN32
std::optional<std::string> ask() {
  const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
  DWORD mode = 0;
  if (!GetConsoleMode(input, &mode)) return std::nullopt;
  std::fputs("Passphrase of the data folder: ", stderr);
  SetConsoleMode(input, mode & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
  wchar_t line[1024];
  DWORD read = 0;
  const bool done = ReadConsoleW(input, line, 1023, &read, nullptr);
  SetConsoleMode(input, mode);
  std::fputs("\n", stderr);
  if (!done) return std::nullopt;
  const std::u8string text = std::filesystem::path(std::wstring(line, read)).u8string();
  return first_line({text.begin(), text.end()});
}
#else
/// The terminal itself, so that a chat can be piped in or out meanwhile.
std::optional<std::string> ask() {
  const int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC);
  if (terminal < 0) return std::nullopt;
  constexpr std::string_view kQuestion = "Passphrase of the data folder: ";
  termios before{};
  const bool known = tcgetattr(terminal, &before) == 0;
  termios silent = before;
  silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  if (known) tcsetattr(terminal, TCSAFLUSH, &silent);
  std::string line;
  bool ended = write(terminal, kQuestion.data(), kQuestion.size()) < 0;
  for (char c = 0; !ended && line.size() < 1024;) {
    ended = read(terminal, &c, 1) != 1 || c == '\n';
    if (!ended) line += c;
  }
  if (known) tcsetattr(terminal, TCSAFLUSH, &before);
  (void)!write(terminal, "\n", 1);
  close(terminal);
  return line;
}
#endif

Result<std::string> passphrase_from(const std::optional<std::string>& file) {
  if (file) {
    auto bytes = read_file(std::filesystem::path(*file));
    if (!bytes) return bytes.error();
    return first_line({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
  }
  if (auto typed = ask()) return *std::move(typed);
  return Error{ErrorCode::InvalidArgument,
               "[vault] the data folder is encrypted, and there is no terminal to ask for its passphrase. Give a file with "
               "--passphrase-file", {}};
}

}  // namespace

Result<KeyPointer> key_of(const std::filesystem::path& folder, const std::optional<std::string>& file) {
  if (vault_change_pending(folder)) {
    return Error{ErrorCode::FileLocked, "[vault] encryption is being turned on or off. Let Eddy finish that, or start it once", {}};
  }
  if (!Vault::exists_in(folder)) return KeyPointer();
  const auto vault = Vault::read(folder / kVaultFile);
  if (!vault) return vault.error();
  const auto passphrase = passphrase_from(file);
  if (!passphrase) return passphrase.error();
  keep_out_of_core_dumps();
  const auto key = vault->unlock(*passphrase);
  if (!key) return key.error();
  if (!*key) return Error{ErrorCode::InvalidArgument, "[vault] this is not the passphrase of the data folder. Try again; mind capital letters", {}};
  return **key;
}

}  // namespace eddy::cli
