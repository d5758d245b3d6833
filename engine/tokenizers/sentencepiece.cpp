#include "engine/tokenizers/sentencepiece.h"

#include <sentencepiece_processor.h>

#include <exception>
#include <map>
#include <memory>
#include <optional>

#include "engine/core/hash.h"
#include "engine/tokenizers/added_tokens.h"
#include "engine/tokenizers/charsmap.h"
#include "engine/tokenizers/piece_table.h"

namespace eddy {
namespace {

constexpr std::string_view kSpace = "\xE2\x96\x81";  // U+2581 stands for a space

/// The library's objects are read-only after loading and may be used from several threads.
class SentencePiece final : public Tokenizer {
 public:
  static Result<std::shared_ptr<const Tokenizer>> make(std::string_view bytes, const std::string& source,
                                                       const SentencePieceExtras& extras);

  std::string_view kind() const override { return "sentencepiece"; }
  int vocabulary() const override { return pieces_.size(); }
  const std::string& fingerprint() const override { return fingerprint_; }
  std::vector<TokenId> encode(std::string_view text, bool parse_special) const override;
  std::vector<TokenId> encode_marked(std::string_view text, std::span<const std::size_t> breaks, bool at_start) const override;
  std::vector<std::string> specials() const override;
  std::vector<TokenId> text_beginning() const override { return beginning_; }
  std::string_view piece(TokenId id, bool show_special) const override { return pieces_.get(id, show_special); }
  std::string decode(std::span<const TokenId> ids, bool show_special) const override;
  bool drops_first_space() const override { return drops_first_space_; }
  std::optional<TokenId> special(std::string_view text) const override {
    auto found = special_.find(text);
    return found == special_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  Result<void> read_pieces(const std::string& source, const SentencePieceExtras& extras);
  std::vector<TokenId> encode_pieces(const std::vector<AddedTokenFinder::Piece>& pieces, bool at_start) const;

  sentencepiece::SentencePieceProcessor processor_;
  /// The same without a space put in front, for text that goes on; only where processor_ puts one.
  std::unique_ptr<sentencepiece::SentencePieceProcessor> inner_;
  PieceTable pieces_;
  AddedTokenFinder plain_finder_, finder_;  // of added tokens that are not special; of all
  std::vector<TokenId> beginning_;
  std::map<std::string, TokenId, std::less<>> special_;
  bool drops_first_space_ = false;
  std::string fingerprint_;
};

Error corrupt(const std::string& what, const std::string& source, std::string detail = {}) {
  return {ErrorCode::FileCorrupt, "[tokenizer] " + what + " in " + source + "; copy the file anew", std::move(detail)};
}

/// Reads a protobuf varint off the front; nullopt at the end of the bytes.
std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[0]);
    bytes.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

/// Calls found(field, text) for the fields of a protobuf message that are texts. False when it is damaged.
template <class Found>
bool each_text(std::string_view bytes, Found found) {
  while (!bytes.empty()) {
    const auto key = take_varint(bytes);
    if (!key) return false;
    std::uint64_t length = 0;
    switch (*key & 7) {
      case 0:
        if (!take_varint(bytes)) return false;
        continue;
      case 1: length = 8; break;
      case 5: length = 4; break;
      case 2:
        if (const auto given = take_varint(bytes)) {
          length = *given;
          break;
        }
        return false;
      default: return false;
    }
    if (length > bytes.size()) return false;
    if ((*key & 7) == 2 && !found(*key >> 3, bytes.substr(0, length))) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

/// The library follows the offsets in a model's normalisation maps without looking; so we look before it does.
bool maps_are_sound(std::string_view model) {
  constexpr std::uint64_t kNormalizer = 3, kDenormalizer = 5, kMap = 2;
  return each_text(model, [](std::uint64_t field, std::string_view spec) {
    if (field != kNormalizer && field != kDenormalizer) return true;
    return each_text(spec, [](std::uint64_t part, std::string_view map) {
      if (part != kMap || map.empty()) return true;
      const auto parsed = Charsmap::parse(map);
      return parsed && parsed->is_sound();
    });
  });
}

/// The text of a normal piece, or the byte of a piece like "<0x0A>".
std::string bytes_of(const std::string& piece, bool is_byte) {
  if (is_byte && piece.size() == 6) return std::string(1, static_cast<char>(std::stoi(piece.substr(3, 2), nullptr, 16)));
  std::string out = piece;
  for (std::size_t at = 0; (at = out.find(kSpace, at)) != std::string::npos; ++at) out.replace(at, kSpace.size(), " ");
  return out;
}

/// Appended to a model, this says add_dummy_prefix = false: later fields of a message win.
constexpr std::string_view kNoPrefix("\x1A\x02\x18\x00", 4);

Result<std::shared_ptr<const Tokenizer>> SentencePiece::make(std::string_view bytes, const std::string& source,
                                                             const SentencePieceExtras& extras) {
  auto made = std::make_shared<SentencePiece>();
  if (bytes.empty()) return corrupt("nothing", source);
  if (!maps_are_sound(bytes)) return corrupt("a damaged SentencePiece model", source);
  const auto status = made->processor_.LoadFromSerializedProto(bytes);
  if (!status.ok()) return corrupt("no SentencePiece model", source, status.ToString());
  if (made->processor_.GetPieceSize() < 1) return corrupt("no pieces", source);
  if (auto ok = made->read_pieces(source, extras); !ok) return ok.error();
  if (made->drops_first_space_) {
    made->inner_ = std::make_unique<sentencepiece::SentencePieceProcessor>();
    const auto inner = made->inner_->LoadFromSerializedProto(std::string(bytes).append(kNoPrefix));
    if (!inner.ok()) return corrupt("no SentencePiece model", source, inner.ToString());
  }
  made->beginning_ = extras.beginning;
  std::erase_if(made->beginning_, [&](TokenId id) { return id < 0 || id >= made->vocabulary(); });
  Hash128 hash;
  hash.add_text("sentencepiece 1").add_text(bytes);
  for (const AddedToken& token : extras.added) hash.add_text(token.content).add_number(token.id).add_number(token.special);
  made->fingerprint_ = hash.hex();
  return std::shared_ptr<const Tokenizer>(std::move(made));
}

Result<void> SentencePiece::read_pieces(const std::string& source, const SentencePieceExtras& extras) {
  std::vector<AddedToken> all, plain;
  const auto size = static_cast<std::size_t>(processor_.GetPieceSize());
  for (const AddedToken& token : extras.added) {
    if (!PieceTable::plausible(token.id, size + extras.added.size())) return corrupt("an added token out of range", source);
    if (token.content.empty() || !pieces_.put_added(token.id, token.content, token.special)) continue;
    if (token.special) special_.emplace(token.content, token.id);
    all.push_back(token);
    if (!token.special) plain.push_back(token);
  }
  for (TokenId id = 0; id < processor_.GetPieceSize(); ++id) {
    const std::string& text = processor_.IdToPiece(id);
    if (processor_.IsControl(id) || processor_.IsUnknown(id)) {
      pieces_.put_added(id, text, true);
      if (special_.emplace(text, id).second && processor_.IsControl(id) && !text.empty()) {
        all.push_back({.id = id, .content = text, .special = true});
      }
      continue;
    }
    pieces_.put(id, bytes_of(text, processor_.IsByte(id)));
    if (text.starts_with(kSpace) && text.size() > kSpace.size() && !drops_first_space_) {
      std::string decoded;
      drops_first_space_ = processor_.Decode(std::vector<int>{id}, &decoded).ok() && !decoded.starts_with(' ');
    }
  }
  finder_ = AddedTokenFinder(all);
  plain_finder_ = AddedTokenFinder(plain);
  return {};
}

std::vector<TokenId> SentencePiece::encode_pieces(const std::vector<AddedTokenFinder::Piece>& pieces, bool at_start) const {
  std::vector<TokenId> ids;
  std::vector<int> found;
  for (const auto& piece : pieces) {
    if (piece.token != nullptr) {
      ids.push_back(piece.token->id);
      continue;
    }
    const auto& processor = at_start || !ids.empty() || inner_ == nullptr ? processor_ : *inner_;
    if (processor.Encode(piece.text, &found).ok()) ids.insert(ids.end(), found.begin(), found.end());
  }
  return ids;
}

std::vector<TokenId> SentencePiece::encode(std::string_view text, bool parse_special) const {
  return encode_pieces((parse_special ? finder_ : plain_finder_).cut(text), true);
}

std::vector<TokenId> SentencePiece::encode_marked(std::string_view text, std::span<const std::size_t> breaks,
                                                  bool at_start) const {
  return encode_pieces(finder_.cut(text, breaks), at_start);
}

std::vector<std::string> SentencePiece::specials() const {
  std::vector<std::string> texts;
  for (const auto& [text, id] : special_) texts.push_back(text);
  return texts;
}

std::string SentencePiece::decode(std::span<const TokenId> ids, bool show_special) const {
  std::string text = pieces_.join(ids, show_special);
  if (drops_first_space_ && text.starts_with(' ')) text.erase(0, 1);
  return text;
}

}  // namespace

Result<std::shared_ptr<const Tokenizer>> parse_sentencepiece(std::string_view bytes, const std::string& source,
                                                             const SentencePieceExtras& extras) {
  try {
    return SentencePiece::make(bytes, source, extras);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "[tokenizer] not enough memory to read " + source};
  } catch (const std::exception& e) {
    return corrupt("no readable SentencePiece model", source, e.what());
  }
}

}  // namespace eddy
