#include <QtTest>

#include <cstring>

#include "engine/sampling/random.h"
#include "engine/sampling/sampler.h"

using namespace eddy;

namespace {

SamplerParams rich_params() {
  return {.temperature = 0.7f, .top_k = 40, .top_p = 0.9f, .min_p = 0.01f, .repetition_penalty = 1.1f,
          .presence_penalty = 0.3f, .frequency_penalty = 0.4f, .penalty_decay = 0.996f,
          .logit_bias = {{5, -1.5f}, {3, 2.0f}}, .seed = 77};
}

std::vector<float> some_logits(int step) {
  std::vector<float> logits(300);
  for (std::size_t i = 0; i < logits.size(); ++i) logits[i] = static_cast<float>((i * 37 + step * 11) % 101) / 25.0f;
  return logits;
}

std::vector<TokenId> draw(Sampler& sampler, int from, int to) {
  std::vector<TokenId> tokens;
  for (int step = from; step < to; ++step) {
    auto logits = some_logits(step);
    tokens.push_back(sampler.sample(logits));
  }
  return tokens;
}

/// Offsets of the layout in sampler_state.cpp.
constexpr std::size_t kVersionAt = 4, kTemperatureAt = 8, kTopKAt = 12, kTopPAt = 16, kRepetitionAt = 24, kDecayAt = 36,
                      kSeedGivenAt = 40, kSeedAt = 48, kRandomAt = 56, kBiasCountAt = 88;

template <class T>
void overwrite(std::vector<std::byte>& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

}  // namespace

class SamplerStateTest : public QObject {
  Q_OBJECT

 private slots:
  void a_parsed_sampler_goes_on_exactly() {
    Sampler whole(rich_params()), half(rich_params());
    const auto expected = draw(whole, 0, 200);
    auto tokens = draw(half, 0, 63);
    const auto bytes = half.serialise();
    auto parsed = Sampler::parse(bytes);
    QVERIFY2(parsed, parsed ? "" : parsed.error().message.c_str());
    QVERIFY(parsed->params() == rich_params());
    QCOMPARE(parsed->seed(), std::uint64_t{77});
    QCOMPARE(parsed->serialise(), bytes);
    const auto rest = draw(*parsed, 63, 200);
    tokens.insert(tokens.end(), rest.begin(), rest.end());
    QCOMPARE(tokens, expected);
  }

  void a_fresh_seed_is_kept_apart_from_the_given_one() {
    Sampler sampler({});
    auto parsed = Sampler::parse(sampler.serialise());
    QVERIFY(parsed);
    QCOMPARE(parsed->seed(), sampler.seed());
    QCOMPARE(parsed->params().seed, std::uint64_t{0});
  }

  void a_grammar_and_its_text_are_kept() {
    auto params = rich_params();
    QCOMPARE(Sampler(params).serialise()[kVersionAt], std::byte{1});  // what earlier versions of Eddy can read
    params.typical_p = 0.8f;
    params.grammar = "root ::= [a-z]+";
    params.grammar_after_space = true;
    Sampler sampler(params);
    draw(sampler, 0, 20);
    sampler.add_constrained_text("abc");
    const auto bytes = sampler.serialise();
    auto parsed = Sampler::parse(bytes);
    QVERIFY(parsed);
    QVERIFY(parsed->params() == params);
    QCOMPARE(parsed->constrained_text(), std::string("abc"));
    QCOMPARE(parsed->serialise(), bytes);
    QCOMPARE(draw(*parsed, 20, 60), draw(sampler, 20, 60));
    auto nothing_more = Sampler(rich_params()).serialise();
    overwrite(nothing_more, kVersionAt, std::uint32_t{2});
    nothing_more.resize(nothing_more.size() + 16);
    overwrite(nothing_more, nothing_more.size() - 16, 1.0f);
    QCOMPARE(Sampler::parse(nothing_more).error().message, std::string("[sampler] saved state: impossible grammar"));
  }

