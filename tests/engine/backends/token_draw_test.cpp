// Tokens drawn on a device are those that the Sampler draws on the host. EDDY_TEST_BACKENDS names the backend; those that
// draw none (the CPU) say so.
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <limits>

#include "engine/backends/backend.h"
#include "engine/graph/planner.h"
#include "engine/ops/columns.h"
#include "engine/sampling/random.h"
#include "engine/sampling/sampler.h"
#include "engine/sequence/make_forward_pass.h"
#include "engine/sequence/parallel_generation.h"
#include "tests/support/engine/backend_op.h"
#include "tests/support/engine/fake_tokenizer.h"
#include "tests/support/engine/oracle.h"
#include "tests/support/engine/tiny_chat_models.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// A network whose logits are what it is given.
class Echo {
 public:
  Echo(const std::string& backend, std::int64_t sequences, std::int64_t vocabulary)
      : sequences_(sequences), vocabulary_(vocabulary) {
    const std::vector<float> unused(4);
    const WeightSource weight{.name = "unused", .shape = {4}, .parts = {{WeightFormat::F32, std::as_bytes(std::span(unused))}}};
    const auto found = find_backend(backend);
    if (!found) qFatal("%s", found.error().message.c_str());
    auto model = (*found)->load(std::span(&weight, 1), layout_, {.backend = backend}, {}, {});
    if (!model) qFatal("%s", model.error().message.c_str());
    model_ = *std::move(model);
    Plan plan;
    plan.shape = {sequences, 1, LogitRows::Last};
    for (int i = 0; i < 2; ++i) plan.values.push_back({.kind = ValueKind::Activation, .shape = {sequences, 1, vocabulary}});
    plan.given = 0;
    plan.logits = 1;
    sort_into_stages(plan, {{.kind = &kColumns, .inputs = {0}, .outputs = {1}, .params = OpParams::of(std::int64_t{0})}});
    plan_memory(plan);
    auto executable = model_->prepare(std::move(plan));
    if (!executable) qFatal("%s", executable.error().message.c_str());
    executable_ = *std::move(executable);
    for (std::int64_t b = 0; b < sequences; ++b) {
      states_.push_back(*model_->new_state());
      looks_.push_back(states_.back().get());
    }
  }

  bool can_draw() const { return model_->can_draw(); }

  Result<std::vector<TokenId>> draw(std::span<const float> logits, std::span<const TokenDraw> draws) {
    const std::vector<TokenId> tokens(states_.size());
    std::vector<TokenId> chosen(states_.size(), -7);
    if (auto ran = executable_->run_and_draw(tokens, looks_, draws, chosen, logits); !ran) return ran.error();
    return chosen;
  }

  Result<std::vector<float>> logits(std::span<const float> given) {
    const std::vector<TokenId> tokens(states_.size());
    std::vector<float> out(given.size(), 7.0f);
    if (auto ran = executable_->run(tokens, looks_, out, given); !ran) return ran.error();
    return out;
  }

 private:
  StateLayout layout_{.slots = {{.name = "unused", .shape = {4}}}};
  std::int64_t sequences_, vocabulary_;
  std::unique_ptr<BackendModel> model_;
  std::unique_ptr<Executable> executable_;
  std::vector<std::unique_ptr<RecurrentState>> states_;
  std::vector<RecurrentState*> looks_;
};

class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) { seed_random(seed, state_); }
  std::uint64_t below(std::uint64_t n) { return next_random(state_) % n; }
  float bell() {
    double sum = 0;
    for (int k = 0; k < 6; ++k) sum += next_unit(state_) - 0.5;
    return static_cast<float>(sum * 1.414);
  }

 private:
  std::uint64_t state_[4];
};

struct Kind {
  const char* name;
  float (*logit)(Numbers& n);
};

