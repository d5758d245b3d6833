#include "app/cli/chat_transfer.h"

#include "app/capsule/chat_files.h"
#include "app/capsule/transfer.h"
#include "app/cli/output.h"
#include "app/cli/passphrase.h"
#include "app/storage/conversation_database.h"
#include "app/storage/data_location.h"
#include "app/storage/export.h"
#include "app/storage/files.h"

namespace eddy::cli {
namespace {

/// The data folder, held for writing: nobody else writes meanwhile.
struct Folder {
  FolderLock lock;
  ConversationDatabase opened;
  SnapshotStore snapshots;
  StateLibrary library;

  static Result<Folder> open(const std::filesystem::path& path, const TransferOptions& options) {
    auto lock = FolderLock::acquire(path);
    if (!lock) return std::move(lock).error();
    auto key = key_of(path, options.passphrase_file);
    if (!key) return std::move(key).error();
    auto opened = open_conversation_database(path, OpenMode::ReadWrite, 5000, *key);
    if (!opened) return std::move(opened).error();
    auto snapshots = SnapshotStore::open(path, opened->uuid, 2000, *key);
    auto& database = *opened->database;
    return Folder{*std::move(lock), *std::move(opened), std::move(snapshots.store), StateLibrary(database, path)};
  }
};

std::string counted(std::size_t count, const char* what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

Result<std::string> text_of(const ConversationStore& store, const TransferOptions& options) {
  auto chat = store.conversation(ConversationId{options.id});
  if (!chat) return std::move(chat).error();
  const auto pictures = store.all_pictures(chat->id);
  if (!pictures) return pictures.error();
  if (options.format == "json") {
    auto messages = store.all_messages(chat->id);
    if (!messages) return std::move(messages).error();
    return export_json(*chat, *messages, *pictures) + "\n";
  }
  auto branch = chat->current_leaf ? store.branch(*chat->current_leaf) : std::vector<Message>();
  if (!branch) return std::move(branch).error();
  return export_markdown(*chat, *branch, true, *pictures);
}

Result<void> write_text(const std::string& text, const TransferOptions& options) {
  if (!options.output.empty()) return write_file_durably(options.output, std::as_bytes(std::span(text)));
  standard_output().write(text);
  return {};
}

Result<void> write_capsule(const ConversationStore& store, SnapshotStore* snapshots, const StateLibrary& library,
                           const TransferOptions& options) {
  auto outgoing = outgoing_chat(store, snapshots, library, ConversationId{options.id});
  if (!outgoing) return std::move(outgoing).error();
  const auto kept = options.states == "all" ? StatesKept::All : options.states == "leaf" ? StatesKept::CurrentLeaf : StatesKept::None;
  auto writer = begin_capsule(options.output, *outgoing, library, kept);
  if (!writer) return std::move(writer).error();
  for (const auto& state : outgoing->chosen(kept)) {
    if (auto added = add_state(*writer, *snapshots, state); !added) return std::move(added).error();
  }
  return writer->finish();
}

struct Found {
  std::vector<PortableChat> chats;
  std::optional<CapsuleReader> capsule;  ///< when it is one; then there is one chat
};

Result<Found> read(const std::string& file, bool with_states) {
  if (recognise_chat_file(std::filesystem::path(file)) != ChatFileKind::Capsule) {
    auto chats = read_chat_file(file);
    if (!chats) return std::move(chats).error();
    return Found{*std::move(chats), std::nullopt};
  }
  auto capsule = CapsuleReader::open(file);
  if (!capsule) return std::move(capsule).error();
  if (with_states) {
    if (auto whole = capsule->check_states(); !whole) return std::move(whole).error();
  }
  Found found{{capsule->chat()}, std::nullopt};
  found.capsule.emplace(*std::move(capsule));
  return found;
}

/// "Tea in Oslo", 12 messages, 2 saved states of RWKV-7
std::string line_about(const Found& found) {
  const auto& chat = found.chats.front();
  if (found.chats.size() > 1) return counted(found.chats.size(), "chat");
  std::string line = "\"" + chat.content.conversation.title + "\", " + counted(chat.content.messages.size(), "message");
  if (found.capsule) line += ", " + counted(found.capsule->states().size(), "saved state");
  if (!chat.model_name.empty()) line += ", answered by " + chat.model_name;
  return line;
}

Result<void> take_over(Folder& folder, Found found, bool with_states) {
  const auto about = line_about(found);
  std::vector<std::byte> origin;
  if (!with_states) found.chats.front().origin.reset();
  else if (auto bytes = found.capsule ? found.capsule->origin_bytes() : std::vector<std::byte>()) origin = *std::move(bytes);
  auto imported = eddy::take_over(*folder.opened.database, folder.library, std::move(found.chats), origin);
  if (!imported) return std::move(imported).error();
  std::size_t states = 0;
  for (std::size_t i = 0; with_states && found.capsule && i < found.capsule->states().size(); ++i) {
    // A cache: what cannot be kept is read again.
    const auto kept = keep_state(*found.capsule, i, imported->front(), folder.snapshots);
    states += kept && *kept;
  }
  std::string numbers;
  for (const auto& one : *imported) numbers += (numbers.empty() ? "" : " ") + std::to_string(static_cast<std::int64_t>(one.id));
  standard_output().write(numbers + "\t" + about + (found.capsule ? ", " + std::to_string(states) + " kept" : "") + "\n");
  return {};
}

}  // namespace

Result<void> export_chat(const TransferOptions& options) {
  auto location = find_data_location(options.data_dir);
  if (!location) return std::move(location).error();
  if (options.format == "eddy" && options.output.empty()) {
    return Error{ErrorCode::InvalidArgument, "[chats] an eddy file cannot be printed: say where to write it with --output", {}};
  }
  if (options.format == "eddy" && options.states != "none") {
    auto folder = Folder::open(location->folder, options);
    if (!folder) return std::move(folder).error();
    return write_capsule(ConversationStore(*folder->opened.database), &folder->snapshots, folder->library, options);
  }
  auto key = key_of(location->folder, options.passphrase_file);
  if (!key) return std::move(key).error();
  auto opened = open_conversation_database(location->folder, OpenMode::ReadOnly, 5000, *key);
  if (!opened) return std::move(opened).error();
  const ConversationStore store(*opened->database);
  if (options.format == "eddy") return write_capsule(store, nullptr, StateLibrary(*opened->database, location->folder), options);
  auto text = text_of(store, options);
  return text ? write_text(*text, options) : std::move(text).error();
}

Result<void> import_chats(const TransferOptions& options) {
  auto location = find_data_location(options.data_dir);
  if (!location) return std::move(location).error();
  auto folder = Folder::open(location->folder, options);
  if (!folder) return std::move(folder).error();
  for (const auto& file : options.files) {
    auto found = read(file, !options.without_states);
    if (!found) return std::move(found).error();
    if (auto taken = take_over(*folder, *std::move(found), !options.without_states); !taken) return taken;
  }
  return {};
}

Result<void> verify_chats(const TransferOptions& options) {
  for (const auto& file : options.files) {
    auto found = read(file, true);
    if (!found) return std::move(found).error();
    standard_output().write(file + "\t" + line_about(*found) + "\n");
  }
  return {};
}

}  // namespace eddy::cli
