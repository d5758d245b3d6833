// gpt4all-*.chat: a QDataStream (big-endian) of magic, version 1 to 12 and the fields in the order of read(). Numbers, and texts
// as UTF-16 with their length in bytes before them; the model's own state, in files before version 11, is passed over.
#include <array>
#include <cstdint>
#include <limits>

#include "app/capsule/chat_readers.h"
#include "app/capsule/chat_tree.h"

namespace eddy {
namespace {

constexpr int kNewest = 12;
constexpr std::uint32_t kNull = 0xFFFFFFFF;  // a text or array that is not there
constexpr int kDeepest = 8;                  // parts of parts of an answer

void append_utf8(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
  } else if (c < 0x10000) {
    out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)), static_cast<char>(0x80 | (c & 63))};
  } else {
    out += {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 63)),
            static_cast<char>(0x80 | (c >> 6 & 63)), static_cast<char>(0x80 | (c & 63))};
  }
}

/// After the first failure everything reads as nothing.
class Stream {
 public:
  explicit Stream(std::string_view bytes) : bytes_(bytes) {}
  bool failed() const { return failed_; }
  void fail() { failed_ = true; }

  template <class T>
  T number() {
    const auto bytes = take(sizeof(T));
    std::uint64_t value = 0;
    for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
    return static_cast<T>(value);
  }
  std::string text() {
    const auto size = number<std::uint32_t>();
    if (size == kNull) return {};
    const auto bytes = take(size);
    if (size % 2 != 0) fail();
    std::string out;
    for (std::size_t i = 0; i + 1 < bytes.size() && !failed_; i += 2) {
      std::uint32_t c = unit(bytes, i);
      const bool high = c >= 0xD800 && c < 0xDC00;
      if (high && i + 3 < bytes.size() && (unit(bytes, i + 2) & 0xFC00) == 0xDC00) {
        c = 0x10000 + ((c & 0x3FF) << 10) + (unit(bytes, i + 2) & 0x3FF);
        i += 2;
      } else if ((c & 0xF800) == 0xD800) {
        c = 0xFFFD;
      }
      append_utf8(out, c);
    }
    return out;
  }
  void skip_array() {
    if (const auto size = number<std::uint32_t>(); size != kNull) skip(size);
  }
  void skip_texts() {
    for (auto count = number<std::uint32_t>(); count > 0 && !failed_; --count) text();
  }
  void skip(std::uint64_t size) { take(size); }
  /// A count of things that take at least a byte each.
  std::int64_t count(std::int64_t value) {
    if (value < 0 || static_cast<std::uint64_t>(value) > bytes_.size()) fail();
    return failed_ ? 0 : value;
  }

 private:
  static std::uint32_t unit(std::string_view bytes, std::size_t i) {
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i]) << 8 | static_cast<unsigned char>(bytes[i + 1]));
  }
  std::string_view take(std::uint64_t size) {
    if (failed_ || size > bytes_.size()) {
      fail();
      return {};
    }
    const auto taken = bytes_.substr(0, static_cast<std::size_t>(size));
    bytes_.remove_prefix(static_cast<std::size_t>(size));
    return taken;
  }
  std::string_view bytes_;
  bool failed_ = false;
};

void skip_engine_state(Stream& in, int version) {
  if (version >= 11) return;
  const bool state = version < 6 || in.number<std::uint8_t>() != 0;
  if (version >= 2) {
    in.number<std::int32_t>();                       // kind of model
    if (in.number<std::int32_t>() != 0) in.fail();   // version of its state
  }
  in.text();                                         // answer and name, no longer used
  in.text();
  in.number<std::uint32_t>();                        // tokens
  if (!state) return;
  if (version < 4) in.number<std::uint32_t>();
  in.number<std::uint32_t>();
  if (version >= 7) in.number<std::uint32_t>();
  if (version < 9) {
    const auto logits = in.number<std::uint64_t>();
    in.skip(logits < (std::uint64_t{1} << 32) ? logits * 4 : std::numeric_limits<std::uint64_t>::max());
  }
  const auto tokens = in.number<std::uint64_t>();
  in.skip(tokens < (std::uint64_t{1} << 32) ? tokens * 4 : std::numeric_limits<std::uint64_t>::max());
  in.skip_array();
}

