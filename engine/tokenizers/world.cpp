#include "engine/tokenizers/world.h"

#include <algorithm>
#include <charconv>

#include "engine/core/hash.h"
#include "engine/tokenizers/added_tokens.h"
#include "engine/tokenizers/byte_trie.h"
#include "engine/tokenizers/piece_table.h"
#include "engine/tokenizers/python_literal.h"

namespace eddy {
namespace {

constexpr TokenId kEndOfDocument = 0;
constexpr const char* kEndOfDocumentText = "<|endoftext|>";
constexpr std::size_t kLongestToken = 4096;  // the real lists stop at 128 bytes

class World final : public Tokenizer {
 public:
  using Entries = std::vector<std::pair<TokenId, std::string>>;
  static Result<std::shared_ptr<const Tokenizer>> make(const Entries& entries, int vocabulary, const std::string& source);

  std::string_view kind() const override { return "rwkv-world"; }
  int vocabulary() const override { return pieces_.size(); }
  const std::string& fingerprint() const override { return fingerprint_; }
  std::vector<TokenId> encode(std::string_view text, bool parse_special) const override;
  std::vector<std::string> specials() const override { return {kEndOfDocumentText}; }
  std::string_view piece(TokenId id, bool show_special) const override { return pieces_.get(id, show_special); }
  std::string decode(std::span<const TokenId> ids, bool show_special) const override {
    return pieces_.join(ids, show_special);
  }
  std::optional<TokenId> special(std::string_view text) const override {
    return text == kEndOfDocumentText ? std::optional(kEndOfDocument) : std::nullopt;
  }

 private:
  PieceTable pieces_;
  ByteTrie trie_;
  AddedTokenFinder special_;
  std::string fingerprint_;
};

Error corrupt(const std::string& what, const std::string& source) {
  return {ErrorCode::FileCorrupt, "[tokenizer] " + what + " in " + source};
}

Result<std::shared_ptr<const Tokenizer>> World::make(const Entries& entries, int vocabulary, const std::string& source) {
  auto made = std::make_shared<World>();
  Hash128 hash;
  hash.add_text("rwkv-world 1").add_number(static_cast<std::int64_t>(entries.size()));
  for (const auto& [id, bytes] : entries) {
    const std::string name = "token " + std::to_string(id);
    if (id <= kEndOfDocument || !PieceTable::plausible(id, entries.size())) {
      return corrupt(name + " is out of range", source);
    }
    if (bytes.empty() || bytes.size() > kLongestToken) return corrupt(name + " has an impossible length", source);
    if (made->trie_.longest(bytes).length == bytes.size()) return corrupt(name + " repeats an earlier token", source);
    if (!made->pieces_.put(id, bytes)) return corrupt(name + " is given twice", source);
    made->trie_.add(bytes, id);
    hash.add_number(id).add_text(bytes);
  }
  for (int b = 0; b < 256; ++b) {
    const char byte = static_cast<char>(b);
    if (made->trie_.longest({&byte, 1}).value < 0) return corrupt("no token for byte " + std::to_string(b), source);
  }
  made->pieces_.put_added(kEndOfDocument, kEndOfDocumentText, true);
  if (vocabulary > made->pieces_.size()) made->pieces_.put(vocabulary - 1, "");
  made->special_ = AddedTokenFinder({{.id = kEndOfDocument, .content = kEndOfDocumentText, .special = true}});
  made->fingerprint_ = hash.hex();
  return std::shared_ptr<const Tokenizer>(std::move(made));
}

std::vector<TokenId> World::encode(std::string_view text, bool parse_special) const {
  std::vector<TokenId> ids;
  auto encode_plain = [&](std::string_view rest) {
    while (!rest.empty()) {
      const ByteTrie::Match match = trie_.longest(rest);
      ids.push_back(match.value);
      rest.remove_prefix(match.length);
    }
  };
  if (!parse_special) {
    encode_plain(text);
    return ids;
  }
  for (const auto& piece : special_.cut(text)) {
    if (piece.token != nullptr) {
      ids.push_back(piece.token->id);
    } else {
      encode_plain(piece.text);
    }
  }
  return ids;
}

/// "<id> <literal> <byte length>"; the literal may hold spaces.
Result<std::pair<TokenId, std::string>> parse_line(std::string_view line, const std::string& where, const std::string& source) {
  const std::size_t first = line.find(' '), last = line.rfind(' ');
  if (first == std::string_view::npos || last <= first) return corrupt(where + " is not '<id> <literal> <length>'", source);
  auto number = [](std::string_view digits, int& value) {
    auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return status == std::errc() && end == digits.data() + digits.size();
  };
  int id = 0, length = 0;
  if (!number(line.substr(0, first), id)) return corrupt(where + ": bad token id", source);
  if (!number(line.substr(last + 1), length)) return corrupt(where + ": bad length", source);
  auto bytes = parse_python_literal(line.substr(first + 1, last - first - 1));
  if (!bytes) return corrupt(where + ": bad Python literal", source);
  if (length < 0 || bytes->size() != static_cast<std::size_t>(length)) {
    return corrupt(where + ": says " + std::to_string(length) + " bytes, has " + std::to_string(bytes->size()), source);
  }
  return std::pair{static_cast<TokenId>(id), *std::move(bytes)};
}

}  // namespace

Result<std::shared_ptr<const Tokenizer>> parse_world_vocabulary(std::string_view text, const std::string& source) {
  World::Entries entries;
  for (int number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() && text.empty()) break;
    auto entry = parse_line(line, "line " + std::to_string(number), source);
    if (!entry) return entry.error();
    entries.push_back(*std::move(entry));
  }
  return World::make(entries, 0, source);
}

Result<std::shared_ptr<const Tokenizer>> world_from_gguf(std::span<const std::string> tokens,
                                                         std::span<const std::int64_t> types, const std::string& source) {
  constexpr std::int64_t kNormal = 1, kByte = 6;
  if (!types.empty() && types.size() != tokens.size()) {
    return corrupt("tokenizer.ggml.token_type has " + std::to_string(types.size()) + " entries for " +
                       std::to_string(tokens.size()) + " tokens", source);
  }
  World::Entries entries;
  for (std::size_t id = 1; id < tokens.size(); ++id) {
    if (!types.empty() && types[id] != kNormal && types[id] != kByte) continue;  // padding
    auto bytes = unescape_python_bytes(tokens[id]);
    if (!bytes) return corrupt("tokenizer.ggml.tokens[" + std::to_string(id) + "]: bad escape", source);
    entries.emplace_back(static_cast<TokenId>(id), *std::move(bytes));
  }
  return World::make(entries, static_cast<int>(tokens.size()), source);
}

}  // namespace eddy