  void every_truncation_is_refused_data() {
    QTest::addColumn<QString>("grammar");
    QTest::newRow("without a grammar") << "";
    QTest::newRow("with one") << "root ::= \"a\"";
  }
  void every_truncation_is_refused() {
    QFETCH(QString, grammar);
    auto params = rich_params();
    params.grammar = grammar.toStdString();
    Sampler sampler(params);
    draw(sampler, 0, 20);
    const auto bytes = sampler.serialise();
    for (std::size_t n = 0; n < bytes.size(); ++n) {
      auto result = Sampler::parse(std::span(bytes).first(n));
      QVERIFY(!result);
      QCOMPARE(result.error().code, ErrorCode::FileCorrupt);
    }
  }

  void damage_is_refused_or_harmless() {
    Sampler sampler(rich_params());
    draw(sampler, 0, 20);
    const auto good = sampler.serialise();
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
      auto bytes = good;
      bytes[bit / 8] ^= std::byte(1 << bit % 8);
      auto result = Sampler::parse(bytes);
      if (result) draw(*result, 0, 3);
    }
  }

  void impossible_values_are_refused_data() {
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("culprit");
    const float nan = std::numeric_limits<float>::quiet_NaN(), infinity = std::numeric_limits<float>::infinity();
    auto f = [](float v) { return QByteArray(reinterpret_cast<const char*>(&v), 4); };
    auto i = [](std::int32_t v) { return QByteArray(reinterpret_cast<const char*>(&v), 4); };
    QTest::newRow("magic") << 0 << i(1) << "not a sampler";
    QTest::newRow("version 0") << int(kVersionAt) << i(0) << "unknown version";
    QTest::newRow("negative temperature") << int(kTemperatureAt) << f(-1) << "parameters";
    QTest::newRow("NaN temperature") << int(kTemperatureAt) << f(nan) << "parameters";
    QTest::newRow("infinite temperature") << int(kTemperatureAt) << f(infinity) << "parameters";
    QTest::newRow("negative top-k") << int(kTopKAt) << i(-1) << "parameters";
    QTest::newRow("top-p 2") << int(kTopPAt) << f(2) << "parameters";
    QTest::newRow("no repetition penalty") << int(kRepetitionAt) << f(0) << "parameters";
    QTest::newRow("decay 1.5") << int(kDecayAt) << f(1.5f) << "parameters";
    QTest::newRow("two seeds") << int(kSeedGivenAt) << i(78) << "parameters";
    QTest::newRow("no seed") << int(kSeedGivenAt) << QByteArray(16, 0) << "generator";
    QTest::newRow("dead generator") << int(kRandomAt) << QByteArray(32, 0) << "generator";
    QTest::newRow("a billion biases") << int(kBiasCountAt) << i(1'000'000'000) << "too early";
    QTest::newRow("bias of no token") << int(kBiasCountAt + 4) << i(-1) << "bias";
    QTest::newRow("NaN bias") << int(kBiasCountAt + 8) << f(nan) << "bias";
    QTest::newRow("count of no token") << int(kBiasCountAt + 24) << i(-1) << "count";
    QTest::newRow("negative count") << int(kBiasCountAt + 28) << f(-1) << "count";
    QTest::newRow("tokens not ascending") << int(kBiasCountAt + 24) << i(299'999) << "count";
  }
  void impossible_values_are_refused() {
    QFETCH(int, at);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, culprit);
    Sampler sampler(rich_params());
    draw(sampler, 0, 20);
    auto damaged = sampler.serialise();
    std::memcpy(damaged.data() + at, bytes.data(), bytes.size());
    auto result = Sampler::parse(damaged);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::FileCorrupt);
    QVERIFY2(QString::fromStdString(result.error().message).contains(culprit), result.error().message.c_str());
  }

  void a_newer_version_and_trailing_bytes_are_refused() {
    auto bytes = Sampler(rich_params()).serialise();
    bytes.push_back(std::byte{0});
    QVERIFY(!Sampler::parse(bytes));
    bytes.pop_back();
    overwrite(bytes, kVersionAt, std::uint32_t{3});
    QCOMPARE(Sampler::parse(bytes).error().code, ErrorCode::FileTooNew);
    QCOMPARE(sizeof(std::uint64_t) + kSeedGivenAt, kSeedAt);
  }
};

QTEST_APPLESS_MAIN(SamplerStateTest)
#include "sampler_state_test.moc"
