// Between syncRows() and a list model: what has changed becomes the model's signals.
#pragma once

#include <QAbstractListModel>

namespace eddy {

/// A list model makes this its friend, since only models may announce their rows.
template <typename Model>
struct ListEdits {
  Model& model;
  QList<int> roles = {};  ///< that a row has which is another now; empty: all

  void beginRemoveRows(int first, int last) { model.beginRemoveRows({}, first, last); }
  void endRemoveRows() { model.endRemoveRows(); }
  void beginInsertRows(int first, int last) { model.beginInsertRows({}, first, last); }
  void endInsertRows() { model.endInsertRows(); }
  void beginMoveRows(int from, int before) { model.beginMoveRows({}, from, from, {}, before); }
  void endMoveRows() { model.endMoveRows(); }
  void beginReset() { model.beginResetModel(); }
  void endReset() { model.endResetModel(); }
  template <class Row>
  void changed(int row, const Row&) {
    emit model.dataChanged(model.index(row), model.index(row), roles);
  }
};

}  // namespace eddy
