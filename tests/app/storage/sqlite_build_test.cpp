// The SQLite that runs is the one of third_party/, built with what Eddy relies on, and is nobody else's.
#include <dlfcn.h>
#include <sqlite3.h>

#include "tests/app/storage/storage_fixture.h"

namespace eddy::test {

class SqliteBuild : public QObject {
  Q_OBJECT

 private slots:
  void the_library_that_runs_is_the_bundled_one() {
    QCOMPARE(sqlite3_libversion(), SQLITE_VERSION);
    QVERIFY2(sqlite3_libversion_number() >= 3053000, sqlite3_libversion());
    QVERIFY(std::string(sqlite3mc_version()).find("Multiple Ciphers") != std::string::npos);
  }

  void its_symbols_stay_inside_the_program() {
    // Another library that looks for SQLite must find the system's or none, never ours.
    void* found = dlsym(RTLD_DEFAULT, "sqlite3_open_v2");
    QVERIFY(found != reinterpret_cast<void*>(&sqlite3_open_v2));
  }

  void options_are_built_in_data() {
    QTest::addColumn<QString>("option");
    for (const char* option : {"ENABLE_FTS5", "THREADSAFE=1", "SECURE_DELETE", "TEMP_STORE=3", "ENABLE_MATH_FUNCTIONS", "DQS=0"}) {
      QTest::newRow(option) << option;
    }
  }
  void options_are_built_in() {
    QFETCH(QString, option);
    QVERIFY(sqlite3_compileoption_used(qPrintable(option)));
  }

  void extensions_cannot_be_loaded() { QVERIFY(sqlite3_compileoption_used("OMIT_LOAD_EXTENSION")); }

  void strict_tables_and_full_text_search_work() {
    auto database = must(Database::open({}, OpenMode::ReadWrite));
    must(database->run_script("CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT;"
                              "CREATE VIRTUAL TABLE f USING fts5(b, tokenize = eddy_words);"
                              "INSERT INTO f(b) VALUES ('planted words')"));
    QVERIFY(!database->run("INSERT INTO t(b) VALUES (x'00')"));
    QCOMPARE(must(database->integer("SELECT count(*) FROM f WHERE f MATCH 'planted'")), std::optional<std::int64_t>(1));
  }

  void the_schema_of_a_file_need_not_be_trusted() {
    Conversations chats;
    QCOMPARE(must(chats.database().integer("PRAGMA trusted_schema")), std::optional<std::int64_t>(0));
    const auto chat = must(chats->create_conversation("a title"));
    const auto turn = must(chats->append_turn(chat, std::nullopt, "a question"));
    must(chats->finish_answer(turn.assistant_message, {.text = "an answer"}));  // a trigger writes to the search index
    QCOMPARE(must(chats.database().integer("SELECT count(*) FROM message_search WHERE message_search MATCH 'answer'")),
             std::optional<std::int64_t>(1));
  }
};

}  // namespace eddy::test

QTEST_APPLESS_MAIN(eddy::test::SqliteBuild)
#include "sqlite_build_test.moc"
