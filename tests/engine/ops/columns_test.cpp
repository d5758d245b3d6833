#include "engine/ops/columns.h"

#include <QTest>

using namespace eddy;

class ColumnsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void every_row_gives_the_same_columns() {
    std::vector<float> x{1, 2, 3, 4, 10, 20, 30, 40}, y(4);
    const Operand in[] = {{.tensor = {x.data(), {1, 2, 4}}}};
    const Operand out[] = {{.tensor = {y.data(), {1, 2, 2}}}};
    kColumns.reference({1, 2, in, out, OpParams::of(std::int64_t{1})});
    QCOMPARE(y, (std::vector<float>{2, 3, 20, 30}));
  }

  void joined_rows_stand_side_by_side() {
    std::vector<float> a{1, 2}, b{10, 11, 20, 21}, y(6);
    const Operand in[] = {{.tensor = {a.data(), {2, 1, 1}}}, {.tensor = {b.data(), {2, 1, 2}}}};
    const Operand out[] = {{.tensor = {y.data(), {2, 1, 3}}}};
    kJoinColumns.reference({2, 1, in, out, {}});
    QCOMPARE(y, (std::vector<float>{1, 10, 11, 2, 20, 21}));
  }
};

QTEST_APPLESS_MAIN(ColumnsTest)
#include "columns_test.moc"
