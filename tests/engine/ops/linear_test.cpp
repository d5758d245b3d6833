#include "engine/ops/linear.h"

#include <QTest>

#include "tests/support/engine/op_harness.h"

using namespace eddy;

class LinearTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void kernel_agrees_with_reference_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("sequences");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("out");
    QTest::addColumn<int>("in");
    for (const auto& format : all_weight_formats()) {
      for (int tokens : {1, 7, 63, 100}) {
        for (int out : {1, 7, 64, 100}) {
          const int in = format.block_size == 1 ? 63 : 512;
          QTest::addRow("%s, %d x %d, %d to %d", format.name.data(), 1, tokens, in, out)
              << static_cast<int>(format.id) << 1 << tokens << out << in;
        }
      }
      const int in = 3 * std::max(format.block_size, 100);
      QTest::addRow("%s, batch of 3", format.name.data()) << static_cast<int>(format.id) << 3 << 1 << 100 << in;
    }
  }

  void kernel_agrees_with_reference() {
    QFETCH(int, format);
    QFETCH(int, sequences);
    QFETCH(int, tokens);
    QFETCH(int, out);
    QFETCH(int, in);
    OpHarness op(sequences, tokens);
    const auto id = static_cast<WeightFormat>(format);
    op.add_matrix(id, out, in / traits(id).block_size * traits(id).block_size);
    op.add_input(op.activation(in / traits(id).block_size * traits(id).block_size));
    op.add_output(op.activation(out));
    const auto wrong = op.check(kLinear, OpParams::of(LinearParams{}), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  // Devices read large matrices in parts: here so many rows that a part's place is used again, and rows of many numbers.
  void large_matrices_agree_with_reference_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<int>("out");
    QTest::addColumn<int>("in");
    for (const WeightFormat format : {WeightFormat::F16, WeightFormat::Q8_0}) {
      for (int tokens : {1, 3}) {
        QTest::addRow("%s, %d, tall", traits(format).name.data(), tokens) << static_cast<int>(format) << tokens << 40003 << 512;
        QTest::addRow("%s, %d, wide", traits(format).name.data(), tokens) << static_cast<int>(format) << tokens << 701 << 10240;
        QTest::addRow("%s, %d, wider", traits(format).name.data(), tokens) << static_cast<int>(format) << tokens << 67 << 40960;
      }
    }
  }

  void large_matrices_agree_with_reference() {
    QFETCH(int, format);
    QFETCH(int, tokens);
    QFETCH(int, out);
    QFETCH(int, in);
    OpHarness op(1, tokens);
    op.add_matrix(static_cast<WeightFormat>(format), out, in);
    op.add_input(op.activation(in));
    op.add_input(op.activation(out));
    op.add_output(op.activation(out));
    const auto wrong = op.check(kLinear, OpParams::of(LinearParams{.has_residual = true}), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void epilogues_agree_with_reference_data() {
    QTest::addColumn<int>("activation");
    QTest::addColumn<bool>("bias");
    QTest::addColumn<bool>("residual");
    for (int activation = 0; activation <= static_cast<int>(Activation::Rwkv7Decay); ++activation) {
      for (bool bias : {false, true}) {
        for (bool residual : {false, true})
          QTest::addRow("%d %d %d", activation, bias, residual) << activation << bias << residual;
      }
    }
  }

  void epilogues_agree_with_reference() {
    QFETCH(int, activation);
    QFETCH(bool, bias);
    QFETCH(bool, residual);
    OpHarness op(1, 7);
    op.add_matrix(WeightFormat::F32, 63, 100);
    op.add_input(op.activation(100));
    if (bias) op.add_input({63}, -30, 30);  // far enough for every activation to saturate
    if (residual) op.add_input(op.activation(63));
    op.add_output(op.activation(63));
    const auto wrong =
        op.check(kLinear, OpParams::of(LinearParams{static_cast<Activation>(activation), bias, residual}), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void numbers_of_any_size_are_multiplied_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<float>("size");
    for (const WeightFormat format : {WeightFormat::F16, WeightFormat::BF16, WeightFormat::Q8_0}) {
      for (const float size : {1e30f, 1e5f, 1e-30f})
        QTest::addRow("%s, %g", traits(format).name.data(), double(size)) << static_cast<int>(format) << size;
    }
  }

  void numbers_of_any_size_are_multiplied() {
    QFETCH(int, format);
    QFETCH(float, size);
    OpHarness op(1, 40);  // enough rows for products that round to halves
    op.add_matrix(static_cast<WeightFormat>(format), 100, 512);
    op.add_input(op.activation(512), -size, size);
    op.add_output(op.activation(100));
    const auto wrong = op.check(kLinear, OpParams::of(LinearParams{}), 1e-5);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void a_row_alone_gives_the_bits_it_gives_among_others_data() {
    QTest::addColumn<int>("format");
    for (const auto& format : all_weight_formats())
      QTest::addRow("%s", format.name.data()) << static_cast<int>(format.id);
  }

  void a_row_alone_gives_the_bits_it_gives_among_others() {
    QFETCH(int, format);
    const auto id = static_cast<WeightFormat>(format);
    constexpr std::int64_t kIn = 512, kOut = 100, kRows = 101;
    OpHarness random(1, 1);
    const auto numbers = random.random(kOut * kIn);
    auto x = random.random(kRows * kIn);
    std::vector<std::byte> bytes(static_cast<std::size_t>(bytes_of(id, kOut * kIn)));
    traits(id).quantise(numbers.data(), bytes.data(), kOut * kIn);
    ThreadPool pool(1);
    const auto matrix = *pack_matrix({.name = "w", .shape = {kOut, kIn}, .matrix = true, .parts = {{id, bytes}}}, pool);
    const auto multiply = [&](std::int64_t first, std::int64_t rows) {
      std::vector<float> y(static_cast<std::size_t>(rows * kOut));
      const Operand in[] = {{.tensor = {.shape = {kOut, kIn}}, .packed = &matrix},
                            {.tensor = {x.data() + first * kIn, {1, rows, kIn}}}};
      const Operand out[] = {{.tensor = {y.data(), {1, rows, kOut}}}};
      cpu_kernel(kLinear).run({1, rows, in, out, OpParams::of(LinearParams{})}, 0, 1);
      return y;
    };
    const auto together = multiply(0, kRows);
    for (std::int64_t row = 0; row < kRows; ++row) {
      const auto alone = multiply(row, 1);
      QVERIFY(std::equal(alone.begin(), alone.end(), together.begin() + row * kOut));
    }
  }
};

QTEST_APPLESS_MAIN(LinearTest)
#include "linear_test.moc"
