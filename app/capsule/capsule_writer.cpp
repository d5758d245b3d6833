#include "app/capsule/capsule_writer.h"

#include <random>

#include "app/capsule/capsule_format.h"
#include "app/storage/files.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

fs::path beside(const fs::path& goal) {
  std::random_device random;
  fs::path temporary = goal;
  temporary += "." + std::to_string(random()) + ".tmp";
  return temporary;
}

std::string local_id(const std::optional<MessageId>& id) { return id ? std::to_string(static_cast<std::int64_t>(*id)) : ""; }

}  // namespace

Error CapsuleWriter::failed(const Error& why) const {
  Error error = why;
  error.detail = why.message + " (" + why.detail + ")";
  error.message = "[capsule] " + path_text(goal_) + " could not be saved: ";
  if (why.code == ErrorCode::DiskFull) error.message += "the disk is full. Free some space, or choose another place";
  else error.message += "nothing can be written there. Choose another folder";
  if (why.code != ErrorCode::DiskFull) error.code = ErrorCode::FileUnreadable;
  return error;
}

Result<CapsuleWriter> CapsuleWriter::create(const fs::path& goal, PortableChat chat) {
  CapsuleWriter writer;
  std::error_code ignored;
  writer.goal_ = fs::absolute(goal, ignored);
  writer.chat_ = std::move(chat);
  if (fs::is_directory(writer.goal_, ignored)) {
    return writer.failed({ErrorCode::FileUnreadable, "it is a folder", {}});
  }
  const fs::path temporary = beside(writer.goal_);
  auto database = Database::open(temporary, OpenMode::ReadWrite, 0);
  if (!database) return writer.failed(database.error());
  writer.temporary_ = temporary;
  writer.database_ = std::move(*database);
  // Older versions of Eddy open what they can.
  const int version = !writer.chat_.content.pictures.empty() ? 3 : writer.chat_.origin ? 2 : 1;
  // Nobody else knows the file: a journal in memory will do, and the commit syncs it.
  auto prepared = writer.database_->run_script("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = FULL; PRAGMA application_id = " +
                                               std::to_string(kCapsuleFileId) + "; PRAGMA user_version = " +
                                               std::to_string(version));
  if (!prepared) return writer.failed(prepared.error());
  auto begun = Transaction::begin(*writer.database_);
  if (!begun) return writer.failed(begun.error());
  writer.transaction_ = std::make_unique<Transaction>(*std::move(begun));
  for (const auto& table : capsule_tables(version)) {
    if (auto made = writer.database_->run_script(table.sql); !made) return writer.failed(made.error());
  }
  return writer;
}

CapsuleWriter::~CapsuleWriter() {
  transaction_.reset();
  database_.reset();
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove(temporary_, ignored);
}

Result<void> CapsuleWriter::add_origin(std::span<const std::byte> bytes) {
  auto& origin = *chat_.origin;
  auto& s = origin.state;
  s.bytes = static_cast<std::int64_t>(bytes.size());
  origin.checksum = checksum(bytes);
  origin_written_ = true;
  auto added = database_->run("INSERT INTO origin VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", s.kind, s.created_at,
                              s.token_hash, s.token_count, origin.checksum, s.name, s.note, s.architecture, s.model_fingerprint,
                              s.model_name, s.reading, s.text, std::as_bytes(std::span(s.tokens)), bytes);
  return added ? Result<void>() : failed(added.error());
}

Result<bool> CapsuleWriter::add_state(MessageId message, const StateSnapshot& snapshot) {
  const auto& key = snapshot.key();
  if (!is_on_branch(chat_, message, key)) return false;
  for (const auto& block : snapshot.blocks()) {
    if (!blocks_.insert(block.hash).second) continue;
    auto added = database_->run("INSERT INTO blocks(hash, data) VALUES (?, ?)", block.hash, block.bytes);
    if (!added) return failed(added.error());
  }
  const auto bytes = snapshot.serialise_without_blocks();
  CapsuleState state{.message = message, .model_fingerprint = key.model_fingerprint, .token_hash = key.token_hash,
                     .tokens = key.tokens, .checksum = checksum(bytes), .bytes = static_cast<std::int64_t>(bytes.size())};
  auto added = database_->run(
      "INSERT INTO states(message_id, model_fingerprint, token_hash, tokens, checksum, data) VALUES (?, ?, ?, ?, ?, ?)",
      message, state.model_fingerprint, state.token_hash, state.tokens, state.checksum, std::span<const std::byte>(bytes));
  if (!added) return failed(added.error());
  states_.push_back(std::move(state));
  return true;
}

Result<void> CapsuleWriter::write_message(const Message& m) {
  return database_->run(
      "INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", m.id, m.parent, m.author, m.status,
      m.created_at, m.tokens_generated, m.tokens_reread, m.seconds_to_first_token, m.seconds, m.tokenizer_fingerprint,
      m.model_fingerprint, m.model_name, m.stop_reason, m.error_code, m.error_text, m.reread_reason, m.text,
      std::as_bytes(std::span(m.tokens)));
}

Result<void> CapsuleWriter::write_rows() {
  const Conversation& c = chat_.content.conversation;
  const std::pair<const char*, std::string> facts[] = {
      {"format", "eddy-chat"}, {"title", c.title}, {"title_is_automatic", c.title_is_automatic ? "1" : "0"},
      {"created_at", std::to_string(c.created_at)}, {"updated_at", std::to_string(c.updated_at)},
      {"system_prompt", c.system_prompt}, {"draft", c.draft}, {"current_leaf", local_id(c.current_leaf)},
      {"model_name", chat_.model_name}, {"model_fingerprint", chat_.model_fingerprint}, {"model_file", chat_.model_file},
      {"digest", capsule_digest(chat_, states_)}};
  for (const auto& [name, value] : facts) {
    if (auto added = database_->run("INSERT INTO facts(name, value) VALUES (?, ?)", name, value); !added) return added;
  }
  for (const auto& [name, value] : chat_.settings) {
    if (auto added = database_->run("INSERT INTO settings(name, value) VALUES (?, ?)", name, value); !added) return added;
  }
  for (const auto& message : chat_.content.messages) {
    if (auto added = write_message(message); !added) return added;
  }
  for (const Picture& p : chat_.content.pictures) {
    auto added = database_->run("INSERT INTO pictures(message_id, name, media_type, width, height, checksum, data) VALUES (?, ?, ?, ?, ?, ?, ?)", p.message,
                                p.name, p.media_type, p.width, p.height, checksum(p.content), std::span<const std::byte>(p.content));
    if (!added) return added;
  }
  return {};
}

Result<void> CapsuleWriter::finish() {
  if (chat_.origin && !origin_written_) {
    if (auto added = add_origin({}); !added) return added;
  }
  if (auto written = write_rows(); !written) return failed(written.error());
  if (auto committed = transaction_->commit(); !committed) return failed(committed.error());
  transaction_.reset();
  database_.reset();
  std::error_code why;
  fs::rename(temporary_, goal_, why);
  if (why) return failed(file_error("rename", goal_, why));
  temporary_.clear();
  sync_folder(goal_.parent_path());
  return {};
}

}  // namespace eddy
