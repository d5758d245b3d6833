// Which saved states go: plain data, so every rule is a row of a table.
#include <QtTest>

#include <map>
#include <random>
#include <set>

#include "app/storage/snapshot_policy.h"

using namespace eddy;

namespace {

using Rows = std::vector<StateRow>;
using Files = std::map<std::int64_t, std::int64_t>;
using Rank = StateRank;

/// A chat of `turns` answers of 10 bytes each, all but the last between corners. Ids are turns, used in order.
Rows chat(int turns) {
  Rows rows;
  for (int turn = 1; turn <= turns; ++turn)
    rows.push_back({.id = turn, .bytes = 10, .last_used = turn, .rank = turn == turns ? Rank::OnShow : Rank::Between, .turn = turn, .files = {}});
  return rows;
}

std::vector<std::int64_t> ids(const std::vector<StateDrop>& drops) {
  std::vector<std::int64_t> list;
  for (const StateDrop& drop : drops) list.push_back(drop.id);
  return list;
}

using Ids = std::vector<std::int64_t>;

}  // namespace

class SnapshotPolicyTest : public QObject {
  Q_OBJECT

 private slots:
  void drops_in_this_order_data() {
    QTest::addColumn<int>("budget");
    QTest::addColumn<Ids>("gone");
    // Eight turns, 80 bytes. The eighth is on show.
    QTest::newRow("room for all") << 80 << Ids{};
    QTest::newRow("one must go: the oldest that is no second turn") << 79 << Ids{1};
    QTest::newRow("every second stays") << 40 << Ids{1, 3, 5, 7};
    QTest::newRow("then every fourth") << 20 << Ids{1, 3, 5, 7, 2, 6};
    QTest::newRow("then none between") << 10 << Ids{1, 3, 5, 7, 2, 6, 4};
    QTest::newRow("then the one on show") << 9 << Ids{1, 3, 5, 7, 2, 6, 4, 8};
    QTest::newRow("no room at all") << 0 << Ids{1, 3, 5, 7, 2, 6, 4, 8};
  }
  void drops_in_this_order() {
    QFETCH(int, budget);
    QFETCH(Ids, gone);
    const auto drops = what_to_drop(chat(8), {}, budget);
    QCOMPARE(ids(drops), gone);
    for (const StateDrop& drop : drops) QCOMPARE(drop.why, drop.id == 8 ? Departure::Evicted : Departure::Thinned);
  }

  void what_ranks_lower_goes_first_and_then_what_was_used_longest_ago_data() {
    QTest::addColumn<int>("budget");
    QTest::addColumn<Ids>("gone");
    QTest::newRow("between") << 50 << Ids{5};
    QTest::newRow("corners by use") << 30 << Ids{5, 4, 2};
    QTest::newRow("on show") << 20 << Ids{5, 4, 2, 3};
    QTest::newRow("wanted by use") << 10 << Ids{5, 4, 2, 3, 6};
    QTest::newRow("all") << 0 << Ids{5, 4, 2, 3, 6, 1};
  }
  void what_ranks_lower_goes_first_and_then_what_was_used_longest_ago() {
    QFETCH(int, budget);
    QFETCH(Ids, gone);
    const Rows rows{{1, 10, 6, Rank::Wanted, 1, {}}, {2, 10, 5, Rank::Corner, 2, {}}, {3, 10, 1, Rank::OnShow, 3, {}},
                    {4, 10, 3, Rank::Corner, 4, {}}, {5, 10, 9, Rank::Between, 4, {}}, {6, 10, 2, Rank::Wanted, 3, {}}};
    QCOMPARE(ids(what_to_drop(rows, {}, budget)), gone);
  }

  void shared_file_is_freed_with_its_last_user() {
    // File 7 is shared by all, file 8 belongs to the second alone.
    const Files files{{7, 100}, {8, 50}};
    const Rows rows{{1, 10, 1, Rank::Corner, 1, {7}}, {2, 10, 2, Rank::Corner, 2, {7, 8}}, {3, 10, 3, Rank::Corner, 3, {7}}};
    QCOMPARE(bytes_of(rows, files), 180);
    QCOMPARE(ids(what_to_drop(rows, files, 179)), Ids{1});
    QCOMPARE(ids(what_to_drop(rows, files, 169)), (Ids{1, 2}));
    QCOMPARE(ids(what_to_drop(rows, files, 110)), (Ids{1, 2}));
    QCOMPARE(ids(what_to_drop(rows, files, 109)), (Ids{1, 2, 3}));
    QCOMPARE(bytes_of({}, files), 0);
  }

  void file_nobody_knows_takes_nothing() {
    QCOMPARE(bytes_of({{1, 10, 1, Rank::Corner, 1, {99}}}, {}), 10);
  }

  // last_used is a counter, but a damaged one must not do harm either.
  void order_of_use_may_be_anything() {
    Rows rows = chat(4);
    for (StateRow& row : rows) row.last_used = -row.last_used;
    QCOMPARE(ids(what_to_drop(rows, {}, 20)), (Ids{3, 1}));
    for (StateRow& row : rows) row.last_used = 0;
    QCOMPARE(ids(what_to_drop(rows, {}, 20)), (Ids{1, 3}));
  }

  void random_states_keep_the_promises() {
    std::mt19937 random(7);
    const auto below = [&random](int n) { return static_cast<std::int64_t>(random() % static_cast<unsigned>(n)); };
    for (int round = 0; round < 300; ++round) {
      Files files;
      for (int f = 0; f < 5; ++f) files[f] = below(200);
      Rows rows;
      for (int id = 0; id < 30; ++id) {
        rows.push_back({id, below(100), below(50), static_cast<Rank>(below(4)), 1 + below(20), {}});
        for (int f = 0; f < 5; ++f) if (below(3) == 0) rows.back().files.push_back(f);
      }
      const std::int64_t all = bytes_of(rows, files), budget = below(static_cast<int>(all) + 50);
      const auto drops = what_to_drop(rows, files, budget);
      std::set<std::int64_t> gone;
      for (const StateDrop& drop : drops) QVERIFY(gone.insert(drop.id).second);
      Rows left;
      int lowest_left = 9, highest_gone = -1;
      for (const StateRow& row : rows) {
        if (gone.contains(row.id)) highest_gone = std::max(highest_gone, static_cast<int>(row.rank));
        else { left.push_back(row); lowest_left = std::min(lowest_left, static_cast<int>(row.rank)); }
      }
      QVERIFY(bytes_of(left, files) <= budget || left.empty());
      QVERIFY(highest_gone <= lowest_left);            // nothing dear goes while something cheap stays
      if (!drops.empty()) {                            // and no more than needed
        for (const StateRow& row : rows) if (row.id == drops.back().id) left.push_back(row);
        QVERIFY(bytes_of(left, files) > budget);
      } else {
        QVERIFY(all <= budget);
      }
    }
  }
};

QTEST_APPLESS_MAIN(SnapshotPolicyTest)
#include "snapshot_policy_test.moc"
