// Rows of attention layers are kept once, and a block that is missing or damaged takes down all it belongs to and nothing
// else. With snapshots of a real hybrid network.
#include <fstream>
#include <numeric>
#include <random>

#include "app/storage/files.h"
#include "app/storage/snapshot_store.h"
#include "engine/api/engine.h"
#include "tests/app/storage/storage_fixture.h"
#include "tests/support/engine/tiny_chat_models.h"

using namespace eddy;
using namespace eddy::test;
namespace fs = std::filesystem;

namespace {

constexpr const char* kUuid = "0123456789abcdef";

SnapshotStore open(const fs::path& folder) {
  SnapshotStore::Opened opened = SnapshotStore::open(folder, kUuid);
  if (opened.notice) qFatal("%s", opened.notice->message.c_str());
  return std::move(opened.store);
}

std::vector<fs::path> files_in(const fs::path& folder, const char* extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder / "states")) if (entry.path().extension() == extension) files.push_back(entry.path());
  std::sort(files.begin(), files.end(), [](const fs::path& a, const fs::path& b) { return fs::file_size(a) < fs::file_size(b); });
  return files;
}

std::int64_t bytes_in(const fs::path& folder, const char* extension) {
  std::int64_t bytes = 0;
  for (const fs::path& file : files_in(folder, extension)) bytes += static_cast<std::int64_t>(fs::file_size(file));
  return bytes;
}

void flip_bit(const fs::path& file, std::uint64_t bit) {
  std::fstream f(file, std::ios::binary | std::ios::in | std::ios::out);
  f.seekg(static_cast<std::streamoff>(bit / 8));
  const char c = static_cast<char>(f.get() ^ (1 << (bit % 8)));
  f.seekp(static_cast<std::streamoff>(bit / 8));
  f.put(c);
}

/// In memory where the system has a place for that: a test that writes thousands of files need not wait for a disk.
class MemoryFolder {
 public:
  fs::path path() const { return fs::path(dir_.path().toStdU16String()); }

 private:
  QTemporaryDir dir_{QFileInfo("/dev/shm").isWritable() ? "/dev/shm/eddy-XXXXXX" : QDir::tempPath() + "/eddy-XXXXXX"};
};

/// A hybrid that reads made-up text.
class Hybrid {
 public:
  Hybrid() {
    write_chat_model(fs::path(folder_.path()), ChatModelKind::Bamba);
    model_ = must(engine_->load(folder_ / "model.safetensors", {.backend = "cpu", .threads = 1}));
    sequence_ = must(model_->new_sequence());
  }
  std::shared_ptr<const StateSnapshot> read(int tokens) {
    std::vector<TokenId> text(static_cast<std::size_t>(tokens));
    for (TokenId& token : text) token = 1 + static_cast<TokenId>(random_() % 200);
    must(sequence_->prefill(text));
    return must(sequence_->snapshot());
  }
  void go_to(const StateSnapshot& snapshot) { must(sequence_->restore(snapshot)); }
  Sequence& sequence() { return *sequence_; }

 private:
  Folder folder_;
  std::mt19937 random_{1};
  std::unique_ptr<Engine> engine_ = create_engine();
  std::shared_ptr<LanguageModel> model_;
  std::unique_ptr<Sequence> sequence_;
};

SnapshotInfo info(std::int64_t message, const StateSnapshot& snapshot, std::int64_t conversation = 1) {
  return {.message = MessageId{message}, .conversation = ConversationId{conversation}, .model_fingerprint = "m",
          .token_hash = snapshot.key().token_hash, .tokens = snapshot.key().tokens};
}

/// What comes out is what went in.
void check_same(SnapshotStore& store, std::int64_t message, const StateSnapshot& snapshot) {
  const auto stored = must(store.get(MessageId{message}, "m"));
  QVERIFY(stored.has_value());
  const auto parsed = parse_pieces(*stored);
  QVERIFY2(parsed, parsed ? "" : parsed.error().message.c_str());
  QVERIFY((*parsed)->serialise() == snapshot.serialise());
}

