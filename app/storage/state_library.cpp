#include "app/storage/state_library.h"

#include <random>

#include "app/storage/conversation_store.h"
#include "app/storage/files.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kFolder = "library";
constexpr std::string_view kColumns =
    "id, kind, created_at, removed, token_hash, token_count, bytes, name, note, architecture, model_fingerprint, model_name, "
    "reading, text, (token_count > 0 AND tokens != x''), "
    "(SELECT count(*) FROM conversation_origins WHERE state_id = library_states.id)";
constexpr int kTokensColumn = 16;  // after those above

Error unknown_state(LibraryStateId id) {
  return {ErrorCode::InvalidArgument,
          "[library] there is no saved state " + std::to_string(static_cast<std::int64_t>(id)), {}};
}

LibraryState state_from(const Rows& rows) {
  LibraryState state{.id = LibraryStateId{rows.integer(0)},
                     .kind = static_cast<StateKind>(rows.integer(1)),
                     .created_at = rows.integer(2),
                     .removed = rows.integer(3) != 0,
                     .token_hash = static_cast<std::uint64_t>(rows.integer(4)),
                     .token_count = rows.integer(5),
                     .bytes = rows.integer(6),
                     .name = rows.text(7),
                     .note = rows.text(8),
                     .architecture = rows.text(9),
                     .model_fingerprint = rows.text(10),
                     .model_name = rows.text(11),
                     .reading = rows.text(12),
                     .text = rows.text(13)};
  state.replayable = rows.integer(14) != 0;
  state.conversations = rows.integer(15);
  return state;
}

std::string random_name() {
  std::random_device random;
  std::string name = "state-";
  for (int i = 0; i < 4; ++i) {
    char part[9];
    std::snprintf(part, sizeof(part), "%08x", static_cast<unsigned>(random()));
    name += part;
  }
  return name + ".state";
}

}  // namespace

StateLibrary::StateLibrary(Database& database, fs::path folder)
    : StateLibrary(database, std::move(folder), ConversationStore::system_clock()) {}

StateLibrary::StateLibrary(Database& database, fs::path folder, Clock clock)
    : database_(database), folder_(std::move(folder)), clock_(std::move(clock)) {}

fs::path StateLibrary::file_path(std::string_view name) const { return folder_ / kFolder / fs::path(name); }

Result<void> StateLibrary::write_bytes(const std::string& name, std::span<const std::byte> bytes) {
  if (folder_.empty()) {
    in_memory_.emplace(name, std::vector<std::byte>(bytes.begin(), bytes.end()));
    return {};
  }
  std::error_code why;
  fs::create_directories(folder_ / kFolder, why);
  if (why) return file_error("make", folder_ / kFolder, why);
  return cipher().write(file_path(name), bytes);
}

Result<SharedBytes> StateLibrary::read_bytes(const std::string& name) const {
  if (!folder_.empty()) return cipher().read(file_path(name));
  const auto found = in_memory_.find(name);
  if (found == in_memory_.end()) return Error{ErrorCode::FileNotFound, "[library] the state is not in memory any more", {}};
  return found->second;
}

void StateLibrary::drop_bytes(const std::string& name) {
  std::error_code ignored;
  if (folder_.empty()) in_memory_.erase(name);
  else fs::remove(file_path(name), ignored);
}

Result<LibraryStateId> StateLibrary::add(LibraryState state, std::span<const std::byte> bytes) {
  const std::string file = random_name();
  if (auto written = write_bytes(file, bytes); !written) return written.error();
  const auto stored = database_.run(
      "INSERT INTO library_states(kind, created_at, removed, token_hash, token_count, bytes, checksum, name, note, architecture, "
      "model_fingerprint, model_name, reading, file_name, text, tokens) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      state.kind, clock_(), state.removed, state.token_hash, state.token_count, bytes.size(), checksum(bytes), state.name,
      state.note, state.architecture, state.model_fingerprint, state.model_name, state.reading, file, state.text,
      std::as_bytes(std::span(state.tokens)));
  if (!stored) {
    drop_bytes(file);
    return stored.error();
  }
  return LibraryStateId{database_.last_insert_id()};
}

Result<std::vector<LibraryState>> StateLibrary::list() const {
  std::vector<LibraryState> states;
  Rows rows = database_.query("SELECT " + std::string(kColumns) +
                              " FROM library_states WHERE NOT removed ORDER BY created_at DESC, id DESC");
  while (rows.next()) states.push_back(state_from(rows));
  if (rows.failed()) return rows.error();
  return states;
}

