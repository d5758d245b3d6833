// eddy-cli chats: the conversations of the desktop app. Reading may go on while the app runs; importing may not.
#include <ctime>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/cli/chat_transfer.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/passphrase.h"
#include "app/storage/conversation_database.h"
#include "app/storage/conversation_store.h"
#include "app/storage/data_location.h"
#include "app/storage/export.h"

namespace eddy::cli {
namespace {

struct ChatsOptions {
  std::optional<std::string> data_dir;
  std::optional<std::string> passphrase_file;
  std::int64_t id = 0;
  std::string format = "markdown";
  bool json = false;
};

using Work = Result<void> (*)(const ConversationStore& store, const ChatsOptions& options);

Result<void> with_store(const ChatsOptions& options, Work work) {
  auto location = find_data_location(options.data_dir);
  if (!location) return std::move(location).error();
  auto key = key_of(location->folder, options.passphrase_file);
  if (!key) return std::move(key).error();
  auto opened = open_conversation_database(location->folder, OpenMode::ReadOnly, 5000, *key);
  if (!opened) return std::move(opened).error();
  return work(ConversationStore(*opened->database), options);
}

std::string utc_time(std::int64_t milliseconds) {
  const std::time_t seconds = milliseconds / 1000;
  char text[32] = "";
  if (const std::tm* time = std::gmtime(&seconds)) std::strftime(text, sizeof(text), "%Y-%m-%d %H:%M", time);
  return text;
}

Result<void> list(const ConversationStore& store, const ChatsOptions& options) {
  auto chats = store.list_conversations();
  if (!chats) return std::move(chats).error();
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const auto& chat : *chats) {
    const auto id = static_cast<std::int64_t>(chat.id);
    all.push_back({{"id", id},
                   {"title", chat.title},
                   {"preview", chat.preview},
                   {"messages", chat.message_count},
                   {"created_at", chat.created_at},
                   {"updated_at", chat.updated_at}});
    if (options.json) continue;
    standard_output().write(std::to_string(id) + "\t" + utc_time(chat.updated_at) + "\t" +
                            std::to_string(chat.message_count) + " messages\t" + chat.title + "\n");
  }
  if (options.json) standard_output().write_json(all, 2);
  return {};
}

Result<std::vector<Message>> shown_branch(const ConversationStore& store, const Conversation& chat) {
  if (!chat.current_leaf) return std::vector<Message>();
  return store.branch(*chat.current_leaf);
}

Result<void> print_branch(const ConversationStore& store, const ChatsOptions& options) {
  auto chat = store.conversation(ConversationId{options.id});
  if (!chat) return std::move(chat).error();
  auto branch = shown_branch(store, *chat);
  if (!branch) return std::move(branch).error();
  standard_output().write(export_markdown(*chat, *branch, false));
  return {};
}

}  // namespace

Command add_chats(CLI::App& program) {
  auto* command = program.add_subcommand("chats", "The conversations of the desktop app");
  auto o = std::make_shared<ChatsOptions>();
  auto t = std::make_shared<TransferOptions>();
  command->require_subcommand(1);
  command->fallthrough();
  command->add_option("--data-dir", o->data_dir, "Where the app keeps its data (default: where the app looks)");
  command->add_option("--passphrase-file", o->passphrase_file, "File whose first line is the passphrase of an encrypted data folder "
                                                               "(default: ask in the terminal)");
  auto* list_chats = command->add_subcommand("list", "All conversations, newest first");
  list_chats->add_flag("--json", o->json, "Print JSON");
  auto* show = command->add_subcommand("show", "The branch on show of one conversation, as text");
  show->add_option("id", o->id, "Number of the conversation")->required();
  auto* save = command->add_subcommand("export", "One conversation, for another computer or other programs");
  save->add_option("id", t->id, "Number of the conversation")->required();
  save->add_option("--format", t->format, "markdown (the branch on show), json (every branch) or eddy (with tokens and saved states)")
      ->check(CLI::IsMember({"markdown", "json", "eddy"}))
      ->capture_default_str();
  save->add_option("-o,--output", t->output, "File to write (default: standard output; eddy needs a file)");
  save->add_option("--states", t->states, "Saved states to take along in an eddy file: none, leaf (where the chat ends) or all. "
                                          "The app must not run")
      ->check(CLI::IsMember({"none", "leaf", "all"}))
      ->capture_default_str();
  auto* load = command->add_subcommand("import", "Take over chats: of Eddy, ChatGPT, LM Studio, GPT4All. The app must not run");
  load->add_option("files", t->files, "Files with chats")->required();
  load->add_flag("--no-states", t->without_states, "Take the text over and leave saved states");
  auto* verify = command->add_subcommand("verify", "Say whether files with chats are whole, and what they hold");
  verify->add_option("files", t->files, "Files with chats")->required();
  return {command, [o, t, list_chats, show, save, load] {
            t->data_dir = o->data_dir;
            t->passphrase_file = o->passphrase_file;
            if (list_chats->parsed()) return with_store(*o, list);
            if (show->parsed()) return with_store(*o, print_branch);
            if (save->parsed()) return export_chat(*t);
            return load->parsed() ? import_chats(*t) : verify_chats(*t);
          }};
}

}  // namespace eddy::cli