std::int64_t row_bytes(const StateSnapshot& snapshot) {
  std::int64_t bytes = 0;
  for (const SnapshotBlock& block : snapshot.blocks()) bytes += static_cast<std::int64_t>(block.bytes.size());
  return bytes;
}

}  // namespace

class SnapshotBlocksTest : public QObject {
  Q_OBJECT

 private slots:
  void chat_of_many_turns_keeps_each_row_once() {
    const MemoryFolder folder;
    Hybrid hybrid;
    std::vector<std::shared_ptr<const StateSnapshot>> turns;
    {
      SnapshotStore store = open(folder.path());
      for (int turn = 1; turn <= 40; ++turn) {
        turns.push_back(hybrid.read(20 + turn));
        must(store.put(info(turn, *turns.back()), *turns.back()));
      }
      QVERIFY(turns.back()->key().tokens > 1500);
      // Exactly the rows of the longest one, though every turn had a last block that was part full.
      QCOMPARE(bytes_in(folder.path(), ".rows"), row_bytes(*turns.back()));
      QCOMPARE(must(store.used_bytes()), bytes_in(folder.path(), ".rows") + bytes_in(folder.path(), ".state"));
      std::int64_t whole = 0;
      for (const auto& turn : turns) whole += static_cast<std::int64_t>(turn->byte_size());
      qInfo("40 turns, %lld tokens: %lld bytes kept, %lld as whole snapshots", static_cast<long long>(turns.back()->key().tokens),
            static_cast<long long>(must(store.used_bytes())), static_cast<long long>(whole));
      QVERIFY(must(store.used_bytes()) < whole / 3);
    }
    SnapshotStore store = open(folder.path());
    for (std::size_t turn = 0; turn < turns.size(); ++turn) check_same(store, static_cast<std::int64_t>(turn) + 1, *turns[turn]);
  }

  void branches_and_other_chats_share_what_they_have_in_common() {
    Folder folder;
    Hybrid hybrid;
    SnapshotStore store = open(folder.path());
    const auto trunk = hybrid.read(600);
    must(store.put(info(1, *trunk), *trunk));
    const auto before = bytes_in(folder.path(), ".rows");
    std::vector<std::shared_ptr<const StateSnapshot>> ends;
    for (std::int64_t branch = 2; branch <= 4; ++branch) {
      hybrid.go_to(*trunk);
      ends.push_back(hybrid.read(10));
      must(store.put(info(branch, *ends.back(), branch == 4 ? 2 : 1), *ends.back()));
    }
    const auto per_token = row_bytes(*trunk) / 600;
    // The last one is another conversation's: it finds full blocks by their names, but looks for no beginnings elsewhere.
    QCOMPARE(bytes_in(folder.path(), ".rows"), before + 2 * 10 * per_token + (600 % 256 + 10) * per_token);
    for (std::int64_t branch = 2; branch <= 4; ++branch) check_same(store, branch, *ends[static_cast<std::size_t>(branch - 2)]);
    const auto usage = must(store.usage());
    QCOMPARE(usage.size(), 2u);
    QCOMPARE(usage[0].conversation, ConversationId{1});
    QCOMPARE(usage[0].snapshots, 3);
    QCOMPARE(usage[0].bytes + usage[1].bytes, must(store.used_bytes()));
  }

  void file_goes_with_its_last_user_only() {
    Folder folder;
    Hybrid hybrid;
    SnapshotStore store = open(folder.path());
    std::vector<std::shared_ptr<const StateSnapshot>> turns;
    for (int turn = 1; turn <= 6; ++turn) {
      turns.push_back(hybrid.read(100));
      must(store.put(info(turn, *turns.back()), *turns.back()));
    }
    // Any order: whatever is left can always be read, and the end is empty.
    for (const int gone : {2, 6, 1, 4, 5, 3}) {
      must(store.discard(MessageId{gone}, "m"));
      turns[static_cast<std::size_t>(gone - 1)].reset();
      for (std::size_t turn = 0; turn < turns.size(); ++turn) {
        if (turns[turn]) check_same(store, static_cast<std::int64_t>(turn) + 1, *turns[turn]);
      }
    }
    QCOMPARE(must(store.used_bytes()), 0);
    QVERIFY(fs::is_empty(folder / "states"));
  }