Result<LibraryState> StateLibrary::state(LibraryStateId id) const {
  Rows rows = database_.query("SELECT " + std::string(kColumns) + ", tokens FROM library_states WHERE id = ?", id);
  if (!rows.next()) return rows.failed() ? rows.error() : unknown_state(id);
  LibraryState state = state_from(rows);
  const auto blob = rows.blob(kTokensColumn);
  state.tokens.resize(blob.size() / sizeof(std::int32_t));
  std::copy_n(blob.data(), state.tokens.size() * sizeof(std::int32_t), reinterpret_cast<std::byte*>(state.tokens.data()));
  return state;
}

Result<SharedBytes> StateLibrary::bytes(LibraryStateId id) const {
  Rows rows = database_.query("SELECT file_name, bytes, checksum, name FROM library_states WHERE id = ?", id);
  if (!rows.next()) return rows.failed() ? rows.error() : unknown_state(id);
  const fs::path file = file_path(rows.text(0));
  auto bytes = read_bytes(rows.text(0));
  const bool sound = bytes && static_cast<std::int64_t>(bytes->size()) == rows.integer(1) &&
                     checksum(*bytes) == static_cast<std::uint64_t>(rows.integer(2));
  if (sound) return bytes;
  return Error{ErrorCode::FileCorrupt,
               "[library] the file of the saved state \"" + rows.text(3) + "\" is damaged or missing: " + path_text(file) +
                   ". Put it back from a copy, or delete the state",
               bytes ? "size or checksum differ" : bytes.error().message};
}

Result<std::optional<LibraryStateId>> StateLibrary::find_same(const LibraryState& state, std::span<const std::byte> bytes) const {
  Rows rows = database_.query(
      "SELECT id, checksum, tokens != x'' FROM library_states WHERE model_fingerprint = ? AND token_hash = ? AND token_count = ? "
      "ORDER BY removed, id",
      state.model_fingerprint, state.token_hash, state.token_count);
  while (rows.next()) {
    const LibraryStateId id{rows.integer(0)};
    const bool same = bytes.empty() ? rows.integer(2) != 0
                                    : static_cast<std::uint64_t>(rows.integer(1)) == checksum(bytes) && this->bytes(id);
    if (same) return std::optional(id);
  }
  if (rows.failed()) return rows.error();
  return std::optional<LibraryStateId>();
}

Result<void> StateLibrary::rename(LibraryStateId id, std::string_view name, std::string_view note) {
  const auto update = database_.run("UPDATE library_states SET name = ?, note = ? WHERE id = ?", name, note, id);
  if (update && database_.changes() == 0) return unknown_state(id);
  return update;
}

Result<std::string> StateLibrary::file_name(LibraryStateId id) const {
  Rows rows = database_.query("SELECT file_name FROM library_states WHERE id = ?", id);
  if (!rows.next()) return rows.failed() ? rows.error() : unknown_state(id);
  return rows.text(0);
}

Result<void> StateLibrary::remove(LibraryStateId id) {
  const auto state = this->state(id);
  if (!state) return state.error();
  const auto file = file_name(id);
  if (!file) return file.error();
  const auto update = state->conversations > 0
                          ? database_.run("UPDATE library_states SET removed = 1 WHERE id = ?", id)
                          : database_.run("DELETE FROM library_states WHERE id = ?", id);
  if (!update) return update;
  if (state->conversations == 0 || state->replayable) drop_bytes(*file);
  return {};
}

Result<std::int64_t> StateLibrary::used_bytes() const {
  const auto sum = database_.integer("SELECT sum(bytes) FROM library_states WHERE NOT removed");
  if (!sum) return sum.error();
  return sum->value_or(0);
}

Result<void> StateLibrary::begin_with(ConversationId conversation, LibraryStateId id) {
  const auto messages = database_.integer("SELECT count(*) FROM messages WHERE conversation_id = ?", conversation);
  if (!messages) return messages.error();
  if (messages->value_or(0) > 0) {
    return Error{ErrorCode::StateMismatch, "[library] this conversation has begun already: start a new one", {}};
  }
  if (const auto state = this->state(id); !state) return state.error();
  return database_.run("INSERT OR REPLACE INTO conversation_origins(conversation_id, state_id) VALUES (?, ?)", conversation, id);
}

Result<std::optional<LibraryStateId>> StateLibrary::origin_of(ConversationId conversation) const {
  const auto id = database_.integer("SELECT state_id FROM conversation_origins WHERE conversation_id = ?", conversation);
  if (!id) return id.error();
  return *id ? std::optional(LibraryStateId{**id}) : std::nullopt;
}

Result<void> StateLibrary::clean_up() {
  std::vector<LibraryStateId> doomed;
  Rows rows = database_.query(
      "SELECT id FROM library_states WHERE removed AND id NOT IN (SELECT state_id FROM conversation_origins)");
  while (rows.next()) doomed.push_back(LibraryStateId{rows.integer(0)});
  if (rows.failed()) return rows.error();
  for (const auto id : doomed) {
    if (auto removed = remove(id); !removed) return removed;
  }
  return {};
}

}  // namespace eddy
