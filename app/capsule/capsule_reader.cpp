// What makes a hostile file harmless: only a database whose schema is, letter by letter, the one we write is looked into;
// SQLite runs nothing of it (Database::open_foreign) and checks every page first; then every value is checked for its
// type and range, and nothing is allocated that the file does not hold. Nothing in it is compressed.
#include "app/capsule/capsule_reader.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <set>

#include "app/capsule/capsule_format.h"
#include "app/storage/files.h"
#include "app/storage/utf8.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kHeaderBytes = 100;
constexpr std::string_view kSqliteMagic{"SQLite format 3\0", 16};
constexpr std::int64_t kMostStates = 1'000'000;
constexpr std::int64_t kMostSettings = 1'000;
constexpr int kStopCheckSteps = 10'000;

std::uint32_t big_endian(const char* bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

/// Who wrote the file, from its first bytes, before SQLite opens it; its version.
Result<int> check_header(const fs::path& file, const std::string& name) {
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return Error{ErrorCode::FileNotFound, "[capsule] there is no file " + path_text(file), {}};
  std::array<char, kHeaderBytes> header{};
  std::ifstream in(file, std::ios::binary);
  if (!in || fs::is_directory(file, ignored)) {
    return Error{ErrorCode::FileUnreadable, "[capsule] " + path_text(file) + " cannot be read. Check that you may read it", {}};
  }
  in.read(header.data(), header.size());
  const std::string_view bytes(header.data(), static_cast<std::size_t>(in.gcount()));
  if (!bytes.starts_with(kSqliteMagic) || bytes.size() < kHeaderBytes ||
      big_endian(header.data() + 68) != static_cast<std::uint32_t>(kCapsuleFileId)) {
    return Error{ErrorCode::UnsupportedFormat, "[capsule] " + name + " is not a chat that Eddy saved", {}};
  }
  const auto version = big_endian(header.data() + 60);
  if (version > static_cast<std::uint32_t>(kCapsuleVersion)) {
    return Error{ErrorCode::FileTooNew, "[capsule] " + name + " was written by a newer version of Eddy. Update Eddy to open it",
                 "version " + std::to_string(version)};
  }
  return static_cast<int>(version);
}

int stopped(void* stop) { return static_cast<std::stop_token*>(stop)->stop_requested() ? 1 : 0; }

/// SQLite asks this while it works, so that a long check can be given up.
class StopWatch {
 public:
  StopWatch(Database& database, std::stop_token stop) : database_(database), stop_(std::move(stop)) {
    sqlite3_progress_handler(database.handle(), kStopCheckSteps, stopped, &stop_);
  }
  ~StopWatch() { sqlite3_progress_handler(database_.handle(), 0, nullptr, nullptr); }

 private:
  Database& database_;
  std::stop_token stop_;
};

bool has_types(const Rows& rows, std::string_view types) {
  for (std::size_t i = 0; i < types.size(); ++i) {
    const auto type = rows.type(static_cast<int>(i));
    const bool fits = (types[i] == 'i' && type == ValueType::Integer) || (types[i] == 'r' && type == ValueType::Real) ||
                      (types[i] == 't' && type == ValueType::Text) || (types[i] == 'b' && type == ValueType::Blob) ||
                      (types[i] == 'n' && (type == ValueType::Integer || type == ValueType::Null));
    if (!fits) return false;
  }
  return true;
}

std::optional<std::int64_t> parsed(const std::string& text) {
  if (text.empty() || text.size() > 18 || text.find_first_not_of("0123456789") != std::string::npos) return {};
  return std::stoll(text);
}

Message message_from(const Rows& rows) {
  Message m{.id = MessageId{rows.integer(0)}, .author = static_cast<Author>(rows.integer(2)),
            .status = static_cast<MessageStatus>(rows.integer(3))};
  if (!rows.is_null(1)) m.parent = MessageId{rows.integer(1)};
  m.created_at = rows.integer(4);
  m.tokens_generated = rows.integer(5);
  m.tokens_reread = rows.integer(6);
  m.seconds_to_first_token = rows.real(7);
  m.seconds = rows.real(8);
  int column = 9;
  for (auto* text : {&m.tokenizer_fingerprint, &m.model_fingerprint, &m.model_name, &m.stop_reason, &m.error_code,
                     &m.error_text, &m.reread_reason, &m.text}) {
    *text = rows.text(column++);
  }
  return m;
}

}  // namespace

