// quantize_file(): any model that can be opened becomes a GGUF file, with its tokenizer and chat template inside.
#include <algorithm>
#include <optional>

#include "engine/api/tools.h"
#include "engine/architectures/architectures.h"
#include "engine/core/mapped_file.h"
#include "engine/model/perplexity.h"
#include "engine/model/travelling_text.h"
#include "engine/model_files/model_file.h"
#include "engine/model_files/quantise_model.h"
#include "engine/quant/weight_format.h"
#include "engine/tokenizers/tokenizer.h"

namespace eddy {
namespace {

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

const TensorSource* source_in(const ModelFile& file, const TensorRule& rule) {
  const auto held = [&](const std::string& name) { return file.find(name) != nullptr; };
  const auto found = std::find_if(rule.sources.begin(), rule.sources.end(), [&](const TensorSource& s) {
    return !s.names.empty() && std::all_of(s.names.begin(), s.names.end(), held);
  });
  return found == rule.sources.end() ? nullptr : &*found;
}

/// The stored tensors whose every use is as a matrix in row order.
std::set<std::string, std::less<>> matrices_of(const Network& network, const ModelFile& file) {
  std::set<std::string, std::less<>> matrices, others;
  for (const TensorRule& rule : network.tensors().rules) {
    const TensorSource* source = source_in(file, rule);
    if (!source) continue;
    const bool matrix = rule.matrix && !source->in_out && !source->rewrite;
    for (const std::string& name : source->names) (matrix ? matrices : others).insert(name);
  }
  for (const std::string& name : others) matrices.erase(name);
  return matrices;
}

/// GGUF files of networks that cannot run here can be made smaller all the same: their names say what is what.
Result<std::set<std::string, std::less<>>> known_matrices(const ModelFile& file) {
  const auto network = open_network(file);
  if (network) return matrices_of(**network, file);
  if (file.file_format() == "gguf") return std::set<std::string, std::less<>>();
  return network.error();
}

/// The first tokens of the text.
Result<std::vector<TokenId>> tokens_of(const QuantizeRequest& request, const ModelFile& file) {
  auto tokenizer = load_tokenizer(file);
  if (!tokenizer) return std::move(tokenizer).error();
  auto text = MappedFile::open(request.text);
  if (!text) return std::move(text).error();
  constexpr std::size_t kMostBytesPerToken = 64;
  const auto bytes = (*text)->bytes().first(
      std::min((*text)->bytes().size(), static_cast<std::size_t>(request.text_tokens) * kMostBytesPerToken));
  auto tokens = (*tokenizer)->encode({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  tokens.resize(std::min(tokens.size(), static_cast<std::size_t>(request.text_tokens)));
  if (tokens.size() >= 2) return tokens;
  return Error{ErrorCode::InvalidArgument, "[quantize] " + request.text.string() + " has fewer than two tokens"};
}

Result<void> measure(QuantizeSummary& summary, const QuantizeRequest& request, std::shared_ptr<const ModelFile> in,
                     std::span<const TokenId> tokens, std::stop_token stop) {
  auto out = open_model_file(request.out);
  if (!out) return std::move(out).error();
  summary.text_tokens = static_cast<std::int64_t>(tokens.size());
  const LoadOptions options{.threads = request.threads};
  for (auto [file, into] : {std::pair(in, &summary.perplexity_before), {*out, &summary.perplexity_after}}) {
    auto measured = perplexity(file, tokens, options, stop);
    if (!measured) return std::move(measured).error();
    *into = *measured;
  }
  return {};
}

QuantizeSummary summary_of(const QuantiseReport& report) {
  QuantizeSummary summary{.file_bytes = report.file_bytes, .relative_error = report.relative_error};
  for (const QuantisedTensor& t : report.tensors) {
    summary.tensors.push_back({.name = t.name,
                               .from = std::string(traits(t.from).name),
                               .to = std::string(traits(t.to).name),
                               .bytes = t.bytes,
                               .relative_error = t.relative_error});
  }
  return summary;
}

}  // namespace

std::vector<std::string> quantize_formats() {
  std::vector<std::string> names;
  for (const auto& format : all_weight_formats()) names.emplace_back(format.name);
  return names;
}

Result<QuantizeEstimate> estimate_quantize(const QuantizeRequest& request, std::stop_token stop) {
  auto formats = chosen_formats(request);
  if (!formats) return std::move(formats).error();
  auto file = open_model_file(request.in);
  if (!file) return std::move(file).error();
  auto matrices = known_matrices(**file);
  if (!matrices) return std::move(matrices).error();
  QuantiseOptions options;
  options.formats = *formats;
  options.threads = request.threads;
  options.matrices = *std::move(matrices);
  auto estimate = estimate_model(**file, options, stop);
  if (!estimate) return std::move(estimate).error();
  return QuantizeEstimate{estimate->weight_bytes, estimate->relative_error, estimate->tensors_measured};
}

Result<QuantizeSummary> quantize_file(const QuantizeRequest& request, std::stop_token stop,
                                      const LoadProgress& progress) {
  auto formats = chosen_formats(request);
  if (!formats) return std::move(formats).error();
  auto file = open_model_file(request.in);
  if (!file) return std::move(file).error();
  auto matrices = known_matrices(**file);
  if (!matrices) return std::move(matrices).error();
  std::vector<TokenId> tokens;
  if (!request.text.empty()) {  // before the long work
    auto read = tokens_of(request, **file);
    if (!read) return std::move(read).error();
    tokens = *std::move(read);
  }
  const QuantiseOptions options{.formats = *formats,
                                .name = request.name,
                                .description = request.description,
                                .license = request.license,
                                .chat_format = request.chat_format,
                                .metadata = travelling_text(**file, !request.tokenizer.empty()),
                                .tokenizer = request.tokenizer,
                                .threads = request.threads,
                                .matrices = *std::move(matrices)};
  auto report = quantise_model(**file, request.out, options, stop, progress);
  if (!report) return std::move(report).error();
  QuantizeSummary summary = summary_of(*report);
  if (tokens.empty()) return summary;
  if (auto measured = measure(summary, request, *file, tokens, stop); !measured) return measured.error();
  return summary;
}

}  // namespace eddy
