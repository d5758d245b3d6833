#include "engine/tokenizers/byte_level_bpe.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "engine/core/hash.h"
#include "engine/tokenizers/bpe_merges.h"
#include "engine/tokenizers/piece_table.h"
#include "engine/tokenizers/unicode.h"
#include "engine/tokenizers/unigram.h"

namespace eddy {
namespace {

/// GPT-2's alphabet: every byte has a printable character; the 188 printable ones stand for themselves.
struct ByteAlphabet {
  std::array<char32_t, 256> character{};
  std::array<std::int16_t, 0x144> byte{};

  ByteAlphabet() {
    byte.fill(-1);
    char32_t next = 0x100;
    for (int b = 0; b < 256; ++b) {
      const bool printable = (b >= 0x21 && b <= 0x7E) || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
      character[b] = printable ? static_cast<char32_t>(b) : next++;
      byte[character[b]] = static_cast<std::int16_t>(b);
    }
  }

  /// The bytes a piece stands for; nullopt when it holds a character outside the alphabet.
  std::optional<std::string> bytes(std::string_view piece) const {
    std::string out;
    for (char32_t c : unicode::decode(piece)) {
      if (c >= byte.size() || byte[c] < 0) return std::nullopt;
      out += static_cast<char>(byte[c]);
    }
    return out;
  }
};

const ByteAlphabet& alphabet() {
  static const ByteAlphabet made;
  return made;
}

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
using IdByText = std::unordered_map<std::string, TokenId, TextHash, std::equal_to<>>;

/// "<0x0A>"
std::string byte_piece(int byte) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  return {'<', '0', 'x', kDigits[byte >> 4], kDigits[byte & 15], '>'};
}

class ByteLevelBpe final : public Tokenizer {
 public:
  static Result<std::shared_ptr<const Tokenizer>> make(BpeSpec spec);

