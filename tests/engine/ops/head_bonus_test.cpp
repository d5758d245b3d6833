#include "engine/ops/head_bonus.h"

#include <QTest>
#include <cmath>
#include <vector>

using namespace eddy;

class HeadBonusTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void every_head_adds_its_value_weighted() {
    // Two heads of 2 at one token: the weights are 1 * 3 * 1 + 2 * 4 * 10 = 83 and 0.
    std::vector<float> y{1, 2, 3, 4}, r{1, 2, 0, 0}, k{3, 4, 5, 6}, v{1, 10, 7, 8}, r_k{1, 10, 1, 1}, out(5, NAN);
    const auto operand = [](std::vector<float>& x) { return Operand{.tensor = {x.data(), {1, 1, 4}}}; };
    const Operand in[] = {operand(y), operand(r), operand(k), operand(v), {.tensor = {r_k.data(), {4}}}};
    const Operand to[] = {operand(out)};
    kHeadBonus.reference({1, 1, in, to, OpParams::of(std::int64_t{2})});
    QVERIFY(std::isnan(out.back()));
    out.pop_back();
    QCOMPARE(out, (std::vector<float>{84, 832, 3, 4}));
  }
};

QTEST_APPLESS_MAIN(HeadBonusTest)
#include "head_bonus_test.moc"
