#include "app/inference/answer_journal.h"

#include <cstdint>
#include <cstring>

namespace eddy {

// u32 length of the unsent text, the text, the state of the generation, which has a checksum of its own.

AnswerJournal write_journal(std::string_view unsent, std::span<const std::byte> generation) {
  const auto length = static_cast<std::uint32_t>(unsent.size());
  AnswerJournal journal(sizeof(length) + unsent.size() + generation.size());
  std::memcpy(journal.data(), &length, sizeof(length));
  if (!unsent.empty()) std::memcpy(journal.data() + sizeof(length), unsent.data(), unsent.size());
  if (!generation.empty())
    std::memcpy(journal.data() + sizeof(length) + unsent.size(), generation.data(), generation.size());
  return journal;
}

std::optional<JournalContent> read_journal(std::span<const std::byte> journal) {
  std::uint32_t length = 0;
  if (journal.size() < sizeof(length)) return std::nullopt;
  std::memcpy(&length, journal.data(), sizeof(length));
  const auto rest = journal.subspan(sizeof(length));
  if (length > rest.size()) return std::nullopt;
  return JournalContent{{reinterpret_cast<const char*>(rest.data()), length}, rest.subspan(length)};
}

}  // namespace eddy
