#include "app/capsule/capsule_format.h"

#include <bit>
#include <cstring>
#include <span>

#include "app/storage/files.h"

namespace eddy {
namespace {

/// Values one after another, each with its length, so that none can pass for another.
class Canonical {
 public:
  void text(std::string_view value) {
    number(static_cast<std::int64_t>(value.size()));
    append(value.data(), value.size());
  }
  void number(std::int64_t value) { append(&value, sizeof value); }
  void real(double value) { number(std::bit_cast<std::int64_t>(value)); }
  void id(const std::optional<MessageId>& value) { number(value ? static_cast<std::int64_t>(*value) : -1); }
  std::span<const std::byte> bytes() const { return bytes_; }

 private:
  void append(const void* data, std::size_t size) {
    const auto before = bytes_.size();
    bytes_.resize(before + size);
    if (size > 0) std::memcpy(bytes_.data() + before, data, size);
  }
  std::vector<std::byte> bytes_;
};

void add_message(Canonical& all, const Message& m) {
  all.id(m.id);
  all.id(m.parent);
  for (const auto value : {static_cast<std::int64_t>(m.author), static_cast<std::int64_t>(m.status), m.created_at,
                           m.tokens_generated, m.tokens_reread}) {
    all.number(value);
  }
  all.real(m.seconds_to_first_token);
  all.real(m.seconds);
  for (const auto* text : {&m.tokenizer_fingerprint, &m.model_fingerprint, &m.model_name, &m.stop_reason, &m.error_code,
                           &m.error_text, &m.reread_reason, &m.text}) {
    all.text(*text);
  }
  all.text({reinterpret_cast<const char*>(m.tokens.data()), m.tokens.size() * sizeof(std::int32_t)});
}

void add_origin(Canonical& all, const PortableOrigin& origin) {
  const LibraryState& s = origin.state;
  for (const auto value : {static_cast<std::int64_t>(s.kind), s.created_at, static_cast<std::int64_t>(s.token_hash), s.token_count,
                           s.bytes, static_cast<std::int64_t>(origin.checksum)}) {
    all.number(value);
  }
  for (const auto* text : {&s.name, &s.note, &s.architecture, &s.model_fingerprint, &s.model_name, &s.reading, &s.text}) all.text(*text);
  all.text({reinterpret_cast<const char*>(s.tokens.data()), s.tokens.size() * sizeof(std::int32_t)});
}

void add_picture(Canonical& all, const Picture& p) {
  all.id(p.message);
  for (const auto* text : {&p.name, &p.media_type}) all.text(*text);
  for (const auto value : {std::int64_t{p.width}, std::int64_t{p.height}, static_cast<std::int64_t>(checksum(p.content))}) all.number(value);
}

}  // namespace

std::string capsule_digest(const PortableChat& chat, const std::vector<CapsuleState>& states) {
  Canonical all;
  const Conversation& c = chat.content.conversation;
  for (const auto* text : {&c.title, &c.system_prompt, &c.draft, &chat.model_name, &chat.model_fingerprint, &chat.model_file})
    all.text(*text);
  for (const auto value : {std::int64_t{c.title_is_automatic}, c.created_at, c.updated_at}) all.number(value);
  all.id(c.current_leaf);
  for (const auto& [name, value] : chat.settings) {
    all.text(name);
    all.text(value);
  }
  all.number(static_cast<std::int64_t>(chat.content.messages.size()));
  for (const auto& message : chat.content.messages) add_message(all, message);
  for (const auto& state : states) {
    all.id(state.message);
    all.text(state.model_fingerprint);
    for (const auto value : {static_cast<std::int64_t>(state.token_hash), state.tokens, static_cast<std::int64_t>(state.checksum)})
      all.number(value);
  }
  if (chat.origin) add_origin(all, *chat.origin);
  for (const auto& picture : chat.content.pictures) add_picture(all, picture);
  const auto sum = checksum(all.bytes());
  std::string hex;
  for (int shift = 60; shift >= 0; shift -= 4) hex += "0123456789abcdef"[(sum >> shift) & 15];
  return hex;
}

}  // namespace eddy
