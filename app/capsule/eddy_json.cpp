// What export_json() wrote: the whole tree, without tokens and states.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "app/capsule/chat_readers.h"
#include "app/storage/export.h"

namespace eddy {
namespace {

struct Named {
  const char* name;
  MessageStatus status;
};
constexpr std::array kStatuses = {Named{"pending", MessageStatus::Pending},     Named{"streaming", MessageStatus::Streaming},
                                  Named{"done", MessageStatus::Done},           Named{"cancelled", MessageStatus::Cancelled},
                                  Named{"interrupted", MessageStatus::Interrupted}, Named{"failed", MessageStatus::Failed}};

std::optional<MessageStatus> status_of(const std::string& name) {
  for (const auto& one : kStatuses) {
    if (name == one.name) return one.status;
  }
  return {};
}

Result<void> add_pictures(const Json& one, MessageId message, PortableChat& chat, const std::string& name) {
  if (!member(one, "pictures").is_array()) return {};
  for (const Json& picture : member(one, "pictures")) {
    auto content = bytes_of_base64(text_of(picture, "data"));
    if (!content) return corrupt_chat(name, "a picture in it is damaged");
    const auto side = [&](const char* which) { return static_cast<int>(std::clamp<std::int64_t>(integer_of(picture, which), 0, kWidestPicture + 1)); };
    chat.content.pictures.push_back({message, tidy_line(text_of(picture, "name")), text_of(picture, "media_type"), side("width"), side("height"), *std::move(content)});
  }
  return {};
}

/// The file's ids as ours, in the order they come.
using Ids = std::map<std::int64_t, MessageId>;

Result<Message> message_from(const Json& one, Ids& ids, const std::string& name) {
  const auto which = "message " + std::to_string(ids.size() + 1);
  if (!member(one, "id").is_number_integer()) return corrupt_chat(name, which + " has no number");
  Message m{.id = MessageId{static_cast<std::int64_t>(ids.size()) + 1}};
  if (!ids.emplace(integer_of(one, "id"), m.id).second) return corrupt_chat(name, which + " has the number of another");
  if (!member(one, "parent").is_null()) {
    const auto parent = ids.find(integer_of(one, "parent"));
    if (parent == ids.end()) return corrupt_chat(name, which + " follows a message that is not before it");
    m.parent = parent->second;
  }
  const auto author = text_of(one, "author");
  if (author != "user" && author != "assistant") return corrupt_chat(name, which + " has an unknown author");
  m.author = author == "user" ? Author::User : Author::Assistant;
  const auto status = status_of(text_of(one, "status"));
  if (!status) return corrupt_chat(name, which + " has an unknown status");
  m.status = *status;
  m.text = text_of(one, "text");
  m.model_name = text_of(one, "model");
  m.stop_reason = text_of(one, "stop_reason");
  m.error_code = text_of(one, "error_code");
  m.error_text = text_of(one, "error_text");
  m.reread_reason = text_of(one, "reread_reason");
  m.created_at = milliseconds_of(text_of(one, "created_at")).value_or(0);
  m.seconds_to_first_token = number_of(one, "seconds_to_first_token");
  m.seconds = number_of(one, "seconds");
  m.tokens_generated = integer_of(one, "tokens_generated");
  m.tokens_reread = integer_of(one, "tokens_reread");
  return m;
}

}  // namespace

Result<std::vector<PortableChat>> read_eddy_json(const Json& root, const std::string& name) {
  if (text_of(root, "format") != "eddy-conversation" || !member(root, "messages").is_array()) {
    return corrupt_chat(name, "it is not laid out as Eddy does");
  }
  if (integer_of(root, "version") > 1) {
    return Error{ErrorCode::FileTooNew, "[capsule] " + name + " was written by a newer version of Eddy. Update Eddy to open it", {}};
  }
  PortableChat chat;
  Conversation& c = chat.content.conversation;
  c.title = tidy_line(text_of(root, "title"));
  c.title_is_automatic = c.title.empty();
  c.system_prompt = text_of(root, "system_prompt");
  c.created_at = milliseconds_of(text_of(root, "created_at")).value_or(0);
  c.updated_at = milliseconds_of(text_of(root, "updated_at")).value_or(c.created_at);
  Ids ids;
  for (const Json& one : member(root, "messages")) {
    auto message = message_from(one, ids, name);
    if (!message) return message.error();
    if (message->author == Author::Assistant) chat.model_name = message->model_name;
    if (auto added = add_pictures(one, message->id, chat, name); !added) return added.error();
    chat.content.messages.push_back(*std::move(message));
  }
  if (const auto leaf = ids.find(integer_of(root, "current_leaf")); leaf != ids.end()) {
    if (chat.content.messages[static_cast<std::size_t>(leaf->second) - 1].author == Author::Assistant) c.current_leaf = leaf->second;
  }
  if (auto sound = check_content(chat.content, name); !sound) return sound.error();
  complete(chat.content);
  return std::vector{std::move(chat)};
}

}  // namespace eddy
