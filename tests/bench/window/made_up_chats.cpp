#include "tests/bench/window/made_up_chats.h"

#include <string>
#include <vector>

#include "app/storage/conversation_import.h"
#include "app/storage/storage_service.h"
#include "tests/support/app/fake_engine.h"

namespace eddy::bench {
namespace {

constexpr std::int64_t kBegin = 1'700'000'000'000;  // milliseconds since 1970
constexpr std::int64_t kMinute = 60'000;

ConversationContent chat(int number, int messages, std::int64_t time) {
  ConversationContent content;
  content.conversation.title = "Conversation " + std::to_string(number) + " about rivers, states and the sea";
  content.conversation.title_is_automatic = false;
  content.conversation.created_at = content.conversation.updated_at = time;
  for (int i = 0; i < messages; ++i) {
    Message message{.id = MessageId{i + 1}, .created_at = time + i};
    if (i > 0) message.parent = MessageId{i};
    const bool asked = i % 2 == 0;
    message.author = asked ? Author::User : Author::Assistant;
    const auto place = std::to_string(number) + "." + std::to_string(i);
    if (asked) message.text = "Question " + place + ": what did the river say behind the stone?";
    else if (i % 10 == 9) message.text = fake::canned_answer("User: tour");
    else message.text = "Answer " + place + ". It **turned back** on itself and went on, as `rivers` do.\n\nThen it rested for a while, wrote down what it had seen, and "
                        "went on to the sea: slowly at first, then faster, and at the end not at all.";
    if (!asked) {
      message.seconds = 2;
      message.tokens_generated = 60;
      message.seconds_to_first_token = 0.2;
    }
    content.messages.push_back(std::move(message));
  }
  if (messages > 0) content.conversation.current_leaf = MessageId{messages};
  return content;
}

}  // namespace

bool makeChats(const std::filesystem::path& folder, int chats, int messages) {
  auto opened = Stores::open(folder);
  if (!opened) return false;
  auto& stores = *opened->stores;
  std::vector<ConversationContent> contents;
  for (int i = 0; i < chats; ++i) contents.push_back(chat(i, 2, kBegin + i * 60 * kMinute));
  if (messages > 0) contents.push_back(chat(chats, messages, kBegin + std::int64_t{chats} * 60 * kMinute));
  const auto made = import_conversations(*stores.database, contents);
  if (!made) return false;
  std::vector<ConversationId> pinned, archived, filed;
  for (std::size_t i = 0; i < static_cast<std::size_t>(chats); ++i) {
    if (i % 1000 == 3) pinned.push_back((*made)[i].id);
    if (i % 20 == 7) archived.push_back((*made)[i].id);
    if (i % 15 == 5) filed.push_back((*made)[i].id);
  }
  const bool ordered = stores.conversations.set_pinned(pinned, true) && stores.conversations.set_archived(archived, true) &&
                       stores.conversations.set_folder(filed, "Rivers");
  return ordered && stores.settings.set("chat.current", std::to_string(static_cast<std::int64_t>(made->back().id)));
}

}  // namespace eddy::bench
