#include "engine/layers/rewrites.h"

#include <QTest>
#include <vector>

using namespace eddy;

class RewritesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void functions_are_applied_to_every_number() {
    QCOMPARE(run(&rewrite_each<one_minus>, {0, 0.25f, 1}, {3}), (std::vector<float>{1, 0.75f, 0}));
    QCOMPARE(run(&rewrite_each<exponential_of_minus>, {0, 1}, {2}), (std::vector<float>{1, std::exp(-1.0f)}));
    QCOMPARE(run(&rewrite_each<one_plus>, {0, 0.25f}, {2}), (std::vector<float>{1, 1.25f}));
    QCOMPARE(run(&rewrite_each<minus_exponential>, {0, 1}, {2}), (std::vector<float>{-1, -std::exp(1.0f)}));
    QCOMPARE(run(&rewrite_each<double_exponential_decay>, {0}, {1}), (std::vector<float>{std::exp(-1.0f)}));
    QCOMPARE(run(&rewrite_each<exponential>, {0}, {1}), (std::vector<float>{1}));
  }

  void a_number_per_head_stands_for_all_its_channels() {
    QCOMPARE(run(&rewrite_each<same>, {5, 7}, {2, 3}), (std::vector<float>{5, 5, 5, 7, 7, 7}));
  }

  void constants_need_nothing_stored() {
    QCOMPARE(run(constant_numbers({5, 7}), {}, {2}), (std::vector<float>{5, 7}));
  }

  void each_matrix_of_a_stack_is_transposed() {
    // Two of [3, 2] as stored, [2, 3] as used.
    QCOMPARE(run(&rewrite_transposed, {1, 2, 3, 4, 5, 6, 10, 20, 30, 40, 50, 60}, {2, 2, 3}),
             (std::vector<float>{1, 3, 5, 2, 4, 6, 10, 30, 50, 20, 40, 60}));
  }

  void the_first_dimension_becomes_the_last() {
    // [2, 3 x 1] as stored, [3, 1, 2] as used.
    QCOMPARE(run(&rewrite_first_to_last, {1, 2, 3, 10, 20, 30}, {3, 1, 2}), (std::vector<float>{1, 10, 2, 20, 3, 30}));
    QCOMPARE(run(&rewrite_first_to_last, {1, 2, 3, 10, 20, 30}, {3, 2}), (std::vector<float>{1, 10, 2, 20, 3, 30}));
  }

 private:
  static std::vector<float> run(WeightRewrite rewrite, const std::vector<float>& stored, const Shape& shape) {
    std::vector<float> numbers(static_cast<std::size_t>(shape.elements()));
    rewrite(stored, shape, numbers);
    return numbers;
  }
};

QTEST_APPLESS_MAIN(RewritesTest)
#include "rewrites_test.moc"
