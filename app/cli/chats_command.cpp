// eddy-cli chats: the conversations of the desktop app. Reads only; the app may run meanwhile.
#include <ctime>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/storage/conversation_database.h"
#include "app/storage/conversation_store.h"
#include "app/storage/data_location.h"
#include "app/storage/export.h"

namespace eddy::cli {
namespace {

struct ChatsOptions {
  std::optional<std::string> data_dir;
  std::int64_t id = 0;
  std::string format = "markdown";
  bool json = false;
};

using Work = Result<void> (*)(const ConversationStore& store, const ChatsOptions& options);

Result<void> with_store(const ChatsOptions& options, Work work) {
  auto location = find_data_location(options.data_dir);
  if (!location) return std::move(location).error();
  auto opened = open_conversation_database(location->folder, OpenMode::ReadOnly);
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
  standard_output().write(export_markdown(*chat, *branch));
  return {};
}

Result<void> print_tree(const ConversationStore& store, const ChatsOptions& options) {
  auto chat = store.conversation(ConversationId{options.id});
  if (!chat) return std::move(chat).error();
  auto messages = store.all_messages(chat->id);
  if (!messages) return std::move(messages).error();
  standard_output().write(export_json(*chat, *messages) + "\n");
  return {};
}

}  // namespace

Command add_chats(CLI::App& program) {
  auto* command = program.add_subcommand("chats", "Read the conversations of the desktop app");
  auto o = std::make_shared<ChatsOptions>();
  command->require_subcommand(1);
  command->fallthrough();
  command->add_option("--data-dir", o->data_dir, "Where the app keeps its data (default: where the app looks)");
  auto* list_chats = command->add_subcommand("list", "All conversations, newest first");
  list_chats->add_flag("--json", o->json, "Print JSON");
  auto* show = command->add_subcommand("show", "The branch on show of one conversation, as text");
  show->add_option("id", o->id, "Number of the conversation")->required();
  auto* save = command->add_subcommand("export", "One conversation, for other programs");
  save->add_option("id", o->id, "Number of the conversation")->required();
  save->add_option("--format", o->format, "markdown (the branch on show) or json (every branch)")
      ->check(CLI::IsMember({"markdown", "json"}))
      ->capture_default_str();
  return {command, [o, list_chats, save] {
            if (list_chats->parsed()) return with_store(*o, list);
            return with_store(*o, save->parsed() && o->format == "json" ? print_tree : print_branch);
          }};
}

}  // namespace eddy::cli