  void replaced_snapshot_keeps_the_rows_its_successor_grew_from() {
    Folder folder;
    Hybrid hybrid;
    SnapshotStore store = open(folder.path());
    for (int part = 0; part < 5; ++part) {  // an answer that is continued again and again
      const auto state = hybrid.read(30);
      must(store.put(info(1, *state), *state));
      check_same(store, 1, *state);
      QCOMPARE(bytes_in(folder.path(), ".rows"), row_bytes(*state));
    }
  }

  // After rows went, the same content may come back: nothing may lead to what is not there any more.
  void content_that_comes_back_is_written_again() {
    const MemoryFolder folder;
    Hybrid hybrid;
    SnapshotStore store = open(folder.path());
    const auto first = hybrid.read(50), second = hybrid.read(50), third = hybrid.read(300);
    const std::vector<std::shared_ptr<const StateSnapshot>> states{first, second, third};
    std::mt19937 random(3);
    for (int step = 0; step < 200; ++step) {
      const std::int64_t which = random() % 3;
      const auto& state = *states[static_cast<std::size_t>(which)];
      if (random() % 2) must(store.put(info(which + 1, state), state));
      else must(store.discard(MessageId{which + 1}, "m"));
      for (std::int64_t i = 0; i < 3; ++i) {
        if (must(store.get(MessageId{i + 1}, "m"))) check_same(store, i + 1, *states[static_cast<std::size_t>(i)]);
      }
    }
  }

  void damaged_rows_take_down_all_that_share_them_data() {
    QTest::addColumn<QString>("damage");
    for (const char* damage : {"bit", "cut", "gone", "gone before the start"}) QTest::newRow(damage) << damage;
  }
  void damaged_rows_take_down_all_that_share_them() {
    QFETCH(QString, damage);
    Folder folder;
    Hybrid hybrid;
    SnapshotStore store = open(folder.path());
    const auto first = hybrid.read(300);
    must(store.put(info(1, *first), *first));
    const auto second = hybrid.read(400);
    must(store.put(info(2, *second), *second));
    const fs::path rows = files_in(folder.path(), ".rows").back();  // the second one's
    const auto third = hybrid.read(10);
    must(store.put(info(3, *third), *third));
    if (damage == "bit") flip_bit(rows, 12345);
    if (damage == "cut") fs::resize_file(rows, 100);
    if (damage.startsWith("gone")) fs::remove(rows);
    if (damage.endsWith("start")) {
      store = open(folder.path());
    } else {
      const auto result = store.get(MessageId{3}, "m");
      QVERIFY(!result && result.error().code == ErrorCode::FileCorrupt);
      QVERIFY2(result.error().message.find(path_text(rows)) != std::string::npos, result.error().message.c_str());
    }
    QVERIFY(!must(store.get(MessageId{2}, "m")) && !must(store.get(MessageId{3}, "m")));
    QVERIFY(must(store.departure(MessageId{2}, "m")) == Departure::Damaged && must(store.departure(MessageId{3}, "m")) == Departure::Damaged);
    check_same(store, 1, *first);
    const std::vector<MessageId> branch{MessageId{1}, MessageId{2}, MessageId{3}};
    QVERIFY(must(store.nearest(branch, "m"))->message == MessageId{1});
    must(store.put(info(3, *third), *third));  // read again: nothing of the damage is used
    check_same(store, 3, *third);
    QVERIFY(!must(store.departure(MessageId{3}, "m")));
  }