Error CapsuleReader::corrupt(const std::string& what) const { return corrupt_chat(name_, what); }

Result<CapsuleReader> CapsuleReader::open(const fs::path& file, std::stop_token stop) {
  CapsuleReader reader;
  reader.name_ = path_text(file.filename());
  const auto version = check_header(file, reader.name_);
  if (!version) return version.error();
  reader.version_ = *version;
  auto database = Database::open_foreign(file);
  if (!database) return reader.corrupt("it is damaged");
  reader.database_ = std::move(*database);
  if (auto sound = reader.check_file(stop); !sound) return sound.error();
  for (const auto step : {&CapsuleReader::read_facts, &CapsuleReader::read_settings, &CapsuleReader::read_messages,
                          &CapsuleReader::read_states, &CapsuleReader::read_block_names, &CapsuleReader::read_origin, &CapsuleReader::read_pictures}) {
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[capsule] reading was stopped", {}};
    if (auto read = (reader.*step)(); !read) return read.error();
  }
  if (capsule_digest(reader.chat_, reader.states_) != reader.digest_) {
    return reader.corrupt("its text was changed after it was saved");
  }
  if (auto sound = check_content(reader.chat_.content, reader.name_); !sound) return sound.error();
  if (reader.chat_.origin) {
    if (auto sound = check_origin(*reader.chat_.origin, reader.name_); !sound) return sound.error();
    auto& state = reader.chat_.origin->state;
    for (auto* line : {&state.name, &state.model_name}) *line = tidy_line(*line);
  }
  complete(reader.chat_.content);
  auto& conversation = reader.chat_.content.conversation;
  for (auto* line : {&conversation.title, &reader.chat_.model_name, &reader.chat_.model_file}) *line = tidy_line(*line);
  return reader;
}

Result<void> CapsuleReader::check_file(std::stop_token stop) {
  Rows rows = database_->query("SELECT type, name, tbl_name, sql FROM sqlite_schema");
  const auto tables = capsule_tables(version_);
  std::size_t found = 0;
  while (rows.next()) {
    const auto table = std::find_if(tables.begin(), tables.end(), [&](const CapsuleTable& t) { return rows.text(1) == t.name; });
    const bool ours = table != tables.end() && has_types(rows, "tttt") && rows.text(0) == "table" &&
                      rows.text(2) == table->name && rows.text(3) == table->sql;
    if (!ours || ++found > tables.size()) return corrupt("it holds something that Eddy never writes");
  }
  if (rows.failed()) return corrupt("it is damaged");
  if (found != tables.size()) return corrupt("parts of it are missing");
  const StopWatch watch(*database_, stop);
  const auto sound = database_->quick_check();
  if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[capsule] checking was stopped", {}};
  return sound ? Result<void>() : corrupt("it is damaged");
}

