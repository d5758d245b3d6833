#include "engine/model_files/quantise_model.h"

#include <algorithm>
#include <cmath>
#include <system_error>

#include "engine/core/mapped_file.h"
#include "engine/core/thread_pool.h"
#include "engine/model_files/conversion_plan.h"
#include "engine/model_files/gguf_writer.h"
#include "engine/model_files/json_walker.h"
#include "engine/model_files/model_location.h"
#include "engine/model_files/tensor_size.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

constexpr std::int64_t kChunk = std::int64_t(1) << 22;  // weights held as floats at a time
constexpr std::int64_t kTask = std::int64_t(1) << 16;   // weights per thread task
constexpr std::size_t kSampledTensors = 24;               // of an estimate
constexpr std::int64_t kSampledWeights = std::int64_t(1) << 18;
constexpr std::size_t kMaxTokenizerBytes = std::size_t(128) << 20;
constexpr const char* kTokenizerKey = "tokenizer.huggingface.json";

bool is_plain(WeightFormat f) {
  return traits(f).block_size == 1;
}

WeightFormat fitting(WeightFormat wanted, std::int64_t row) {
  if (row % traits(wanted).block_size == 0) return wanted;
  return row % traits(WeightFormat::Q8_0).block_size == 0 ? WeightFormat::Q8_0 : WeightFormat::F16;
}

bool is_one_piece(const PlannedTensor& t) {
  return t.parts.size() == 1 && !t.transpose;
}

WeightFormat exact_format(const PlannedTensor& t) {
  const WeightFormat stored = t.parts.front()->format;
  if (!is_plain(stored)) return is_one_piece(t) ? stored : WeightFormat::F32;
  const bool vector = t.kind == TensorClass::Sensitive;  // readers expect these in F32
  return vector || t.parts.size() > 1 ? WeightFormat::F32 : stored;
}

WeightFormat wanted_format(const PlannedTensor& t, const QuantiseFormats& formats) {
  const std::int64_t row = t.shape.empty() ? 1 : t.shape.back();
  switch (t.kind) {
    case TensorClass::Embedding:
      return fitting(formats.embedding, row);
    case TensorClass::Head:
      return fitting(formats.head, row);
    case TensorClass::TimeMix:
      return fitting(formats.time_mix, row);
    case TensorClass::ChannelMix:
      return fitting(formats.channel_mix, row);
    case TensorClass::LowRank:
      return formats.low_rank ? fitting(*formats.low_rank, row) : exact_format(t);
    case TensorClass::AsStored:
    case TensorClass::Sensitive:
      break;
  }
  return exact_format(t);
}

double bytes_per_weight(WeightFormat f) {
  return double(traits(f).block_bytes) / traits(f).block_size;
}

// What a block format has lost does not come back: such a tensor never grows.
WeightFormat choose(const PlannedTensor& t, const QuantiseFormats& formats) {
  const WeightFormat stored = t.parts.front()->format, wanted = wanted_format(t, formats);
  const bool keep = !is_plain(stored) && is_one_piece(t) && bytes_per_weight(wanted) >= bytes_per_weight(stored);
  return keep ? stored : wanted;
}

// A joined or transposed tensor as floats; these are small.
std::vector<float> assemble(const PlannedTensor& t, std::int64_t weights) {
  std::vector<float> out(static_cast<std::size_t>(weights));
  float* to = out.data();
  for (const StoredTensor* part : t.parts) {
    const std::int64_t n = *checked_product(part->shape);
    traits(part->format).dequantise(part->bytes.data(), to, n);
    to += n;
  }
  if (!t.transpose) return out;
  const std::int64_t rows = t.shape[0], columns = t.shape[1];  // of the result
  std::vector<float> turned(out.size());
  for (std::int64_t r = 0; r < rows; ++r) {
    for (std::int64_t c = 0; c < columns; ++c) turned[std::size_t(r * columns + c)] = out[std::size_t(c * rows + r)];
  }
  return turned;
}

/// Squared sums over weights.
struct Errors {
  double lost = 0;
  double total = 0;
  bool finite = true;  ///< of the source

  void add(const float* x, const float* y, std::int64_t n) {
    for (std::int64_t i = 0; i < n; ++i) {
      const double d = double(x[i]) - y[i];
      finite = finite && std::isfinite(x[i]);
      lost += d * d;
      total += double(x[i]) * x[i];
    }
  }
  void add(const Errors& other) {
    lost += other.lost;
    total += other.total;
    finite = finite && other.finite;
  }
  double relative() const { return total > 0 ? std::sqrt(lost / total) : std::sqrt(lost); }
};

