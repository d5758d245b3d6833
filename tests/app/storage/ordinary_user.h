// File permissions as an ordinary user meets them, also when the tests run as root.
#pragma once

#include <filesystem>

#ifdef __linux__
#include <sys/fsuid.h>
#include <unistd.h>
#endif

namespace eddy::test {

/// While it lives, root's file accesses of this thread are checked like those of "nobody".
class OrdinaryUser {
 public:
#ifdef __linux__
  OrdinaryUser() {
    if (geteuid() == 0) setfsuid(65534);
  }
  ~OrdinaryUser() { setfsuid(geteuid()); }
#else
  OrdinaryUser() = default;
#endif
  OrdinaryUser(const OrdinaryUser&) = delete;
};

/// Everybody may look, nobody may write.
inline void make_read_only(const std::filesystem::path& path) {
  using std::filesystem::perms;
  const perms look = perms::owner_read | perms::group_read | perms::others_read;
  const perms enter = perms::owner_exec | perms::group_exec | perms::others_exec;
  std::filesystem::permissions(path, std::filesystem::is_directory(path) ? look | enter : look);
}

inline void make_writable(const std::filesystem::path& path) {
  std::filesystem::permissions(path, std::filesystem::is_directory(path) ? std::filesystem::perms::all
                                                                         : std::filesystem::perms(0666));
}

}  // namespace eddy::test