Result<void> CapsuleReader::read_facts() {
  std::map<std::string, std::string> facts;
  Rows rows = database_->query("SELECT name, value FROM facts ORDER BY id");
  while (rows.next()) {
    const bool fits = has_types(rows, "tt") && is_valid_utf8(rows.text(0)) && is_valid_utf8(rows.text(1)) &&
                      static_cast<std::int64_t>(facts.size()) < kMostSettings;
    if (!fits || !facts.emplace(rows.text(0), rows.text(1)).second) return corrupt("a fact in it is not what Eddy writes");
  }
  if (rows.failed()) return corrupt("it is damaged");
  if (facts["format"] != "eddy-chat") return corrupt("it does not say what it is");
  Conversation& c = chat_.content.conversation;
  const auto created = parsed(facts["created_at"]), updated = parsed(facts["updated_at"]);
  if (!created || !updated) return corrupt("its date cannot be");
  c.created_at = *created;
  c.updated_at = *updated;
  c.title = facts["title"];
  c.title_is_automatic = facts["title_is_automatic"] != "0";
  c.system_prompt = facts["system_prompt"];
  c.draft = facts["draft"];
  if (!facts["current_leaf"].empty()) {
    const auto leaf = parsed(facts["current_leaf"]);
    if (!leaf) return corrupt("the branch it shows is not there");
    c.current_leaf = MessageId{*leaf};
  }
  chat_.model_name = facts["model_name"];
  chat_.model_fingerprint = facts["model_fingerprint"];
  chat_.model_file = facts["model_file"];
  digest_ = facts["digest"];
  return {};
}

Result<void> CapsuleReader::read_settings() {
  Rows rows = database_->query("SELECT name, value FROM settings ORDER BY id");
  while (rows.next()) {
    const bool fits = has_types(rows, "tt") && is_valid_utf8(rows.text(0)) && is_valid_utf8(rows.text(1)) &&
                      static_cast<std::int64_t>(chat_.settings.size()) < kMostSettings;
    if (!fits || !chat_.settings.emplace(rows.text(0), rows.text(1)).second) {
      return corrupt("a setting in it is not what Eddy writes");
    }
  }
  return rows.failed() ? corrupt("it is damaged") : Result<void>();
}

Result<void> CapsuleReader::read_messages() {
  auto& messages = chat_.content.messages;
  std::int64_t bytes = 0;
  Rows rows = database_->query(
      "SELECT id, parent_id, author, status, created_at, tokens_generated, tokens_reread, seconds_to_first_token, seconds, "
      "tokenizer_fingerprint, model_fingerprint, model_name, stop_reason, error_code, error_text, reread_reason, text, tokens "
      "FROM messages ORDER BY id");
  while (rows.next()) {
    if (!has_types(rows, "iniiiiirrttttttttb")) return corrupt("a message in it is not what Eddy writes");
    const auto tokens = rows.blob(17);
    bytes += static_cast<std::int64_t>(tokens.size() + rows.text(16).size());
    if (static_cast<std::int64_t>(messages.size()) >= kMostMessages || bytes > kLargestTranscript) {
      return corrupt("it holds more text than any chat");
    }
    if (tokens.size() % sizeof(std::int32_t) != 0) return corrupt("a list of tokens in it is cut off");
    Message message = message_from(rows);
    message.tokens.resize(tokens.size() / sizeof(std::int32_t));
    if (!tokens.empty()) std::memcpy(message.tokens.data(), tokens.data(), tokens.size());
    messages.push_back(std::move(message));
  }
  return rows.failed() ? corrupt("it is damaged") : Result<void>();
}

Result<void> CapsuleReader::read_states() {
  std::set<std::pair<MessageId, std::string>> known;
  const auto messages = static_cast<std::int64_t>(chat_.content.messages.size());
  Rows rows = database_->query(
      "SELECT id, message_id, model_fingerprint, token_hash, tokens, checksum, length(data) FROM states ORDER BY id");
  while (rows.next()) {
    if (!has_types(rows, "iitiiii")) return corrupt("a saved state in it is not what Eddy writes");
    CapsuleState state{.message = MessageId{rows.integer(1)}, .model_fingerprint = rows.text(2),
                       .token_hash = static_cast<std::uint64_t>(rows.integer(3)), .tokens = rows.integer(4),
                       .checksum = static_cast<std::uint64_t>(rows.integer(5)), .bytes = rows.integer(6)};
    const bool fits = rows.integer(0) == static_cast<std::int64_t>(states_.size()) + 1 && rows.integer(1) >= 1 &&
                      rows.integer(1) <= messages && state.tokens >= 0 && !state.model_fingerprint.empty() &&
                      is_valid_utf8(state.model_fingerprint) && rows.integer(0) <= kMostStates &&
                      known.emplace(state.message, state.model_fingerprint).second;
    if (!fits) return corrupt("a saved state in it belongs to nothing");
    states_.push_back(std::move(state));
  }
  return rows.failed() ? corrupt("it is damaged") : Result<void>();
}

