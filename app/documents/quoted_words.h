// Which words of a drawn page a quoted passage is made of.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "app/documents/reader_process.h"

namespace eddy {

/// Boxes around runs of the passage's words, one for a run on a line. Words count when they stand together with their
/// neighbours as in the passage, so a lone "the" elsewhere is not marked.
std::vector<WordBox> quoted_boxes(std::span<const WordBox> page, std::string_view passage);

/// Boxes of the words between two points, in reading order, joined by line; `text` of the first holds all words.
std::vector<WordBox> selected_boxes(std::span<const WordBox> page, double x1, double y1, double x2, double y2);

}  // namespace eddy
