// Documents in words for the screen: what went wrong with a file, where a passage stands, how far a reading is. GUI thread only.
#pragma once

#include <QString>
#include <QVariantMap>

#include "app/documents/reading_runner.h"
#include "app/documents/readers/reading_error.h"
#include "app/storage/documents.h"

namespace eddy {

struct ProblemText {
  QString title;
  QString remedy;
};
ProblemText describe(DocumentProblem problem);
/// As ProblemCard.qml wants it.
QVariantMap problemMap(const QString& path, const DocumentError& error);

/// "p. 12 · Cooking".
QString placeText(const StoredPassage& passage);
/// "pp. 12–15 · Cooking"; `ordinal` is the first passage's, for formats that have neither pages nor headings.
QString rangeText(const PassageOutline& first, const PassageOutline& last, std::int64_t ordinal);
/// "PDF · 12 pages · 1.2 MB".
QString factsText(const Document& document);
/// "Page 12 of 300 · 43 % · 1,200 tokens/s · 2 min left"; what is not known is left out.
QString progressText(const ReadingRunner& runner);
QString sizeText(std::int64_t bytes);

}  // namespace eddy