  void every_flipped_bit_is_found() {
    const MemoryFolder folder;
    Hybrid hybrid;
    SnapshotStore store = open(folder.path());
    const auto first = hybrid.read(290), second = hybrid.read(40);
    std::mt19937_64 random(11);
    for (int flip = 0; flip < 1000; ++flip) {
      if (!must(store.nearest(std::vector{MessageId{1}}, "m"))) must(store.put(info(1, *first), *first));
      if (!must(store.nearest(std::vector{MessageId{2}}, "m"))) must(store.put(info(2, *second), *second));
      const auto names = files_in(folder.path(), flip % 2 ? ".rows" : ".state");
      const fs::path file = names[random() % names.size()];
      flip_bit(file, random() % (fs::file_size(file) * 8));
      const bool lost_second = !store.get(MessageId{2}, "m"), lost_first = !store.get(MessageId{1}, "m");
      QVERIFY(lost_second || lost_first);
    }
    // The engine finds them without the store's help too.
    const auto whole = second->serialise();
    const auto named = second->serialise_without_blocks();
    std::map<std::string, std::vector<std::byte>> blocks;
    for (const SnapshotBlock& block : second->blocks()) blocks.emplace(block.hash, std::vector(block.bytes.begin(), block.bytes.end()));
    for (int flip = 0; flip < 1000; ++flip) {
      auto bytes = flip % 3 ? whole : named;
      auto kept = blocks;
      auto& damaged = flip % 3 == 2 ? std::next(kept.begin(), static_cast<std::ptrdiff_t>(random() % kept.size()))->second : bytes;
      if (flip % 3 == 2) bytes = named;
      const auto bit = random() % (damaged.size() * 8);
      damaged[bit / 8] ^= static_cast<std::byte>(1 << (bit % 8));
      const auto parsed = parse_snapshot_with_blocks(bytes, [&](const std::string& hash) { return std::optional(kept.at(hash)); });
      QVERIFY(!parsed && parsed.error().code == ErrorCode::FileCorrupt);
    }
  }

  void leftovers_of_a_kill_are_swept() {
    Folder folder;
    Hybrid hybrid;
    const auto state = hybrid.read(300);
    { must(open(folder.path()).put(info(1, *state), *state)); }
    std::ofstream(folder / "states/5-00.rows") << "rows without a snapshot";
    std::ofstream(folder / "states/5-01.rows.tmp") << "half";
    SnapshotStore store = open(folder.path());
    QCOMPARE(files_in(folder.path(), ".rows").size() + files_in(folder.path(), ".tmp").size(), 1u);
    check_same(store, 1, *state);
  }

  void budget_counts_shared_rows_once() {
    Folder folder;
    Hybrid hybrid;
    SnapshotStore store = open(folder.path());
    StateWishes wishes;
    for (int turn = 1; turn <= 16; ++turn) {
      const auto state = hybrid.read(40);
      must(store.put(info(turn, *state), *state));
      wishes.places[MessageId{turn}] = {turn, turn == 16};
    }
    const auto used = must(store.used_bytes());
    QCOMPARE(must(store.enforce_budget(used, wishes)), 0);
    const auto rows = bytes_in(folder.path(), ".rows");
    QVERIFY(must(store.enforce_budget(used - 1, wishes)) > 0);
    QVERIFY(must(store.departure(MessageId{1}, "m")) == Departure::Thinned && !must(store.departure(MessageId{2}, "m")));
    QCOMPARE(bytes_in(folder.path(), ".rows"), rows);  // later turns go on from these rows
    must(store.enforce_budget(0, wishes));
    QCOMPARE(must(store.used_bytes()), 0);
    QVERIFY(must(store.departure(MessageId{16}, "m")) == Departure::Evicted);
  }

  void freed_space_is_remembered_as_freed() {
    Folder folder;
    SnapshotStore store = open(folder.path());
    const std::vector<std::byte> bytes(100);
    for (std::int64_t message = 1; message <= 4; ++message) {
      must(store.put({.message = MessageId{message}, .conversation = ConversationId{message % 2}, .model_fingerprint = "m"}, bytes));
    }
    must(store.free_conversation(ConversationId{1}));
    QCOMPARE(must(store.used_bytes()), 200);
    QVERIFY(must(store.departure(MessageId{3}, "m")) == Departure::Freed && !must(store.departure(MessageId{2}, "m")));
    must(store.free_all());
    QCOMPARE(must(store.used_bytes()), 0);
    QVERIFY(must(store.departure(MessageId{4}, "m")) == Departure::Freed);
    QVERIFY(!must(store.departure(MessageId{4}, "other")) && !must(store.departure(MessageId{9}, "m")));
    must(store.forget_all_but({}));  // with the conversations gone nobody asks
    QVERIFY(!must(store.departure(MessageId{4}, "m")));
  }
};

QTEST_APPLESS_MAIN(SnapshotBlocksTest)
#include "snapshot_blocks_test.moc"
