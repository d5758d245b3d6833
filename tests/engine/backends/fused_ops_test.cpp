// Ops that GPU backends make of several ops of a plan: their kernels against their references, and these against the ops
// that they stand for.
#include "engine/backends/gpu/fused_ops.h"

#include <QTest>
#include <cmath>

#include "engine/ops/layer_norm.h"
#include "engine/ops/token_shift.h"
#include "tests/support/engine/op_harness.h"

using namespace eddy;

class FusedOpsTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void norm_shift_agrees_with_its_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("channels");
    for (int sequences : {1, 3}) {
      for (int tokens : {1, 2, 7, 63}) {
        for (int channels : {7, 64, 300}) {
          QTest::addRow("%d x %d x %d", sequences, tokens, channels) << sequences << tokens << channels;
        }
      }
    }
  }

  void norm_shift_agrees_with_its_reference() {
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, channels);
    OpHarness op(sequences, tokens);
    op.add_input(op.activation(channels));
    op.add_input({channels});
    op.add_input({channels});
    op.add_input({6, channels}, 0, 1);
    op.add_state({channels});
    for (int m = 0; m < 6; ++m) op.add_output(op.activation(channels));
    const auto wrong = op.check_elsewhere(kNormShift, OpParams::of(NormShiftParams{1e-5f}), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void rwkv7_step_agrees_with_its_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("heads");
    QTest::addColumn<bool>("mixes");
    for (int sequences : {1, 3}) {
      for (int heads : {1, 5}) {
        for (bool mixes : {false, true}) {
          QTest::addRow("%d x %d%s", sequences, heads, mixes ? ", mixed values" : "") << sequences << heads << mixes;
        }
      }
    }
  }

  void rwkv7_step_agrees_with_its_reference() {
    QFETCH(int, sequences);
    QFETCH(int, heads);
    QFETCH(bool, mixes);
    const std::int64_t size = kRwkv7StepHeadSize, channels = heads * size;
    OpHarness op(sequences, 1);
    op.add_input(op.activation(channels));
    op.add_input(op.activation(channels), 0.5f, 1);
    for (int i = 0; i < 2; ++i) op.add_input(op.activation(channels));
    op.add_input(op.activation(channels), 0, 1);
    op.add_input(op.activation(channels));
    op.add_state({heads, size, size});
    for (int i = 0; i < 5; ++i) op.add_input({channels});
    if (mixes) {
      op.add_input(op.activation(channels));
      op.add_input(op.activation(channels), 0, 1);
    }
    op.add_output(op.activation(channels));
    const auto wrong = op.check_elsewhere(kRwkv7Step, OpParams::of(Rwkv7StepParams{heads, 1e-5f, mixes}), 2e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void norm_shift_is_what_it_stands_for() {
    constexpr std::int64_t kTokens = 3, kChannels = 5;
    OpHarness draw(1, kTokens);
    auto x = draw.random(kTokens * kChannels), weight = draw.random(kChannels), bias = draw.random(kChannels),
         mixes = draw.random(2 * kChannels), shift = draw.random(kChannels);
    auto shift_apart = shift;
    const Shape rows{1, kTokens, kChannels};
    std::vector<float> normed(x.size()), apart[2], fused[2];
    float *state = shift.data(), *state_apart = shift_apart.data();
    const Operand in{.tensor = {x.data(), rows}}, w{.tensor = {weight.data(), {kChannels}}},
        b{.tensor = {bias.data(), {kChannels}}}, m{.tensor = {mixes.data(), {2, kChannels}}};
    std::vector<Operand> out_apart, out_fused;
    for (int i = 0; i < 2; ++i) {
      apart[i].resize(x.size());
      fused[i].resize(x.size());
      out_apart.push_back({.tensor = {apart[i].data(), rows}});
      out_fused.push_back({.tensor = {fused[i].data(), rows}});
    }
    const Operand norm_in[] = {in, w, b}, norm_out[] = {{.tensor = {normed.data(), rows}}};
    kNorm.reference({1, kTokens, norm_in, norm_out, OpParams::of(NormParams{1e-5f, 1})});
    const Operand slot_apart{.tensor = {nullptr, {kChannels}}, .states = std::span(&state_apart, 1)};
    const Operand shift_in[] = {norm_out[0], m, slot_apart};
    kTokenShift.reference({1, kTokens, shift_in, out_apart, {}});
    const Operand fused_in[] = {in, w, b, m, {.tensor = {nullptr, {kChannels}}, .states = std::span(&state, 1)}};
    kNormShift.reference({1, kTokens, fused_in, out_fused, OpParams::of(NormShiftParams{1e-5f})});
    for (int i = 0; i < 2; ++i) {
      for (std::size_t j = 0; j < x.size(); ++j) QVERIFY(std::fabs(apart[i][j] - fused[i][j]) < 1e-6f);
    }
    for (std::size_t c = 0; c < kChannels; ++c) QVERIFY(std::fabs(shift[c] - shift_apart[c]) < 1e-6f);
  }
};

QTEST_APPLESS_MAIN(FusedOpsTest)
#include "fused_ops_test.moc"
