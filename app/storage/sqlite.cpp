#include "app/storage/sqlite.h"

#include <sqlite3.h>

#include <cassert>
#include <cstring>
#include <fstream>

#include "app/storage/search_tokenizer.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t kSmallestPage = 512;

/// A file: URI of an absolute path. '?', '#' and '%' in the path stay part of it.
std::string uri_of(const fs::path& file) {
  const std::u8string generic = file.generic_u8string();
  std::string uri = "file://";
  if (!generic.starts_with(u8'/')) uri += '/';  // C:/… on Windows
  for (const char8_t c : generic) {
    if (c == u8'?' || c == u8'#' || c == u8'%') {
      constexpr char kHex[] = "0123456789ABCDEF";
      uri += '%';
      uri += kHex[c >> 4];
      uri += kHex[c & 15];
    } else {
      uri += static_cast<char>(c);
    }
  }
  return uri;
}

/// A write-ahead log with something in it: then the main file alone is not the whole truth.
bool has_pending_log(const fs::path& file) {
  fs::path log = file;
  log += "-wal";
  std::error_code ignored;
  const std::uintmax_t size = fs::file_size(log, ignored);
  return !ignored && size > 0;
}

/// The first bytes of a file: enough to tell whether it is encrypted.
struct Header {
  char bytes[24] = {};
  bool whole = false;

  explicit Header(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    whole = static_cast<bool>(in.read(bytes, sizeof(bytes)));
  }
  bool plain() const { return whole && std::memcmp(bytes, "SQLite format 3", 16) == 0; }
  /// Encrypted pages keep 32 bytes for themselves, and the numbers that SQLite always writes after that stay readable.
  bool encrypted() const { return whole && !plain() && std::memcmp(bytes + 20, "\x20\x40\x20\x20", 4) == 0; }
};

std::string hex(const SecretBytes& bytes) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    text += kHex[bytes.data()[i] >> 4];
    text += kHex[bytes.data()[i] & 15];
  }
  return text;
}

/// The key as it is, not as a passphrase to derive one from.
int set_key(sqlite3* handle, const FileKey& key) {
  constexpr char kRaw[4] = {'r', 'a', 'w', ':'};
  const SecretBytes derived = key.key->derive(key.use);
  SecretBytes given(sizeof(kRaw) + derived.size());
  std::memcpy(given.data(), kRaw, sizeof(kRaw));
  std::memcpy(given.data() + sizeof(kRaw), derived.data(), derived.size());
  return sqlite3_key_v2(handle, "main", given.data(), static_cast<int>(given.size()));
}

}  // namespace

std::string path_text(const fs::path& path) {
  const std::u8string text = path.u8string();
  return {reinterpret_cast<const char*>(text.data()), text.size()};
}

// Rows

void Rows::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

void Rows::check(int code) {
  if (code != SQLITE_OK && !error_) error_ = database_->error_from(code);
}

void Rows::bind(int index, std::nullptr_t) {
  if (!error_) check(sqlite3_bind_null(statement_.get(), index));
}

void Rows::bind(int index, std::int64_t value) {
  if (!error_) check(sqlite3_bind_int64(statement_.get(), index, value));
}

void Rows::bind(int index, double value) {
  if (!error_) check(sqlite3_bind_double(statement_.get(), index, value));
}

