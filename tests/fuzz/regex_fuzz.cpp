// A line with a pattern, then text: no pattern may crash, loop or match outside the text.
#include <algorithm>
#include <cstdint>

#include "engine/tokenizers/regex.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const auto end = std::min(input.find('\n'), input.size());
  const auto regex = eddy::Regex::compile(input.substr(0, end));
  if (!regex) return 0;
  const std::u32string text = eddy::unicode::decode(input.substr(std::min(end + 1, size)));
  eddy::Regex::Budget budget(text.size());
  budget.steps = std::min<std::size_t>(budget.steps, 100'000);
  std::size_t at = 0;
  while (const auto found = regex->find(text, at, budget)) {
    if (found->first < at || found->second <= found->first || found->second > text.size()) __builtin_trap();
    at = found->second;
  }
  return 0;
}
