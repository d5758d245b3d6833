#include "engine/api/tools.h"

#include "engine/model/world_vocabulary.h"
#include "engine/model_files/model_file.h"
#include "engine/model_files/quantise_model.h"
#include "engine/quant/weight_format.h"
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

Result<WeightFormat> format_named(const std::string& name) {
  if (const auto format = weight_format_by_name(name)) return *format;
  return Error{ErrorCode::InvalidArgument, "[quantize] there is no weight format \"" + name + "\""};
}

Result<QuantiseFormats> chosen_formats(const QuantizeRequest& request) {
  auto main = format_named(request.format);
  if (!main) return std::move(main).error();
  QuantiseFormats formats = formats_for(*main);
  for (const std::string* name : {&request.embedding, &request.head, &request.low_rank}) {
    if (name->empty()) continue;
    auto format = format_named(*name);
    if (!format) return std::move(format).error();
    if (name == &request.embedding) formats.embedding = *format;
    if (name == &request.head) formats.head = *format;
    if (name == &request.low_rank) formats.low_rank = *format;
  }
  return formats;
}

// A World vocabulary lies in a text file beside the source: a GGUF file holds it inside. Other tokenizers stay as they are.
std::vector<std::pair<std::string, MetadataValue>> vocabulary_keys(const ModelFile& model, const QuantizeRequest& request) {
  if (model.file_format() == "gguf" || !request.tokenizer.empty()) return {};
  const auto tokenizer = load_tokenizer(model);
  if (!tokenizer || (*tokenizer)->kind() != "rwkv-world") return {};
  const StoredTensor* embedding = model.find("emb.weight");
  return world_vocabulary_for_gguf(**tokenizer, embedding != nullptr && !embedding->shape.empty() ? embedding->shape[0] : 0);
}

}  // namespace

Result<std::shared_ptr<const TextTokens>> open_model_tokenizer(const std::filesystem::path& model) {
  auto file = open_model_file(model);
  if (!file) return std::move(file).error();
  return wrapped(load_tokenizer(**file));
}

Result<std::shared_ptr<const TextTokens>> open_tokenizer_file(const std::filesystem::path& file) {
  return wrapped(load_tokenizer(file));
}

std::vector<std::string> quantize_formats() {
  std::vector<std::string> names;
  for (const auto& format : all_weight_formats()) names.emplace_back(format.name);
  return names;
}

Result<QuantizeSummary> quantize_file(const QuantizeRequest& request, std::stop_token stop,
                                      const LoadProgress& progress) {
  auto formats = chosen_formats(request);
  if (!formats) return std::move(formats).error();
  auto file = open_model_file(request.in);
  if (!file) return std::move(file).error();
  const QuantiseOptions options{.formats = *formats,
                                .name = request.name,
                                .description = request.description,
                                .license = request.license,
                                .chat_format = request.chat_format,
                                .metadata = vocabulary_keys(**file, request),
                                .tokenizer = request.tokenizer,
                                .threads = request.threads};
  auto report = quantise_model(**file, request.out, options, stop, progress);
  if (!report) return std::move(report).error();
  return QuantizeSummary{report->file_bytes, report->relative_error};
}

}  // namespace eddy
