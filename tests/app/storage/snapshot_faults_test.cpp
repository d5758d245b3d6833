// What the world does to saved states while the program runs: nobody is stopped, nothing else is lost, no wrong state comes
// back.
#include <csignal>
#include <fstream>
#include <numeric>

#ifndef _WIN32
#include <sys/resource.h>
#endif

#include "app/storage/data_location.h"
#include "app/storage/files.h"
#include "app/storage/snapshot_store.h"
#include "tests/app/storage/faulty_vfs.h"
#include "tests/app/storage/ordinary_user.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;
namespace fs = std::filesystem;

namespace {

/// A snapshot of `turn` turns with one block that grows and, from the second turn on, one that is full.
class GrowingSnapshot final : public StateSnapshot {
 public:
  explicit GrowingSnapshot(int turn, std::size_t rows = 5000) : rows_(rows * static_cast<std::size_t>(turn)), full_(1000, std::byte{9}) {
    key_ = {"m", static_cast<std::uint64_t>(turn), turn};
    for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i] = static_cast<std::byte>(i * 7 + i / 251);
  }
  const SnapshotKey& key() const override { return key_; }
  const std::string& architecture() const override { return key_.model_fingerprint; }
  std::span<const TokenId> pending() const override { return {}; }
  std::vector<std::byte> serialise() const override { return std::vector<std::byte>(100, static_cast<std::byte>(key_.tokens)); }
  std::size_t byte_size() const override { return 100 + rows_.size(); }
  std::vector<SnapshotBlock> blocks() const override {
    std::vector<SnapshotBlock> list{{name(), rows_}};
    if (key_.tokens > 1) list.push_back({"full", full_});
    return list;
  }
  std::string name() const { return "grown " + std::to_string(rows_.size()); }
  const std::vector<std::byte>& rows() const { return rows_; }

 private:
  std::vector<std::byte> rows_, full_;
  SnapshotKey key_;
};

SnapshotInfo info(std::int64_t message, const char* model = "m") {
  return {.message = MessageId{message}, .conversation = ConversationId{1}, .model_fingerprint = model, .tokens = message};
}

SnapshotStore open(const fs::path& folder, int patience = 2000) {
  SnapshotStore::Opened opened = SnapshotStore::open(folder, "uuid", patience);
  if (opened.notice) qFatal("%s", opened.notice->message.c_str());
  return std::move(opened.store);
}

/// Whether turn `turn`'s snapshot is there, complete.
bool has(SnapshotStore& store, int turn) {
  const auto stored = must(store.get(MessageId{turn}, "m"));
  if (!stored) return false;
  const GrowingSnapshot snapshot(turn);
  const auto block = stored->find ? stored->find(snapshot.name()) : std::nullopt;
  if (stored->bytes != snapshot.serialise() || !block || *block != snapshot.rows()) qFatal("another state came back");
  return true;
}

std::size_t file_count(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder / "states"), fs::directory_iterator()));
}

}  // namespace

class SnapshotFaultsTest : public QObject {
  Q_OBJECT

 private slots:
  void index_deleted_under_the_running_program_is_begun_anew_data() {
    QTest::addColumn<QStringList>("gone");
    QTest::newRow("the database alone") << QStringList{"states.db"};
    QTest::newRow("with its log") << QStringList{"states.db", "states.db-wal", "states.db-shm"};
    QTest::newRow("and all files") << QStringList{"states.db", "states.db-wal", "states.db-shm", "states"};
  }
  void index_deleted_under_the_running_program_is_begun_anew() {
    QFETCH(QStringList, gone);
    Folder folder;
    {
      SnapshotStore store = open(folder.path());
      for (const int turn : {1, 2}) must(store.put(info(turn), GrowingSnapshot(turn)));
      for (const QString& name : gone) fs::remove_all(folder / name.toStdString());
      QVERIFY(!must(store.nearest(std::vector{MessageId{1}, MessageId{2}}, "m")));
      QVERIFY(!has(store, 1) && !has(store, 2) && store.is_open());
      must(store.put(info(3), GrowingSnapshot(3)));
      QVERIFY(has(store, 3));
    }
    SnapshotStore store = open(folder.path());
    QVERIFY(has(store, 3) && !has(store, 1));
    QCOMPARE(file_count(folder.path()), 2u);
  }

