// Sampler <-> bytes. Little-endian, no padding:
//   char[4] "EDSM"   u32 version = 1, or 2 where what stands last is there
//   f32 temperature  i32 top_k  f32 top_p  f32 min_p  f32 repetition  f32 presence  f32 frequency  f32 decay
//   u64 seed given   u64 seed in force   u64[4] generator
//   u32 n  n x { i32 token, f32 bias }
//   u32 n  n x { i32 token, f32 count }      tokens strictly ascending, counts >= 0
//   f32 typical_p  u32 grammar after space (0 or 1)  u32 n  n bytes of grammar  u32 n  n bytes of text constrained so far
#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <limits>
#include <type_traits>

#include "engine/sampling/sampler.h"

namespace eddy {
namespace {

constexpr std::uint32_t kMagic = 0x4D534445;  // "EDSM"
constexpr std::uint32_t kPlain = 1, kVersion = 2;

class Writer {
 public:
  template <class T>
  void put(T value) {
    using Bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    const auto bits = std::bit_cast<Bits>(value);
    for (std::size_t i = 0; i < sizeof(T); ++i) bytes.push_back(static_cast<std::byte>(bits >> (8 * i) & 0xFF));
  }
  void put_text(const std::string& text) {
    put(static_cast<std::uint32_t>(text.size()));
    for (const char c : text) bytes.push_back(static_cast<std::byte>(c));
  }
  std::vector<std::byte> bytes;
};

/// Reads past the end give zeros and clear ok().
class Cursor {
 public:
  explicit Cursor(std::span<const std::byte> bytes) : rest_(bytes) {}

  template <class T>
  T get() {
    using Bits = std::conditional_t<sizeof(T) == 8, std::uint64_t, std::uint32_t>;
    Bits bits = 0;
    ok_ = ok_ && rest_.size() >= sizeof(T);
    if (!ok_) return T{};
    for (std::size_t i = 0; i < sizeof(T); ++i) bits |= static_cast<Bits>(rest_[i]) << (8 * i);
    rest_ = rest_.subspan(sizeof(T));
    return std::bit_cast<T>(bits);
  }

  /// A count of 8-byte entries; no more than are there.
  std::size_t entries() {
    const auto n = get<std::uint32_t>();
    ok_ = ok_ && n <= rest_.size() / 8;
    return ok_ ? n : 0;
  }

  std::string text() {
    const auto n = get<std::uint32_t>();
    ok_ = ok_ && n <= rest_.size();
    if (!ok_) return {};
    std::string text(reinterpret_cast<const char*>(rest_.data()), n);
    rest_ = rest_.subspan(n);
    return text;
  }

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::span<const std::byte> rest_;
  bool ok_ = true;
};

Error corrupt(const char* what) { return {ErrorCode::FileCorrupt, std::string("[sampler] saved state: ") + what}; }

bool in_range(float value, float low, float high) { return value >= low && value <= high; }  // false for NaN

bool sane(const SamplerParams& p) {
  constexpr float kMax = std::numeric_limits<float>::max();
  return in_range(p.temperature, 0, kMax) && p.top_k >= 0 && in_range(p.top_p, 0, 1) && in_range(p.min_p, 0, 1) &&
         in_range(p.repetition_penalty, std::numeric_limits<float>::min(), kMax) &&
         in_range(p.presence_penalty, -kMax, kMax) && in_range(p.frequency_penalty, -kMax, kMax) &&
         in_range(p.penalty_decay, 0, 1) && in_range(p.typical_p, 0, 1);
}

/// What version 1 did not have.
bool has_more(const SamplerParams& p) { return p.typical_p != 1.0f || !p.grammar.empty() || p.grammar_after_space; }

}  // namespace

std::vector<std::byte> Sampler::serialise() const {
  Writer out;
  out.put(kMagic);
  const bool more = has_more(params_) || !constrained_text_.empty();
  out.put(more ? kVersion : kPlain);
  out.put(params_.temperature);
  out.put(static_cast<std::int32_t>(params_.top_k));
  for (float value : {params_.top_p, params_.min_p, params_.repetition_penalty, params_.presence_penalty,
                      params_.frequency_penalty, params_.penalty_decay}) {
    out.put(value);
  }
  out.put(params_.seed);
  out.put(seed_);
  for (std::uint64_t word : random_) out.put(word);
  out.put(static_cast<std::uint32_t>(params_.logit_bias.size()));
  for (const auto& [token, bias] : params_.logit_bias) {
    out.put(token);
    out.put(bias);
  }
  out.put(static_cast<std::uint32_t>(counts_.size()));
  for (const Count& c : counts_) {
    out.put(c.token);
    out.put(c.count);
  }
  if (more) {
    out.put(params_.typical_p);
    out.put(std::uint32_t{params_.grammar_after_space});
    out.put_text(params_.grammar);
    out.put_text(constrained_text_);
  }
  return std::move(out.bytes);
}

Result<Sampler> Sampler::parse(std::span<const std::byte> bytes) {
  Cursor in(bytes);
  if (in.get<std::uint32_t>() != kMagic) return corrupt("not a sampler");
  const auto version = in.get<std::uint32_t>();
  if (version > kVersion) return Error{ErrorCode::FileTooNew, "[sampler] saved state: written by a newer version of Eddy"};
  if (version != kPlain && version != kVersion) return corrupt("unknown version");
  SamplerParams params;
  params.temperature = in.get<float>();
  params.top_k = in.get<std::int32_t>();
  for (float* value : {&params.top_p, &params.min_p, &params.repetition_penalty, &params.presence_penalty,
                       &params.frequency_penalty, &params.penalty_decay}) {
    *value = in.get<float>();
  }
  params.seed = in.get<std::uint64_t>();
  const auto seed = in.get<std::uint64_t>();
  std::uint64_t random[4];
  for (std::uint64_t& word : random) word = in.get<std::uint64_t>();
  for (std::size_t n = in.entries(); n > 0; --n) {
    const auto token = in.get<TokenId>();
    params.logit_bias.emplace_back(token, in.get<float>());
    if (token < 0 || std::isnan(params.logit_bias.back().second)) return corrupt("bad bias");
  }
  std::vector<Count> counts;
  for (std::size_t n = in.entries(); n > 0; --n) {
    const auto token = in.get<TokenId>();
    counts.push_back({token, in.get<float>()});
    const bool ascending = counts.size() < 2 || counts[counts.size() - 2].token < token;
    if (token < 0 || !ascending || !in_range(counts.back().count, 0, std::numeric_limits<float>::max())) {
      return corrupt("bad count");
    }
  }
  std::string constrained_text;
  if (version == kVersion) {
    params.typical_p = in.get<float>();
    const auto after_space = in.get<std::uint32_t>();
    params.grammar_after_space = after_space != 0;
    params.grammar = in.text();
    constrained_text = in.text();
    if (in.ok() && (after_space > 1 || !(has_more(params) || !constrained_text.empty()))) return corrupt("impossible grammar");
  }
  if (!in.ok()) return corrupt("ends too early");
  if (!in.at_end()) return corrupt("bytes after the end");
  if (!sane(params) || (params.seed != 0 && params.seed != seed)) return corrupt("impossible parameters");
  if (seed == 0 || (random[0] | random[1] | random[2] | random[3]) == 0) return corrupt("impossible generator");
  Sampler sampler(params);
  sampler.seed_ = seed;
  std::copy(std::begin(random), std::end(random), sampler.random_);
  sampler.counts_ = std::move(counts);
  sampler.constrained_text_ = std::move(constrained_text);
  return sampler;
}

}  // namespace eddy
