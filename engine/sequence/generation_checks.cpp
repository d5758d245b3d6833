#include "engine/sequence/generation_checks.h"

#include <cmath>
#include <limits>
#include <string>

namespace eddy {
namespace {

Error invalid(const std::string& what) {
  return {ErrorCode::InvalidArgument, "[generation] " + what};
}

struct Range {
  const char* name;
  double value;
  double low;
  double high;
  const char* accepted;
};

Result<void> check_sampler(const SamplerParams& p, std::int64_t vocabulary) {
  constexpr double kMax = std::numeric_limits<float>::max();
  const Range ranges[] = {
      {"temperature", p.temperature, 0, 100, "0 (greedy) to 100"},
      {"top-k", double(p.top_k), 0, kMax, "0 (off) or more"},
      {"top-p", p.top_p, 0, 1, "0 to 1 (off)"},
      {"min-p", p.min_p, 0, 1, "0 (off) to 1"},
      {"repetition penalty", p.repetition_penalty, std::numeric_limits<float>::min(), 100,
       "more than 0, up to 100; 1 is off"},
      {"presence penalty", p.presence_penalty, -100, 100, "-100 to 100; 0 is off"},
      {"frequency penalty", p.frequency_penalty, -100, 100, "-100 to 100; 0 is off"},
      {"typical-p", p.typical_p, 0, 1, "0 to 1 (off)"},
      {"penalty decay", p.penalty_decay, 0, 1, "0 to 1 (no decay)"},
  };
  for (const auto& range : ranges) {
    if (!(range.value >= range.low && range.value <= range.high)) {
      return invalid(std::string(range.name) + " must be " + range.accepted);
    }
  }
  for (const auto& [token, bias] : p.logit_bias) {
    if (token < 0 || token >= vocabulary)
      return invalid("logit bias for token " + std::to_string(token) + ": no such token");
    if (std::isnan(bias)) return invalid("logit bias for token " + std::to_string(token) + " must be a number");
  }
  return {};
}

bool starts_inside_a_character(const std::string& text) {
  return (static_cast<unsigned char>(text[0]) & 0xC0) == 0x80;
}

}  // namespace

Result<void> check_generation(const GenerationParams& params, std::int64_t vocabulary) {
  if (params.max_tokens < 1) return invalid("max tokens must be at least 1");
  if (params.alternatives < 0 || params.alternatives > 100) return invalid("alternatives must be 0 (off) to 100");
  for (const auto& stop : params.stop_strings) {
    if (stop.empty()) return invalid("a stop string is empty");
    if (starts_inside_a_character(stop)) return invalid("a stop string starts in the middle of a UTF-8 character");
  }
  return check_sampler(params.sampler, vocabulary);
}

}  // namespace eddy
