// Rows brought from one state to the next: what a view is told is exactly what happened.
#include "app/chat/row_sync.h"

#include <QAbstractItemModelTester>
#include <QAbstractListModel>
#include <QSignalSpy>
#include <QtTest>

namespace {

struct Row {
  qint64 id = 0;
  int text = 0;
  friend bool operator==(const Row&, const Row&) = default;
};

class Rows : public QAbstractListModel {
 public:
  int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(rows.size()); }
  QVariant data(const QModelIndex& index, int role) const override {
    return role == Qt::DisplayRole ? QVariant(rows[static_cast<std::size_t>(index.row())].text) : QVariant();
  }
  void sync(std::vector<Row> next) {
    eddy::syncRows(rows, std::move(next), [](const Row& row) { return row.id; }, Edit{*this});
  }
  struct Edit {
    Rows& m;
    void beginRemoveRows(int first, int last) { m.QAbstractListModel::beginRemoveRows({}, first, last); }
    void endRemoveRows() { m.QAbstractListModel::endRemoveRows(); }
    void beginInsertRows(int first, int last) { m.QAbstractListModel::beginInsertRows({}, first, last); }
    void endInsertRows() { m.QAbstractListModel::endInsertRows(); }
    void beginMoveRows(int from, int before) { QVERIFY(m.QAbstractListModel::beginMoveRows({}, from, from, {}, before)); }
    void endMoveRows() { m.QAbstractListModel::endMoveRows(); }
    void beginReset() { m.beginResetModel(); }
    void endReset() { m.endResetModel(); }
    void changed(int row, const Row&) { emit m.dataChanged(m.index(row), m.index(row)); }
  };
  std::vector<Row> rows;
};

std::vector<Row> numbers(int from, int to) {
  std::vector<Row> rows;
  for (int i = from; i < to; ++i) rows.push_back({i, i});
  return rows;
}

}  // namespace

class RowSyncTest : public QObject {
  Q_OBJECT

 private slots:
  void persistent_indexes_follow_through_random_changes() {
    Rows model;
    QAbstractItemModelTester tester(&model);
    std::uint32_t seed = 5;
    const auto dice = [&](std::uint32_t sides) { return (seed = seed * 1664525u + 1013904223u) / 65536u % sides; };
    for (int step = 0; step < 400; ++step) {
      auto next = model.rows;
      for (auto change = dice(5); change > 0; --change) {
        const auto at = next.empty() ? 0 : dice(static_cast<std::uint32_t>(next.size()));
        switch (dice(4)) {
          case 0: next.insert(next.begin() + at, {step * 10 + static_cast<int>(change), step}); break;
          case 1: if (!next.empty()) next.erase(next.begin() + at); break;
          case 2: if (!next.empty()) next[at].text = -step; break;
          case 3: if (!next.empty()) std::rotate(next.begin(), next.begin() + at, next.end()); break;
        }
      }
      std::vector<std::pair<QPersistentModelIndex, qint64>> watched;
      for (int row = 0; row < model.rowCount(); ++row) watched.push_back({model.index(row), model.rows[static_cast<std::size_t>(row)].id});
      bool reset = false;
      const auto connection = connect(&model, &QAbstractItemModel::modelReset, this, [&] { reset = true; });
      model.sync(next);
      disconnect(connection);
      QVERIFY(model.rows == next);
      for (const auto& [index, id] : watched) {
        if (index.isValid()) QCOMPARE(model.rows[static_cast<std::size_t>(index.row())].id, id);
        else QVERIFY(reset || std::none_of(next.begin(), next.end(), [id = id](const Row& row) { return row.id == id; }));
      }
    }
  }

  void row_moved_up_or_down_is_one_move() {
    for (const auto& [from, to] : {std::pair{900, 0}, std::pair{0, 900}, std::pair{10, 11}}) {
      Rows model;
      model.sync(numbers(0, 1000));
      QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
      auto next = model.rows;
      const Row row = next[static_cast<std::size_t>(from)];
      next.erase(next.begin() + from);
      next.insert(next.begin() + to, row);
      model.sync(next);
      QVERIFY(model.rows == next);
      QCOMPARE(moved.size(), 1);
    }
  }

  void rows_that_come_and_go_together_are_told_together() {
    Rows model;
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    model.sync(numbers(0, 500));
    QCOMPARE(inserted.size(), 1);
    model.sync(numbers(400, 500));
    QCOMPARE(removed.size(), 1);
  }

  void wholly_new_order_is_a_reset() {
    Rows model;
    model.sync(numbers(0, 1000));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    auto next = model.rows;
    std::reverse(next.begin(), next.end());
    model.sync(next);
    QCOMPARE(reset.size(), 1);
    QVERIFY(model.rows == next);
  }
};

QTEST_APPLESS_MAIN(RowSyncTest)
#include "row_sync_test.moc"
