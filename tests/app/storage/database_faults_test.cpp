// eddy.db when disk, rights, file or neighbours are against us: a clear error, and nothing that was acknowledged is lost.
#include <QRegularExpression>

#include <cstdint>
#include <fstream>

#include "tests/app/storage/faulty_vfs.h"
#include "tests/app/storage/ordinary_user.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;
namespace fs = std::filesystem;

namespace {

void write_text(const fs::path& file, std::string_view text) { std::ofstream(file, std::ios::binary) << text; }

std::string read_text(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A database with a conversation of `turns` turns, closed cleanly.
void make_database(const fs::path& folder, int turns) {
  ConversationDatabase opened = must(open_conversation_database(folder, OpenMode::ReadWrite));
  ConversationStore store(*opened.database);
  const ConversationId id = must(store.create_conversation());
  std::optional<MessageId> parent;
  for (int i = 0; i < turns; ++i) parent = must(store.append_turn(id, parent, std::string(3000, 'a'))).assistant_message;
}

void overwrite(const fs::path& file, std::int64_t at, std::string_view bytes) {
  std::fstream out(file, std::ios::binary | std::ios::in | std::ios::out);
  out.seekp(at);
  out << bytes;
}

bool names(const Error& error, std::string_view part) { return error.message.find(part) != std::string::npos; }

using Step = std::function<Result<void>(ConversationStore&, const Turn&)>;

template <class T>
Result<void> nothing_but(Result<T> result) {
  if (!result) return result.error();
  return {};
}

}  // namespace

Q_DECLARE_METATYPE(Step)

class DatabaseFaultsTest : public QObject {
  Q_OBJECT

 private slots:
  // A write or sync fails at every point there is, in turn: the step fails as a whole or has happened as a whole.
  void failing_disk_undoes_the_whole_step() {
    QFETCH(Step, step);
    QFETCH(int, code);
    FaultyVfs vfs;
    int points = 0;
    for (bool reached_end = false; !reached_end; ++points) {
      QVERIFY(points < 500);
      Folder folder;
      std::vector<std::string> before;
      bool ok = false;
      {
        ConversationDatabase opened = must(open_conversation_database(folder.path(), OpenMode::ReadWrite));
        ConversationStore store(*opened.database);
        const ConversationId id = must(store.create_conversation("t"));
        const Turn turn = must(store.append_turn(id, std::nullopt, "acknowledged"));
        before = texts(must(store.all_messages(id)));
        vfs.fails_after(points, code);
        const Result<void> result = step(store, turn);
        ok = bool(result);
        reached_end = ok;
        if (!ok) {
          const ErrorCode said = result.error().code;
          QVERIFY2(said == (code == SQLITE_FULL ? ErrorCode::DiskFull : ErrorCode::FileUnreadable) ||
                       said == ErrorCode::FileUnreadable, result.error().message.c_str());
          QVERIFY2(names(result.error(), "eddy.db"), result.error().message.c_str());
          QCOMPARE(texts(must(store.all_messages(id))), before);  // reading goes on
        }
        vfs.works_again();
        if (!ok) must(step(store, turn));  // and writing too, once there is room
      }
      ConversationDatabase again = must(open_conversation_database(folder.path(), OpenMode::ReadWrite));
      must(again.database->quick_check());
      ConversationStore store(*again.database);
      QCOMPARE(texts(must(store.all_messages(ConversationId{1})))[0], "acknowledged");
    }
    QVERIFY2(points > 2, "the fault was never met");
  }
  void failing_disk_undoes_the_whole_step_data() {
    QTest::addColumn<Step>("step");
    QTest::addColumn<int>("code");
    const Step turn = [](ConversationStore& store, const Turn& t) {
      return nothing_but(store.append_turn(ConversationId{1}, t.assistant_message, std::string(9000, 'q')));
    };
    const Step partial = [](ConversationStore& store, const Turn& t) {
      return store.save_partial_answer(t.assistant_message, std::string(9000, 'p'), std::vector<std::int32_t>(2000, 5));
    };
    const Step finish = [](ConversationStore& store, const Turn& t) {
      return store.finish_answer(t.assistant_message, {.text = "end", .user_tokens = std::vector<std::int32_t>(100, 1)});
    };
    const Step purge = [](ConversationStore& store, const Turn& t) {
      if (Result<void> removed = store.remove(ConversationId{1}); !removed) return removed;
      return store.undo_remove(must(store.message(t.user_message)).conversation);
    };
    for (const int code : {SQLITE_FULL, SQLITE_IOERR_WRITE}) {
      const char* name = code == SQLITE_FULL ? "full" : "broken";
      QTest::addRow("%s disk, turn", name) << turn << code;
      QTest::addRow("%s disk, partial answer", name) << partial << code;
      QTest::addRow("%s disk, end of answer", name) << finish << code;
      QTest::addRow("%s disk, remove and undo", name) << purge << code;
    }
  }

