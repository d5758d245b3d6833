#include "engine/backends/cpu/cpu_state.h"

#include <QTest>
#include <cstring>

using namespace eddy;

namespace {

StateLayout layout_of(std::int64_t width, std::int64_t window = 0) {
  StateLayout layout;
  layout.slots = {{.name = "position", .shape = {1}},
                  {.name = "blk.0.k", .kind = SlotKind::PerToken, .shape = {width}, .window = window},
                  {.name = "blk.0.state", .shape = {3}, .initial = 2}};
  return layout;
}

/// Writes rows that count tokens.
void append(CpuState& state, std::int64_t tokens) {
  QVERIFY(state.reserve(tokens).has_value());
  const TokenRows rows = state.rows(1);
  for (std::int64_t i = rows.before; i < rows.before + tokens; ++i) {
    std::fill_n(rows.row(i), rows.width, static_cast<float>(i));
  }
  state.commit(tokens);
}

}  // namespace

class CpuStateTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rows_stay_where_they_are_while_others_follow() {
    auto state = *CpuState::create(layout_of(5));
    append(*state, 250);
    const float* first = state->rows(1).row(0);
    for (std::int64_t tokens : {1, 10, 700}) append(*state, tokens);
    const TokenRows rows = state->rows(1);
    QCOMPARE(rows.before, std::int64_t{961});
    QCOMPARE(rows.row(0), first);
    for (std::int64_t i = 0; i < rows.before; ++i) QCOMPARE(rows.row(i)[4], static_cast<float>(i));
  }

  void fixed_slots_are_read_and_written_without_the_rows() {
    auto state = *CpuState::create(layout_of(5));
    append(*state, 3);
    std::vector<std::byte> bytes(16);
    QVERIFY(state->read(bytes).has_value());
    float numbers[4];
    std::memcpy(numbers, bytes.data(), sizeof(numbers));
    QCOMPARE(numbers[0], 0.0f);
    QCOMPARE(numbers[3], 2.0f);
    QVERIFY(state->write(bytes).has_value());
    QCOMPARE(state->rows(1).before, std::int64_t{3});
  }

  void full_blocks_are_shared_and_the_last_one_is_copied() {
    auto state = *CpuState::create(layout_of(2)), other = *CpuState::create(layout_of(2));
    append(*state, 300);
    const auto copy = *state->read_rows();
    QCOMPARE(copy.tokens, std::int64_t{300});
    QCOMPARE(copy.slots[0].blocks.size(), std::size_t{2});
    QVERIFY(copy.slots[0].blocks[0]->bytes().data() == reinterpret_cast<const std::byte*>(state->rows(1).row(0)));
    QVERIFY(copy.slots[0].blocks[1]->bytes().data() != reinterpret_cast<const std::byte*>(state->rows(1).row(256)));
    QCOMPARE(copy.slots[0].blocks[1]->bytes().size(), std::size_t{44 * 2 * 4});
    QVERIFY(other->write_rows(copy).has_value());
    append(*other, 1);
    state->rows(1).row(299)[0] = -1;
    QCOMPARE(other->rows(1).row(299)[0], 299.0f);
    QCOMPARE(reinterpret_cast<const float*>(copy.slots[0].blocks[1]->bytes().data())[2 * 43], 299.0f);
  }

  void blocks_that_a_window_has_left_are_given_up() {
    auto state = *CpuState::create(layout_of(2, 100));
    append(*state, 354);  // the next token sees 255 and on
    QVERIFY(state->rows(1).blocks[0] != nullptr);
    append(*state, 1);
    QVERIFY(state->rows(1).blocks[0] == nullptr);
    QCOMPARE(state->rows(1).row(256)[1], 256.0f);
    const auto copy = *state->read_rows();
    QCOMPARE(copy.slots[0].first_block, std::int64_t{1});
    auto other = *CpuState::create(layout_of(2, 100));
    QVERIFY(other->write_rows(copy).has_value());
    append(*other, 1);
    QCOMPARE(other->rows(1).row(354)[0], 354.0f);
  }

  void a_cleared_state_has_no_rows() {
    auto state = *CpuState::create(layout_of(2));
    append(*state, 300);
    QVERIFY(state->clear().has_value());
    QCOMPARE(state->rows(1).before, std::int64_t{0});
    QVERIFY(state->rows(1).blocks.empty());
  }

  void rows_that_no_memory_holds_are_refused_and_the_others_stay() {
    StateLayout layout = layout_of(2);
    layout.slots.push_back({.name = "blk.1.k", .kind = SlotKind::PerToken, .shape = {std::int64_t{1} << 46}});
    auto state = *CpuState::create(layout);
    const auto refused = state->reserve(1);
    QVERIFY(!refused && refused.error().code == ErrorCode::OutOfMemory);
    QVERIFY(refused.error().message.find("the tokens of a conversation") != std::string::npos);
    QCOMPARE(state->rows(1).before, std::int64_t{0});
  }

  void only_a_network_that_asks_is_told_what_to_expect() {
    auto deaf = *CpuState::create(layout_of(2));
    deaf->expect(50);
    StateLayout layout = layout_of(2);
    layout.slots.push_back({.name = std::string(kReachSlot), .shape = {1}});
    auto state = *CpuState::create(layout);
    append(*state, 7);
    state->expect(50);
    QCOMPARE(*state->slot(3), 57.0f);
    QVERIFY(state->clear().has_value());
    QCOMPARE(*state->slot(3), 0.0f);
  }
};

QTEST_APPLESS_MAIN(CpuStateTest)
#include "cpu_state_test.moc"