Result<void> CapsuleReader::read_block_names() {
  Rows rows = database_->query("SELECT id, hash FROM blocks ORDER BY id");
  while (rows.next()) {
    const bool fits = has_types(rows, "it") && rows.text(1).size() == 32 && blocks_.emplace(rows.text(1), rows.integer(0)).second;
    if (!fits) return corrupt("a part of a saved state in it is not what Eddy writes");
  }
  return rows.failed() ? corrupt("it is damaged") : Result<void>();
}

Result<void> CapsuleReader::read_origin() {
  if (version_ < 2) return {};
  Rows rows = database_->query(
      "SELECT id, kind, created_at, token_hash, token_count, checksum, name, note, architecture, model_fingerprint, model_name, "
      "reading, text, tokens, length(data) FROM origin");
  if (!rows.next()) {
    if (!rows.failed() && version_ >= 3) return {};
    return corrupt(rows.failed() ? "it is damaged" : "the state it begins with is missing");
  }
  const auto tokens = rows.blob(13);
  const bool fits = has_types(rows, "iiiiiitttttttbi") && rows.integer(0) == 1 && tokens.size() % sizeof(std::int32_t) == 0;
  if (!fits) return corrupt("the state it begins with is not what Eddy writes");
  PortableOrigin& origin = chat_.origin.emplace();
  LibraryState& s = origin.state;
  s.kind = static_cast<StateKind>(rows.integer(1));
  s.created_at = rows.integer(2);
  s.token_hash = static_cast<std::uint64_t>(rows.integer(3));
  s.token_count = rows.integer(4);
  origin.checksum = static_cast<std::uint64_t>(rows.integer(5));
  int column = 6;
  for (auto* text : {&s.name, &s.note, &s.architecture, &s.model_fingerprint, &s.model_name, &s.reading, &s.text}) *text = rows.text(column++);
  s.bytes = rows.integer(14);
  s.tokens.resize(tokens.size() / sizeof(std::int32_t));
  if (!tokens.empty()) std::memcpy(s.tokens.data(), tokens.data(), tokens.size());
  s.replayable = !s.tokens.empty();
  if (rows.next()) return corrupt("it begins with more than one state");
  return rows.failed() ? corrupt("it is damaged") : Result<void>();
}

Result<void> CapsuleReader::read_pictures() {
  if (version_ < 3) return {};
  const auto messages = static_cast<std::int64_t>(chat_.content.messages.size());
  std::int64_t bytes = 0;
  Rows rows = database_->query("SELECT id, message_id, name, media_type, width, height, checksum, data FROM pictures ORDER BY id");
  while (rows.next()) {
    const auto data = rows.blob(7);
    bytes += static_cast<std::int64_t>(data.size());
    const auto side = [&](int column) { return rows.integer(column) >= 1 && rows.integer(column) <= kWidestPicture; };
    const bool fits = has_types(rows, "iittiiib") && rows.integer(1) >= 1 && rows.integer(1) <= messages && side(4) && side(5) &&
                      bytes <= kLargestTranscript && checksum(data) == static_cast<std::uint64_t>(rows.integer(6));
    if (!fits) return corrupt("a picture in it is damaged");
    chat_.content.pictures.push_back({MessageId{rows.integer(1)}, rows.text(2), rows.text(3), static_cast<int>(rows.integer(4)),
                                      static_cast<int>(rows.integer(5)), {data.begin(), data.end()}});
  }
  return rows.failed() ? corrupt("it is damaged") : Result<void>();
}

// States