  void index_that_cannot_be_begun_anew_closes_the_store() {
    Folder folder;
    SnapshotStore store = open(folder.path(), 1);
    must(store.put(info(1), GrowingSnapshot(1)));
    for (const char* name : {"states.db", "states.db-wal", "states.db-shm"}) fs::remove(folder / name);
    make_read_only(folder.path());
    {
      const OrdinaryUser nobody;
      must(store.put(info(2), GrowingSnapshot(2)));
      QVERIFY(!store.is_open());
      QVERIFY(!must(store.get(MessageId{2}, "m")));
    }
    make_writable(folder.path());
  }

  void states_folder_deleted_under_the_running_program_is_made_anew() {
    Folder folder;
    SnapshotStore store = open(folder.path());
    for (const int turn : {1, 2}) must(store.put(info(turn), GrowingSnapshot(turn)));
    fs::remove_all(folder / "states");
    QVERIFY(!store.get(MessageId{2}, "m"));
    must(store.put(info(3), GrowingSnapshot(3)));
    // What it could have gone on from is gone too, and found out when it is needed.
    const auto third = store.get(MessageId{3}, "m");
    QVERIFY(third || third.error().code == ErrorCode::FileCorrupt);
    must(store.put(info(4), GrowingSnapshot(4)));
    QVERIFY(has(store, 4));
  }

  void read_only_states_folder_is_said_and_stops_nobody() {
    Folder folder;
    SnapshotStore store = open(folder.path());
    must(store.put(info(1), GrowingSnapshot(1)));
    fs::permissions(folder.path(), fs::perms::all);
    make_read_only(folder / "states");
    {
      const OrdinaryUser nobody;
      const auto put = store.put(info(2), GrowingSnapshot(2));
      QVERIFY(!put && put.error().code == ErrorCode::FileUnreadable);
      QVERIFY2(put.error().message.find("Allow Eddy to write there") != std::string::npos, put.error().message.c_str());
      QVERIFY(has(store, 1) && !must(store.get(MessageId{2}, "m")));
    }
    make_writable(folder / "states");
    must(store.put(info(2), GrowingSnapshot(2)));
    QVERIFY(has(store, 1) && has(store, 2));
  }

  void file_that_cannot_be_read_now_is_not_forgotten() {
    Folder folder;
    SnapshotStore store = open(folder.path());
    must(store.put(info(1), GrowingSnapshot(1)));
    fs::permissions(folder.path(), fs::perms::all);
    for (const char* extension : {".rows", ".state"}) {
      for (const auto& entry : fs::directory_iterator(folder / "states")) {
        if (entry.path().extension() == extension) fs::permissions(entry.path(), fs::perms::none);
      }
      const OrdinaryUser nobody;
      const auto got = store.get(MessageId{1}, "m");
      QVERIFY(!got && got.error().code == ErrorCode::FileUnreadable);
    }
    for (const auto& entry : fs::directory_iterator(folder / "states")) make_writable(entry.path());
    QVERIFY(has(store, 1));
  }

#ifndef _WIN32
  void disk_that_is_full_for_rows_or_state_leaves_nothing_half_done_data() {
    QTest::addColumn<int>("limit");
    QTest::newRow("no room for the rows") << 2'000'000;
    QTest::newRow("no room for anything") << 10;
  }
  void disk_that_is_full_for_rows_or_state_leaves_nothing_half_done() {
    QFETCH(int, limit);
    Folder folder;
    SnapshotStore store = open(folder.path());
    must(store.put(info(1), GrowingSnapshot(1)));
    const GrowingSnapshot large(2, 2'000'000);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit tight{static_cast<rlim_t>(limit), before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    const auto put = store.put(info(2), large);
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!put);
    QCOMPARE(file_count(folder.path()), 2u);
    QVERIFY(has(store, 1) && !must(store.get(MessageId{2}, "m")));
    must(store.put(info(2), GrowingSnapshot(2)));
    QVERIFY(has(store, 2));
  }
#endif