  void full_disk_at_the_first_start_leaves_a_file_that_the_next_start_completes() {
    FaultyVfs vfs;
    bool made = false;
    int failures = 0;
    for (int point = 0; !made; ++point) {
      QVERIFY(point < 500);
      Folder folder;
      vfs.fails_after(point, SQLITE_FULL);
      Result<ConversationDatabase> opened = open_conversation_database(folder.path(), OpenMode::ReadWrite);
      made = bool(opened);
      failures += !made;
      vfs.works_again();
      opened = Error{};
      QVERIFY(open_conversation_database(folder.path(), OpenMode::ReadWrite).has_value());
    }
    QVERIFY(failures > 3);
  }

  void full_disk_says_what_to_do() {
    FaultyVfs vfs;
    Conversations c;
    vfs.fails_after(0, SQLITE_FULL);
    const auto result = c->create_conversation("x");
    QVERIFY(!result);
    QVERIFY(result.error().code == ErrorCode::DiskFull);
    QVERIFY(names(result.error(), "disk is full") && names(result.error(), "Free some space"));
    vfs.works_again();
  }

  void read_only_file_is_refused_for_writing_and_read_for_looking() {
    Folder folder;
    make_database(folder.path(), 3);
    make_writable(folder.path());
    make_read_only(folder / "eddy.db");
    const OrdinaryUser nobody;
    const auto opened = open_conversation_database(folder.path(), OpenMode::ReadWrite);
    QVERIFY(!opened);
    QVERIFY2(opened.error().code == ErrorCode::FileUnreadable && names(opened.error(), "read-only"), opened.error().message.c_str());
    ConversationDatabase looking = must(open_conversation_database(folder.path(), OpenMode::ReadOnly));
    QCOMPARE(must(ConversationStore(*looking.database).list_conversations()).size(), 1u);
  }

  void read_only_folder_is_refused_for_writing_and_read_for_looking() {
    Folder folder;
    make_database(folder.path(), 3);
    make_writable(folder / "eddy.db");
    make_read_only(folder.path());
    {
      const OrdinaryUser nobody;
      const auto opened = open_conversation_database(folder.path(), OpenMode::ReadWrite);
      QVERIFY(!opened);
      QVERIFY2(opened.error().code == ErrorCode::FileUnreadable && names(opened.error(), "eddy.db"), opened.error().message.c_str());
      ConversationDatabase looking = must(open_conversation_database(folder.path(), OpenMode::ReadOnly));
      QCOMPARE(must(ConversationStore(*looking.database).list_conversations()).size(), 1u);
      QVERIFY(!ConversationStore(*looking.database).create_conversation("x"));
    }
    make_writable(folder.path());
  }

  void empty_folder_without_rights_is_refused() {
    Folder folder;
    make_read_only(folder.path());
    {
      const OrdinaryUser nobody;
      const auto opened = open_conversation_database(folder.path(), OpenMode::ReadWrite);
      QVERIFY(!opened && opened.error().code == ErrorCode::FileUnreadable && names(opened.error(), "another data folder"));
    }
    make_writable(folder.path());
  }

  void database_locked_by_another_program_is_said_so() {
    Conversations c;
    Database& holder = c.database();
    must(holder.run_script("BEGIN IMMEDIATE"));
    auto other = must(Database::open(c.folder() / "eddy.db", OpenMode::ReadWrite, 1));
    ConversationStore store(*other);
    const auto refused = store.create_conversation("x");
    QVERIFY(!refused && refused.error().code == ErrorCode::FileLocked);
    QVERIFY(names(refused.error(), "another program"));
    QVERIFY(store.list_conversations().has_value());  // reading goes on
    must(holder.run_script("COMMIT"));
    must(store.create_conversation("x"));
  }

  void exclusively_locked_database_does_not_open() {
    Folder folder;
    make_database(folder.path(), 1);
    auto holder = must(Database::open(folder / "eddy.db", OpenMode::ReadWrite));
    must(holder->run_script("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE conversations SET title = 'x'; COMMIT"));
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
      const auto opened = open_conversation_database(folder.path(), mode, 1);
      QVERIFY(!opened);
      QVERIFY2(opened.error().code == ErrorCode::FileLocked, opened.error().message.c_str());
    }
  }

