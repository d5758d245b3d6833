#include "engine/tokenizers/sentencepiece.h"

#include <sentencepiece_processor.h>

#include <exception>
#include <map>

#include "engine/core/hash.h"
#include "engine/tokenizers/added_tokens.h"
#include "engine/tokenizers/piece_table.h"

namespace eddy {
namespace {

constexpr std::string_view kSpace = "\xE2\x96\x81";  // U+2581 stands for a space

/// The library's objects are read-only after loading and may be used from several threads.
class SentencePiece final : public Tokenizer {
 public:
  static Result<std::shared_ptr<const Tokenizer>> make(std::string_view bytes, const std::string& source);

  std::string_view kind() const override { return "sentencepiece"; }
  int vocabulary() const override { return pieces_.size(); }
  const std::string& fingerprint() const override { return fingerprint_; }
  std::vector<TokenId> encode(std::string_view text, bool parse_special) const override;
  std::vector<std::string> specials() const override;
  std::string_view piece(TokenId id, bool show_special) const override { return pieces_.get(id, show_special); }
  std::string decode(std::span<const TokenId> ids, bool show_special) const override;
  bool drops_first_space() const override { return drops_first_space_; }
  std::optional<TokenId> special(std::string_view text) const override {
    auto found = special_.find(text);
    return found == special_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void read_pieces();
  void encode_plain(std::string_view text, std::vector<TokenId>& ids) const;

  sentencepiece::SentencePieceProcessor processor_;
  PieceTable pieces_;
  AddedTokenFinder finder_;
  std::map<std::string, TokenId, std::less<>> special_;
  bool drops_first_space_ = false;
  std::string fingerprint_;
};

Error corrupt(const std::string& what, const std::string& source, std::string detail = {}) {
  return {ErrorCode::FileCorrupt, "[tokenizer] " + what + " in " + source + "; copy the file anew", std::move(detail)};
}

/// The text of a normal piece, or the byte of a piece like "<0x0A>".
std::string bytes_of(const std::string& piece, bool is_byte) {
  if (is_byte && piece.size() == 6) return std::string(1, static_cast<char>(std::stoi(piece.substr(3, 2), nullptr, 16)));
  std::string out = piece;
  for (std::size_t at = 0; (at = out.find(kSpace, at)) != std::string::npos; ++at) out.replace(at, kSpace.size(), " ");
  return out;
}

Result<std::shared_ptr<const Tokenizer>> SentencePiece::make(std::string_view bytes, const std::string& source) {
  auto made = std::make_shared<SentencePiece>();
  if (bytes.empty()) return corrupt("nothing", source);
  const auto status = made->processor_.LoadFromSerializedProto(bytes);
  if (!status.ok()) return corrupt("no SentencePiece model", source, status.ToString());
  if (made->processor_.GetPieceSize() < 1) return corrupt("no pieces", source);
  made->read_pieces();
  Hash128 hash;
  hash.add_text("sentencepiece 1").add_text(bytes);
  made->fingerprint_ = hash.hex();
  return std::shared_ptr<const Tokenizer>(std::move(made));
}

void SentencePiece::read_pieces() {
  std::vector<AddedToken> control;
  for (TokenId id = 0; id < processor_.GetPieceSize(); ++id) {
    const std::string& text = processor_.IdToPiece(id);
    if (processor_.IsControl(id) || processor_.IsUnknown(id)) {
      pieces_.put_added(id, text, true);
      special_.emplace(text, id);
      if (processor_.IsControl(id) && !text.empty()) control.push_back({.id = id, .content = text, .special = true});
      continue;
    }
    pieces_.put(id, bytes_of(text, processor_.IsByte(id)));
    if (text.starts_with(kSpace) && text.size() > kSpace.size() && !drops_first_space_) {
      std::string decoded;
      drops_first_space_ = processor_.Decode(std::vector<int>{id}, &decoded).ok() && !decoded.starts_with(' ');
    }
  }
  finder_ = AddedTokenFinder(control);
}

void SentencePiece::encode_plain(std::string_view text, std::vector<TokenId>& ids) const {
  std::vector<int> found;
  if (processor_.Encode(text, &found).ok()) ids.insert(ids.end(), found.begin(), found.end());
}

std::vector<TokenId> SentencePiece::encode(std::string_view text, bool parse_special) const {
  std::vector<TokenId> ids;
  if (!parse_special) {
    encode_plain(text, ids);
    return ids;
  }
  for (const auto& piece : finder_.cut(text)) {
    if (piece.token != nullptr) {
      ids.push_back(piece.token->id);
    } else {
      encode_plain(piece.text, ids);
    }
  }
  return ids;
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

Result<std::shared_ptr<const Tokenizer>> parse_sentencepiece(std::string_view bytes, const std::string& source) {
  try {
    return SentencePiece::make(bytes, source);
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "[tokenizer] not enough memory to read " + source};
  } catch (const std::exception& e) {
    return corrupt("no readable SentencePiece model", source, e.what());
  }
}

}  // namespace eddy