class Quantiser {
 public:
  Quantiser(const QuantiseOptions& options, std::stop_token stop, const QuantiseProgress& progress)
      : options_(options), stop_(std::move(stop)), progress_(progress), pool_(options.threads) {}

  Result<QuantiseReport> run(const ConversionPlan& plan, const fs::path& out) {
    for (const auto& [key, value] : plan.metadata) writer_.set(key, value);
    for (const PlannedTensor& t : plan.tensors) {
      const std::int64_t weights = *checked_product(t.shape);
      const WeightFormat to = choose(t, options_.formats);
      report_.tensors.push_back({.name = t.name,
                                 .from = t.parts.front()->format,
                                 .to = to,
                                 .weights = weights,
                                 .bytes = bytes_of(to, weights)});
      writer_.declare(t.name, to, t.shape);
      total_ += weights;
    }
    if (Result<void> begun = writer_.begin(out); !begun) return begun.error();
    for (std::size_t i = 0; i < plan.tensors.size(); ++i) {
      if (Result<void> written = write_tensor(plan.tensors[i], report_.tensors[i]); !written) return written.error();
    }
    if (Result<void> committed = writer_.commit(); !committed) return committed.error();
    report_.file_bytes = writer_.written();
    report_.relative_error = all_.relative();
    return std::move(report_);
  }

  Result<QuantiseEstimate> estimate(const ConversionPlan& plan) {
    QuantiseEstimate estimate;
    std::vector<std::pair<const PlannedTensor*, WeightFormat>> changed;
    for (const PlannedTensor& t : plan.tensors) {
      const WeightFormat to = choose(t, options_.formats);
      estimate.weight_bytes += bytes_of(to, *checked_product(t.shape));
      if (t.shape.size() > 1 && is_one_piece(t) && to != t.parts.front()->format) changed.emplace_back(&t, to);
    }
    const std::size_t step = std::max<std::size_t>(changed.size() / kSampledTensors, 1);
    for (std::size_t i = step / 2; i < changed.size(); i += step) {
      if (Result<void> sampled = sample(*changed[i].first, changed[i].second); !sampled) return sampled.error();
      ++estimate.tensors_measured;
    }
    estimate.relative_error = all_.relative();
    return estimate;
  }

 private:
  // Rows from the middle stand for the whole tensor.
  Result<void> sample(const PlannedTensor& t, WeightFormat to) {
    const std::int64_t weights = *checked_product(t.shape), row = std::max<std::int64_t>(t.shape.back(), 1);
    const std::int64_t n = std::min(weights, std::max<std::int64_t>(kSampledWeights / row, 1) * row);
    if (n == 0) return {};
    const std::int64_t first = (weights - n) / 2 / row * row;
    Errors errors = encode(read(*t.parts.front(), first, n, row), n, row, to);
    if (Result<void> ok = check(errors, t.name, to); !ok) return ok;
    errors.lost *= double(weights) / double(n);
    errors.total *= double(weights) / double(n);
    all_.add(errors);
    if (stop_.stop_requested()) return Error{ErrorCode::Cancelled, "[quantise] stopped. Nothing was written.", {}};
    return {};
  }

  Result<void> write_tensor(const PlannedTensor& t, QuantisedTensor& report) {
    const bool as_it_is = is_one_piece(t);
    if (as_it_is && report.from == report.to) return copy(*t.parts.front(), report.weights);
    const std::vector<float> whole = as_it_is ? std::vector<float>() : assemble(t, report.weights);
    const std::int64_t row = std::max<std::int64_t>(t.shape.empty() ? 1 : t.shape.back(), 1);
    const std::int64_t step = std::max<std::int64_t>(kChunk / row, 1) * row;
    Errors errors;
    for (std::int64_t first = 0; first < report.weights; first += step) {
      const std::int64_t n = std::min(step, report.weights - first);
      const float* floats = as_it_is ? read(*t.parts.front(), first, n, row) : whole.data() + first;
      errors.add(encode(floats, n, row, report.to));
      if (Result<void> ok = check(errors, t.name, report.to); !ok) return ok;
      if (Result<void> written = writer_.write(encoded_); !written) return written;
      if (Result<void> going = advance(n); !going) return going;
    }
    report.relative_error = errors.relative();
    if (t.shape.size() > 1) all_.add(errors);
    return {};
  }

