#include "engine/api/tools.h"

#include "engine/backends/backend.h"
#include "engine/model/cpu_device.h"
#include "engine/model_files/model_file.h"
#include "engine/sampling/grammar/grammar.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {
namespace {

class OpenedTokenizer final : public TextTokens {
 public:
  explicit OpenedTokenizer(std::shared_ptr<const Tokenizer> tokenizer) : tokenizer_(std::move(tokenizer)) {}
  std::vector<TokenId> tokenize(std::string_view text, bool parse_special) const override {
    return tokenizer_->encode(text, parse_special);
  }
  std::string detokenize(std::span<const TokenId> tokens, bool show_special) const override {
    return tokenizer_->decode(tokens, show_special);
  }

 private:
  std::shared_ptr<const Tokenizer> tokenizer_;
};

Result<std::shared_ptr<const TextTokens>> wrapped(Result<std::shared_ptr<const Tokenizer>> tokenizer) {
  if (!tokenizer) return std::move(tokenizer).error();
  return std::shared_ptr<const TextTokens>(std::make_shared<OpenedTokenizer>(*std::move(tokenizer)));
}

}  // namespace

std::vector<DeviceInfo> devices_of(std::string_view backend) {
  return backend == "cpu" ? std::vector{describe_cpu()} : devices_of_module(backend);
}

Result<void> check_grammar(std::string_view gbnf) {
  if (auto grammar = parse_grammar(gbnf); !grammar) return std::move(grammar).error();
  return {};
}

Result<std::shared_ptr<const TextTokens>> open_model_tokenizer(const std::filesystem::path& model) {
  auto file = open_model_file(model);
  if (!file) return std::move(file).error();
  return wrapped(load_tokenizer(**file));
}

Result<std::shared_ptr<const TextTokens>> open_tokenizer_file(const std::filesystem::path& file) {
  return wrapped(load_tokenizer(file));
}

}  // namespace eddy
