// Any bytes as a document of one format (EDDY_FUZZED_READER): it may be refused, but what is handed out must be sound.
#include <cstdint>
#include <string>

#include "app/documents/readers/reader.h"

namespace {

constexpr std::size_t kMostText = std::size_t{1} << 20;

void require(bool fact) {
  if (!fact) __builtin_trap();
}

bool is_clean(const std::string& text) { return eddy::clean_utf8(text) == text; }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  eddy::DocumentSource source{.path = "fuzz", .bytes = {reinterpret_cast<const char*>(data), size}, .extension = EDDY_FUZZED_EXTENSION, .password = {}};
  std::size_t handed_out = 0;
  std::int32_t page = 0;
  eddy::PassageWriter writer({.text_bytes = kMostText, .unpacked_bytes = std::size_t{4} << 20, .pages = 500}, [&](const eddy::Passage& passage) {
    require(!passage.text.empty() && is_clean(passage.text) && is_clean(passage.heading));
    require(passage.page >= page);
    page = passage.page;
    handed_out += passage.text.size();
  });
  eddy::DocumentFacts facts;
  (void)eddy::EDDY_FUZZED_READER(source, facts, writer);
  writer.finish();
  require(handed_out <= kMostText + 4096);
  require(is_clean(facts.title));
  return 0;
}
