#include "engine/ops/repeat_heads.h"

#include <QTest>
#include <cmath>
#include <vector>

using namespace eddy;

class RepeatHeadsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void every_head_stands_beside_its_copies() {
    // Two tokens, heads of 3.
    std::vector<float> x{1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60}, y(25, NAN);
    const Operand in[] = {{.tensor = {x.data(), {1, 2, 6}}}}, out[] = {{.tensor = {y.data(), {1, 2, 12}}}};
    kRepeatHeads.reference({1, 2, in, out, OpParams::of(RepeatHeadsParams{2, 4})});
    QVERIFY(std::isnan(y.back()));
    y.pop_back();
    QCOMPARE(y,
             (std::vector<float>{1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6, 10, 20, 30, 10, 20, 30, 40, 50, 60, 40, 50, 60}));
  }

  void nothing_is_recorded_where_nobody_shares() {
    const GraphWeight none[] = {{"w", {6}}};
    Graph graph({.sequences = 1, .tokens = 2}, none, {});
    const Value w = graph.weight("w");
    QCOMPARE(repeat_heads(graph, w, 2, 2).index, w.index);
  }
};

QTEST_APPLESS_MAIN(RepeatHeadsTest)
#include "repeat_heads_test.moc"