void Rows::bind(int index, std::string_view value) {
  if (error_) return;
  const char* data = value.data() ? value.data() : "";  // a null pointer would bind NULL
  check(sqlite3_bind_text64(statement_.get(), index, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Rows::bind(int index, std::span<const std::byte> value) {
  if (error_) return;
  const void* data = value.data() ? static_cast<const void*>(value.data()) : "";
  check(sqlite3_bind_blob64(statement_.get(), index, data, value.size(), SQLITE_TRANSIENT));
}

bool Rows::next() {
  if (error_ || !statement_) return false;
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) check(code);
  statement_.reset();
  return false;
}

bool Rows::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

ValueType Rows::type(int column) const {
  switch (sqlite3_column_type(statement_.get(), column)) {
    case SQLITE_INTEGER: return ValueType::Integer;
    case SQLITE_FLOAT: return ValueType::Real;
    case SQLITE_TEXT: return ValueType::Text;
    case SQLITE_BLOB: return ValueType::Blob;
    default: return ValueType::Null;
  }
}

std::int64_t Rows::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
double Rows::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

std::string Rows::text(int column) const {
  const unsigned char* data = sqlite3_column_text(statement_.get(), column);
  if (!data) return {};
  return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::span<const std::byte> Rows::blob(int column) const {
  const void* data = sqlite3_column_blob(statement_.get(), column);
  if (!data) return {};
  return {static_cast<const std::byte*>(data), static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

// Database

Result<std::unique_ptr<Database>> Database::open(const fs::path& path, OpenMode mode, int busy_timeout_ms, FileKey key) {
  std::error_code ignored;
  const fs::path file = fs::absolute(path, ignored);
  if (mode == OpenMode::ReadOnly && !fs::exists(file, ignored)) {
    return Error{ErrorCode::FileNotFound, "[storage] there is no " + path_text(file), {}};
  }
  if (fs::is_directory(file, ignored)) {
    return Error{ErrorCode::FileUnreadable,
                 "[storage] " + path_text(file) + " is a folder. Move it away or choose another data folder", {}};
  }
  std::unique_ptr<Database> database(new Database(file, mode, std::move(key)));
  // SQLite takes a file too short for a header for an empty one, and would write over it.
  const std::uintmax_t size = fs::file_size(file, ignored);
  if (!ignored && size > 0 && size < kSmallestPage) return database->error_from(SQLITE_NOTADB, "open");
  if (!path.empty()) {
    if (Result<void> fits = database->check_encryption(); !fits) return fits.error();
  }
  int code = database->open_handle(false, busy_timeout_ms);
  const bool no_room_for_locks = (code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_READONLY;
  if (mode == OpenMode::ReadOnly && no_room_for_locks && !has_pending_log(file)) {
    code = database->open_handle(true, busy_timeout_ms);  // a folder where nothing can be written, so nobody else writes
  }
  if (code != SQLITE_OK) return database->error_from(code, "open");
  if (mode == OpenMode::ReadWrite && sqlite3_db_readonly(database->handle_, "main") == 1) {
    return database->error_from(SQLITE_READONLY, "open");
  }
  return database;
}

Result<std::unique_ptr<Database>> Database::open_foreign(const fs::path& path) {
  std::error_code ignored;
  const fs::path file = fs::absolute(path, ignored);
  std::unique_ptr<Database> database(new Database(file, OpenMode::ReadOnly));
  if (const int code = database->open_handle(true, 0); code != SQLITE_OK) return database->error_from(code, "open");
  sqlite3* handle = database->handle_;
  for (const auto [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1}, {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                     {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                     {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}}) {
    sqlite3_db_config(handle, option, value, nullptr);
  }
  for (const auto [limit, value] : {std::pair{SQLITE_LIMIT_ATTACHED, 0}, {SQLITE_LIMIT_TRIGGER_DEPTH, 1},
                                    {SQLITE_LIMIT_SQL_LENGTH, 100'000}, {SQLITE_LIMIT_COLUMN, 100},
                                    {SQLITE_LIMIT_EXPR_DEPTH, 50}, {SQLITE_LIMIT_VDBE_OP, 25'000}}) {
    sqlite3_limit(handle, limit, value);
  }
  if (auto set = database->run_script("PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0"); !set) return set.error();
  return database;
}

int Database::open_handle(bool immutable, int busy_timeout_ms) {
  sqlite3_close(handle_);
  handle_ = nullptr;
  // One thread at a time uses a connection (see the header), so SQLite need not lock it.
  const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI |
                    (mode_ == OpenMode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  const std::string uri = file_.empty() ? "file::memory:" : uri_of(file_) + (immutable ? "?immutable=1" : "");
  int code = sqlite3_open_v2(uri.c_str(), &handle_, flags, nullptr);
  if (code != SQLITE_OK) return code;
  sqlite3_busy_timeout(handle_, busy_timeout_ms);
  if (key_.key) {
    if (code = set_key(handle_, key_); code != SQLITE_OK) return code;
  }
  // The first read finds out whether this is a database at all and whether it can be used.
  code = sqlite3_exec(handle_, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
  return code == SQLITE_OK ? register_search_tokenizer(handle_) : code;
}

/// A file that is not encrypted as its folder is: said before SQLite calls it no database.
Result<void> Database::check_encryption() const {
  const Header header(file_);
  if (key_.key && header.plain()) {
    return Error{ErrorCode::FileCorrupt,
                 "[storage] " + path_text(file_) + " is not encrypted, but its data folder is. Put back the file that belongs here; Eddy left "
                 "it untouched", {}};
  }
  if (!key_.key && header.encrypted()) {
    return Error{ErrorCode::FileCorrupt,
                 "[storage] " + path_text(file_) + " is encrypted, and the file eddy.vault, which holds its key, is not beside it. Put that "
                 "back from a copy of the folder; Eddy left everything untouched", {}};
  }
  return {};
}

Database::~Database() { sqlite3_close_v2(handle_); }

Result<void> Database::configure(Durability durability) {
  std::string script =
      "PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;"
      "PRAGMA fullfsync = ON; PRAGMA journal_size_limit = 16777216;";
  script += durability == Durability::Full ? "PRAGMA synchronous = FULL;" : "PRAGMA synchronous = NORMAL;";
  return run_script(script);
}

Rows Database::prepare(std::string_view sql) const {
  Rows rows(*this);
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(handle_, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  rows.statement_.reset(statement);
  rows.check(code);
  return rows;
}

Result<void> Database::run_script(const std::string& sql) {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return error_from(code);
  return {};
}

std::int64_t Database::last_insert_id() const { return sqlite3_last_insert_rowid(handle_); }
std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

Result<void> Database::quick_check() const {
  Rows rows = query("PRAGMA quick_check(1)");
  const std::string verdict = rows.next() ? rows.text(0) : "no answer";
  if (rows.failed()) return rows.error();
  if (verdict == "ok") return {};
  Error error = error_from(SQLITE_CORRUPT, "check");
  error.detail = verdict;
  return error;
}

Result<void> Database::back_up_to(const fs::path& copy) const {
  fs::path temporary = copy;
  temporary += ".tmp";
  std::error_code why;
  fs::remove(temporary, why);
  {
    Result<std::unique_ptr<Database>> target = open(temporary, OpenMode::ReadWrite, 5000, key_);
    if (!target) return target.error();
    sqlite3_backup* backup = sqlite3_backup_init((*target)->handle_, "main", handle_, "main");
    if (!backup) return (*target)->error_from(sqlite3_extended_errcode((*target)->handle_), "back up to");
    sqlite3_backup_step(backup, -1);
    if (const int code = sqlite3_backup_finish(backup); code != SQLITE_OK) {
      Error error = (*target)->error_from(code, "back up to");
      target->reset();
      fs::remove(temporary, why);
      return error;
    }
  }
  fs::rename(temporary, copy, why);
  if (why) return error_from(SQLITE_CANTOPEN, "keep a backup of");
  return {};
}

Result<void> Database::copy_to(const fs::path& file, const FileKey& key, const std::function<bool()>& go_on) {
  // An empty key is none: without the word the copy would get the key of the original.
  const std::string uri = uri_of(fs::absolute(file)) + "?key=" + (key.key ? "raw:" + hex(key.key->derive(key.use)) : std::string());
  constexpr int kStepsBetweenQuestions = 20'000;
  const auto ask = [](void* question) { return (*static_cast<const std::function<bool()>*>(question))() ? 0 : 1; };
  sqlite3_progress_handler(handle_, kStepsBetweenQuestions, ask, const_cast<std::function<bool()>*>(&go_on));
  Result<void> copied = run("VACUUM INTO ?", std::string_view(uri));
  sqlite3_progress_handler(handle_, 0, nullptr, nullptr);
  if (!copied && copied.error().code == ErrorCode::Cancelled) copied = Error{ErrorCode::Cancelled, "[storage] stopped", {}};
  return copied;
}

Error Database::error_from(int code, std::string_view doing) const {
  const std::string name = path_text(file_);
  const auto say = [&](ErrorCode kind, std::string_view text) {
    std::string message = "[storage] ";
    if (!doing.empty()) message.append("cannot ").append(doing).append(" ").append(name).append(": it ");
    else message.append(name).append(" ");
    return Error{kind, message.append(text), "SQLite " + std::to_string(code) + ": " +
                                                 (handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code))};
  };
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return say(ErrorCode::FileLocked, "is in use by another program. Close that program and try again");
    case SQLITE_FULL:
      return say(ErrorCode::DiskFull, "cannot grow: the disk is full. Free some space and try again; nothing was lost");
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return say(ErrorCode::FileUnreadable,
                 "is read-only. Allow writing to the file and its folder, or choose another data folder");
    case SQLITE_CANTOPEN:
      return say(ErrorCode::FileUnreadable,
                 "cannot be opened. Check that the folder exists and that you may write there, or choose another data folder");
    case SQLITE_INTERRUPT:
      return say(ErrorCode::Cancelled, "was left as it is: stopped");
    case SQLITE_NOTADB:
      if (key_.key) {
        return say(ErrorCode::FileCorrupt,
                   "does not open with the key of its data folder: it is damaged or comes from another one. Put back the file that "
                   "belongs here; Eddy left it untouched");
      }
      return say(ErrorCode::FileCorrupt,
                 "is not a database. Put a backup in its place, or move it away to begin anew; Eddy left it untouched");
    case SQLITE_CORRUPT:
      return say(ErrorCode::FileCorrupt,
                 "is damaged. Put a backup in its place, or move it away to begin anew; Eddy left it untouched");
    case SQLITE_IOERR:
      return say(ErrorCode::FileUnreadable,
                 "could not be read or written: the disk reported an error. Check the disk, then start Eddy again");
    case SQLITE_TOOBIG:
      return say(ErrorCode::InvalidArgument, "cannot hold a text this large (the limit is 1 GB)");
    case SQLITE_NOMEM:
      return say(ErrorCode::OutOfMemory, "could not be used: memory ran out");
    default:
      return say(ErrorCode::Internal, "refused what Eddy asked of it");
  }
}

// Transaction

Result<Transaction> Transaction::begin(Database& database) {
  if (Result<void> begun = database.run_script("BEGIN IMMEDIATE"); !begun) return begun.error();
  return Transaction(database);
}

Transaction::~Transaction() {
  // Some errors (a full disk) have rolled back already.
  if (database_ && sqlite3_get_autocommit(database_->handle()) == 0) (void)database_->run_script("ROLLBACK");
}

Result<void> Transaction::commit() {
  assert(database_);
  if (Result<void> committed = database_->run_script("COMMIT"); !committed) return committed;
  database_ = nullptr;
  return {};
}

}  // namespace eddy
