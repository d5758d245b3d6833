// Whole networks on a GPU backend and on the CPU, which other tests hold against references. EDDY_TEST_BACKENDS names
// the backend; without a device of it every test fails.
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>

#include "engine/backends/backend.h"
#include "engine/sequence/make_forward_pass.h"
#include "tests/support/engine/oracle.h"
#include "tests/support/engine/tiny_chat_models.h"

using namespace eddy;
using namespace eddy::test;

namespace {

struct Expectations {
  std::string backend;
  std::vector<ChatModelKind> kinds;
  std::vector<int> chunks;
  double packed_prefill = 0;  ///< tolerance where packed weights multiply more than four tokens
  int greedy_steps = 0;
};

/// lavapipe is slow, a GPU is not. With many tokens packed weights are multiplied in fp16 by CUDA, and by Vulkan on matrix units.
const Expectations& expectations() {
  using enum ChatModelKind;
  static const std::vector<ChatModelKind> kinds = {Rwkv7, Rwkv4, Mamba2, Bamba, FalconH1, GatedDelta};
  static const Expectations all[] = {{"vulkan", kinds, {1, 64}, 2e-3, 30}, {"cuda", kinds, {1, 3, 64, 200}, 1e-2, 200}};
  const auto found = std::ranges::find(all, qEnvironmentVariable("EDDY_TEST_BACKENDS").toStdString(), &Expectations::backend);
  if (found == std::end(all)) qFatal("EDDY_TEST_BACKENDS names no GPU backend");
  return *found;
}

std::unique_ptr<ForwardPass> load_on(const std::filesystem::path& path, const std::string& backend, int chunk = 64) {
  LoadOptions options;
  options.backend = backend;
  options.prefill_chunk = chunk;
  options.exact = true;  // the CPU's faster products are rounded more than the device's
  auto pass = make_forward_pass(open_or_die(path), options);
  if (!pass) qFatal("%s", pass.error().message.c_str());
  return *std::move(pass);
}

std::vector<TokenId> made_up_tokens(std::int64_t vocabulary, std::size_t count) {
  std::vector<TokenId> tokens(count);
  std::int64_t next = 1;
  for (auto& token : tokens) token = static_cast<TokenId>(next = (next * 7919 + 13) % vocabulary);
  return tokens;
}

std::vector<float> state_numbers(const ForwardPass& pass, RecurrentState& state) {
  const auto bytes = state_bytes(pass, state);
  std::vector<float> numbers(bytes.size() / sizeof(float));
  std::memcpy(numbers.data(), bytes.data(), bytes.size());
  return numbers;
}

struct Winner {
  std::ptrdiff_t token = 0;
  float margin = 0;
};

Winner winner_of(std::span<const float> logits) {
  const auto best = std::ranges::max_element(logits);
  float second = -1e30f;
  for (auto it = logits.begin(); it != logits.end(); ++it) {
    if (it != best) second = std::max(second, *it);
  }
  return {best - logits.begin(), *best - second};
}

}  // namespace

class GpuNetworksTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    const auto usable = [](const auto& device) { return device.usable; };
    QVERIFY2(std::ranges::any_of(devices_of_module(backend_.c_str()), usable), "no device of this backend can be used");
    for (const ChatModelKind kind : expectations().kinds) write_chat_model(path_of(kind), kind);
    TinyRwkv7 heads_of_64{.layers = 3, .width = 128, .head_size = 64, .feed_forward = 224, .rank = 24};
    write_tiny_rwkv7(folder_.filePath("fused.safetensors").toStdString(), heads_of_64);
  }

  void networks_agree_with_the_cpu_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("chunk");
    QTest::addColumn<double>("tolerance");
    for (const int chunk : expectations().chunks) {
      for (const ChatModelKind kind : expectations().kinds)
        QTest::addRow("%s, chunks of %d", name_of(kind), chunk) << QString::fromStdString(path_of(kind).string()) << chunk << 5e-5;
      QTest::addRow("heads of 64, chunks of %d", chunk) << folder_.filePath("fused.safetensors") << chunk << 5e-5;
      QTest::addRow("starter, chunks of %d", chunk)
          << QString::fromStdString(starter_) << chunk << (chunk > 4 ? expectations().packed_prefill : 2e-4);
    }
  }
  void networks_agree_with_the_cpu() {
    QFETCH(QString, model);
    QFETCH(int, chunk);
    QFETCH(double, tolerance);
    const auto cpu = load_on(model.toStdString(), "cpu"), gpu = load_on(model.toStdString(), backend_, chunk);
    const auto tokens = made_up_tokens(cpu->vocabulary(), chunk > 64 ? 200 : 70);
    auto expected_state = *cpu->new_state(), state = *gpu->new_state();
    const auto expected = read_tokens(*cpu, *expected_state, tokens, 64);
    const auto logits = read_tokens(*gpu, *state, tokens, static_cast<std::size_t>(chunk));
    const double off = relative_error(logits, expected);
    const double state_off = relative_error(state_numbers(*gpu, *state), state_numbers(*cpu, *expected_state));
    qInfo("logits off by %.2g, state by %.2g", off, state_off);
    QVERIFY(off <= tolerance && state_off <= tolerance);
  }

  void sequences_of_a_batch_are_independent_data() { kinds(); }
  void sequences_of_a_batch_are_independent() {
    QFETCH(int, kind);
    const auto pass = load_on(path_of(static_cast<ChatModelKind>(kind)), backend_);
    for (std::size_t count : {1u, 5u}) {
      constexpr std::size_t kSequences = 3;
      const auto tokens = made_up_tokens(pass->vocabulary(), kSequences * count);
      std::vector<std::unique_ptr<RecurrentState>> states;
      std::vector<RecurrentState*> looks;
      for (std::size_t b = 0; b < kSequences; ++b) {
        states.push_back(*pass->new_state());
        looks.push_back(states.back().get());
      }
      const auto row = static_cast<std::size_t>(pass->vocabulary());
      std::vector<float> together(tokens.size() * row);
      QVERIFY(pass->run(tokens, looks, LogitRows::All, together));
      for (std::size_t b = 0; b < kSequences; ++b) {
        auto alone = *pass->new_state();
        const auto logits = read_tokens(*pass, *alone, std::span(tokens).subspan(b * count, count), count);
        QVERIFY(relative_error(std::span(together).subspan(b * count * row, count * row), logits) <= 1e-5);
        QVERIFY(relative_error(state_numbers(*pass, *states[b]), state_numbers(*pass, *alone)) <= 1e-5);
      }
    }
  }

  void a_state_goes_from_cpu_to_device_and_back_data() { kinds(); }
  void a_state_goes_from_cpu_to_device_and_back() {
    QFETCH(int, kind);
    const auto path = path_of(static_cast<ChatModelKind>(kind));
    const auto cpu = load_on(path, "cpu"), gpu = load_on(path, backend_);
    const auto tokens = made_up_tokens(cpu->vocabulary(), 300);
    const auto part = [&](std::size_t first, std::size_t count) { return std::span(tokens).subspan(first, count); };
    auto first = *cpu->new_state(), second = *gpu->new_state(), third = *cpu->new_state(), whole = *cpu->new_state();
    const auto expected = read_tokens(*cpu, *whole, tokens, 64);
    read_tokens(*cpu, *first, part(0, 260), 64);
    copy_state(*gpu, *first, *second);
    QVERIFY(state_bytes(*gpu, *second) == state_bytes(*cpu, *first));
    read_tokens(*gpu, *second, part(260, 20), 20);
    copy_state(*cpu, *second, *third);
    const auto logits = read_tokens(*cpu, *third, part(280, 20), 20);
    const std::size_t rest = 20 * static_cast<std::size_t>(cpu->vocabulary());
    QVERIFY(relative_error(logits, std::span(expected).last(rest)) <= 5e-5);
    QVERIFY(second->clear());
    auto fresh = *gpu->new_state();
    QVERIFY(state_bytes(*gpu, *second) == state_bytes(*gpu, *fresh));
  }

  void a_running_chat_goes_from_the_device_to_the_cpu_and_back_data() { kinds(); }
  void a_running_chat_goes_from_the_device_to_the_cpu_and_back() {
    QFETCH(int, kind);
    const auto path = path_of(static_cast<ChatModelKind>(kind));
    const auto engine = create_engine();
    const auto cpu = *engine->load(path, {.backend = "cpu", .exact = true}), gpu = *engine->load(path, {.backend = backend_});
    std::vector<std::byte> saved;
    const auto write = [&](LanguageModel& model, int tokens) {
      auto sequence = *model.new_sequence();
      const auto text = model.tokenize("A chat that moves house twice while it is written. ");
      const bool begun = saved.empty() ? sequence->prefill(text, {}, {}).has_value()
                                       : sequence->restore(**parse_snapshot(saved)).has_value();
      GenerationParams params{.max_tokens = tokens, .keep_open = true};
      params.sampler = {.temperature = 0, .seed = 1};
      auto result = sequence->generate(params, {}, {});
      if (!begun || !result) qFatal("the chat does not go on");
      saved = (*sequence->snapshot())->serialise();
      return result->tokens;
    };
    const auto expected = write(*cpu, 30);
    saved.clear();
    std::vector<TokenId> written;
    for (LanguageModel* model : {gpu.get(), cpu.get(), gpu.get()}) {
      const auto part = write(*model, 10);
      written.insert(written.end(), part.begin(), part.end());
    }
    QVERIFY(written == expected);
  }

  void greedy_text_is_the_cpus_where_the_margin_tells() {
    const auto cpu = load_on(starter_, "cpu"), gpu = load_on(starter_, backend_);
    auto there = *gpu->new_state(), here = *cpu->new_state();
    std::vector<TokenId> tokens = made_up_tokens(std::min<std::int64_t>(cpu->vocabulary(), 400), 30);
    const auto row = static_cast<std::size_t>(cpu->vocabulary());
    int compared = 0;
    for (int step = 0; step < expectations().greedy_steps; ++step) {
      const auto expected = read_tokens(*cpu, *here, tokens, 64), logits = read_tokens(*gpu, *there, tokens, 64);
      const Winner winner = winner_of(std::span(expected).last(row));
      if (winner.margin > 0.05f) {
        QCOMPARE(winner_of(std::span(logits).last(row)).token, winner.token);
        ++compared;
      }
      tokens = {static_cast<TokenId>(winner.token)};
    }
    QVERIFY2(compared > expectations().greedy_steps / 2, std::to_string(compared).c_str());
  }

  void what_cannot_be_is_an_error() {
    const auto file = open_or_die(path_of(ChatModelKind::Rwkv7));
    LoadOptions options;
    options.backend = backend_;
    options.device = 99;
    const auto pass = make_forward_pass(file, options);
    QVERIFY(!pass && pass.error().code == ErrorCode::InvalidArgument);
    std::stop_source stop;
    stop.request_stop();
    options.device = 0;
    const auto stopped = make_forward_pass(file, options, stop.get_token());
    QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
  }

 private:
  std::filesystem::path path_of(ChatModelKind kind) const {
    return std::filesystem::path(folder_.path().toStdString()) / name_of(kind);
  }
  static void kinds() {
    QTest::addColumn<int>("kind");
    for (const ChatModelKind kind : expectations().kinds) QTest::newRow(name_of(kind)) << static_cast<int>(kind);
  }

  const std::string backend_ = expectations().backend;
  const std::string starter_ = std::string(EDDY_RESOURCES) + "/starter/starter.gguf";
  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(GpuNetworksTest)
#include "gpu_networks_test.moc"