Result<std::vector<std::byte>> CapsuleReader::origin_bytes(const ParseState& parse) const {
  if (!chat_.origin || chat_.origin->state.bytes == 0) return std::vector<std::byte>();
  const LibraryState& said = chat_.origin->state;
  Rows rows = database_->query("SELECT data FROM origin");
  if (!rows.next() || rows.type(0) != ValueType::Blob || checksum(rows.blob(0)) != chat_.origin->checksum) {
    return corrupt("the state it begins with is damaged");
  }
  std::vector<std::byte> bytes(rows.blob(0).begin(), rows.blob(0).end());
  const auto snapshot = parse({bytes, {}});
  if (!snapshot && snapshot.error().code == ErrorCode::FileTooNew) return snapshot.error();
  if (!snapshot) return corrupt("the state it begins with is damaged");
  if ((*snapshot)->key() != SnapshotKey{said.model_fingerprint, said.token_hash, said.token_count}) {
    return corrupt("the state it begins with is the state of another text");
  }
  return bytes;
}

std::optional<std::vector<std::byte>> CapsuleReader::block(const std::string& hash) const {
  const auto row = blocks_.find(hash);
  if (row == blocks_.end()) return {};
  Rows rows = database_->query("SELECT data FROM blocks WHERE id = ?", row->second);
  if (!rows.next()) return {};
  const auto bytes = rows.blob(0);
  return std::vector<std::byte>(bytes.begin(), bytes.end());  // whoever asked compares the hash
}

Result<std::shared_ptr<const StateSnapshot>> CapsuleReader::state(std::size_t index, const ParseState& parse) const {
  const CapsuleState& state = states_.at(index);
  const auto which = "the saved state of message " + std::to_string(static_cast<std::int64_t>(state.message));
  Rows rows = database_->query("SELECT data FROM states WHERE id = ?", static_cast<std::int64_t>(index) + 1);
  if (!rows.next() || rows.type(0) != ValueType::Blob || checksum(rows.blob(0)) != state.checksum) {
    return corrupt(which + " is damaged");
  }
  const auto bytes = rows.blob(0);
  auto snapshot = parse({std::vector<std::byte>(bytes.begin(), bytes.end()), [this](const std::string& hash) { return block(hash); }});
  if (!snapshot && snapshot.error().code == ErrorCode::FileTooNew) return snapshot;
  if (!snapshot) {
    Error error = corrupt(which + " is damaged");
    error.detail = snapshot.error().message;
    return error;
  }
  if (auto fits = check_branch(index, **snapshot); !fits) return fits.error();
  return snapshot;
}

/// The state's own key against the list, and against the tokens of the branch that ends in its message.
Result<void> CapsuleReader::check_branch(std::size_t index, const StateSnapshot& snapshot) const {
  const CapsuleState& listed = states_[index];
  const SnapshotKey& key = snapshot.key();
  const bool same = key.model_fingerprint == listed.model_fingerprint && key.token_hash == listed.token_hash &&
                    key.tokens == listed.tokens;
  if (same && is_on_branch(chat_, listed.message, key)) return {};
  return corrupt("the saved state of message " + std::to_string(static_cast<std::int64_t>(listed.message)) + " is the state of another text");
}

Result<void> CapsuleReader::check_states(const ParseState& parse, std::stop_token stop, const CapsuleProgress& progress) const {
  // One that is too new can be made again from its tokens.
  const auto origin = origin_bytes(parse);
  if (!origin && !(origin.error().code == ErrorCode::FileTooNew && chat_.origin->state.replayable)) return origin.error();
  for (std::size_t i = 0; i < states_.size(); ++i) {
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "[capsule] checking was stopped", {}};
    if (progress) progress(static_cast<std::int64_t>(i), static_cast<std::int64_t>(states_.size()));
    const auto checked = state(i, parse);
    if (!checked && checked.error().code != ErrorCode::FileTooNew) return checked.error();
  }
  return {};
}

}  // namespace eddy