  Result<void> copy(const StoredTensor& t, std::int64_t weights) {
    if (weights == 0) return {};
    if (Result<void> written = writer_.write(t.bytes); !written) return written;
    MappedFile::forget(t.bytes);
    return advance(weights);
  }

  // Calls task(first weight, count) for whole rows in parallel.
  template <class Task>
  void for_rows(std::int64_t n, std::int64_t row, const Task& task) {
    const std::int64_t step = std::max<std::int64_t>(kTask / row, 1) * row;
    pool_.parallel_for((n + step - 1) / step, [&](std::int64_t i) { task(i * step, std::min(step, n - i * step)); });
  }

  const float* read(const StoredTensor& t, std::int64_t first, std::int64_t n, std::int64_t row) {
    const WeightFormatTraits& f = traits(t.format);
    const std::span<const std::byte> bytes =
        t.bytes.subspan(std::size_t(bytes_of(t.format, first)), std::size_t(bytes_of(t.format, n)));
    floats_.resize(std::size_t(n));
    for_rows(n, row, [&](std::int64_t at, std::int64_t count) {
      f.dequantise(bytes.data() + bytes_of(t.format, at), floats_.data() + at, count);
    });
    MappedFile::forget(bytes);
    return floats_.data();
  }

  Errors encode(const float* x, std::int64_t n, std::int64_t row, WeightFormat to) {
    const WeightFormatTraits& f = traits(to);
    encoded_.resize(std::size_t(bytes_of(to, n)));
    decoded_.resize(std::size_t(n));
    const std::int64_t step = std::max<std::int64_t>(kTask / row, 1) * row;
    std::vector<Errors> errors(std::size_t((n + step - 1) / step));
    for_rows(n, row, [&](std::int64_t at, std::int64_t count) {
      std::byte* blocks = encoded_.data() + bytes_of(to, at);
      f.quantise(x + at, blocks, count);
      f.dequantise(blocks, decoded_.data() + at, count);
      errors[std::size_t(at / step)].add(x + at, decoded_.data() + at, count);
    });
    Errors sum;  // in a fixed order: the report does not depend on the number of threads
    for (const Errors& e : errors) sum.add(e);
    return sum;
  }

  static Result<void> check(const Errors& errors, const std::string& tensor, WeightFormat to) {
    if (!errors.finite) {
      return Error{ErrorCode::FileCorrupt,
                   "[quantise] tensor '" + tensor + "' holds infinite or undefined numbers. The source is damaged.",
                   {}};
    }
    if (!std::isfinite(errors.lost)) {
      return Error{ErrorCode::InvalidArgument,
                   "[quantise] tensor '" + tensor + "' holds numbers too large for " + std::string(traits(to).name) +
                       ". Choose BF16 or F32 for it.",
                   {}};
    }
    return {};
  }

  Result<void> advance(std::int64_t weights) {
    done_ += weights;
    if (progress_) progress_(double(done_) / double(total_));
    if (stop_.stop_requested()) return Error{ErrorCode::Cancelled, "[quantise] stopped. Nothing was written.", {}};
    return {};
  }

  const QuantiseOptions& options_;
  std::stop_token stop_;
  const QuantiseProgress& progress_;
  ThreadPool pool_;
  GgufWriter writer_;
  QuantiseReport report_;
  Errors all_;
  std::int64_t total_ = 0;
  std::int64_t done_ = 0;
  std::vector<float> floats_, decoded_;
  std::vector<std::byte> encoded_;
};

bool has_tokenizer(const Metadata& metadata) {
  return metadata.contains(kTokenizerKey) || metadata.contains("tokenizer.ggml.model") ||
         metadata.contains("tokenizer.sentencepiece.model");
}

