#include "engine/ops/experts.h"

#include <QTest>
#include <algorithm>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

namespace {

/// Choices of `used` different experts for each of `tokens` tokens, and what dispatch makes of them.
struct Choices {
  std::vector<float> choices, dispatched;

  Choices(std::int64_t tokens, std::int64_t experts, std::int64_t used) {
    for (std::int64_t t = 0; t < tokens; ++t) {
      std::vector<float> chosen;
      for (std::int64_t s = 0; s < used; ++s) chosen.push_back(static_cast<float>((t * t + s * 3) % experts));
      std::ranges::sort(chosen);
      choices.insert(choices.end(), chosen.begin(), chosen.end());
    }
    dispatched.resize(static_cast<std::size_t>(experts + 1 + 2 * tokens * used));
    const Operand in[] = {{.tensor = {choices.data(), {1, tokens, used}}}};
    const Operand out[] = {{.tensor = {dispatched.data(), {1, 1, static_cast<std::int64_t>(dispatched.size())}}}};
    kDispatch.reference({1, tokens, in, out, {}});
  }
  Shape shape() const { return {1, 1, static_cast<std::int64_t>(dispatched.size())}; }
};

struct Routed {
  std::vector<float> choices, weights;
};

Routed route_one(std::vector<float> logits, std::vector<float> bias, const RouteParams& params) {
  Routed routed{std::vector<float>(params.used), std::vector<float>(params.used)};
  const auto experts = static_cast<std::int64_t>(logits.size());
  std::vector<Operand> in{{.tensor = {logits.data(), {1, 1, experts}}}};
  if (!bias.empty()) in.push_back({.tensor = {bias.data(), {experts}}});
  const Shape chosen{1, 1, params.used};
  const Operand out[] = {{.tensor = {routed.choices.data(), chosen}}, {.tensor = {routed.weights.data(), chosen}}};
  kRoute.reference({1, 1, in, out, OpParams::of(params)});
  return routed;
}

void compare(const std::vector<float>& got, const std::vector<float>& expected) {
  QCOMPARE(got.size(), expected.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    QVERIFY2(std::abs(got[i] - expected[i]) < 1e-6f, qPrintable(QString("%1: %2").arg(i).arg(got[i])));
  }
}

constexpr float kLn2 = 0.69314718f;

}  // namespace

class ExpertsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void softmax_goes_over_all_experts_unless_it_is_normalised() {
    // exp: 1, 8, 4, 2
    const std::vector<float> logits{0, 3 * kLn2, 2 * kLn2, kLn2};
    const auto plain = route_one(logits, {}, {.used = 2, .scale = 3});
    QCOMPARE(plain.choices, (std::vector<float>{1, 2}));
    compare(plain.weights, {3 * 8 / 15.0f, 3 * 4 / 15.0f});
    compare(route_one(logits, {}, {.used = 2, .normalise = 1}).weights, {8 / 12.0f, 4 / 12.0f});
  }

  void a_correction_changes_the_choice_but_not_the_weights() {
    const auto routed =
        route_one({0, 0, 0, -100}, {0, 0, -0.2f, 9}, {.score = RouterScore::Sigmoid, .used = 2, .scale = 2});
    QCOMPARE(routed.choices, (std::vector<float>{0, 3}));
    compare(routed.weights, {1, 0});
  }

  void epsilon_joins_the_sum() {
    const RouteParams params{.score = RouterScore::Sigmoid, .used = 1, .normalise = 1, .epsilon = 0.5f};
    compare(route_one({0, -1}, {}, params).weights, {0.5f});
  }

  void only_the_best_groups_are_chosen_from() {
    // Groups (0.9, 0), (0.6, 0.5), (0.4, 0.4): the best single expert is not in the best group.
    const auto logit = [](float p) { return std::log(p / (1 - p)); };
    const auto routed = route_one({logit(0.9f), -50, logit(0.6f), logit(0.5f), logit(0.4f), logit(0.4f)}, {},
                                  {.score = RouterScore::Sigmoid, .used = 2, .groups = 3, .kept_groups = 1});
    QCOMPARE(routed.choices, (std::vector<float>{2, 3}));
    compare(routed.weights, {0.6f, 0.5f});
  }

  void no_number_at_all_still_chooses_different_experts() {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    QCOMPARE(route_one({nan, nan, nan}, {}, {.used = 2}).choices, (std::vector<float>{0, 1}));
  }

  void pairs_are_sorted_by_expert() {
    const std::vector<float> choices{1, 3, 0, 1, 1, 3};  // three tokens
    std::vector<float> all(5 + 12);
    const Operand in[] = {{.tensor = {const_cast<float*>(choices.data()), {1, 3, 2}}}};
    const Operand out[] = {{.tensor = {all.data(), {1, 1, 17}}}};
    kDispatch.reference({1, 3, in, out, {}});
    QCOMPARE(all, (std::vector<float>{0, 1, 4, 4, 6, /*tokens*/ 1, 0, 1, 2, 0, 2, /*rows*/ 1, 4, 0, 2, 3, 5}));
  }

  void products_agree_with_reference_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("tokens");
    for (WeightFormat format :
         {WeightFormat::F32, WeightFormat::BF16, WeightFormat::Q4_0, WeightFormat::Q6_K, WeightFormat::Q3_K}) {
      for (int tokens : {1, 7, 63}) {
        QTest::addRow("%s, %d tokens", traits(format).name.data(), tokens) << static_cast<int>(format) << tokens;
      }
    }
  }

  void products_agree_with_reference() {
    QFETCH(int, format);
    QFETCH(int, tokens);
    constexpr int kExperts = 5, kUsed = 2, kOut = 40, kIn = 256;  // the last panel of each expert is part full
    const Choices choices(tokens, kExperts, kUsed);
    OpHarness op(1, tokens * kUsed);
    op.add_matrices(static_cast<WeightFormat>(format), kExperts, kOut, kIn);
    op.add_input(op.activation(kIn));
    op.add_input(choices.shape(), choices.dispatched);
    op.add_output(op.activation(kOut));
    const auto wrong = op.check(kGroupedLinear, OpParams::of(Activation::Silu), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void rows_go_to_the_experts_and_back() {
    constexpr int kExperts = 4, kUsed = 3, kTokens = 9, kWidth = 37;
    const Choices choices(kTokens, kExperts, kUsed);
    OpHarness there(1, kTokens);
    there.add_input(there.activation(kWidth));
    there.add_input(choices.shape(), choices.dispatched);
    there.add_output({1, kTokens * kUsed, kWidth});
    auto wrong = there.check(kExpertRows, {}, 0);
    QVERIFY2(wrong.empty(), wrong.c_str());
    for (std::int32_t residual : {0, 1}) {
      OpHarness back(1, kTokens);
      back.add_input({1, kTokens * kUsed, kWidth});
      back.add_input(back.activation(kUsed));
      back.add_input(choices.shape(), choices.dispatched);
      if (residual) back.add_input(back.activation(kWidth));
      back.add_output(back.activation(kWidth));
      wrong = back.check(kCombineExperts, OpParams::of(residual), 1e-6);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void a_weighted_value_is_added() {
    float a[] = {1, 2, 3, 4}, b[] = {10, 20, 30, 40}, s[] = {0.5f, 2}, y[4];
    const Operand in[] = {{.tensor = {a, {1, 2, 2}}}, {.tensor = {b, {1, 2, 2}}}, {.tensor = {s, {1, 2, 1}}}};
    const Operand out[] = {{.tensor = {y, {1, 2, 2}}}};
    kAddWeighted.reference({1, 2, in, out, {}});
    QCOMPARE(std::vector(y, y + 4), (std::vector<float>{6, 12, 63, 84}));
  }
};

QTEST_APPLESS_MAIN(ExpertsTest)
#include "experts_test.moc"
