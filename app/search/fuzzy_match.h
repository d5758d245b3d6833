// How well a few typed letters fit a name: "nc" fits "New chat". Any thread.
#pragma once

#include <QList>
#include <QString>
#include <QStringView>
#include <optional>

namespace eddy {

struct FuzzyMatch {
  int score = 0;          ///< more is better
  QList<int> positions;   ///< of the letters in the name, ascending
};

/// Nothing unless all letters of `query` (blanks aside) come in `name` in this order, whatever their case. Beginnings of words,
/// letters side by side and short names count more.
std::optional<FuzzyMatch> fuzzyMatch(QStringView query, QStringView name);

/// The name as HTML, the letters at `positions` bold.
QString emphasised(QStringView name, const QList<int>& positions);

}  // namespace eddy
