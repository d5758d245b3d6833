// Brings the rows of a list model from one state to the next with the few signals a view needs to keep its delegates.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace eddy {

/// `key(row)` names a row for ever and is hashable; no two rows share one. `model` is told through begin/end calls of the same
/// names as QAbstractItemModel's without parents, beginReset()/endReset(), and changed(row, before). Its cost is that of one
/// walk, apart from moved rows; where very many have moved the whole list is new.
template <class Row, class Key, class Model>
void syncRows(std::vector<Row>& rows, std::vector<Row> next, Key key, Model model) {
  constexpr int kMostMoves = 24;
  using KeyType = decltype(key(rows.front()));
  std::unordered_map<KeyType, int> wanted;
  wanted.reserve(next.size());
  for (std::size_t i = 0; i < next.size(); ++i) wanted.emplace(key(next[i]), static_cast<int>(i));

  for (int last = static_cast<int>(rows.size()) - 1; last >= 0; --last) {
    const auto gone = [&](int row) { return !wanted.contains(key(rows[static_cast<std::size_t>(row)])); };
    if (!gone(last)) continue;
    int first = last;
    while (first > 0 && gone(first - 1)) --first;
    model.beginRemoveRows(first, last);
    rows.erase(rows.begin() + first, rows.begin() + last + 1);
    model.endRemoveRows();
    last = first;
  }

  std::unordered_set<KeyType> here;
  here.reserve(rows.size());
  for (const Row& row : rows) here.insert(key(row));
  int moves = 0;
  for (int at = 0; at < static_cast<int>(next.size());) {
    const auto place = static_cast<std::size_t>(at);
    if (place < rows.size() && key(rows[place]) == key(next[place])) {
      if (!(rows[place] == next[place])) {
        const Row before = std::exchange(rows[place], std::move(next[place]));
        model.changed(at, before);
      }
      ++at;
      continue;
    }
    if (!here.contains(key(next[place]))) {
      int last = at;
      while (last + 1 < static_cast<int>(next.size()) && !here.contains(key(next[static_cast<std::size_t>(last + 1)]))) ++last;
      model.beginInsertRows(at, last);
      rows.insert(rows.begin() + at, std::move_iterator(next.begin() + at), std::move_iterator(next.begin() + last + 1));
      model.endInsertRows();
      at = last + 1;
      continue;
    }
    if (++moves > kMostMoves) {
      model.beginReset();
      std::move(next.begin() + at, next.end(), std::inserter(rows, rows.erase(rows.begin() + at, rows.end())));
      model.endReset();
      return;
    }
    const bool moved_down = place + 1 < rows.size() && key(rows[place + 1]) == key(next[place]);
    if (moved_down) {  // this row went further down: one move instead of one for each row above it
      const int to = std::min(wanted.at(key(rows[place])), static_cast<int>(rows.size()) - 1);
      model.beginMoveRows(at, to + 1);
      std::rotate(rows.begin() + at, rows.begin() + at + 1, rows.begin() + to + 1);
      model.endMoveRows();
      continue;
    }
    int from = at + 1;
    while (key(rows[static_cast<std::size_t>(from)]) != key(next[place])) ++from;
    model.beginMoveRows(from, at);
    std::rotate(rows.begin() + at, rows.begin() + from, rows.begin() + from + 1);
    model.endMoveRows();
  }
}

}  // namespace eddy
