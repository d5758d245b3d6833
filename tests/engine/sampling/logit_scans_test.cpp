// Passes over logits, on every instruction set that this processor has, against plain loops.
#include <QtTest>

#include <hwy/highway.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>

#include "engine/sampling/logit_scans.h"
#include "engine/sampling/random.h"

using namespace eddy;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kMost = std::numeric_limits<float>::max();

std::vector<float> random_logits(int count) {
  std::uint64_t state[4];
  seed_random(static_cast<std::uint64_t>(count), state);
  std::vector<float> logits(count);
  for (float& logit : logits) logit = static_cast<float>(next_unit(state) * 60 - 50);
  return logits;
}

/// The sum as the header describes it.
double eight_sums(const std::vector<double>& numbers, double least) {
  double sums[8] = {};
  for (std::size_t i = 0; i < numbers.size(); ++i) sums[i % 8] += numbers[i] >= least ? numbers[i] : 0.0;
  for (int half = 4; half > 0; half /= 2) {
    for (int i = 0; i < half; ++i) sums[i] += sums[i + half];
  }
  return sums[0];
}

template <class Number>
std::vector<std::int32_t> places_by_loop(const std::vector<Number>& numbers, Number least) {
  std::vector<std::int32_t> places;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] >= least) places.push_back(static_cast<std::int32_t>(i));
  }
  return places;
}

template <class Number>
std::vector<std::int32_t> found_places(const std::vector<Number>& numbers, Number least) {
  std::vector<std::int32_t> places(numbers.size());
  places.resize(places_at_least(std::span<const Number>(numbers), least, places.data()));
  return places;
}

#if HWY_ARCH_X86
constexpr std::int64_t kCompiledSets = HWY_AVX3 | HWY_AVX2 | HWY_SSE4 | HWY_STATIC_TARGET;
#else
constexpr std::int64_t kCompiledSets = HWY_STATIC_TARGET;
#endif

/// Runs `check` with each instruction set in turn.
void on_every_set(const std::function<void()>& check) {
  for (std::int64_t left = hwy::SupportedTargets() & kCompiledSets; left != 0; left &= left - 1) {
    const std::int64_t set = left & -left;
    hwy::SetSupportedTargetsForTest(set);
    hwy::GetChosenTarget().Update(set);
    check();
    if (QTest::currentTestFailed()) qInfo("the instruction set is %s", hwy::TargetName(set));
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().DeInit();
}

}  // namespace

class LogitScansTest : public QObject {
  Q_OBJECT

 private slots:
  void lengths_data() {
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 7, 8, 9, 63, 64, 65, 127, 1000, 4099}) QTest::addRow("%d", count) << count;
  }

  void what_is_no_number_is_cleaned_data() { lengths_data(); }
  void what_is_no_number_is_cleaned() {
    QFETCH(int, count);
    std::vector<float> logits = random_logits(count), expected = logits;
    const float odd[] = {std::numeric_limits<float>::quiet_NaN(), kInfinity, -kInfinity, kMost, -0.0f};
    const float cleaned[] = {-kInfinity, kMost, -kInfinity, kMost, -0.0f};
    for (int i = 0; i < count; i += 3) {
      logits[i] = odd[i % 5];
      expected[i] = cleaned[i % 5];
    }
    on_every_set([&] {
      std::vector<float> got = logits;
      clean_logits(got);
      QCOMPARE(got, expected);
    });
  }

  void weights_are_those_of_the_plain_exponential_data() { lengths_data(); }
  void weights_are_those_of_the_plain_exponential() {
    QFETCH(int, count);
    std::vector<float> logits = random_logits(count);
    for (int i = 0; i < count; i += 11) logits[i] = -kInfinity;
    const double greatest = count > 0 ? *std::ranges::max_element(logits) : 0, temperature = 0.7, least = 1e-18;
    std::vector<double> expected(count);
    for (int i = 0; i < count; ++i) {
      const double weight = exp_of_nonpositive((logits[i] - greatest) / temperature);
      expected[i] = weight >= least ? weight : 0;
    }
    on_every_set([&] {
      std::vector<double> weights(count, -1);
      const double total = weigh_logits(logits, greatest, temperature, least, weights);
      QCOMPARE(std::bit_cast<std::uint64_t>(total), std::bit_cast<std::uint64_t>(eight_sums(expected, 0)));
      for (int i = 0; i < count; ++i) QVERIFY(weights[i] == expected[i]);
    });
  }

  void the_greatest_and_those_above_an_edge_are_found_data() { lengths_data(); }
  void the_greatest_and_those_above_an_edge_are_found() {
    QFETCH(int, count);
    const std::vector<float> logits = random_logits(count);
    const std::vector<double> weights(logits.begin(), logits.end());
    const std::size_t blocks = (logits.size() + kLogitBlock - 1) / kLogitBlock;
    on_every_set([&] {
      std::vector<float> greatest(blocks);
      greatest_of_blocks(logits, greatest);
      for (std::size_t b = 0; b < blocks; ++b) {
        const auto begin = logits.begin() + static_cast<std::ptrdiff_t>(b * kLogitBlock);
        const auto left = std::min<std::ptrdiff_t>(kLogitBlock, logits.end() - begin);
        QCOMPARE(greatest[b], *std::max_element(begin, begin + left));
      }
      for (const float edge : {-kInfinity, -20.0f, 0.0f, 9.9f, kInfinity}) {
        QCOMPARE(found_places(logits, edge), places_by_loop(logits, edge));
        QCOMPARE(found_places(weights, double{edge}), places_by_loop(weights, double{edge}));
        QCOMPARE(std::bit_cast<std::uint64_t>(sum_at_least(weights, edge)), std::bit_cast<std::uint64_t>(eight_sums(weights, edge)));
      }
    });
  }
};

QTEST_APPLESS_MAIN(LogitScansTest)
#include "logit_scans_test.moc"
