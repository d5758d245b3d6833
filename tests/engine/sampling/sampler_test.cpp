#include <QtTest>

#include <cmath>
#include <limits>
#include <set>

#include "engine/sampling/random.h"
#include "engine/sampling/sampler.h"
#include "tests/support/engine/plain_draw.h"

using namespace eddy;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

TokenId sample(Sampler& sampler, std::vector<float> logits) { return sampler.sample(logits); }

/// How often each token is drawn from the same logits.
std::vector<int> histogram(const SamplerParams& params, const std::vector<float>& logits, int draws) {
  Sampler sampler(params);
  std::vector<int> counts(logits.size());
  for (int i = 0; i < draws; ++i) ++counts[sample(sampler, logits)];
  return counts;
}

std::set<int> drawn(const SamplerParams& params, const std::vector<float>& logits, int draws = 3000) {
  std::set<int> tokens;
  const auto counts = histogram(params, logits, draws);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) tokens.insert(static_cast<int>(i));
  }
  return tokens;
}

std::vector<float> random_logits(std::size_t n, std::uint64_t seed, float spread) {
  std::uint64_t state[4];
  seed_random(seed, state);
  std::vector<float> logits(n);
  for (float& l : logits) {  // sum of uniforms: bell-shaped, as real logits
    double sum = 0;
    for (int k = 0; k < 6; ++k) sum += next_unit(state) - 0.5;
    l = static_cast<float>(sum) * spread;
  }
  return logits;
}

const std::vector<SamplerParams> kHandedOver = {
    {.temperature = 0, .seed = 1},
    {.seed = 2},
    {.temperature = 0.7f, .top_p = 0.9f, .seed = 3},
    {.temperature = 0.9f, .top_k = 40, .seed = 4},
    {.top_k = 5, .top_p = 0.6f, .min_p = 0.01f, .seed = 5},
    {.top_k = 1000, .top_p = 0.0f, .seed = 6},
    {.temperature = 1.5f, .min_p = 0.2f, .seed = 7},
    {.temperature = 0, .presence_penalty = 2, .frequency_penalty = 0.5f, .penalty_decay = 0.9f, .seed = 8},
    {.top_p = 0.8f,
     .repetition_penalty = 1.3f,
     .presence_penalty = 0.4f,
     .frequency_penalty = 0.3f,
     .penalty_decay = 0.99f,
     .logit_bias = {{7, 2.5f}, {3, -kInfinity}, {7, -0.1f}, {299, kInfinity}, {300, 5.0f}},
     .seed = 9},
};

const std::vector<float> kLogits = {std::log(0.1f), std::log(0.4f), std::log(0.2f), std::log(0.3f)};

}  // namespace

class SamplerTest : public QObject {
  Q_OBJECT

 private slots:
  void the_generator_is_xoshiro256_starstar() {
    std::uint64_t state[4] = {1, 2, 3, 4};  // the published test vector
    for (std::uint64_t expected : {11520ull, 0ull, 1509978240ull, 1215971899390074240ull}) {
      QCOMPARE(next_random(state), expected);
    }
  }

  void own_exponential_is_accurate() {
    QCOMPARE(exp_of_nonpositive(0.0), 1.0);
    QVERIFY(exp_of_nonpositive(-double(kInfinity)) < 1e-300);
    QVERIFY(exp_of_nonpositive(-1e9) < 1e-300);
    for (double x = -700; x < 0; x += 0.0371) QVERIFY(std::abs(exp_of_nonpositive(x) / std::exp(x) - 1.0) < 1e-14);
  }

  void temperature_zero_takes_the_largest_logit_lowest_id_on_ties() {
    Sampler sampler({.temperature = 0});
    QCOMPARE(sample(sampler, {1, 3, 2}), 1);
    QCOMPARE(sample(sampler, {-1, 5, 5, 5}), 1);
    QCOMPARE(sample(sampler, {7}), 0);
  }