  void every_write_and_sync_of_the_index_may_fail() {
    FaultyVfs vfs;
    bool stored = false;
    for (int point = 0; !stored; ++point) {
      QVERIFY(point < 200);
      Folder folder;
      SnapshotStore store = open(folder.path());
      must(store.put(info(1), GrowingSnapshot(1)));
      must(store.put(info(2), GrowingSnapshot(2)));
      vfs.fails_after(point, SQLITE_FULL);
      stored = bool(store.put(info(3), GrowingSnapshot(3)));
      (void)store.discard(MessageId{1}, "m");
      (void)store.enforce_budget(1);
      vfs.works_again();
      // Whatever was kept is whole, and a new start agrees.
      std::vector<bool> before, after;
      for (const int turn : {1, 2, 3}) before.push_back(has(store, turn));
      { const SnapshotStore closed = std::move(store); }
      SnapshotStore again = open(folder.path());
      for (const int turn : {1, 2, 3}) after.push_back(has(again, turn));
      QVERIFY(before == after);
    }
  }

  void locked_index_delays_keeping_and_not_reading() {
    Folder folder;
    SnapshotStore store = open(folder.path(), 1);
    must(store.put(info(1), GrowingSnapshot(1)));
    {
      auto other = must(Database::open(folder / "states.db", OpenMode::ReadWrite, 1));
      must(other->run_script("BEGIN IMMEDIATE"));
      const auto put = store.put(info(2), GrowingSnapshot(2));
      QVERIFY(!put && put.error().code == ErrorCode::FileLocked);
      QVERIFY(has(store, 1));  // that it was used is not remembered, no more
      QCOMPARE(file_count(folder.path()), 2u);
      must(other->run_script("ROLLBACK"));
    }
    must(store.put(info(2), GrowingSnapshot(2)));
    QVERIFY(has(store, 2));
  }

  void second_program_does_not_get_the_folder() {
    Folder folder;
    auto first = FolderLock::acquire(folder.path());
    QVERIFY(first);
    const auto second = FolderLock::acquire(folder.path());
    QVERIFY(!second && second.error().code == ErrorCode::FileLocked);
  }

  // Should two get at it all the same (a network folder without locks), neither gets a wrong state.
  void two_stores_on_one_folder_never_mix_states() {
    Folder folder;
    SnapshotStore a = open(folder.path()), b = open(folder.path());
    for (int round = 0; round < 10; ++round) {
      must(a.put(info(1), GrowingSnapshot(1)));
      must(b.put(info(2), GrowingSnapshot(2)));
      must((round % 2 ? a : b).discard(MessageId{1 + round % 2}, "m"));
      for (SnapshotStore* store : {&a, &b}) {
        for (const int turn : {1, 2}) {
          const auto got = store->get(MessageId{turn}, "m");
          if (got && *got) QVERIFY((*got)->bytes == GrowingSnapshot(turn).serialise());
        }
      }
    }
  }

  // Use is counted, not timed: a clock that goes backwards changes nothing. A count that ran away does no harm either.
  void order_of_use_needs_no_clock() {
    Folder folder;
    SnapshotStore store = open(folder.path());
    for (const int turn : {1, 2, 3}) must(store.put(info(turn), std::vector<std::byte>(10)));
    QVERIFY(must(store.get(MessageId{1}, "m")));
    must(store.enforce_budget(20));
    QVERIFY(must(store.departure(MessageId{2}, "m")) == Departure::Evicted && !must(store.departure(MessageId{1}, "m")));
    {
      auto other = must(Database::open(folder / "states.db", OpenMode::ReadWrite));
      must(other->run_script("UPDATE snapshots SET last_used = 9223372036854775807 WHERE message_id = 3"));
    }
    must(store.put(info(4), std::vector<std::byte>(10)));
    QVERIFY(must(store.get(MessageId{1}, "m")).has_value());
    must(store.enforce_budget(0));
    QCOMPARE(must(store.used_bytes()), 0);
  }

  // The same name, other weights: another fingerprint, so nothing is found under it.
  void state_of_replaced_weights_is_never_handed_out() {
    Folder folder;
    SnapshotStore store = open(folder.path());
    must(store.put(info(1, "weights before"), GrowingSnapshot(1)));
    QVERIFY(!must(store.get(MessageId{1}, "weights after")));
    QVERIFY(!must(store.nearest(std::vector{MessageId{1}}, "weights after")));
  }
};

QTEST_APPLESS_MAIN(SnapshotFaultsTest)
#include "snapshot_faults_test.moc"
