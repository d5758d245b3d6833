// Snapshots come back whole or not at all, and nothing that happens to them stops anybody.
#include <fstream>
#include <random>

#ifndef _WIN32
#include <sys/resource.h>

#include <csignal>
#endif

#include "app/storage/files.h"
#include "app/storage/snapshot_store.h"
#include "app/storage/state_checksum.h"
#include "tests/app/storage/faulty_vfs.h"
#include "tests/app/storage/ordinary_user.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kUuid = "0123456789abcdef";
constexpr const char* kModel = "model-a";

std::vector<std::byte> some_bytes(std::size_t count, unsigned seed = 1) {
  std::mt19937 random(seed);
  std::vector<std::byte> bytes(count);
  for (std::byte& b : bytes) b = static_cast<std::byte>(random());
  return bytes;
}

SnapshotInfo info(std::int64_t message, std::int64_t conversation = 1, const char* model = kModel) {
  return {.message = MessageId{message},
          .conversation = ConversationId{conversation},
          .model_fingerprint = model,
          .token_hash = 0xfedcba9876543210ULL + static_cast<std::uint64_t>(message),
          .tokens = message * 10};
}

/// A store that opened without a word.
SnapshotStore quiet_open(const fs::path& folder, const char* uuid = kUuid) {
  SnapshotStore::Opened opened = SnapshotStore::open(folder, uuid);
  if (opened.notice) qFatal("%s", opened.notice->message.c_str());
  return std::move(opened.store);
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  return files;
}

bool has(SnapshotStore& store, std::int64_t message, const char* model = kModel) {
  return must(store.get(MessageId{message}, model)).has_value();
}

void flip_bit(const fs::path& file, std::int64_t at) {
  std::fstream f(file, std::ios::binary | std::ios::in | std::ios::out);
  f.seekg(at);
  const char c = static_cast<char>(f.get() ^ 0x10);
  f.seekp(at);
  f.put(c);
}

}  // namespace

class SnapshotStoreTest : public QObject {
  Q_OBJECT