  void odd_logits_are_survived_data() {
    QTest::addColumn<QVector<float>>("logits");
    QTest::addColumn<int>("expected");
    QTest::newRow("NaN is never drawn") << QVector<float>{kNan, 1, kNan} << 1;
    QTest::newRow("infinity wins") << QVector<float>{1, kInfinity, 3} << 1;
    QTest::newRow("two infinities") << QVector<float>{1, kInfinity, kInfinity} << -1;
    QTest::newRow("all impossible") << QVector<float>{-kInfinity, -kInfinity} << 0;
    QTest::newRow("all NaN") << QVector<float>{kNan, kNan} << 0;
    QTest::newRow("huge") << QVector<float>{-3e38f, 3e38f} << 1;
    QTest::newRow("one token") << QVector<float>{-5} << 0;
  }
  void odd_logits_are_survived() {
    QFETCH(QVector<float>, logits);
    QFETCH(int, expected);
    const std::vector<float> values(logits.begin(), logits.end());
    for (float temperature : {0.0f, 1e-30f, 1.0f, 100.0f}) {
      for (float top_p : {0.0f, 0.5f, 1.0f}) {
        Sampler sampler({.temperature = temperature, .top_k = 2, .top_p = top_p, .min_p = 0.1f, .seed = 3});
        const TokenId token = sample(sampler, values);
        if (expected >= 0 && (temperature < 2 || logits.size() < 3)) QCOMPARE(token, expected);
        QVERIFY(token >= 0 && token < logits.size());
      }
    }
  }

