// What an answer that is being written needs beside its text and tokens, so that it can go on after the program was killed.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace eddy {

using AnswerJournal = std::vector<std::byte>;

struct JournalContent {
  std::string unsent;                     ///< text of the tokens that was not shown yet (blanks at the end)
  std::span<const std::byte> generation;  ///< Sequence::generation_state(); points into the journal
};

AnswerJournal write_journal(std::string_view unsent, std::span<const std::byte> generation);
/// Nothing for bytes that write_journal() did not make.
std::optional<JournalContent> read_journal(std::span<const std::byte> journal);

}  // namespace eddy
