// How a document of any length is summarised: a note about each stretch, then notes about notes until few enough are left.
// Pure functions; whoever has a model does the writing.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/storage/documents.h"

namespace eddy {

struct SummaryLimits {
  std::int64_t stretch_bytes = 0;  ///< of text in one note
  std::size_t fan_in = 0;          ///< notes in a note about notes
};
SummaryLimits summary_limits(std::int64_t parameters);

/// Consecutive passages that get one note. A new heading begins a new stretch when the one before is not tiny.
std::vector<DocumentNote> cut_stretches(std::span<const PassageOutline> outline, const SummaryLimits& limits);

/// At most how many points a summary of this style has; the document's chapters may be fewer.
std::size_t most_points(SummaryStyle style);

/// Neighbouring notes that make one point each: by heading for chapters, evenly otherwise.
std::vector<SummaryPoint> plan_points(SummaryStyle style, std::span<const DocumentNote> notes,
                                      std::span<const PassageOutline> outline);

/// [begin, end) of neighbours to be joined, at most `fan_in` each; one group when they are few.
std::vector<std::pair<std::size_t, std::size_t>> group_evenly(std::size_t count, std::size_t fan_in);

std::string summary_prompt(std::string_view text);
/// The first line without blanks and list marks: models like to go on.
std::string clean_note(std::string_view answer);
constexpr int kNoteTokens = 80;

}  // namespace eddy
