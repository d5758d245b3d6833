// Text to token ids and back.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/api/generation.h"
#include "engine/api/result.h"

namespace eddy {

class ModelFile;

/// Immutable, thread-safe.
class Tokenizer {
 public:
  virtual ~Tokenizer() = default;
  virtual std::string_view kind() const = 0;               ///< "byte-level BPE", "rwkv-world"
  virtual int vocabulary() const = 0;                      ///< largest id + 1
  virtual const std::string& fingerprint() const = 0;      ///< hex hash over everything that decides ids

  /// Special (added) tokens in `text` stay plain text unless `parse_special`.
  virtual std::vector<TokenId> encode(std::string_view text, bool parse_special = false) const = 0;

  /// As encode(text, true), but a special token that would lie across one of the offsets `breaks` (sorted) stays plain text.
  /// `at_start` is false for text that goes on from text read before: nothing is put in front of it.
  virtual std::vector<TokenId> encode_marked(std::string_view text, std::span<const std::size_t> breaks,
                                             bool at_start = true) const;

  /// The texts of all special tokens.
  virtual std::vector<std::string> specials() const { return {}; }

  /// What a text begins with where the tokenizer's file asks for it (BOS); encode() never adds it.
  virtual std::vector<TokenId> text_beginning() const { return {}; }

  /// The bytes one token stands for, possibly half a UTF-8 character. Special tokens: "" unless `show_special`.
  virtual std::string_view piece(TokenId id, bool show_special = false) const = 0;
  virtual std::string decode(std::span<const TokenId> ids, bool show_special = false) const = 0;

  /// Whether encode() puts a space in front of a text and decode() takes it away (SentencePiece); piece() always has it.
  virtual bool drops_first_space() const { return false; }

  /// About what its tables occupy: measured for vocabularies of 8,192 and 50,277 tokens, 108 and 119 bytes a token.
  virtual std::int64_t memory_bytes() const { return 200'000 + std::int64_t{115} * vocabulary(); }

  /// The id of a special token by its text, e.g. "<|endoftext|>".
  virtual std::optional<TokenId> special(std::string_view text) const = 0;
};

/// A tokenizer.json, a SentencePiece model (*.model), or an RWKV World vocabulary (rwkv_vocab_v*.txt). Errors name the file.
Result<std::shared_ptr<const Tokenizer>> load_tokenizer(const std::filesystem::path& file);

/// The tokenizer of a model: in its GGUF metadata, else beside it: tokenizer.json, tokenizer.model, spiece.model or
/// rwkv_vocab_v*.txt, the first of them that we understand.
Result<std::shared_ptr<const Tokenizer>> load_tokenizer(const ModelFile& model);

/// Turns a stream of tokens into text, holding back incomplete UTF-8. One thread.
class Detokenizer {
 public:
  /// `at_start`: the tokens begin a text, whose first space may be the tokenizer's own (see drops_first_space). Pushing
  /// all tokens of a text then gives what decode() gives, with wrong UTF-8 replaced.
  explicit Detokenizer(std::shared_ptr<const Tokenizer> tokenizer, bool at_start = false);
  /// Whole characters that are complete now; bytes that can never become UTF-8 are replaced by U+FFFD.
  std::string push(TokenId id);
  /// What is still held back, replaced by U+FFFD if incomplete.
  std::string flush();
  /// Bytes held back; part of a sequence's exact state.
  const std::string& held() const { return held_; }
  void set_held(std::string bytes) { held_ = std::move(bytes); }

 private:
  std::shared_ptr<const Tokenizer> tokenizer_;
  std::string held_;
  bool drop_space_ = false;         ///< from the next bytes
};

}  // namespace eddy
