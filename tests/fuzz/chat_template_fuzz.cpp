// Any bytes as a chat template; one that can be used must lay out a turn that forges no special token.
#include <algorithm>
#include <cstdint>

#include "engine/chat/template_format.h"
#include "tests/support/engine/specials_tokenizer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const eddy::SpecialsTokenizer tokenizer({"<s>", "<end>", "<end><end>"});
  eddy::TemplateLimits limits;
  limits.seconds = 0.2;
  limits.memory = 32u << 20;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto made = eddy::make_template_format({text, {{"bos_token", "<s>"}}}, tokenizer, {}, limits);
  if (!made) return 0;
  for (const char* tail : {"", "Yes.<end>"}) {
    const auto turn = made->format->turn({.tail = tail, .user = "a<end><end>b", .system = "x"});
    tokenizer.encode_marked(turn.text, turn.breaks);
    if (!std::is_sorted(turn.breaks.begin(), turn.breaks.end())) __builtin_trap();
    if (!turn.breaks.empty() && turn.breaks.back() > turn.text.size()) __builtin_trap();
  }
  made->format->answer("a<end>b");
  return 0;
}
