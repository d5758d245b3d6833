// Rows of tests of recurrences over many tokens.
#pragma once

#include <QTest>
#include <utility>

namespace eddy::test {

/// Columns tokens, keys, values, least, most: backends take many tokens in chunks, so lengths around their borders, and decays from
/// `least` to `most` that leave nothing or everything.
inline void add_rows_of_many_tokens() {
  QTest::addColumn<int>("tokens");
  QTest::addColumn<int>("keys");
  QTest::addColumn<int>("values");
  QTest::addColumn<float>("least");
  QTest::addColumn<float>("most");
  for (int tokens : {16, 33, 64, 65, 100, 200}) {
    for (const auto& [keys, values] : {std::pair{64, 64}, {128, 128}, {100, 44}, {14, 9}}) {
      QTest::addRow("%d tokens, [%d, %d]", tokens, keys, values) << tokens << keys << values << 0.5f << 1.0f;
    }
  }
  QTest::addRow("next to nothing is kept") << 70 << 128 << 64 << 0.0f << 1e-3f;
  QTest::addRow("some keep nothing") << 70 << 64 << 64 << 0.0f << 1.0f;
  QTest::addRow("all is kept") << 70 << 128 << 128 << 1.0f << 1.0f;
  QTest::addRow("nothing is kept") << 70 << 64 << 64 << 0.0f << 0.0f;
}

}  // namespace eddy::test