// Embeds the JSON text; whether it is a tokenizer we know shows when the model is loaded.
Result<void> embed_tokenizer(Metadata& metadata, const ModelFile& in, const QuantiseOptions& options) {
  fs::path path = options.tokenizer;
  if (path.empty()) {
    std::error_code ec;
    path = in.folder() / "tokenizer.json";
    if (has_tokenizer(metadata) || !fs::exists(path, ec)) return {};
  }
  Result<std::shared_ptr<const MappedFile>> file = MappedFile::open(path);
  if (!file) return file.error();
  const std::span<const std::byte> bytes = (*file)->bytes();
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  class : public JsonVisitor {
    std::string value(JsonPath, JsonScalar) override { return {}; }
  } ignore;
  const Result<void> valid =
      walk_json(text, "[tokenizer] " + display_name(path), {.bytes = kMaxTokenizerBytes, .depth = 64}, ignore);
  if (!valid) return valid.error();
  metadata[kTokenizerKey] = std::string(text);
  return {};
}

void set_if_given(Metadata& metadata, const char* key, const std::string& value) {
  if (!value.empty()) metadata[key] = value;
}

// llama_ftype numbers: information for people, the tensors say what they are.
std::optional<std::int64_t> file_type(WeightFormat f) {
  switch (f) {
    case WeightFormat::F32:
      return 0;
    case WeightFormat::F16:
      return 1;
    case WeightFormat::BF16:
      return 32;
    case WeightFormat::Q4_0:
      return 2;
    case WeightFormat::Q4_1:
      return 3;
    case WeightFormat::Q5_0:
      return 8;
    case WeightFormat::Q5_1:
      return 9;
    case WeightFormat::Q8_0:
      return 7;
    case WeightFormat::Q4_K:
      return 15;
    case WeightFormat::Q5_K:
      return 17;
    case WeightFormat::Q6_K:
      return 18;
    case WeightFormat::Q2_K:
      return 10;
    case WeightFormat::Q3_K:
      return 12;
    case WeightFormat::IQ4_NL:
      return 25;
    case WeightFormat::IQ4_XS:
      return 30;
    case WeightFormat::MXFP4:
      return 38;
  }
  return std::nullopt;
}

Result<void> describe(Metadata& metadata, const ModelFile& in, const QuantiseOptions& options) {
  for (const auto& [key, value] : options.metadata) metadata[key] = value;
  set_if_given(metadata, "general.name", options.name);
  set_if_given(metadata, "general.description", options.description);
  set_if_given(metadata, "general.license", options.license);
  set_if_given(metadata, "eddy.chat_format", options.chat_format);
  metadata["general.quantization_version"] = std::int64_t(2);
  if (const std::optional<std::int64_t> type = file_type(options.formats.channel_mix))
    metadata["general.file_type"] = *type;
  return embed_tokenizer(metadata, in, options);
}

// Without the tensors' uses only RWKV-7 can be converted, whose names say them.
Result<ConversionPlan> plan_for(const ModelFile& in, const TensorNames& matrices) {
  if (in.file_format() == "gguf") return plan_same_names(in, matrices);
  const bool rwkv7 = in.file_format() != "ggmf" && in.container() != "gguf" && in.find("blocks.0.att.r_k");
  if (rwkv7 || matrices.empty()) return plan_rwkv7(in);
  return plan_original_names(in, matrices);
}

}  // namespace

QuantiseFormats formats_for(WeightFormat format) {
  const bool coarse = traits(format).block_size > 1 && format != WeightFormat::Q8_0;
  const WeightFormat ends = coarse ? WeightFormat::Q6_K : format;
  return {.embedding = ends, .head = ends, .time_mix = format, .channel_mix = format};
}

Result<QuantiseEstimate> estimate_model(const ModelFile& in, const QuantiseOptions& options, std::stop_token stop) {
  Result<ConversionPlan> plan = plan_for(in, options.matrices);
  if (!plan) return plan.error();
  return Quantiser(options, std::move(stop), {}).estimate(*plan);
}

Result<QuantiseReport> quantise_model(const ModelFile& in, const fs::path& out, const QuantiseOptions& options,
                                      std::stop_token stop, const QuantiseProgress& progress) {
  for (const fs::path& part : in.parts()) {
    std::error_code ec;
    if (!fs::equivalent(part, out, ec)) continue;
    return Error{ErrorCode::InvalidArgument,
                 "[quantise] " + display_name(out) + " is the source itself. Choose another name.",
                 {}};
  }
  Result<ConversionPlan> plan = plan_for(in, options.matrices);
  if (!plan) return plan.error();
  if (Result<void> described = describe(plan->metadata, in, options); !described) return described.error();
  return Quantiser(options, std::move(stop), progress).run(*plan, out);
}

}  // namespace eddy
