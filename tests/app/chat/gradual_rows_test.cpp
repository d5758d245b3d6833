// Rows come a few at a time, and in the end they are the other list's.
#include <QAbstractItemModelTester>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QStringListModel>
#include <QTest>

#include "app/chat/gradual_rows.h"

using namespace eddy;

class GradualRowsTest : public QObject {
  Q_OBJECT

  static QStringList numbers(int count) {
    QStringList all;
    for (int i = 0; i < count; ++i) all += QString::number(i);
    return all;
  }
  static QStringList shown(const GradualRows& rows) {
    QStringList all;
    for (int row = 0; row < rows.rowCount(); ++row) all += rows.data(rows.index(row), Qt::DisplayRole).toString();
    return all;
  }

 private slots:
  void few_rows_are_there_at_once() {
    QStringListModel source(numbers(GradualRows::kFirst));
    GradualRows rows;
    rows.setSource(&source);
    QVERIFY(rows.isComplete());
    QCOMPARE(shown(rows), source.stringList());
  }

  void many_rows_come_a_few_at_a_time() {
    QStringListModel source(numbers(100));
    GradualRows rows;
    QAbstractItemModelTester tester(&rows);
    QSignalSpy inserted(&rows, &QAbstractItemModel::rowsInserted);
    rows.setSource(&source);
    QCOMPARE(rows.rowCount(), GradualRows::kFirst);
    QTRY_VERIFY_WITH_TIMEOUT(rows.isComplete(), 30000);
    QCOMPARE(shown(rows), source.stringList());
    for (const auto& signal : inserted) QVERIFY(signal.at(2).toInt() - signal.at(1).toInt() < GradualRows::kStep);
  }

  void very_many_wait_until_they_are_asked_for() {
    QStringListModel source(numbers(GradualRows::kMost + 5));
    GradualRows rows;
    QAbstractItemModelTester tester(&rows);
    rows.setSource(&source);
    QCOMPARE(rows.held(), 5);
    QTRY_COMPARE_WITH_TIMEOUT(rows.rowCount(), GradualRows::kMost, 60000);
    rows.showMore();
    QCOMPARE(rows.held(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(shown(rows), source.stringList(), 30000);
  }

  // One that waits to be deleted must make nothing more, whatever comes.
  void what_is_in_no_window_makes_nothing_more() {
    QStringListModel source(numbers(30));
    QQuickItem item;
    auto& rows = *new GradualRows(&item);
    QAbstractItemModelTester tester(&rows);
    rows.setSource(&source);
    QCOMPARE(rows.rowCount(), GradualRows::kFirst);  // as it is made itself
    QTest::qWait(5 * GradualRows::kPause);
    source.insertRows(30, 2);
    QCOMPARE(rows.rowCount(), GradualRows::kFirst);
    source.insertRows(0, 1);
    QCOMPARE(rows.rowCount(), 0);
    source.setStringList(numbers(20));
    QTest::qWait(5 * GradualRows::kPause);
    QCOMPARE(rows.rowCount(), 0);
    QQuickWindow window;
    item.setParentItem(window.contentItem());
    QTRY_COMPARE(shown(rows), source.stringList());
    item.setParentItem(nullptr);
    source.setStringList(numbers(3));
    QTest::qWait(5 * GradualRows::kPause);
    QCOMPARE(rows.rowCount(), 0);
  }

  void it_follows_its_source() {
    QStringListModel source(numbers(30));
    GradualRows rows;
    QAbstractItemModelTester tester(&rows);
    rows.setSource(&source);
    source.removeRows(4, 26);
    QCOMPARE(shown(rows), numbers(4));
    source.insertRows(4, 1);
    source.setData(source.index(4), QStringLiteral("4"));
    QCOMPARE(shown(rows), numbers(5));
    source.setStringList(numbers(2));
    QTRY_COMPARE_WITH_TIMEOUT(shown(rows), numbers(2), 30000);
    rows.setSource(nullptr);
    QCOMPARE(rows.rowCount(), 0);
  }

  void a_source_that_goes_leaves_nothing() {
    auto source = std::make_unique<QStringListModel>(numbers(3));
    GradualRows rows;
    rows.setSource(source.get());
    source.reset();
    QCOMPARE(rows.rowCount(), 0);
  }
};

QTEST_MAIN(GradualRowsTest)
#include "gradual_rows_test.moc"
