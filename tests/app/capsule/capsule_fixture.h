// What the capsule tests share: a chat with branches, states that are made of nothing but their tokens, and the way
// through both stores.
#pragma once

#include <cstring>

#include "app/capsule/capsule_reader.h"
#include "app/capsule/capsule_writer.h"
#include "app/capsule/transfer.h"
#include "tests/app/storage/storage_fixture.h"

namespace eddy::test {

/// "STATE", fingerprint, tokens, and two blocks that are either in the bytes or named. Enough to be restored wrongly.
class TestSnapshot final : public StateSnapshot {
 public:
  TestSnapshot(std::string fingerprint, std::vector<std::int32_t> tokens)
      : key_{std::move(fingerprint), hash_tokens(0, tokens), static_cast<std::int64_t>(tokens.size())}, tokens_(std::move(tokens)) {
    for (int i = 0; i < 2; ++i) {
      block_[i].assign(100, static_cast<std::byte>(tokens_.empty() || i == 0 ? 7 : tokens_.back()));
      hash_[i] = std::string(30, 'a') + std::string(2, static_cast<char>('b' + i)) ;
      hash_[i].replace(0, 4, std::to_string(1000 + static_cast<int>(block_[i][0])));
    }
  }
  const SnapshotKey& key() const override { return key_; }
  const std::string& architecture() const override { return architecture_; }
  std::span<const TokenId> pending() const override { return {}; }
  std::size_t byte_size() const override { return serialise().size(); }
  std::vector<SnapshotBlock> blocks() const override { return {{hash_[0], block_[0]}, {hash_[1], block_[1]}}; }
  std::vector<std::byte> serialise() const override { return bytes(true); }
  std::vector<std::byte> serialise_without_blocks() const override { return bytes(false); }

