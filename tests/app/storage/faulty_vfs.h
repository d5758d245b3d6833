// A disk that fails on demand: wraps SQLite's default file system and makes the n-th write (or sync) from now on fail.
// One at a time; files opened while it lives go through it.
#pragma once

#include <sqlite3.h>

#include <cstring>
#include <string_view>

namespace eddy::test {

class FaultyVfs {
 public:
  FaultyVfs() {
    real_ = sqlite3_vfs_find(nullptr);
    vfs_ = *real_;
    vfs_.zName = "faulty";
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + real_->szOsFile;
    vfs_.xOpen = open;
    self_ = this;
    sqlite3_vfs_register(&vfs_, 1);
  }
  ~FaultyVfs() {
    sqlite3_vfs_unregister(&vfs_);
    sqlite3_vfs_register(real_, 1);
    self_ = nullptr;
  }
  FaultyVfs(const FaultyVfs&) = delete;

  /// `count` writes and syncs still succeed; all later ones fail with `code` until works_again().
  void fails_after(int count, int code) {
    left_ = count;
    code_ = code;
  }
  void works_again() { left_ = -1; }

 private:
  // The real file lies behind ours in the block that SQLite allocates.
  struct File {
    sqlite3_file base;
    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  };
  static File* file(sqlite3_file* f) { return reinterpret_cast<File*>(f); }
  static sqlite3_file* real(sqlite3_file* f) { return file(f)->real(); }

  static int fault() {
    if (self_->left_ < 0) return SQLITE_OK;
    if (self_->left_ > 0) return --self_->left_, SQLITE_OK;
    return self_->code_;
  }

  static int open(sqlite3_vfs*, const char* name, sqlite3_file* f, int flags, int* out_flags) {
    static const sqlite3_io_methods kMethods = methods();
    std::memset(f, 0, sizeof(File));
    const int code = self_->real_->xOpen(self_->real_, name, real(f), flags, out_flags);
    if (real(f)->pMethods) f->pMethods = &kMethods;
    return code;
  }

  static sqlite3_io_methods methods() {
    sqlite3_io_methods m{};
    m.iVersion = 2;
    m.xClose = [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); };
    m.xRead = [](sqlite3_file* f, void* p, int n, sqlite3_int64 at) { return real(f)->pMethods->xRead(real(f), p, n, at); };
    m.xWrite = [](sqlite3_file* f, const void* p, int n, sqlite3_int64 at) {
      const int code = fault();
      return code != SQLITE_OK ? code : real(f)->pMethods->xWrite(real(f), p, n, at);
    };
    m.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) { return real(f)->pMethods->xTruncate(real(f), size); };
    m.xSync = [](sqlite3_file*, int) {  // never really: nothing here survives the test
      const int code = fault();
      return code == SQLITE_FULL ? SQLITE_IOERR_FSYNC : code;
    };
    m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); };
    m.xLock = [](sqlite3_file* f, int kind) { return real(f)->pMethods->xLock(real(f), kind); };
    m.xUnlock = [](sqlite3_file* f, int kind) { return real(f)->pMethods->xUnlock(real(f), kind); };
    m.xCheckReservedLock = [](sqlite3_file* f, int* out) { return real(f)->pMethods->xCheckReservedLock(real(f), out); };
    m.xFileControl = [](sqlite3_file* f, int op, void* arg) {
      if (op == SQLITE_FCNTL_SIZE_HINT || op == SQLITE_FCNTL_CHUNK_SIZE) return SQLITE_OK;
      return real(f)->pMethods->xFileControl(real(f), op, arg);
    };
    m.xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); };
    m.xDeviceCharacteristics = [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); };
    m.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
      return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
    };
    m.xShmLock = [](sqlite3_file* f, int at, int n, int flags) { return real(f)->pMethods->xShmLock(real(f), at, n, flags); };
    m.xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); };
    m.xShmUnmap = [](sqlite3_file* f, int drop) { return real(f)->pMethods->xShmUnmap(real(f), drop); };
    return m;
  }

  static inline FaultyVfs* self_ = nullptr;
  sqlite3_vfs* real_ = nullptr;
  sqlite3_vfs vfs_{};
  int left_ = -1;  // < 0: no fault is due
  int code_ = SQLITE_FULL;
};

}  // namespace eddy::test
