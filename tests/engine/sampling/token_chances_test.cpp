// What the model thought of a token: log-probabilities of the raw distribution.
#include <QtTest>

#include <cmath>
#include <limits>

#include "engine/sampling/token_chances.h"

using namespace eddy;

class TokenChancesTest : public QObject {
  Q_OBJECT

 private slots:
  void probabilities_sum_to_one_and_come_in_order() {
    const std::vector<float> logits{0.5f, 3, -1, 3, 2, 0};
    const auto chances = chances_of(2, logits, 6);
    QCOMPARE(chances.token, 2);
    double sum = 0;
    for (const auto& [token, value] : chances.likeliest) sum += std::exp(value);
    QVERIFY(std::abs(sum - 1) < 1e-6);
    const std::vector<TokenId> order{1, 3, 4, 0, 5, 2};
    for (std::size_t i = 0; i < order.size(); ++i) QCOMPARE(chances.likeliest[i].first, order[i]);
    QCOMPARE(chances.log_probability, chances.likeliest.back().second);
  }

  void only_so_many_are_told() {
    std::vector<float> logits(1000);
    for (std::size_t i = 0; i < logits.size(); ++i) logits[i] = static_cast<float>((i * 7919) % 1000) / 50;
    const auto chances = chances_of(0, logits, 8);
    QCOMPARE(chances.likeliest.size(), std::size_t{8});
    auto sorted = logits;
    std::ranges::sort(sorted, std::greater());
    for (std::size_t i = 0; i < 8; ++i) QCOMPARE(logits[static_cast<std::size_t>(chances.likeliest[i].first)], sorted[i]);
  }

  void the_impossible_is_left_out() {
    constexpr float kNone = -std::numeric_limits<float>::infinity();
    const std::vector<float> logits{kNone, 1, kNone};
    const auto chances = chances_of(1, logits, 8);
    QCOMPARE(chances.likeliest.size(), std::size_t{1});
    QCOMPARE(chances.log_probability, 0.0f);
    QVERIFY(std::isinf(chances_of(0, logits, 1).log_probability));
  }
};

QTEST_APPLESS_MAIN(TokenChancesTest)
#include "token_chances_test.moc"