void skip_sources(Stream& in, int version) {
  if (version >= 8) {
    for (auto count = in.count(in.number<std::int64_t>()); count > 0 && !in.failed(); --count) {
      for (int i = 0; i < 7; ++i) in.text();
      in.skip(12);                                   // page, first and last line
    }
  } else if (version >= 3) {
    in.text();
    in.skip_texts();
  }
}

void skip_attachments(Stream& in) {
  for (auto count = in.count(in.number<std::int64_t>()); count > 0 && !in.failed(); --count) {
    in.skip_array();                                 // address
    in.skip_array();                                 // content
  }
}

/// Parts of an answer: text, and thoughts, which are left out. Calls of tools are laid out in a way that is not known here.
std::string parts(Stream& in, int depth) {
  std::string words;
  for (auto count = in.count(in.number<std::int64_t>()); count > 0 && !in.failed(); --count) {
    const auto name = in.text();
    auto value = in.text();
    if (name == "Think: ") in.number<std::int32_t>();
    else if (name != "Response: " && name != "Text: " && name != "ToolResponse: ") in.fail();
    if (depth >= kDeepest) in.fail();
    if (in.failed()) return words;
    if (name == "Response: " || name == "Text: ") words += value;
    words += parts(in, depth + 1);
  }
  return words;
}

struct Item {
  Author author = Author::User;
  std::string text;
};

Item item(Stream& in, int version) {
  if (version < 12) in.number<std::int32_t>();       // id
  const auto name = in.text();
  Item item{name == "Prompt: " ? Author::User : Author::Assistant, in.text()};
  if (name != "Prompt: " && name != "Response: ") in.fail();
  if (version < 10) in.text();                       // prompt, no longer used
  in.text();                                         // a correction by the user
  in.skip(4);                                        // flags
  if (version >= 11 && name == "Response: ") in.skip(1);
  skip_sources(in, version);
  if (version >= 10) skip_attachments(in);
  if (version >= 12) {
    auto before = parts(in, 0);
    item.text = before.empty() ? item.text : before + item.text;
  }
  return item;
}

Result<PortableChat> read(Stream& in, int version, const std::string& name) {
  Conversation c;
  c.created_at = c.updated_at = milliseconds(static_cast<double>(in.number<std::int64_t>()));
  in.text();                                         // id
  c.title = in.text();
  in.text();                                         // name of the user
  PortableChat chat;
  chat.model_name = tidy_line(in.text());
  if (version >= 3) in.skip_texts();                 // folders
  skip_engine_state(in, version);
  ChatTree tree;
  ChatTree::Place at = ChatTree::kBeginning;
  for (auto count = in.count(in.number<std::int32_t>()); count > 0 && !in.failed(); --count) {
    auto [author, text] = item(in, version);
    if (in.failed() || text.empty()) continue;
    at = tree.add(at, {.author = author, .text = std::move(text), .created_at = c.created_at,
                       .model_name = author == Author::Assistant ? chat.model_name : std::string()});
  }
  if (in.failed()) return corrupt_chat(name, "it is cut off, damaged, or holds calls of tools");
  chat.content = tree.finish(std::move(c), at);
  return chat;
}

}  // namespace

Result<std::vector<PortableChat>> read_gpt4all(std::string_view bytes, const std::string& name) {
  Stream in(bytes);
  in.number<std::uint32_t>();
  const auto version = in.number<std::int32_t>();
  if (version < 1 || version > kNewest) {
    return Error{ErrorCode::UnsupportedFormat,
                 "[capsule] " + name + " is a chat of a GPT4All that this version of Eddy does not know. Update Eddy to open it",
                 "version " + std::to_string(version)};
  }
  auto chat = read(in, version, name);
  if (!chat) return chat.error();
  if (chat->content.messages.empty()) return corrupt_chat(name, "it holds no text");
  if (auto sound = check_content(chat->content, name); !sound) return sound.error();
  return std::vector{*std::move(chat)};
}

}  // namespace eddy
