// Whole networks on a CUDA device and on the CPU, which other tests hold against references. Without a usable device
// there is nothing to compare.
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>

#include "engine/backends/backend.h"
#include "engine/sequence/make_forward_pass.h"
#include "tests/support/engine/oracle.h"
#include "tests/support/engine/tiny_rwkv7.h"

using namespace eddy;
using namespace eddy::test;

namespace {

bool has_device() {
  const auto devices = devices_of_module("cuda");
  return std::any_of(devices.begin(), devices.end(), [](const auto& device) { return device.usable; });
}

std::unique_ptr<ForwardPass> load_on(const std::filesystem::path& path, const char* backend, int chunk = 64) {
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

}  // namespace

class CudaTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    const auto path = [this](const char* name) { return std::filesystem::path(folder_.filePath(name).toStdString()); };
    TinyRwkv7 model{.layers = 3, .width = 128, .head_size = 64, .feed_forward = 224, .rank = 24};
    write_tiny_rwkv7(path("fused.safetensors"), model);
    model.head_size = 32;
    write_tiny_rwkv7(path("small-heads.safetensors"), model);
  }

  void networks_agree_with_the_cpu_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("chunk");
    QTest::addColumn<double>("tolerance");
    const QString starter = QString(EDDY_RESOURCES) + "/starter/starter.gguf";
    for (int chunk : {1, 3, 64, 200}) {
      QTest::addRow("heads of 64, chunks of %d", chunk) << folder_.filePath("fused.safetensors") << chunk << 5e-5;
      QTest::addRow("heads of 32, chunks of %d", chunk) << folder_.filePath("small-heads.safetensors") << chunk << 5e-5;
      // Packed weights: products of many tokens are rounded to fp16.
      QTest::addRow("starter, chunks of %d", chunk) << starter << chunk << (chunk > 4 ? 1e-2 : 2e-4);
    }
  }

  void networks_agree_with_the_cpu() {
    if (!has_device()) return;
    QFETCH(QString, model);
    QFETCH(int, chunk);
    QFETCH(double, tolerance);
    const auto cpu = load_on(model.toStdString(), "cpu"), cuda = load_on(model.toStdString(), "cuda", chunk);
    const auto tokens = made_up_tokens(cpu->vocabulary(), 200);
    auto expected_state = *cpu->new_state(), state = *cuda->new_state();
    const auto expected = read_tokens(*cpu, *expected_state, tokens, 64);
    const auto logits = read_tokens(*cuda, *state, tokens, static_cast<std::size_t>(chunk));
    const double off = relative_error(logits, expected);
    const double state_off = relative_error(state_numbers(*cuda, *state), state_numbers(*cpu, *expected_state));
    qInfo("logits off by %.2g, state by %.2g", off, state_off);
    QVERIFY(off <= tolerance && state_off <= tolerance);
  }

  void sequences_of_a_batch_are_independent() {
    if (!has_device()) return;
    const auto pass = load_on(folder_.filePath("fused.safetensors").toStdString(), "cuda");
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

  void a_state_goes_from_device_to_cpu_and_back() {
    if (!has_device()) return;
    const auto path = folder_.filePath("fused.safetensors").toStdString();
    const auto cpu = load_on(path, "cpu"), cuda = load_on(path, "cuda");
    const auto tokens = made_up_tokens(cpu->vocabulary(), 60);
    auto on_device = *cuda->new_state(), on_cpu = *cpu->new_state(), whole = *cpu->new_state();
    read_tokens(*cuda, *on_device, std::span(tokens).first(40), 16);
    QVERIFY(on_cpu->write(state_bytes(*cuda, *on_device)));
    const auto expected = read_tokens(*cpu, *whole, tokens, 60);
    const auto logits = read_tokens(*cpu, *on_cpu, std::span(tokens).subspan(40), 20);
    const std::size_t rest = 20 * static_cast<std::size_t>(cpu->vocabulary());
    QVERIFY(relative_error(logits, std::span(expected).last(rest)) <= 5e-5);
    auto back = *cuda->new_state();
    QVERIFY(back->write(state_bytes(*cuda, *on_device)));
    QVERIFY(state_bytes(*cuda, *back) == state_bytes(*cuda, *on_device));
    QVERIFY(back->clear());
    auto fresh = *cuda->new_state();
    QVERIFY(state_bytes(*cuda, *back) == state_bytes(*cuda, *fresh));
  }

  void greedy_text_is_the_cpus_where_the_margin_tells() {
    if (!has_device()) return;
    const std::string path = std::string(EDDY_RESOURCES) + "/starter/starter.gguf";
    const auto cpu = load_on(path, "cpu"), cuda = load_on(path, "cuda");
    auto there = *cuda->new_state(), here = *cpu->new_state();
    std::vector<TokenId> tokens = made_up_tokens(std::min<std::int64_t>(cpu->vocabulary(), 400), 30);
    int compared = 0;
    for (int step = 0; step < 200; ++step) {
      const auto expected = read_tokens(*cpu, *here, tokens, 64), logits = read_tokens(*cuda, *there, tokens, 64);
      const auto row = static_cast<std::ptrdiff_t>(cpu->vocabulary());
      const auto best = std::max_element(expected.end() - row, expected.end());
      const auto index = best - (expected.end() - row);
      float second = -1e30f;
      for (auto it = expected.end() - row; it != expected.end(); ++it) {
        if (it != best) second = std::max(second, *it);
      }
      if (*best - second > 0.05f) {
        QCOMPARE(std::max_element(logits.end() - row, logits.end()) - (logits.end() - row), index);
        ++compared;
      }
      tokens = {static_cast<TokenId>(index)};
    }
    QVERIFY2(compared > 100, std::to_string(compared).c_str());
  }

  void what_cannot_be_is_an_error() {
    if (!has_device()) return;
    const auto file = open_or_die(folder_.filePath("fused.safetensors").toStdString());
    LoadOptions options;
    options.backend = "cuda";
    options.device = 99;
    const auto pass = make_forward_pass(file, options);
    QVERIFY(!pass && pass.error().code == ErrorCode::InvalidArgument);
    std::stop_source stop;
    stop.request_stop();
    options.device = 0;
    const auto stopped = make_forward_pass(file, options, stop.get_token());
    QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    StateLayout hybrid;
    hybrid.slots.push_back({.name = "keys", .kind = SlotKind::PerToken, .shape = {4}});
    const auto refused = (*find_backend("cuda"))->load({}, hybrid, options, {}, {});
    QVERIFY(!refused && refused.error().code == ErrorCode::UnsupportedArchitecture);
  }

 private:
  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(CudaTest)
#include "cuda_test.moc"