 private slots:
  void snapshot_comes_back_byte_for_byte_after_a_restart() {
    QFETCH(int, size);
    Folder folder;
    const auto bytes = some_bytes(static_cast<std::size_t>(size));
    must(quiet_open(folder.path()).put(info(7), bytes));
    SnapshotStore store = quiet_open(folder.path());
    const auto found = must(store.get(MessageId{7}, kModel));
    QVERIFY(found && found->bytes == bytes);
    QVERIFY(found->info.token_hash == info(7).token_hash && found->info.tokens == 70 && found->info.bytes == size);
    QVERIFY(found->info.conversation == ConversationId{1} && found->info.model_fingerprint == kModel);
    QCOMPARE(must(store.used_bytes()), size);
  }
  void snapshot_comes_back_byte_for_byte_after_a_restart_data() {
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 63, 2000, 1 << 20, 34'000'001}) QTest::addRow("%d bytes", size) << size;
  }

  void each_message_and_model_has_its_own() {
    Folder folder;
    SnapshotStore store = quiet_open(folder.path());
    must(store.put(info(1), some_bytes(10, 1)));
    must(store.put(info(1, 1, "model-b"), some_bytes(10, 2)));
    must(store.put(info(2), some_bytes(10, 3)));
    QVERIFY(must(store.get(MessageId{1}, "model-b"))->bytes == some_bytes(10, 2));
    QVERIFY(must(store.get(MessageId{1}, kModel))->bytes == some_bytes(10, 1));
    QVERIFY(!has(store, 3));
    must(store.discard(MessageId{1}, kModel));
    must(store.discard(MessageId{1}, "unknown"));
    QVERIFY(!has(store, 1) && has(store, 1, "model-b"));
  }

  void newer_snapshot_replaces_the_older_and_its_file() {
    Folder folder;
    SnapshotStore store = quiet_open(folder.path());
    must(store.put(info(1), some_bytes(10, 1)));
    must(store.put(info(1), some_bytes(20, 2)));
    QVERIFY(must(store.get(MessageId{1}, kModel))->bytes == some_bytes(20, 2));
    QCOMPARE(files_in(folder / "states").size(), 1u);
    QCOMPARE(must(store.used_bytes()), 20);
  }

  void nearest_is_the_deepest_of_the_branch_for_this_model() {
    Folder folder;
    SnapshotStore store = quiet_open(folder.path());
    for (const std::int64_t message : {2, 4, 9}) must(store.put(info(message), some_bytes(5)));
    must(store.put(info(6, 1, "model-b"), some_bytes(5)));
    const std::vector<MessageId> branch{MessageId{1}, MessageId{2}, MessageId{3}, MessageId{4}, MessageId{5}, MessageId{6}};
    QVERIFY(must(store.nearest(branch, kModel))->message == MessageId{4});
    QVERIFY(must(store.nearest(branch, "model-b"))->message == MessageId{6});
    QVERIFY(!must(store.nearest(std::span(branch).first(1), kModel)));
    QVERIFY(!must(store.nearest({}, kModel)));
  }

  void forgotten_conversation_leaves_nothing_behind() {
    Folder folder;
    SnapshotStore store = quiet_open(folder.path());
    for (std::int64_t message = 1; message <= 6; ++message) must(store.put(info(message, message % 3), some_bytes(5)));
    must(store.forget(ConversationId{1}));
    QVERIFY(!has(store, 1) && !has(store, 4) && has(store, 2));
    must(store.forget_all_but(std::vector{ConversationId{2}}));
    QVERIFY(has(store, 2) && has(store, 5) && !has(store, 3));
    QCOMPARE(files_in(folder / "states").size(), 2u);
  }

  void budget_drops_the_least_used_and_keeps_leaves_longest() {
    Folder folder;
    SnapshotStore store = quiet_open(folder.path());
    for (std::int64_t message = 1; message <= 5; ++message) must(store.put(info(message), some_bytes(100)));
    QVERIFY(has(store, 2));  // used: newer than 3, 4, 5 now
    const StateWishes leaves{.on_show = {MessageId{1}, MessageId{3}}};
    QCOMPARE(must(store.enforce_budget(500, leaves)), 0);
    QCOMPARE(must(store.enforce_budget(350, leaves)), 200);  // 4 and 5
    QCOMPARE(must(store.used_bytes()), 300);
    QCOMPARE(must(store.enforce_budget(200, leaves)), 100);  // 2
    QCOMPARE(must(store.enforce_budget(150, leaves)), 100);  // then the leaf used longest ago: 1
    QVERIFY(has(store, 3) && !has(store, 1) && !has(store, 2) && !has(store, 4) && !has(store, 5));
    QCOMPARE(must(store.enforce_budget(0, leaves)), 100);
    QVERIFY(files_in(folder / "states").empty());
  }

  void damaged_snapshot_is_told_and_dropped() {
    QFETCH(QString, damage);
    Folder folder;
    SnapshotStore store = quiet_open(folder.path());
    must(store.put(info(1), some_bytes(100'001)));
    must(store.put(info(2), some_bytes(50, 9)));
    fs::path file;
    for (const fs::path& f : files_in(folder / "states")) if (fs::file_size(f) == 100'001) file = f;
    if (damage == "first bit") flip_bit(file, 0);
    if (damage == "middle bit") flip_bit(file, 77'777);
    if (damage == "last bit") flip_bit(file, 100'000);
    if (damage == "cut") fs::resize_file(file, 100'000);
    if (damage == "longer") fs::resize_file(file, 100'002);
    if (damage == "empty") fs::resize_file(file, 0);
    if (damage == "gone") fs::remove(file);
    const auto result = store.get(MessageId{1}, kModel);
    QVERIFY(!result && result.error().code == ErrorCode::FileCorrupt);
    QVERIFY2(result.error().message.find(path_text(file)) != std::string::npos, result.error().message.c_str());
    QVERIFY(!has(store, 1) && has(store, 2));
    QCOMPARE(files_in(folder / "states").size(), 1u);
  }
  void damaged_snapshot_is_told_and_dropped_data() {
    QTest::addColumn<QString>("damage");
    for (const char* damage : {"first bit", "middle bit", "last bit", "cut", "longer", "empty", "gone"}) {
      QTest::newRow(damage) << damage;
    }
  }

  void leftovers_of_a_crash_are_swept() {
    Folder folder;
    {
      SnapshotStore store = quiet_open(folder.path());
      must(store.put(info(1), some_bytes(10)));
      must(store.put(info(2), some_bytes(20)));
    }
    for (const fs::path& f : files_in(folder / "states")) if (fs::file_size(f) == 20) fs::remove(f);
    std::ofstream(folder / "states/99-0123.state") << "orphan";
    std::ofstream(folder / "states/98-0123.state.tmp") << "half";
    std::ofstream(folder / "states/readme.txt") << "not ours";
    SnapshotStore store = quiet_open(folder.path());
    QVERIFY(has(store, 1) && !has(store, 2));
    QCOMPARE(must(store.used_bytes()), 10);
    QCOMPARE(files_in(folder / "states").size(), 2u);  // the snapshot and the stranger
  }

  void deleted_index_or_folder_is_just_an_empty_cache() {
    Folder folder;
    must(quiet_open(folder.path()).put(info(1), some_bytes(10)));
    fs::remove(folder / "states.db");
    SnapshotStore store = quiet_open(folder.path());
    QVERIFY(!has(store, 1));
    QVERIFY(files_in(folder / "states").empty());
    must(store.put(info(1), some_bytes(10)));
    fs::remove_all(folder / "states");
    QVERIFY(!store.get(MessageId{1}, kModel));
    store = quiet_open(folder.path());
    must(store.put(info(1), some_bytes(10)));
    QVERIFY(has(store, 1));
  }

  void unusable_index_is_moved_aside_and_made_anew() {
    QFETCH(QByteArray, content);
    Folder folder;
    must(quiet_open(folder.path()).put(info(1), some_bytes(10)));
    {
      std::ofstream file(folder / "states.db", std::ios::binary);
      file << content.toStdString();
    }
    SnapshotStore::Opened opened = SnapshotStore::open(folder.path(), kUuid);
    QVERIFY(opened.notice && opened.store.is_open());
    QVERIFY2(opened.notice->message.find("states.db.damaged-1") != std::string::npos, opened.notice->message.c_str());
    QCOMPARE(static_cast<qulonglong>(fs::file_size(folder / "states.db.damaged-1")), static_cast<qulonglong>(content.size()));
    must(opened.store.put(info(2), some_bytes(10)));
    QVERIFY(has(opened.store, 2) && !has(opened.store, 1));
  }
  void unusable_index_is_moved_aside_and_made_anew_data() {
    QTest::addColumn<QByteArray>("content");
    Folder folder;
    must(quiet_open(folder.path()).put(info(1), some_bytes(10)));
    std::ifstream in(folder / "states.db", std::ios::binary);
    const QByteArray good = QByteArray::fromStdString({std::istreambuf_iterator<char>(in), {}});
    QTest::newRow("text") << QByteArray("nothing but text ").repeated(500);
    QTest::newRow("cut") << good.left(5000);
    QTest::newRow("zeros") << QByteArray(good.size(), '\0');
    QTest::newRow("damaged page") << QByteArray(good).replace(4096, 4096, QByteArray(4096, '\x77'));
    QTest::newRow("newer version") << QByteArray(good).replace(60, 4, QByteArray("\0\0\x7f\0", 4));
    QTest::newRow("another program's") << QByteArray(good).replace(68, 4, "GPKG");
  }

  void states_of_another_database_are_never_used() {
    Folder folder;
    must(quiet_open(folder.path()).put(info(1), some_bytes(10)));
    SnapshotStore::Opened opened = SnapshotStore::open(folder.path(), "another-uuid");
    QVERIFY(opened.notice && opened.store.is_open());
    QVERIFY(!has(opened.store, 1));
  }

  void locked_index_closes_the_store_and_keeps_the_file() {
    Folder folder;
    must(quiet_open(folder.path()).put(info(1), some_bytes(10)));
    {
      auto holder = must(Database::open(folder / "states.db", OpenMode::ReadWrite));
      must(holder->run_script("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE snapshots SET tokens = 10; COMMIT"));
      SnapshotStore::Opened opened = SnapshotStore::open(folder.path(), kUuid, 1);
      QVERIFY(opened.notice && opened.notice->code == ErrorCode::FileLocked);
      check_closed(opened.store);
    }
    SnapshotStore store = quiet_open(folder.path());
    QVERIFY(has(store, 1));
  }

  void folder_without_rights_closes_the_store() {
    Folder folder;
    must(quiet_open(folder.path()).put(info(1), some_bytes(10)));
    make_read_only(folder / "states.db");
    make_read_only(folder.path());
    {
      const OrdinaryUser nobody;
      SnapshotStore::Opened opened = SnapshotStore::open(folder.path(), kUuid, 1);
      QVERIFY(opened.notice && opened.notice->code == ErrorCode::FileUnreadable);
      check_closed(opened.store);
    }
    make_writable(folder.path());
  }

  void file_in_place_of_the_folder_closes_the_store() {
    Folder folder;
    std::ofstream(folder / "states") << "a file";
    SnapshotStore::Opened opened = SnapshotStore::open(folder.path(), kUuid, 1);
    QVERIFY(opened.notice && !opened.store.is_open());
    check_closed(opened.store);
  }

  void folder_in_place_of_the_index_closes_the_store() {
    Folder folder;
    fs::create_directories(folder / "states.db" / "occupied");
    SnapshotStore::Opened opened = SnapshotStore::open(folder.path(), kUuid, 1);
    QVERIFY(opened.notice && !opened.store.is_open());
  }

  void full_disk_under_the_index_keeps_what_was_there() {
    FaultyVfs vfs;
    bool stored = false;
    for (int point = 0; !stored; ++point) {
      QVERIFY(point < 100);
      Folder folder;
      SnapshotStore store = quiet_open(folder.path());
      must(store.put(info(1), some_bytes(10, 1)));
      vfs.fails_after(point, SQLITE_FULL);
      const Result<void> result = store.put(info(1), some_bytes(10, 2));
      stored = bool(result);
      vfs.works_again();
      QVERIFY(must(store.get(MessageId{1}, kModel))->bytes == some_bytes(10, stored ? 2 : 1));
      QCOMPARE(files_in(folder / "states").size(), 1u);
    }
  }

#ifndef _WIN32
  void snapshot_that_does_not_fit_on_the_disk_leaves_nothing_behind() {
    Folder folder;
    SnapshotStore store = quiet_open(folder.path());
    must(store.put(info(1), some_bytes(1000)));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit tight{2'000'000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tight);
    const Result<void> result = store.put(info(2), some_bytes(3'000'000));
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!result && result.error().code == ErrorCode::FileUnreadable);
    QVERIFY(has(store, 1) && !has(store, 2));
    QCOMPARE(files_in(folder / "states").size(), 1u);
  }
#endif

#ifdef __linux__
  void full_disk_is_named_when_a_file_is_written() {
    Folder folder;
    std::ofstream(folder / "target") << "before";
    fs::create_symlink("/dev/full", folder / "target.tmp");
    const Result<void> result = write_file_durably(folder / "target", some_bytes(100));
    QVERIFY(!result && result.error().code == ErrorCode::DiskFull);
    QVERIFY(result.error().message.find("Free some space") != std::string::npos);
    QCOMPARE(files_in(folder.path()).size(), 1u);
    QCOMPARE(must(read_file(folder / "target")).size(), 6u);
  }
#endif

  void files_that_are_not_there_are_named() {
    Folder folder;
    const auto result = read_file(folder / "nothing");
    QVERIFY(!result && result.error().code == ErrorCode::FileNotFound);
    QVERIFY(!write_file_durably(folder / "no" / "folder", {}));
    QVERIFY(!copy_file_durably(folder / "nothing", folder / "x"));
  }

  void checksum_sees_every_bit_and_length() {
    for (const auto of : {&checksum, &state_checksum}) {
      for (const std::size_t size : {1, 7, 8, 9, 63, 64, 65, 128, 200}) {
        std::vector<std::byte> bytes(size);
        const std::uint64_t before = of(bytes);
        for (std::size_t bit = 0; bit < size * 8; ++bit) {
          bytes[bit / 8] ^= std::byte(1 << (bit % 8));
          QVERIFY(of(bytes) != before);
          bytes[bit / 8] ^= std::byte(1 << (bit % 8));
        }
        QVERIFY(of(std::span(bytes).first(size - 1)) != before);
      }
    }
  }

  void state_checksum_sees_words_that_change_places() {
    std::vector<std::byte> bytes = some_bytes(256);
    const std::uint64_t before = state_checksum(bytes);
    for (const std::size_t other : {8, 64, 72, 248}) {
      std::swap_ranges(bytes.begin(), bytes.begin() + 8, bytes.begin() + static_cast<std::ptrdiff_t>(other));
      QVERIFY(state_checksum(bytes) != before);
      std::swap_ranges(bytes.begin(), bytes.begin() + 8, bytes.begin() + static_cast<std::ptrdiff_t>(other));
    }
  }

  void states_of_an_earlier_version_are_found() {
    Folder folder;
    const std::vector<std::byte> bytes = some_bytes(100'001);
    must(quiet_open(folder.path()).put(info(1), bytes));
    const auto sum = static_cast<std::int64_t>(checksum(bytes));
    QVERIFY(checksum(bytes) != state_checksum(bytes));
    must(must(Database::open(folder / "states.db", OpenMode::ReadWrite))->run("UPDATE snapshots SET checksum = ?", sum));
    SnapshotStore store = quiet_open(folder.path());
    QVERIFY(has(store, 1));
    for (const fs::path& file : files_in(folder / "states")) flip_bit(file, 77'777);
    QVERIFY(!store.get(MessageId{1}, kModel));
  }

 private:
  /// Every verb is safe and finds nothing.
  static void check_closed(SnapshotStore& store) {
    QVERIFY(!store.is_open());
    must(store.put(info(1), some_bytes(10)));
    QVERIFY(!has(store, 1));
    QVERIFY(!must(store.nearest(std::vector{MessageId{1}}, kModel)));
    must(store.discard(MessageId{1}, kModel));
    must(store.forget(ConversationId{1}));
    must(store.forget_all_but({}));
    QCOMPARE(must(store.used_bytes()) + must(store.enforce_budget(0)), 0);
  }
};

QTEST_APPLESS_MAIN(SnapshotStoreTest)
#include "snapshot_store_test.moc"