  void broken_file_is_refused_and_left_as_it_was() {
    QFETCH(QByteArray, content);
    QFETCH(int, code);
    Folder folder;
    write_text(folder / "eddy.db", content.toStdString());
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
      const auto opened = open_conversation_database(folder.path(), mode);
      QVERIFY(!opened);
      QCOMPARE(static_cast<int>(opened.error().code), code);
      QVERIFY2(names(opened.error(), "eddy.db") && names(opened.error(), "untouched"), opened.error().message.c_str());
    }
    QVERIFY(read_text(folder / "eddy.db") == content.toStdString());
  }
  void broken_file_is_refused_and_left_as_it_was_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("code");
    Folder folder;
    make_database(folder.path(), 20);
    const QByteArray good = QByteArray::fromStdString(read_text(folder / "eddy.db"));
    const int corrupt = static_cast<int>(ErrorCode::FileCorrupt);
    QTest::newRow("text") << QByteArray("Dear diary, this is not a database. ").repeated(200) << corrupt;
    QTest::newRow("one byte") << QByteArray("x") << corrupt;
    QTest::newRow("damaged magic") << QByteArray(good).replace(0, 6, "Sqlite") << corrupt;
    QTest::newRow("page size 0") << QByteArray(good).replace(16, 2, QByteArray(2, '\0')) << corrupt;
    QTest::newRow("first page of zeros") << QByteArray(good).replace(0, 4096, QByteArray(4096, '\0')) << corrupt;
    QTest::newRow("schema overwritten") << QByteArray(good).replace(100, 3900, QByteArray(3900, 'z')) << corrupt;
    QTest::newRow("cut after the header") << good.left(100) << corrupt;
    QTest::newRow("newer version") << QByteArray(good).replace(60, 4, QByteArray("\0\0\x7f\0", 4)) << static_cast<int>(ErrorCode::FileTooNew);
    QTest::newRow("another program's") << QByteArray(good).replace(68, 4, "GPKG") << static_cast<int>(ErrorCode::UnsupportedFormat);
    QTest::newRow("no program's") << QByteArray(good).replace(68, 4, QByteArray(4, '\0')) << static_cast<int>(ErrorCode::UnsupportedFormat);
  }

  void damaged_page_is_reported_when_it_is_read() {
    Folder folder;
    make_database(folder.path(), 200);
    const auto size = static_cast<std::int64_t>(fs::file_size(folder / "eddy.db"));
    for (std::int64_t at = size / 4096 / 2; at < size / 4096; ++at) overwrite(folder / "eddy.db", at * 4096, std::string(4096, '\x55'));
    ConversationDatabase opened = must(open_conversation_database(folder.path(), OpenMode::ReadWrite));
    const auto checked = opened.database->quick_check();
    QVERIFY(!checked && checked.error().code == ErrorCode::FileCorrupt);
    const auto read = ConversationStore(*opened.database).all_messages(ConversationId{1});
    QVERIFY(!read && read.error().code == ErrorCode::FileCorrupt);
    QVERIFY(names(read.error(), "damaged") && names(read.error(), "backup"));
  }

  void empty_file_becomes_a_database() {
    Folder folder;
    write_text(folder / "eddy.db", "");
    ConversationDatabase opened = must(open_conversation_database(folder.path(), OpenMode::ReadWrite));
    QVERIFY(opened.migration.outcome == MigrationOutcome::Created);
    QCOMPARE(opened.uuid.size(), 32u);
  }

  void folder_in_place_of_the_file_is_refused() {
    Folder folder;
    fs::create_directories(folder / "eddy.db");
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly}) {
      const auto opened = open_conversation_database(folder.path(), mode);
      QVERIFY(!opened && opened.error().code == ErrorCode::FileUnreadable);
      QVERIFY2(names(opened.error(), "is a folder"), opened.error().message.c_str());
    }
  }

  void missing_database_is_not_made_by_looking() {
    Folder folder;
    const auto opened = open_conversation_database(folder.path(), OpenMode::ReadOnly);
    QVERIFY(!opened && opened.error().code == ErrorCode::FileNotFound);
    QVERIFY(fs::is_empty(folder.path()));
  }

  void reading_sees_what_another_program_wrote_a_moment_ago() {
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    const Turn turn = must(c->append_turn(id, std::nullopt, "fresh"));
    ConversationDatabase looking = must(open_conversation_database(c.folder().path(), OpenMode::ReadOnly));
    QCOMPARE(must(ConversationStore(*looking.database).message(turn.user_message)).text, "fresh");
  }

  void odd_characters_in_the_path_are_just_characters() {
    Folder folder;
    const fs::path odd = folder.path() / fs::path(u8"a b?mode=ro#c%41 ü 日本");
    make_database(odd, 1);
    QVERIFY(fs::exists(odd / "eddy.db"));
    QVERIFY(open_conversation_database(odd, OpenMode::ReadOnly).has_value());
  }

  void relative_path_is_meant_from_the_current_folder() {
    Folder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder.path());
    make_database("below/here", 1);
    const bool opened = open_conversation_database("below/here", OpenMode::ReadOnly).has_value();
    fs::current_path(before);
    QVERIFY(opened && fs::exists(folder / "below/here/eddy.db"));
  }

  void text_beyond_the_limit_is_refused() {
    Conversations c;
    sqlite3_limit(c.database().handle(), SQLITE_LIMIT_LENGTH, 1'000'000);
    const ConversationId id = must(c->create_conversation());
    const auto refused = c->append_turn(id, std::nullopt, std::string(1'000'001, 'x'));
    QVERIFY(!refused && refused.error().code == ErrorCode::InvalidArgument);
    QVERIFY(must(c->all_messages(id)).empty());
  }

  void wrong_sql_is_an_internal_error() {
    Conversations c;
    QVERIFY(c.database().run("SELECT nonsense FROM nowhere").error().code == ErrorCode::Internal);
  }
};

QTEST_APPLESS_MAIN(DatabaseFaultsTest)
#include "database_faults_test.moc"