  std::string_view kind() const override {
    return model_ == WordModel::ByteLevelBpe ? "byte-level BPE" : model_ == WordModel::CharacterBpe ? "BPE" : "unigram";
  }
  int vocabulary() const override { return pieces_.size(); }
  const std::string& fingerprint() const override { return fingerprint_; }
  std::vector<TokenId> encode(std::string_view text, bool parse_special) const override;
  std::vector<TokenId> encode_marked(std::string_view text, std::span<const std::size_t> breaks,
                                     bool at_start) const override;
  std::vector<std::string> specials() const override { return specials_; }
  std::string_view piece(TokenId id, bool show_special) const override { return pieces_.get(id, show_special); }
  std::string decode(std::span<const TokenId> ids, bool show_special) const override {
    std::string text = pieces_.join(ids, show_special);
    if (drops_first_space_ && text.starts_with(' ')) text.erase(0, 1);
    return text;
  }
  bool drops_first_space() const override { return drops_first_space_; }
  std::vector<TokenId> text_beginning() const override { return beginning_; }
  std::optional<TokenId> special(std::string_view text) const override {
    auto found = added_.find(text);
    return found == added_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  /// What one encode() keeps between words.
  struct Work {
    std::vector<TokenId> ids, word;
    BpeMerges::Scratch scratch;
    std::unordered_map<std::string, std::pair<std::size_t, std::size_t>, TextHash, std::equal_to<>> cache;
    bool last_unknown = false;
    bool at_start = true;             // nothing stands before the text
  };

  Result<void> read_vocabulary(const BpeSpec& spec, IdByText& by_piece);
  Result<void> read_merges(const BpeSpec& spec, const IdByText& by_piece);
  Result<void> read_added(const BpeSpec& spec);
  void take_fingerprint(const BpeSpec& spec);
  std::string spelt(const BpeSpec& spec, const std::string& piece) const;
  void add_byte_word(std::string_view bytes, Work& work) const;
  void add_character_word(std::string_view text, Work& work) const;
  void add_unigram_word(std::string_view text, Work& work) const;
  void add_uncovered(std::string_view text, Work& work) const;
  void encode_plain(std::string_view text, bool parse_special, Work& work) const;
  void encode_segment(std::string_view text, Work& work) const;
  void encode_word(std::string_view bytes, Work& work) const;

  PieceTable pieces_;
  WordModel model_ = WordModel::ByteLevelBpe;
  IdByText by_bytes_;               // byte-level: only filled when merges may be ignored; else every piece as written
  std::array<TokenId, 256> byte_ids_{};  // of a byte; without byte fallback -1
  Unigram unigram_;
  BpeMerges merges_;
  PreTokenizer pre_tokenizer_;
  Normalizer normalizer_;
  AddedTokenFinder raw_[2], normalised_[2];  // by parse_special
  AddedTokenFinder marks_;          // special tokens and raw ones, as a chat format writes them
  std::vector<std::string> specials_;
  IdByText added_;
  TokenId unknown_ = -1;
  bool fuse_unknown_ = false, ignore_merges_ = false, drops_first_space_ = false;
  std::vector<TokenId> beginning_;
  std::string fingerprint_;
};

std::unordered_set<TokenId> special_ids(const BpeSpec& spec) {
  std::unordered_set<TokenId> ids;
  for (const AddedToken& token : spec.added) {
    if (token.special) ids.insert(token.id);
  }
  return ids;
}

Error corrupt(const BpeSpec& spec, const std::string& what) {
  return {ErrorCode::FileCorrupt, "[tokenizer] " + what + " in " + spec.source};
}

Result<std::shared_ptr<const Tokenizer>> ByteLevelBpe::make(BpeSpec spec) {
  auto made = std::make_shared<ByteLevelBpe>();
  made->model_ = spec.model;
  auto normalizer = Normalizer::make(spec.normalizers);
  if (!normalizer) {
    Error e = normalizer.error();
    e.message = "[tokenizer] normalizer: " + e.message + " in " + spec.source;
    return e;
  }
  made->normalizer_ = *std::move(normalizer);
  IdByText by_piece;
  if (auto r = made->read_vocabulary(spec, by_piece); !r) return r.error();
  if (auto r = made->read_merges(spec, by_piece); !r) return r.error();
  if (auto r = made->read_added(spec); !r) return r.error();
  made->fuse_unknown_ = spec.fuse_unknown;
  made->ignore_merges_ = spec.ignore_merges;
  made->drops_first_space_ = spec.drops_first_space;
  made->beginning_ = spec.beginning;
  std::erase_if(made->beginning_, [&](TokenId id) { return id < 0 || id >= made->vocabulary(); });
  made->take_fingerprint(spec);
  auto pre = PreTokenizer::make(std::move(spec.pre_tokenizer));
  if (!pre) {
    Error e = pre.error();
    e.message = "[tokenizer] pre_tokenizer: " + e.message + " in " + spec.source;
    return e;
  }
  made->pre_tokenizer_ = *std::move(pre);
  return std::shared_ptr<const Tokenizer>(std::move(made));
}

Result<void> ByteLevelBpe::read_vocabulary(const BpeSpec& spec, IdByText& by_piece) {
  const std::size_t entries = spec.vocabulary.size() + spec.added.size();
  if (entries == 0) return corrupt(spec, "the vocabulary is empty");
  by_piece.reserve(spec.vocabulary.size());
  const auto special = special_ids(spec);
  for (const auto& [piece, id] : spec.vocabulary) {
    if (!PieceTable::plausible(id, entries)) {
      return corrupt(spec, "vocab: id " + std::to_string(id) + " of '" + piece + "' is out of range");
    }
    if (!by_piece.emplace(piece, id).second) return corrupt(spec, "vocab: piece '" + piece + "' occurs twice");
    const bool byte_level = spec.model == WordModel::ByteLevelBpe;
    auto bytes = byte_level ? alphabet().bytes(piece) : spelt(spec, piece);
    if (bytes && byte_level && spec.ignore_merges) by_bytes_.emplace(*bytes, id);
    if (!byte_level && !special.contains(id)) by_bytes_.emplace(piece, id);
    if (!pieces_.put(id, bytes ? *bytes : piece)) {
      return corrupt(spec, "vocab: id " + std::to_string(id) + " is given twice, for '" + piece + "' too");
    }
  }
  for (int b = 0; b < 256; ++b) {
    std::string letter;
    if (spec.model == WordModel::ByteLevelBpe) {
      unicode::append_utf8(letter, alphabet().character[b]);
    } else if (spec.byte_fallback) {
      letter = byte_piece(b);
    }
    auto found = by_piece.find(letter);
    byte_ids_[b] = found == by_piece.end() ? -1 : found->second;
  }
  if (spec.model == WordModel::Unigram) {
    for (std::size_t k = 0; k < spec.vocabulary.size() && k < spec.scores.size(); ++k) {
      const auto& [piece, id] = spec.vocabulary[k];
      if (!special.contains(id)) unigram_.add(piece, id, spec.scores[k]);  // no text may become a special token
    }
  }
  if (!spec.unknown.empty()) {
    auto found = by_piece.find(spec.unknown);
    if (found == by_piece.end()) return corrupt(spec, "unk_token '" + spec.unknown + "' is not in the vocabulary");
    unknown_ = found->second;
  }
  return {};
}

Result<void> ByteLevelBpe::read_merges(const BpeSpec& spec, const IdByText& by_piece) {
  merges_ = BpeMerges(spec.merges.size());
  const auto special = special_ids(spec);
  std::string joined;
  for (std::size_t rank = 0; rank < spec.merges.size(); ++rank) {
    const auto& [left, right] = spec.merges[rank];
    joined.assign(left).append(right);
    TokenId ids[3];
    const std::string* names[3] = {&left, &right, &joined};
    for (int k = 0; k < 3; ++k) {
      auto found = by_piece.find(*names[k]);
      if (found == by_piece.end()) {
        return corrupt(spec, "merges[" + std::to_string(rank) + "]: '" + *names[k] + "' is not in the vocabulary");
      }
      ids[k] = found->second;
    }
    if (special.contains(ids[2])) continue;  // no text may grow into a special token
    merges_.add(ids[0], ids[1], {static_cast<std::uint32_t>(rank), ids[2]});
  }
  return {};
}

Result<void> ByteLevelBpe::read_added(const BpeSpec& spec) {
  const std::size_t entries = spec.vocabulary.size() + spec.added.size();
  std::vector<AddedToken> raw[2], normalised[2], marks;
  for (const AddedToken& token : spec.added) {
    if (!PieceTable::plausible(token.id, entries)) {
      return corrupt(spec, "added_tokens: id " + std::to_string(token.id) + " of '" + token.content + "' is out of range");
    }
    if (token.content.empty()) continue;
    if (auto [known, fresh] = added_.emplace(token.content, token.id); !fresh) {
      if (known->second == token.id) continue;
      return corrupt(spec, "added_tokens: '" + token.content + "' occurs twice with different ids");
    }
    if (!pieces_.put_added(token.id, token.content, token.special)) {
      return corrupt(spec, "added_tokens: id " + std::to_string(token.id) + " is given twice");
    }
    if (token.special && spec.model == WordModel::ByteLevelBpe) {
      std::erase_if(by_bytes_, [&](const auto& entry) { return entry.second == token.id; });
    }
    AddedToken t = token;
    if (t.special || !t.normalized) marks.push_back(t);
    if (t.special) specials_.push_back(t.content);
    if (t.normalized) t.content = normalizer_.apply(t.content, false);
    auto& lists = t.normalized ? normalised : raw;
    lists[1].push_back(t);
    if (!t.special) lists[0].push_back(t);
  }
  for (int k = 0; k < 2; ++k) {
    raw_[k] = AddedTokenFinder(raw[k]);
    normalised_[k] = AddedTokenFinder(normalised[k]);
  }
  marks_ = AddedTokenFinder(marks);
  return {};
}

/// Over what decides ids, not over the file: a reformatted file has the same fingerprint.
void ByteLevelBpe::take_fingerprint(const BpeSpec& spec) {
  Hash128 hash;
  hash.add_text("byte-level BPE 1");
  auto vocabulary = spec.vocabulary;
  std::sort(vocabulary.begin(), vocabulary.end());
  hash.add_number(static_cast<std::int64_t>(vocabulary.size()));
  for (const auto& [piece, id] : vocabulary) hash.add_text(piece).add_number(id);
  hash.add_number(static_cast<std::int64_t>(spec.merges.size()));
  for (const auto& [left, right] : spec.merges) hash.add_text(left).add_text(right);
  auto added = spec.added;
  std::sort(added.begin(), added.end(), [](const auto& a, const auto& b) { return a.content < b.content; });
  hash.add_number(static_cast<std::int64_t>(added.size()));
  for (const AddedToken& t : added) {
    hash.add_text(t.content).add_number(t.id);
    hash.add_number(t.special | t.single_word << 1 | t.lstrip << 2 | t.rstrip << 3 | t.normalized << 4);
  }
  hash.add_number(static_cast<std::int64_t>(spec.normalizers.size()));
  for (const NormalizerStep& n : spec.normalizers) {
    hash.add_number(static_cast<int>(n.kind)).add_text(n.pattern).add_text(n.content);
  }
  for (const PreTokenizerStep& s : spec.pre_tokenizer) {
    hash.add_text(s.pattern).add_number(static_cast<int>(s.behaviour)).add_number(s.invert | s.add_prefix_space << 1);
  }
  hash.add_text(spec.unknown).add_number(spec.fuse_unknown | spec.ignore_merges << 1);
  if (spec.model != WordModel::ByteLevelBpe) {
    hash.add_number(static_cast<int>(spec.model)).add_number(spec.byte_fallback);
    for (std::size_t k = 0; k < spec.scores.size(); ++k) hash.add_text(std::to_string(spec.scores[k]));
    for (const PreTokenizerStep& s : spec.pre_tokenizer) hash.add_text(s.space_mark).add_number(static_cast<int>(s.prepend));
  }
  fingerprint_ = hash.hex();
}

/// What a piece of a character vocabulary reads as.
std::string ByteLevelBpe::spelt(const BpeSpec& spec, const std::string& piece) const {
  if (spec.byte_pieces && piece.size() == 6 && piece.starts_with("<0x") && piece[5] == '>') {
    for (int b = 0; b < 256; ++b) {
      if (piece == byte_piece(b)) return std::string(1, static_cast<char>(b));
    }
  }
  if (spec.space_mark.empty()) return piece;
  std::string out = piece;
  for (std::size_t at = 0; (at = out.find(spec.space_mark, at)) != std::string::npos; ++at) {
    out.replace(at, spec.space_mark.size(), " ");
  }
  return out;
}

std::vector<TokenId> ByteLevelBpe::encode(std::string_view text, bool parse_special) const {
  Work work;
  for (const auto& piece : raw_[parse_special].cut(text)) {
    if (piece.token != nullptr) {
      work.ids.push_back(piece.token->id);
    } else {
      encode_plain(piece.text, parse_special, work);
    }
  }
  return std::move(work.ids);
}

/// Special tokens are looked for before normalisation, which would move the breaks.
std::vector<TokenId> ByteLevelBpe::encode_marked(std::string_view text, std::span<const std::size_t> breaks,
                                                 bool at_start) const {
  Work work;
  work.at_start = at_start;
  for (const auto& piece : marks_.cut(text, breaks)) {
    if (piece.token != nullptr) {
      work.ids.push_back(piece.token->id);
    } else {
      encode_plain(piece.text, false, work);
    }
  }
  return std::move(work.ids);
}

/// Text without raw added tokens: normalise, find the added tokens that are looked for in normalised text.
void ByteLevelBpe::encode_plain(std::string_view text, bool parse_special, Work& work) const {
  std::string changed;
  if (!normalizer_.empty()) {
    // Behind an added token a text begins anew; behind text that was read before it goes on.
    changed = normalizer_.apply(text, work.at_start || !work.ids.empty());
    text = changed;
  }
  for (const auto& piece : normalised_[parse_special].cut(text)) {
    if (piece.token != nullptr) {
      work.ids.push_back(piece.token->id);
    } else {
      encode_segment(piece.text, work);
    }
  }
}

void ByteLevelBpe::encode_segment(std::string_view text, Work& work) const {
  const std::u32string characters = unicode::decode(text);
  work.last_unknown = false;
  const auto words = pre_tokenizer_.cut(characters, work.at_start && work.ids.empty());
  for (const std::u32string_view word : words.list()) encode_word(unicode::encode(word), work);
}

void ByteLevelBpe::encode_word(std::string_view bytes, Work& work) const {
  if (ignore_merges_) {
    if (auto whole = by_bytes_.find(bytes); whole != by_bytes_.end()) {
      work.ids.push_back(whole->second);
      return;
    }
  }
  constexpr std::size_t kCachedBytes = 64, kCachedWords = 100'000;
  if (auto seen = work.cache.find(bytes); seen != work.cache.end()) {
    const auto [begin, count] = seen->second;
    for (std::size_t k = 0; k < count; ++k) work.ids.push_back(work.ids[begin + k]);
    return;
  }
  work.word.clear();
  switch (model_) {
    case WordModel::ByteLevelBpe: add_byte_word(bytes, work); break;
    case WordModel::CharacterBpe: add_character_word(bytes, work); break;
    case WordModel::Unigram: add_unigram_word(bytes, work); break;
  }
  work.last_unknown = false;
  if (model_ != WordModel::Unigram) merges_.merge(work.word, work.scratch);
  if (bytes.size() <= kCachedBytes && work.cache.size() < kCachedWords) {
    work.cache.emplace(bytes, std::pair{work.ids.size(), work.word.size()});
  }
  work.ids.insert(work.ids.end(), work.word.begin(), work.word.end());
}

void ByteLevelBpe::add_byte_word(std::string_view bytes, Work& work) const {
  for (unsigned char b : bytes) {
    const TokenId id = byte_ids_[b] >= 0 ? byte_ids_[b] : unknown_;
    const bool unknown = byte_ids_[b] < 0;
    const bool fused = unknown && work.last_unknown && fuse_unknown_;
    work.last_unknown = unknown;
    if (id >= 0 && !fused) work.word.push_back(id);
  }
}

void ByteLevelBpe::add_character_word(std::string_view text, Work& work) const {
  while (!text.empty()) {
    const int length = unicode::character_length(text);
    const std::string_view character = text.substr(0, static_cast<std::size_t>(length > 0 ? length : 1));
    text.remove_prefix(character.size());
    if (const auto piece = by_bytes_.find(character); piece != by_bytes_.end()) {
      work.word.push_back(piece->second);
      work.last_unknown = false;
    } else {
      add_uncovered(character, work);
    }
  }
}

void ByteLevelBpe::add_unigram_word(std::string_view text, Work& work) const {
  for (const Unigram::Piece& piece : unigram_.cut(text)) {
    if (piece.id >= 0) {
      work.word.push_back(piece.id);
    } else {
      add_uncovered(piece.text, work);
    }
    work.last_unknown = false;
  }
}

/// Text that no piece covers: its bytes, if all have pieces, else the unknown token.
void ByteLevelBpe::add_uncovered(std::string_view text, Work& work) const {
  const bool bytes = std::all_of(text.begin(), text.end(), [&](char c) { return byte_ids_[static_cast<unsigned char>(c)] >= 0; });
  if (bytes) {
    for (unsigned char b : text) work.word.push_back(byte_ids_[b]);
    work.last_unknown = false;
    return;
  }
  if (unknown_ >= 0 && !(work.last_unknown && fuse_unknown_)) work.word.push_back(unknown_);
  work.last_unknown = true;
}

}  // namespace

Result<std::shared_ptr<const Tokenizer>> make_tokenizer(BpeSpec spec) {
  return ByteLevelBpe::make(std::move(spec));
}

}  // namespace eddy
