#include "app/search/fuzzy_match.h"

#include <algorithm>

namespace eddy {
namespace {

constexpr int kWordStart = 12;
constexpr int kNeighbour = 8;
constexpr int kLetter = 2;

bool startsWord(QStringView name, qsizetype at) {
  if (at == 0) return true;
  return !name[at - 1].isLetterOrNumber() || (name[at].isUpper() && name[at - 1].isLower());
}

/// From `from` on, each letter at its next place, a word's start preferred where the rest still fits after it.
std::optional<FuzzyMatch> matchFrom(QStringView letters, QStringView name, qsizetype from) {
  FuzzyMatch match;
  qsizetype at = from;
  for (qsizetype i = 0; i < letters.size(); ++i, ++at) {
    const auto wanted = letters[i].toCaseFolded();
    while (at < name.size() && name[at].toCaseFolded() != wanted) ++at;
    if (at == name.size()) return std::nullopt;
    match.score += kLetter;
    if (startsWord(name, at)) match.score += kWordStart;
    if (i > 0 && match.positions.back() == at - 1) match.score += kNeighbour;
    match.positions += static_cast<int>(at);
  }
  return match;
}

}  // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView query, QStringView name) {
  QString letters;
  for (const auto c : query) {
    if (!c.isSpace()) letters += c;
  }
  if (letters.isEmpty()) return FuzzyMatch{};
  std::optional<FuzzyMatch> best;
  const auto first = letters[0].toCaseFolded();
  int tries = 0;
  for (qsizetype at = 0; at < name.size() && tries < 8; ++at) {
    if (name[at].toCaseFolded() != first) continue;
    ++tries;
    auto match = matchFrom(letters, name, at);
    if (!match) break;  // further on there is even less
    if (!best || match->score > best->score) best = std::move(match);
  }
  if (best) best->score -= static_cast<int>(std::min<qsizetype>(name.size(), 60)) / 6;
  return best;
}

QString emphasised(QStringView name, const QList<int>& positions) {
  QString html;
  qsizetype next = 0;
  for (qsizetype i = 0; i < name.size(); ++i) {
    const bool bold = next < positions.size() && positions[next] == i;
    if (bold) ++next;
    const auto letter = QString(name[i]).toHtmlEscaped();
    html += bold ? QStringLiteral("<b>%1</b>").arg(letter) : letter;
  }
  return html;
}

}  // namespace eddy