const std::vector<Kind> kKinds = {
    {"wide", [](Numbers& n) { return 4 * n.bell(); }},
    {"flat", [](Numbers& n) { return 0.3f * n.bell(); }},
    {"nearly equal", [](Numbers& n) { return 0.0005f * n.bell(); }},
    {"ties", [](Numbers& n) { return std::floor(2 * n.bell()); }},
    {"two values", [](Numbers& n) { return n.below(2) == 0 ? 0.0f : -0.5f; }},
    {"all equal", [](Numbers&) { return 0.5f; }},
    {"zeros of both signs", [](Numbers& n) { return n.below(2) == 0 ? 0.0f : -0.0f; }},
    {"NaN and -inf", [](Numbers& n) { return n.below(3) == 0 ? -kInfinity : n.below(5) == 0 ? std::nanf("") : 2 * n.bell(); }},
    {"some +inf", [](Numbers& n) { return n.below(50) == 0 ? kInfinity : n.bell(); }},
    {"all -inf", [](Numbers&) { return -kInfinity; }},
    {"all NaN", [](Numbers&) { return std::nanf(""); }},
    {"huge", [](Numbers& n) { return 1e38f * n.bell(); }},
    {"tiny", [](Numbers& n) { return 1e-30f * n.bell(); }},
};

/// What every draw is tried with; biases are for tokens of a vocabulary of V.
std::vector<SamplerParams> all_params(int vocabulary) {
  const int last = vocabulary - 1;
  return {
      {.temperature = 0},
      {},
      {.temperature = 0.7f, .top_p = 0.9f},
      {.temperature = 0.9f, .top_k = 40},
      {.top_k = 3, .top_p = 0.6f},
      {.top_k = 700, .top_p = 0.95f, .min_p = 0.001f},
      {.top_k = 5000, .top_p = 0.5f},
      {.top_p = 0.0f},
      {.top_p = 0.5f},
      {.temperature = 5, .top_p = 0.999f, .min_p = 0.1f},
      {.min_p = 0.3f},
      {.min_p = 1.0f},
      {.temperature = 1e-3f, .top_p = 0.5f},
      {.temperature = 100, .top_k = 1},
      {.temperature = 0.8f,
       .top_p = 0.8f,
       .repetition_penalty = 1.3f,
       .presence_penalty = 0.4f,
       .frequency_penalty = 0.3f,
       .penalty_decay = 0.99f,
       .logit_bias = {{last, -2.0f}, {0, 1.5f}, {vocabulary / 2, kInfinity}, {0, -0.25f}, {vocabulary, 9.0f}, {-1, 9.0f}}},
      {.temperature = 0, .presence_penalty = 2, .frequency_penalty = 0.2f, .logit_bias = {{vocabulary / 3, -kInfinity}}},
      {.repetition_penalty = 1.5f, .penalty_decay = 0.5f},
  };
}

/// The same network, tokens drawn on the host.
class HostDraws final : public ForwardPass {
 public:
  explicit HostDraws(std::shared_ptr<ForwardPass> pass) : pass_(std::move(pass)) {}
  const StateLayout& state_layout() const override { return pass_->state_layout(); }
  std::int64_t vocabulary() const override { return pass_->vocabulary(); }
  int chunk() const override { return pass_->chunk(); }
  std::int64_t memory_bytes() const override { return pass_->memory_bytes(); }
  Result<std::unique_ptr<RecurrentState>> new_state() override { return pass_->new_state(); }
  Result<void> run(std::span<const TokenId> tokens, std::span<RecurrentState* const> states, LogitRows rows,
                   std::span<float> logits) override {
    return pass_->run(tokens, states, rows, logits);
  }

 private:
  std::shared_ptr<ForwardPass> pass_;
};

std::shared_ptr<SequenceModel> model_of(std::shared_ptr<ForwardPass> pass) {
  auto model = std::make_shared<SequenceModel>();
  model->pass = std::move(pass);
  model->tokenizer = std::make_shared<FakeTokenizer>(std::vector<std::string>{"end"});
  model->architecture = "tiny";
  model->fingerprint = "f00d";
  return model;
}

}  // namespace

class TokenDrawTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    const Echo echo(backend_, 1, 8);
    if (!echo.can_draw()) QVERIFY2(backend_ != "cuda", "CUDA draws tokens");
  }

  void the_network_gives_what_it_is_given() {
    Echo echo(backend_, 3, 1001);
    Numbers numbers(4);
    std::vector<float> logits(3003);
    std::ranges::generate(logits, [&] { return numbers.bell(); });
    for (int i = 0; i < 3; ++i) QCOMPARE(*echo.logits(logits), logits);
  }

  void a_backend_that_draws_none_says_so() {
    Echo echo(backend_, 1, 8);
    if (echo.can_draw()) QSKIP("it does");
    const std::vector<float> logits(8);
    const TokenDraw draw;
    QVERIFY(!echo.draw(logits, std::span(&draw, 1)));
  }

  void tokens_are_those_of_the_sampler_data() {
    QTest::addColumn<int>("vocabulary");
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("steps");
    QTest::newRow("1") << 1 << 1 << 3;
    QTest::newRow("7") << 7 << 1 << 12;
    QTest::newRow("1,000, three sequences") << 1000 << 3 << 12;
    QTest::newRow("4,099, twenty sequences") << 4099 << 20 << 3;
    QTest::newRow("65,536") << 65536 << 1 << 8;
    QTest::newRow("65,536, two sequences") << 65536 << 2 << 3;
    QTest::newRow("151,936") << 151936 << 1 << 3;
  }
  void tokens_are_those_of_the_sampler() {
    QFETCH(int, vocabulary);
    QFETCH(int, sequences);
    QFETCH(int, steps);
    Echo echo(backend_, sequences, vocabulary);
    if (!echo.can_draw()) QSKIP("this backend draws no tokens");
    const auto count = static_cast<std::size_t>(sequences), width = static_cast<std::size_t>(vocabulary);
    const auto params = all_params(vocabulary);
    int draws = 0, wrong = 0;
    for (const Kind& kind : kKinds) {
      for (std::size_t p = 0; p < params.size(); ++p) {
        Numbers numbers(1000 * p + 1);
        std::vector<Sampler> samplers;
        for (std::size_t b = 0; b < count; ++b) {
          SamplerParams own = params[(p + b) % params.size()];
          own.seed = 17 * b + p + 1;
          samplers.emplace_back(own);
        }
        std::vector<float> logits(count * width);
        for (int step = 0; step < steps; ++step) {
          if (step % 4 == 0) std::ranges::generate(logits, [&] { return kind.logit(numbers); });
          std::vector<Sampler> host = samplers;
          std::vector<TokenDraw> wanted;
          std::vector<TokenId> expected;
          for (std::size_t b = 0; b < count; ++b) {
            const auto row = logits.begin() + static_cast<std::ptrdiff_t>(b * width);
            std::vector<float> copy(row, row + vocabulary);
            expected.push_back(host[b].sample(copy));
            wanted.push_back(samplers[b].begin_draw());
          }
          const auto chosen = echo.draw(logits, wanted);
          QVERIFY2(chosen, chosen ? "" : chosen.error().message.c_str());
          const auto again = echo.draw(logits, wanted);
          QVERIFY(again && *again == *chosen);
          for (std::size_t b = 0; b < count; ++b) {
            ++draws;
            if ((*chosen)[b] != expected[b] && ++wrong <= 20) {
              qWarning("%s, params %zu, step %d: %d instead of %d", kind.name, (p + b) % params.size(), step, (*chosen)[b],
                       expected[b]);
            }
            samplers[b].end_draw(expected[b]);
          }
        }
      }
    }
    qInfo("%d draws", draws);
    QCOMPARE(wrong, 0);
  }

  // Few launches: for tools that watch each of them.
  void each_way_once() {
    constexpr int kVocabulary = 5003;
    Echo echo(backend_, 2, kVocabulary);
    if (!echo.can_draw()) QSKIP("this backend draws no tokens");
    for (const SamplerParams& params : all_params(kVocabulary)) {
      Numbers numbers(3);
      std::vector<float> logits(2 * kVocabulary);
      for (std::size_t i = 0; i < logits.size(); ++i) logits[i] = i < kVocabulary ? numbers.bell() : std::floor(numbers.bell());
      Sampler sampler(params);
      const TokenDraw draw = sampler.begin_draw();
      const TokenDraw draws[] = {draw, draw};
      QVERIFY(echo.draw(logits, draws));
    }
  }

  void a_long_text_with_penalties() {
    constexpr int kVocabulary = 20000;
    Echo echo(backend_, 1, kVocabulary);
    if (!echo.can_draw()) QSKIP("this backend draws no tokens");
    Sampler sampler({.temperature = 1.2f, .top_p = 0.95f, .presence_penalty = 0.5f, .frequency_penalty = 0.1f, .penalty_decay = 0.999f, .seed = 3});
    Numbers numbers(5);
    std::vector<float> logits(kVocabulary);
    std::ranges::generate(logits, [&] { return numbers.bell(); });
    for (int step = 0; step < 4000; ++step) {
      std::vector<float> copy = logits;
      Sampler host = sampler;
      const TokenDraw draw = sampler.begin_draw();
      const auto chosen = echo.draw(logits, std::span(&draw, 1));
      QVERIFY(chosen);
      QCOMPARE(chosen->front(), host.sample(copy));
      sampler.end_draw(chosen->front());
    }
  }

  void logits_are_as_they_were_after_a_draw() {
    Echo echo(backend_, 1, 3000);
    if (!echo.can_draw()) QSKIP("this backend draws no tokens");
    Numbers numbers(9);
    std::vector<float> logits(3000);
    std::ranges::generate(logits, [&] { return numbers.bell(); });
    const std::vector<LogitChange> changes{{5, 2.0f, 1.0f}};
    const TokenDraw draw{.top_p = 0.9f, .unit = 0.5, .changes = changes};
    for (int i = 0; i < 4; ++i) {
      QVERIFY(echo.draw(logits, std::span(&draw, 1)));
      QCOMPARE(*echo.logits(logits), logits);
    }
  }

  void texts_are_those_drawn_on_the_host_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("on_cpu");  // layers
    for (const auto kind : {ChatModelKind::Rwkv7, ChatModelKind::Bamba}) {
      for (const int sequences : {1, 3}) {
        QTest::addRow("%s, %d", name_of(kind), sequences) << static_cast<int>(kind) << sequences << 0;
        QTest::addRow("%s, %d, first layer on the cpu", name_of(kind), sequences) << static_cast<int>(kind) << sequences << 1;
      }
    }
  }
  void texts_are_those_drawn_on_the_host() {
    QFETCH(int, kind);
    QFETCH(int, sequences);
    QFETCH(int, on_cpu);
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("model").toStdString();
    write_chat_model(path, static_cast<ChatModelKind>(kind));
    LoadOptions options;
    options.backend = backend_;
    if (on_cpu > 0) options = {.devices = {{"cpu", 0, on_cpu}, {backend_}}};
    auto loaded = make_forward_pass(open_or_die(path), options);
    QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());
    const std::shared_ptr<ForwardPass> pass = *std::move(loaded);
    if (!pass->can_draw()) QSKIP("this backend draws no tokens");
    std::vector<std::vector<TokenId>> texts[2];
    for (const bool on_host : {false, true}) {
      const auto model = model_of(on_host ? std::make_shared<HostDraws>(pass) : pass);
      std::vector<std::unique_ptr<Sequence>> all;
      std::vector<SequenceRun> runs;
      for (int i = 0; i < sequences; ++i) {
        all.push_back(*RecurrentSequence::create(model));
        QVERIFY(all.back()->prefill(std::vector<TokenId>{'A', 'b', 'c'}, {}, {}).has_value());
        const SamplerParams sampler{.temperature = 0.9f, .top_p = 0.9f, .presence_penalty = 0.3f, .seed = static_cast<std::uint64_t>(i) + 1};
        runs.push_back({.sequence = all.back().get(), .params = {.sampler = sampler, .max_tokens = 300}});
      }
      for (const auto& result : ParallelGeneration(*model, runs).go()) {
        QVERIFY2(result, result ? "" : result.error().message.c_str());
        texts[on_host].push_back(result->tokens);
      }
    }
    QCOMPARE(texts[false].front().size(), std::size_t{300});
    QVERIFY(texts[false] == texts[true]);
  }

 private:
  std::string backend_ = test_backends().empty() ? "cpu" : test_backends();
};

QTEST_GUILESS_MAIN(TokenDrawTest)
#include "token_draw_test.moc"
