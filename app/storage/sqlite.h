// A thin RAII skin over the SQLite C API. A Database and everything made from it belong to one thread at a time.
//
// Queries carry their first failure with them, so that a caller reads rows first and asks once at the end:
//   Rows rows = db.query("SELECT id, title FROM conversations WHERE id > ?", 3);
//   while (rows.next()) use(rows.integer(0), rows.text(1));
//   if (rows.failed()) return rows.error();
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "app/storage/data_key.h"
#include "engine/api/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace eddy {

class Database;

enum class ValueType { Null, Integer, Real, Text, Blob };

/// UTF-8, with the separators of the system: for messages and for the SQLite API.
std::string path_text(const std::filesystem::path& path);

/// The rows of one query, or the error that prevented them. Must not outlive its Database.
class Rows {
 public:
  Rows(Rows&&) = default;
  Rows& operator=(Rows&&) = default;

  /// Steps to the next row; false after the last one and after a failure.
  bool next();
  bool failed() const { return error_.has_value(); }
  const Error& error() const { return *error_; }

  bool is_null(int column) const;
  ValueType type(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;
  /// Valid until the next call of next().
  std::span<const std::byte> blob(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  explicit Rows(const Database& database) : database_(&database) {}
  void bind(int index, std::nullptr_t);
  void bind(int index, std::int64_t value);
  void bind(int index, double value);
  void bind(int index, std::string_view value);
  void bind(int index, std::span<const std::byte> value);
  void check(int code);

  template <class T>
  void bind_any(int index, const T& value) {
    if constexpr (std::is_enum_v<T>) {
      bind(index, static_cast<std::int64_t>(value));
    } else if constexpr (std::is_integral_v<T>) {
      bind(index, static_cast<std::int64_t>(value));
    } else if constexpr (requires { value.has_value(); *value; }) {
      if (value.has_value()) bind_any(index, *value); else bind(index, nullptr);
    } else {
      bind(index, value);
    }
  }

  const Database* database_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  std::optional<Error> error_;
};

enum class OpenMode { ReadWrite, ReadOnly };

/// How much a commit waits for the disk: Full survives a power cut, Normal may lose the last commits (never the file).
enum class Durability { Full, Normal };

/// One connection. An empty path is a database in memory that goes with it. Opening creates a missing file (not its folder) in ReadWrite mode and changes nothing in an existing one.
class Database {
 public:
  static Result<std::unique_ptr<Database>> open(const std::filesystem::path& file, OpenMode mode,
                                                int busy_timeout_ms = 5000, FileKey key = {});
  /// A file that anybody may have made. Only what it holds itself is read: no log or journal beside it is looked at, nothing its
  /// schema may say is run, nothing is written. It must not change meanwhile.
  static Result<std::unique_ptr<Database>> open_foreign(const std::filesystem::path& file);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Write-ahead log, foreign keys, overwriting of deleted text: what our own databases want before the first write.
  Result<void> configure(Durability durability);

  template <class... Args>
  Rows query(std::string_view sql, const Args&... args) const {
    Rows rows = prepare(sql);
    int index = 0;
    (rows.bind_any(++index, args), ...);
    return rows;
  }

  /// Runs one statement to its end.
  template <class... Args>
  Result<void> run(std::string_view sql, const Args&... args) {
    Rows rows = query(sql, args...);
    while (rows.next()) {}
    if (rows.failed()) return rows.error();
    return {};
  }

  /// The integer in the first column of the first row; nothing when there is no row or it is NULL.
  template <class... Args>
  Result<std::optional<std::int64_t>> integer(std::string_view sql, const Args&... args) const {
    Rows rows = query(sql, args...);
    std::optional<std::int64_t> value;
    if (rows.next() && !rows.is_null(0)) value = rows.integer(0);
    if (rows.failed()) return rows.error();
    return value;
  }

  /// Runs several statements; stops at the first that fails.
  Result<void> run_script(const std::string& sql);

  std::int64_t last_insert_id() const;
  /// Rows changed by the latest INSERT, UPDATE or DELETE.
  std::int64_t changes() const;
  const std::filesystem::path& file() const { return file_; }
  const FileKey& key() const { return key_; }
  bool read_only() const { return mode_ == OpenMode::ReadOnly; }

  /// Reads every page; FileCorrupt when something does not add up.
  Result<void> quick_check() const;
  /// Copies the whole database into a new file (write, sync, rename), replacing an older copy of that name. With the same key.
  Result<void> back_up_to(const std::filesystem::path& copy) const;
  /// The same content under another key, or none, in a file that must not exist; not synced. `go_on` is asked often: false is Cancelled.
  Result<void> copy_to(const std::filesystem::path& file, const FileKey& key, const std::function<bool()>& go_on);

  sqlite3* handle() const { return handle_; }
  /// What SQLite's result code means to a person, with the file's name and the way out.
  Error error_from(int sqlite_code, std::string_view doing = {}) const;

 private:
  Database(std::filesystem::path file, OpenMode mode, FileKey key = {}) : file_(std::move(file)), mode_(mode), key_(std::move(key)) {}
  Rows prepare(std::string_view sql) const;
  int open_handle(bool immutable, int busy_timeout_ms);
  Result<void> check_encryption() const;

  std::filesystem::path file_;
  OpenMode mode_;
  FileKey key_;
  sqlite3* handle_ = nullptr;
};

/// Takes the write lock at once (so that it cannot fail half-way for a reader turned writer) and rolls back unless committed.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database);
  Transaction(Transaction&& other) noexcept : database_(other.database_) { other.database_ = nullptr; }
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();
  Result<void> commit();

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

/// Runs `body` (a function that returns a Result) inside a transaction: committed when it succeeds, undone when it fails.
template <class Body>
auto in_transaction(Database& database, Body&& body) -> decltype(body()) {
  Result<Transaction> transaction = Transaction::begin(database);
  if (!transaction) return transaction.error();
  auto result = body();
  if (!result) return result;
  if (Result<void> committed = transaction->commit(); !committed) return committed.error();
  return result;
}

}  // namespace eddy