 private:
  std::vector<std::byte> bytes(bool whole) const {
    std::string out = std::string(whole ? "WHOLE" : "NAMED") + key_.model_fingerprint + '\n';
    out.append(reinterpret_cast<const char*>(tokens_.data()), tokens_.size() * 4);
    std::vector<std::byte> all(out.size());
    std::memcpy(all.data(), out.data(), out.size());
    return all;
  }
  SnapshotKey key_;
  std::vector<std::int32_t> tokens_;
  std::vector<std::byte> block_[2];
  std::string hash_[2];
  std::string architecture_ = "test";
};

inline Result<std::shared_ptr<const StateSnapshot>> parse_test_snapshot(const SnapshotPieces& pieces) {
  const std::string text(reinterpret_cast<const char*>(pieces.bytes.data()), pieces.bytes.size());
  const Error corrupt{ErrorCode::FileCorrupt, "[test] damaged", {}};
  if (text.starts_with("NEWER")) return Error{ErrorCode::FileTooNew, "[test] newer", {}};
  const auto end = text.find('\n');
  if ((!text.starts_with("WHOLE") && !text.starts_with("NAMED")) || end == std::string::npos || (text.size() - end - 1) % 4 != 0) return corrupt;
  std::vector<std::int32_t> tokens((text.size() - end - 1) / 4);
  std::memcpy(tokens.data(), text.data() + end + 1, tokens.size() * 4);
  auto snapshot = std::make_shared<TestSnapshot>(text.substr(5, end - 5), tokens);
  for (const auto& block : snapshot->blocks()) {
    if (text.starts_with("WHOLE")) break;
    const auto found = pieces.find ? pieces.find(block.hash) : std::nullopt;
    if (!found || !std::equal(found->begin(), found->end(), block.bytes.begin(), block.bytes.end())) return corrupt;
  }
  return std::shared_ptr<const StateSnapshot>(std::move(snapshot));
}

/// A question with two answers; the second is followed by a turn. Ids from 1.
inline PortableChat sample_chat() {
  PortableChat chat;
  Conversation& c = chat.content.conversation;
  c.title = "Robert'); DROP TABLE messages;--";
  c.title_is_automatic = false;
  c.created_at = 1'700'000'000'000;
  c.updated_at = 1'700'000'900'000;
  c.current_leaf = MessageId{5};
  c.system_prompt = "Be brief.";
  c.draft = "and then";
  const auto add = [&](std::int64_t id, std::optional<MessageId> parent, std::string text, std::vector<std::int32_t> tokens) {
    Message m{.id = MessageId{id}, .parent = parent, .author = parent && static_cast<std::int64_t>(*parent) % 3 == 1 ? Author::Assistant : Author::User,
              .text = std::move(text), .tokens = std::move(tokens), .tokenizer_fingerprint = "reading"};
    if (m.author == Author::Assistant) {
      m.model_fingerprint = "abc123";
      m.model_name = "Tiny";
      m.stop_reason = "stop-token";
      m.seconds = 0.25 * static_cast<double>(id);
      m.tokens_generated = id;
    }
    m.created_at = 1'700'000'000'000 + id;
    chat.content.messages.push_back(std::move(m));
  };
  add(1, std::nullopt, "Why?\n\n## You <!-- eddy:question -->", {10, 11});
  add(2, MessageId{1}, "Because.", {12});
  add(3, MessageId{1}, "naïve 日本語 🚀", {13, 14});
  add(4, MessageId{3}, "And?", {15});
  add(5, MessageId{4}, "So.", {16, 17});
  chat.content.messages[1].status = MessageStatus::Cancelled;
  chat.settings = {{"temperature", "0.7"}, {"stopStrings", "a\nb"}};
  chat.model_name = "Tiny";
  chat.model_fingerprint = "abc123";
  chat.model_file = "tiny.gguf";
  return chat;
}

/// It begins with a state that has read three tokens.
inline PortableChat sample_chat_with_origin() {
  auto chat = sample_chat();
  const TestSnapshot state("abc123", {1, 2, 3});
  chat.origin = PortableOrigin{{.kind = StateKind::Persona, .created_at = 1'700'000'000'000, .token_hash = state.key().token_hash,
                                .token_count = 3, .name = "Captain", .note = "at sea", .architecture = "test",
                                .model_fingerprint = "abc123", .model_name = "Tiny", .reading = "reading", .text = "User: ahoy",
                                .tokens = {1, 2, 3}, .replayable = true}};
  return chat;
}

inline TestSnapshot state_of_branch(const PortableChat& chat, std::int64_t message) {
  auto tokens = chat.origin ? chat.origin->state.tokens : std::vector<std::int32_t>();
  const auto branch = branch_tokens(chat.content, MessageId{message});
  tokens.insert(tokens.end(), branch.begin(), branch.end());
  return TestSnapshot("abc123", tokens);
}

inline std::vector<std::byte> origin_bytes(const PortableChat& chat) {
  return TestSnapshot("abc123", chat.origin->state.tokens).serialise();
}

inline void write_capsule(const std::filesystem::path& file, const PortableChat& chat, std::vector<std::int64_t> states = {}) {
  auto writer = must(CapsuleWriter::create(file, chat));
  if (chat.origin) must(writer.add_origin(origin_bytes(chat)));
  for (const auto message : states) {
    if (!must(writer.add_state(MessageId{message}, state_of_branch(chat, message)))) qFatal("state was refused");
  }
  must(writer.finish());
}

inline bool same(const Message& a, const Message& b) {
  return a.id == b.id && a.parent == b.parent && a.author == b.author && a.status == b.status && a.text == b.text &&
         a.tokens == b.tokens && a.tokenizer_fingerprint == b.tokenizer_fingerprint && a.model_fingerprint == b.model_fingerprint &&
         a.model_name == b.model_name && a.stop_reason == b.stop_reason && a.seconds == b.seconds &&
         a.tokens_generated == b.tokens_generated && a.created_at == b.created_at;
}

inline bool same(const PortableChat& a, const PortableChat& b) {
  const auto& x = a.content;
  const auto& y = b.content;
  return std::equal(x.messages.begin(), x.messages.end(), y.messages.begin(), y.messages.end(),
                    [](const Message& m, const Message& n) { return same(m, n); }) &&
         x.conversation.title == y.conversation.title && x.conversation.title_is_automatic == y.conversation.title_is_automatic &&
         x.conversation.system_prompt == y.conversation.system_prompt && x.conversation.draft == y.conversation.draft &&
         x.conversation.current_leaf == y.conversation.current_leaf && x.conversation.created_at == y.conversation.created_at &&
         x.conversation.updated_at == y.conversation.updated_at && a.settings == b.settings && a.model_name == b.model_name &&
         a.model_fingerprint == b.model_fingerprint && a.model_file == b.model_file;
}

}  // namespace eddy::test