  void frequencies_follow_the_softmax_data() {
    QTest::addColumn<float>("temperature");
    QTest::newRow("as it is") << 1.0f;
    QTest::newRow("cold") << 0.5f;
    QTest::newRow("hot") << 2.0f;
  }
  void frequencies_follow_the_softmax() {
    QFETCH(float, temperature);
    constexpr int kDraws = 40000;
    const auto counts = histogram({.temperature = temperature, .seed = 11}, kLogits, kDraws);
    double total = 0, chi_square = 0;
    for (float l : kLogits) total += std::exp(l / temperature);
    for (std::size_t i = 0; i < kLogits.size(); ++i) {
      const double expected = kDraws * std::exp(kLogits[i] / temperature) / total;
      chi_square += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    QVERIFY2(chi_square < 21.1, qPrintable(QString::number(chi_square)));  // p = 0.0001 at 3 degrees of freedom
  }

  void each_cut_keeps_exactly_its_tokens_data() {
    QTest::addColumn<int>("top_k");
    QTest::addColumn<float>("top_p");
    QTest::addColumn<float>("min_p");
    QTest::addColumn<QVector<int>>("expected");
    QTest::newRow("off") << 0 << 1.0f << 0.0f << QVector<int>{0, 1, 2, 3};
    QTest::newRow("k 1") << 1 << 1.0f << 0.0f << QVector<int>{1};
    QTest::newRow("k 2") << 2 << 1.0f << 0.0f << QVector<int>{1, 3};
    QTest::newRow("k beyond the vocabulary") << 99 << 1.0f << 0.0f << QVector<int>{0, 1, 2, 3};
    QTest::newRow("p 0") << 0 << 0.0f << 0.0f << QVector<int>{1};
    QTest::newRow("p 0.39") << 0 << 0.39f << 0.0f << QVector<int>{1};
    QTest::newRow("p 0.41") << 0 << 0.41f << 0.0f << QVector<int>{1, 3};
    QTest::newRow("p 0.69") << 0 << 0.69f << 0.0f << QVector<int>{1, 3};
    QTest::newRow("p 0.71") << 0 << 0.71f << 0.0f << QVector<int>{1, 2, 3};
    QTest::newRow("p 0.91") << 0 << 0.91f << 0.0f << QVector<int>{0, 1, 2, 3};
    QTest::newRow("min 0.2") << 0 << 1.0f << 0.2f << QVector<int>{0, 1, 2, 3};
    QTest::newRow("min 0.3") << 0 << 1.0f << 0.3f << QVector<int>{1, 2, 3};
    QTest::newRow("min 0.6") << 0 << 1.0f << 0.6f << QVector<int>{1, 3};
    QTest::newRow("min 1") << 0 << 1.0f << 1.0f << QVector<int>{1};
    QTest::newRow("top-p counts what top-k left") << 2 << 0.56f << 0.0f << QVector<int>{1};  // 0.4 / 0.7 = 0.571
    QTest::newRow("k then p then min") << 3 << 0.9f << 0.6f << QVector<int>{1, 3};
  }
  void each_cut_keeps_exactly_its_tokens() {
    QFETCH(int, top_k);
    QFETCH(float, top_p);
    QFETCH(float, min_p);
    QFETCH(QVector<int>, expected);
    const auto tokens = drawn({.top_k = top_k, .top_p = top_p, .min_p = min_p, .seed = 5}, kLogits);
    QCOMPARE(QVector<int>(tokens.begin(), tokens.end()), expected);
  }

  void ties_at_the_edge_keep_the_lowest_ids() {
    const std::vector<float> equal(8, 0.5f);
    QCOMPARE(drawn({.top_k = 3, .seed = 1}, equal), (std::set<int>{0, 1, 2}));
    QCOMPARE(drawn({.top_p = 0.5f, .seed = 1}, equal), (std::set<int>{0, 1, 2, 3}));
    QCOMPARE(drawn({.top_p = 0.51f, .seed = 1}, equal), (std::set<int>{0, 1, 2, 3, 4}));
  }

  void temperature_comes_before_top_p() {
    // At temperature 0.5 the first token has 0.4^2 / 0.3 = 53 % instead of 40 %.
    QCOMPARE(drawn({.temperature = 0.5f, .top_p = 0.5f, .seed = 2}, kLogits), std::set<int>{1});
    QCOMPARE(drawn({.temperature = 1.0f, .top_p = 0.5f, .seed = 2}, kLogits), (std::set<int>{1, 3}));
  }

  void bias_is_added_before_everything_else() {
    Sampler greedy({.temperature = 0, .logit_bias = {{2, 10.0f}, {3, -kInfinity}, {99, 5.0f}}});
    QCOMPARE(sample(greedy, {1, 3, 2, 9}), 2);
    Sampler twice({.temperature = 0, .logit_bias = {{0, 1.5f}, {0, 1.5f}}});
    QCOMPARE(sample(twice, {1, 3}), 0);
  }

  void repetition_penalty_divides_positive_and_multiplies_negative_logits() {
    Sampler sampler({.temperature = 0, .repetition_penalty = 2.0f});
    QCOMPARE(sample(sampler, {4, 3, -1}), 0);
    std::vector<float> logits = {4, 1, -1};
    QCOMPARE(sampler.sample(logits), 0);
    QCOMPARE(logits, (std::vector<float>{2, 1, -1}));
    Sampler negative({.temperature = 0, .repetition_penalty = 2.0f});
    QCOMPARE(sample(negative, {-1, -3}), 0);
    logits = {-1, -3};
    QCOMPARE(negative.sample(logits), 0);
    QCOMPARE(logits, (std::vector<float>{-2, -3}));
  }

  void presence_and_frequency_penalties_follow_decayed_counts() {
    Sampler sampler({.temperature = 0, .presence_penalty = 1.0f, .frequency_penalty = 2.0f, .penalty_decay = 0.5f});
    std::vector<float> logits = {100, 0};
    sampler.sample(logits);
    QCOMPARE(logits, (std::vector<float>{100, 0}));
    logits = {100, 0};
    sampler.sample(logits);  // count 1
    QCOMPARE(logits, (std::vector<float>{97, 0}));
    logits = {0, 100};
    sampler.sample(logits);  // count of 0: 1 * 0.5 + 1
    QCOMPARE(logits, (std::vector<float>{-4, 100}));
    logits = {0, 0};
    sampler.sample(logits);  // 0: 1.5 * 0.5, 1: 1
    QCOMPARE(logits, (std::vector<float>{-2.5f, -3}));
  }

  void equal_seeds_draw_equal_tokens_and_other_seeds_do_not() {
    const auto logits = random_logits(5000, 1, 3);
    auto draw = [&](std::uint64_t seed) {
      Sampler sampler({.temperature = 0.9f, .top_k = 200, .top_p = 0.95f, .seed = seed});
      std::vector<TokenId> tokens;
      for (int i = 0; i < 50; ++i) tokens.push_back(sample(sampler, logits));
      return tokens;
    };
    QCOMPARE(draw(42), draw(42));
    QVERIFY(draw(42) != draw(43));
  }

  /// Guards the promise of equal draws on every system: these were drawn once.
  void draws_of_a_seed_never_change() {
    const auto logits = random_logits(1000, 7, 4);
    Sampler sampler({.temperature = 0.8f, .top_p = 0.9f, .presence_penalty = 0.5f, .penalty_decay = 0.996f, .seed = 2026});
    std::vector<TokenId> tokens;
    for (int i = 0; i < 12; ++i) tokens.push_back(sample(sampler, logits));
    const std::vector<TokenId> expected = {728, 381, 739, 739, 739, 739, 739, 739, 739, 336, 885, 381};
    if (tokens != expected) {
      QString line;
      for (TokenId t : tokens) line += QString::number(t) + ", ";
      QFAIL(qPrintable(line));
    }
  }

  void a_draw_handed_over_is_the_same_draw_data() {
    QTest::addColumn<int>("which");
    for (int i = 0; i < static_cast<int>(kHandedOver.size()); ++i) QTest::addRow("%d", i) << i;
  }
  void a_draw_handed_over_is_the_same_draw() {
    QFETCH(int, which);
    const SamplerParams& params = kHandedOver[static_cast<std::size_t>(which)];
    Sampler whole(params), halves(params);
    QVERIFY(halves.can_hand_over());
    for (std::uint64_t step = 0; step < 60; ++step) {
      auto logits = random_logits(300, step + 1, step % 3 == 0 ? 0.05f : 6.0f);
      if (step % 4 == 1) logits[17] = kNan;
      if (step % 4 == 2) logits[18] = logits[250] = kInfinity;
      if (step % 4 == 3) std::fill(logits.begin() + 20, logits.begin() + 90, logits[5]);
      if (step % 10 == 9) std::fill(logits.begin(), logits.end(), -kInfinity);
      const TokenDraw draw = halves.begin_draw();
      const TokenId token = plain_draw(draw, logits);
      QCOMPARE(token, sample(whole, logits));
      halves.end_draw(token);
      QCOMPARE(halves.serialise(), whole.serialise());  // generator and counts, to the bit
      if (step == 30) halves = *Sampler::parse(whole.serialise());
    }
  }

  void typical_draws_are_not_handed_over() { QVERIFY(!Sampler({.typical_p = 0.9f}).can_hand_over()); }

  void without_a_seed_a_fresh_one_is_reported() {
    Sampler a({}), b({});
    QVERIFY(a.seed() != 0 && b.seed() != 0 && a.seed() != b.seed());
    QCOMPARE(a.params().seed, std::uint64_t{0});
    QCOMPARE(Sampler({.seed = 9}).seed(), std::uint64_t{9});
  }

  void top_p_of_a_large_vocabulary_equals_a_full_sort_data() {
    QTest::addColumn<float>("spread");
    QTest::addColumn<float>("top_p");
    for (float spread : {0.0f, 0.01f, 1.0f, 8.0f, 40.0f}) {
      for (float top_p : {0.05f, 0.5f, 0.9f, 0.999f}) {
        QTest::addRow("spread %g, p %g", spread, top_p) << spread << top_p;
      }
    }
  }
  void top_p_of_a_large_vocabulary_equals_a_full_sort() {
    QFETCH(float, spread);
    QFETCH(float, top_p);
    const auto logits = random_logits(2003, 17, spread);
    std::vector<std::pair<double, int>> sorted;
    double total = 0, sum = 0;
    for (std::size_t i = 0; i < logits.size(); ++i) sorted.emplace_back(-std::exp(double(logits[i])), int(i));
    std::sort(sorted.begin(), sorted.end());
    for (const auto& [p, i] : sorted) total -= p;
    std::set<int> allowed;
    for (const auto& [p, i] : sorted) {
      if (sum >= (top_p + 1e-9) * total) break;
      sum -= p;
      allowed.insert(i);
    }
    const auto tokens = drawn({.top_p = top_p, .seed = 4}, logits, 400);
    for (int t : tokens) QVERIFY(allowed.contains(t));
    if (allowed.size() <= 5 && top_p < 0.99f) QCOMPARE(tokens.size(), allowed.size());
  }

  void a_large_vocabulary_is_quick() {
    const auto logits = random_logits(65536, 3, 4);
    Sampler sampler({.temperature = 0.8f, .top_p = 0.9f, .presence_penalty = 0.5f, .seed = 1});
    QBENCHMARK { sample(sampler, logits); }
  }
};

QTEST_APPLESS_MAIN(SamplerTest)
#include "sampler_test.moc"
