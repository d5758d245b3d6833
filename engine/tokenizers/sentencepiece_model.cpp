// SentencePiece's ModelProto, written by hand: eight fields do not need a protobuf compiler.
#include <algorithm>
#include <bit>

#include "engine/tokenizers/sentencepiece.h"

namespace eddy {
namespace {

enum Field { kPieces = 1, kTrainer = 2, kNormalizer = 3 };
enum PieceField { kText = 1, kScore = 2, kType = 3 };
enum TrainerField { kModelType = 3, kVocabulary = 4, kByteFallback = 35, kUnknown = 40, kBos = 41, kEos = 42, kPad = 43 };
enum NormalizerField { kName = 1, kCharsmap = 2, kDummyPrefix = 3, kRemoveSpaces = 4, kEscapeSpaces = 5 };
enum PieceType { kUnknownPiece = 2, kBytePiece = 6 };

class Message {
 public:
  void number(int field, std::uint64_t value) {
    varint(static_cast<std::uint64_t>(field) << 3);
    varint(value);
  }
  void real(int field, float value) {
    varint(static_cast<std::uint64_t>(field) << 3 | 5);
    const auto bits = std::bit_cast<std::uint32_t>(value);
    for (int shift = 0; shift < 32; shift += 8) bytes_ += static_cast<char>(bits >> shift & 0xFF);
  }
  void text(int field, std::string_view value) {
    varint(static_cast<std::uint64_t>(field) << 3 | 2);
    varint(value.size());
    bytes_ += value;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  std::string bytes_;
};

}  // namespace

std::string sentencepiece_model(const SentencePieceList& list) {
  Message model;
  for (std::size_t i = 0; i < list.pieces.size(); ++i) {
    Message piece;
    piece.text(kText, list.pieces[i]);
    piece.real(kScore, static_cast<float>(list.scores[i]));
    piece.number(kType, static_cast<std::uint64_t>(list.types[i]));
    model.text(kPieces, piece.bytes());
  }
  const auto of_type = [&](int type) { return std::find(list.types.begin(), list.types.end(), type); };
  Message trainer;
  trainer.number(kModelType, list.unigram ? 1 : 2);
  trainer.number(kVocabulary, list.pieces.size());
  trainer.number(kByteFallback, std::count(list.types.begin(), list.types.end(), kBytePiece) == 256);
  trainer.number(kUnknown, static_cast<std::uint64_t>(of_type(kUnknownPiece) - list.types.begin()));
  for (int field : {kBos, kEos, kPad}) trainer.number(field, ~std::uint64_t{0});  // -1: the caller knows them
  model.text(kTrainer, trainer.bytes());
  Message normalizer;
  normalizer.text(kName, list.charsmap.empty() ? "identity" : "user_defined");
  normalizer.text(kCharsmap, list.charsmap);
  normalizer.number(kDummyPrefix, list.space_prefix);
  normalizer.number(kRemoveSpaces, list.remove_extra_spaces);
  normalizer.number(kEscapeSpaces, 1);
  model.text(kNormalizer, normalizer.bytes());
  return model.bytes();
}

}  // namespace eddy
