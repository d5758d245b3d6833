// What the Vulkan backend makes of RWKV-7's second low ranks and its step: the kernel against its reference, and the reference against
// the ops that it stands for.
#include "engine/backends/vulkan/rank_step.h"

#include <QTest>

#include "engine/backends/gpu/fused_ops.h"
#include "tests/support/engine/op_harness.h"

using namespace eddy;

class RankStepTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_its_reference_data() {
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("heads");
    QTest::addColumn<bool>("mixes");
    QTest::addColumn<int>("first_format");
    for (int sequences : {1, 3}) {
      for (int heads : {1, 5}) {
        for (bool mixes : {false, true}) {
          for (const WeightFormat format : {WeightFormat::F32, WeightFormat::F16}) {
            QTest::addRow("%d x %d%s, %s first", sequences, heads, mixes ? ", mixed values" : "", traits(format).name.data())
                << sequences << heads << mixes << static_cast<int>(format);
          }
        }
      }
    }
  }

  /// Matrices of both formats, ranks of a part of the invocations' units, of whole rounds and of more than one.
  void kernel_agrees_with_its_reference() {
    QFETCH(int, sequences);
    QFETCH(int, heads);
    QFETCH(bool, mixes);
    QFETCH(int, first_format);
    const std::int64_t size = kRwkv7StepHeadSize, channels = heads * size;
    const auto other = static_cast<WeightFormat>(first_format) == WeightFormat::F16 ? WeightFormat::F32 : WeightFormat::F16;
    const WeightFormat formats[] = {static_cast<WeightFormat>(first_format), other, WeightFormat::F16, other};
    constexpr std::int64_t kRanks[] = {96, 8, 320, 40};
    OpHarness op(sequences, 1);
    op.add_input(op.activation(channels));
    op.add_input(op.activation(kRanks[0]));
    for (int i = 0; i < 2; ++i) op.add_input(op.activation(channels));
    op.add_input(op.activation(kRanks[1]));
    op.add_input(op.activation(kRanks[2]));
    op.add_state({heads, size, size});
    for (int i = 0; i < 5; ++i) op.add_input({channels});
    for (int i = 0; i < 2; ++i) {
      op.add_matrix(formats[i], channels, kRanks[i]);
      op.add_input({channels});
    }
    op.add_matrix(formats[2], channels, kRanks[2]);
    if (mixes) {
      op.add_input(op.activation(channels));
      op.add_input(op.activation(kRanks[3]));
      op.add_matrix(formats[3], channels, kRanks[3]);
      op.add_input({channels});
    }
    op.add_output(op.activation(channels));
    const auto wrong = op.check_elsewhere(kRwkv7RankStep, OpParams::of(Rwkv7StepParams{heads, 1e-5f, mixes}), 2e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }
};

QTEST_GUILESS_MAIN(RankStepTest)
#include "vulkan_rank_step_test.moc"
