#include "app/capsule/portable_chat.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "app/storage/conversation_title.h"
#include "app/storage/utf8.h"

namespace eddy {
namespace {

constexpr std::size_t kLongestName = 10'000;   // bytes of what is neither text nor prompt
constexpr std::size_t kLongestTitle = 200;     // characters
constexpr double kLongestSeconds = 1e9;

std::int64_t number(MessageId id) { return static_cast<std::int64_t>(id); }

bool is_time(std::int64_t milliseconds) { return milliseconds >= 0 && milliseconds <= kLatestTime; }
bool is_duration(double seconds) { return std::isfinite(seconds) && seconds >= 0 && seconds <= kLongestSeconds; }
bool is_name(const std::string& text) { return text.size() <= kLongestName && is_valid_utf8(text); }

/// Nothing when the message is sound by itself.
const char* fault_in(const Message& m) {
  if (m.author != Author::User && m.author != Author::Assistant) return "has an unknown author";
  if (m.status < MessageStatus::Pending || m.status > MessageStatus::Failed) return "has an unknown status";
  if (m.author == Author::User && m.status != MessageStatus::Done) return "is a question that was not finished";
  if (!is_valid_utf8(m.text)) return "is not UTF-8";
  for (const auto* name : {&m.tokenizer_fingerprint, &m.model_fingerprint, &m.model_name, &m.stop_reason, &m.error_code,
                           &m.error_text, &m.reread_reason}) {
    if (!is_name(*name)) return "has a name that is too long or not UTF-8";
  }
  for (const auto token : m.tokens) {
    if (token < 0) return "has a negative token";
  }
  if (!is_time(m.created_at)) return "has a date that cannot be";
  if (m.tokens_generated < 0 || m.tokens_reread < 0) return "has a negative count";
  if (!is_duration(m.seconds) || !is_duration(m.seconds_to_first_token)) return "has a duration that cannot be";
  return nullptr;
}

/// Nothing when the message stands where it may: after one of the other author, or first and a question.
const char* misplaced(const std::vector<Message>& messages, std::size_t index) {
  const Message& m = messages[index];
  if (number(m.id) != static_cast<std::int64_t>(index) + 1) return "has a number out of order";
  if (!m.parent) return m.author == Author::User ? nullptr : "is an answer to nothing";
  if (number(*m.parent) < 1 || number(*m.parent) >= number(m.id)) return "follows a message that is not before it";
  return messages[static_cast<std::size_t>(number(*m.parent)) - 1].author == m.author
             ? "follows one of the same author" : nullptr;
}

Result<void> check_pictures(const ConversationContent& content, const std::string& file) {
  std::map<MessageId, int> counts;
  for (const Picture& picture : content.pictures) {
    const auto of = picture.message ? number(*picture.message) : 0;
    if (of < 1 || of > static_cast<std::int64_t>(content.messages.size())) return corrupt_chat(file, "a picture in it belongs to no message");
    if (const char* fault = fault_in(picture)) return corrupt_chat(file, std::string("a picture in it ") + fault);
    if (++counts[*picture.message] > kMostPictures) return corrupt_chat(file, "a message in it has more pictures than any");
  }
  return {};
}

}  // namespace

Error corrupt_chat(const std::string& file, const std::string& what) {
  return {ErrorCode::FileCorrupt,
          "[capsule] " + file + ": " + what + ". Nothing was imported; get the file again from where it came from", {}};
}

Result<void> check_content(const ConversationContent& content, const std::string& file) {
  const Conversation& c = content.conversation;
  const auto count = static_cast<std::int64_t>(content.messages.size());
  if (count > kMostMessages) return corrupt_chat(file, "it says it holds more messages than any chat");
  if (!is_time(c.created_at) || !is_time(c.updated_at)) return corrupt_chat(file, "its date cannot be");
  for (const auto* text : {&c.title, &c.system_prompt, &c.draft}) {
    if (!is_valid_utf8(*text)) return corrupt_chat(file, "its title or prompt is not UTF-8");
  }
  std::int64_t bytes = 0;
  for (std::size_t i = 0; i < content.messages.size(); ++i) {
    const Message& m = content.messages[i];
    const char* fault = misplaced(content.messages, i);
    if (!fault) fault = fault_in(m);
    if (fault) return corrupt_chat(file, "message " + std::to_string(i + 1) + " " + fault);
    bytes += static_cast<std::int64_t>(m.text.size() + m.tokens.size() * sizeof(std::int32_t));
    if (bytes > kLargestTranscript) return corrupt_chat(file, "its text is larger than any chat's");
  }
  if (auto sound = check_pictures(content, file); !sound) return sound;
  if (!c.current_leaf) return {};
  const auto leaf = number(*c.current_leaf);
  const bool there = leaf >= 1 && leaf <= count && content.messages[static_cast<std::size_t>(leaf) - 1].author == Author::Assistant;
  if (!there) return corrupt_chat(file, "the branch it shows is not there");
  return {};
}

Result<void> check_origin(const PortableOrigin& origin, const std::string& file) {
  const LibraryState& s = origin.state;
  const auto wrong = [&](const char* what) { return corrupt_chat(file, std::string("the state it begins with ") + what); };
  for (const auto* name : {&s.name, &s.note, &s.architecture, &s.model_fingerprint, &s.model_name, &s.reading}) {
    if (!is_name(*name)) return wrong("has a name that is too long or not UTF-8");
  }
  if (s.name.empty() || s.model_fingerprint.empty()) return wrong("has no name or no model");
  if (s.kind < StateKind::Persona || s.kind > StateKind::Point) return wrong("is of an unknown kind");
  if (!is_time(s.created_at)) return wrong("has a date that cannot be");
  if (!is_valid_utf8(s.text)) return wrong("is not UTF-8");
  if (static_cast<std::int64_t>(s.text.size() + s.tokens.size() * sizeof(std::int32_t)) > kLargestTranscript) {
    return wrong("has more text than any chat");
  }
  if (std::any_of(s.tokens.begin(), s.tokens.end(), [](auto token) { return token < 0; })) return wrong("has a negative token");
  if (s.token_count < 0) return wrong("has a negative count");
  if (s.tokens.empty()) return {};
  const bool same = static_cast<std::int64_t>(s.tokens.size()) == s.token_count && hash_tokens(0, s.tokens) == s.token_hash;
  return same ? Result<void>() : wrong("is the state of another text");
}

void complete(ConversationContent& content) {
  auto& messages = content.messages;
  std::vector<bool> answered(messages.size() + 1, false);
  for (const auto& message : messages) {
    if (message.parent) answered[static_cast<std::size_t>(*message.parent)] = true;
  }
  const auto before = messages.size();
  for (std::size_t i = 0; i < before; ++i) {
    if (messages[i].author != Author::User || answered[i + 1]) continue;
    Message answer{.id = MessageId{static_cast<std::int64_t>(messages.size()) + 1}, .parent = messages[i].id,
                   .author = Author::Assistant, .status = MessageStatus::Interrupted};
    answer.created_at = messages[i].created_at;
    messages.push_back(std::move(answer));
  }
  if (content.conversation.current_leaf || messages.empty()) return;
  std::size_t leaf = messages.size();
  while (messages[leaf - 1].author != Author::Assistant) --leaf;
  content.conversation.current_leaf = messages[leaf - 1].id;
}

std::vector<std::int32_t> branch_tokens(const ConversationContent& content, MessageId leaf) {
  std::vector<const Message*> path;
  for (std::optional<MessageId> at = leaf; at; at = path.back()->parent) {
    path.push_back(&content.messages[static_cast<std::size_t>(*at) - 1]);
  }
  std::vector<std::int32_t> tokens;
  for (auto message = path.rbegin(); message != path.rend(); ++message) {
    tokens.insert(tokens.end(), (*message)->tokens.begin(), (*message)->tokens.end());
  }
  return tokens;
}

bool is_on_branch(const PortableChat& chat, MessageId leaf, const SnapshotKey& key) {
  const auto before = chat.origin ? chat.origin->state.token_count : 0;
  if (key.tokens < before) return false;
  const auto branch = branch_tokens(chat.content, leaf);
  const auto count = static_cast<std::size_t>(key.tokens - before);
  if (count > branch.size()) return false;
  return hash_tokens(chat.origin ? chat.origin->state.token_hash : 0, std::span(branch).first(count)) == key.token_hash;
}

std::string tidy_line(const std::string& text) {
  std::string line = repaired_utf8(text);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return first_line(line, kLongestTitle);
}

}  // namespace eddy
