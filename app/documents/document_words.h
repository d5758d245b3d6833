// Documents in words for the screen: what went wrong with a file, where a passage stands, how far a reading is. GUI thread only.
#pragma once

#include <QString>

#include "app/documents/reading_runner.h"
#include "app/documents/readers/reading_error.h"
#include "app/storage/documents.h"

namespace eddy {

struct ProblemText {
  QString title;
  QString remedy;
};
ProblemText describe(DocumentProblem problem);

/// "p. 12 · Cooking".
QString placeText(const StoredPassage& passage);
/// "Page 12 of 300 · 43 % · 1,200 tokens/s · 2 min left"; what is not known is left out.
QString progressText(const ReadingRunner& runner);
QString sizeText(std::int64_t bytes);

}  // namespace eddy
