#include "engine/tokenizers/byte_tokenizer.h"

#include <array>

#include "engine/core/hash.h"

namespace eddy {
namespace {

constexpr int kBytes = 256;

class ByteTokenizer final : public Tokenizer {
 public:
  ByteTokenizer() : fingerprint_(Hash128().add_text("bytes 1").hex()) {
    for (int byte = 0; byte < kBytes; ++byte) bytes_[static_cast<std::size_t>(byte)] = static_cast<char>(byte);
  }

  std::string_view kind() const override { return "bytes"; }
  int vocabulary() const override { return kBytes; }
  const std::string& fingerprint() const override { return fingerprint_; }

  std::vector<TokenId> encode(std::string_view text, bool) const override {
    std::vector<TokenId> ids;
    ids.reserve(text.size());
    for (const char c : text) ids.push_back(static_cast<unsigned char>(c));
    return ids;
  }

  std::string_view piece(TokenId id, bool) const override {
    return id >= 0 && id < kBytes ? std::string_view(&bytes_[static_cast<std::size_t>(id)], 1) : std::string_view();
  }

  std::string decode(std::span<const TokenId> ids, bool show_special) const override {
    std::string text;
    for (const TokenId id : ids) text += piece(id, show_special);
    return text;
  }

  std::optional<TokenId> special(std::string_view) const override { return std::nullopt; }

 private:
  std::array<char, kBytes> bytes_;
  std::string fingerprint_;
};

}  // namespace

std::shared_ptr<const Tokenizer> byte_tokenizer() {
  static const auto tokenizer = std::make_shared<const ByteTokenizer>();
  return tokenizer;
}

}  // namespace eddy
