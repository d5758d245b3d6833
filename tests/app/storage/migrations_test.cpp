// From any older file to today's, and never a step on somebody else's.
#include <QCryptographicHash>
#include <QFile>

#include "app/storage/migrations.h"
#include "tests/app/storage/faulty_vfs.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;
namespace fs = std::filesystem;

namespace {

constexpr std::int32_t kId = 77;
constexpr Migration kSteps[] = {
    {10, "0010_a.sql", "CREATE TABLE a(x); INSERT INTO a VALUES ('first');"},
    {20, "0020_b.sql", "ALTER TABLE a ADD COLUMN y; UPDATE a SET y = x || '!';"},
    {30, "0030_c.sql", "CREATE TABLE c(z);"},
};
constexpr Migration kBrokenSteps[] = {kSteps[0], {20, "0020_b.sql", "CREATE TABLE half(x); SELECT * FROM nowhere;"}, kSteps[2]};

Schema schema(int steps) { return {kId, std::span(kSteps).first(static_cast<std::size_t>(steps))}; }

std::unique_ptr<Database> open(const fs::path& file) {
  auto database = must(Database::open(file, OpenMode::ReadWrite));
  must(database->configure(Durability::Full));
  return database;
}

std::int64_t version(const Database& database) { return *must(database.integer("PRAGMA user_version")); }

}  // namespace

class MigrationsTest : public QObject {
  Q_OBJECT

 private slots:
  // A file that was released must never change: databases out there have taken exactly these steps. New ones are added.
  void released_steps_are_frozen() {
    QFETCH(QString, file);
    QFETCH(QByteArray, sha256);
    QFile sql(QStringLiteral(EDDY_RESOURCES "/migrations/") + file);
    QVERIFY(sql.open(QIODevice::ReadOnly));
    QCOMPARE(QCryptographicHash::hash(sql.readAll(), QCryptographicHash::Sha256).toHex(), sha256);
  }
  void released_steps_are_frozen_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("sha256");
    QTest::newRow("eddy.db 10") << "0010_initial.sql" << QByteArray("8319684a4f94fff4288dc73d1019a699bc88cff9b69475ad3f8f2fcb2b20fe95");
    QTest::newRow("eddy.db 20") << "0020_rereads.sql" << QByteArray("c4fa02470dcd866ed197e853e5ed92423d5a7075648f57ccff7007cf70dc5859");
    QTest::newRow("eddy.db 40") << "0040_state_library.sql" << QByteArray("5a71776ff6be39ed91a845362e891e10ec99f2021999dad47395dce190040564");
    QTest::newRow("eddy.db 60") << "0060_search_and_order.sql" << QByteArray("8fe82530a2d0e8bb65501c5f1d647602335305ae6bcb6f84b1ab788310a14603");
    QTest::newRow("eddy.db 70") << "0070_answer_journal.sql" << QByteArray("f4c7b82af2641407b99fc86dac91ef08233da47efb4ed29a325a74d13d272043");
    QTest::newRow("eddy.db 100") << "0100_models.sql" << QByteArray("2cb535734f177bd61322fe331f529ee59058ec5a49e8beb7cc6cfdbd3de19d87");
    QTest::newRow("eddy.db 110") << "0110_chat_styles.sql" << QByteArray("c2a8907ebd8578bdd2f4a954421185c178d3e9a1db0d0be5ee71f36416b6c2bd");
    QTest::newRow("eddy.db 130") << "0130_pictures.sql" << QByteArray("9455a6d5427131cab5859833e6576a16048b94c13ae21db766d451101a7f7fd3");
    QTest::newRow("states.db 10") << "states/0010_initial.sql" << QByteArray("a5b703410e49c87f9197e684f4bc7feb1a46db316ad6ed642e43c8022ef0a1bc");
    QTest::newRow("states.db 20") << "states/0020_blocks.sql" << QByteArray("059a768e6de57aea9f79bee3a3a180ae0e72da99fad8fabf0a6478ffdd1f8492");
    QTest::newRow("documents.db 10") << "documents/0010_initial.sql" << QByteArray("4c14a192aaa135f3734a4368bf8f1ea4a626299ee847aa46044b2953a6811074");
    QTest::newRow("documents.db 50") << "documents/0050_reading_places.sql" << QByteArray("b34a3da60b63362dc09156bbbfdeae08a5e4cb65bac400f1bf009e366247e5fd");
  }

  void embedded_steps_are_the_files() {
    for (const Schema* all : {&conversation_schema(), &snapshot_schema(), &document_schema()}) {
      int last = 0;
      for (const Migration& step : all->migrations) {
        QFile sql(QStringLiteral(EDDY_RESOURCES "/migrations/") + QString::fromUtf8(step.name.data(), step.name.size()));
        QVERIFY(sql.open(QIODevice::ReadOnly));
        QCOMPARE(QByteArray(step.sql.data(), step.sql.size()), sql.readAll());
        QVERIFY(step.version > last && step.version % 10 == 0);
        last = step.version;
      }
    }
  }

  void new_file_takes_every_step_and_has_no_backup() {
    Folder folder;
    auto database = open(folder / "x.db");
    const Migrated done = must(migrate(*database, schema(3)));
    QVERIFY(done.outcome == MigrationOutcome::Created && done.backup.empty());
    QCOMPARE(version(*database), 30);
    QVERIFY(must(migrate(*database, schema(3))).outcome == MigrationOutcome::UpToDate);
  }

  void older_file_is_backed_up_then_brought_forward() {
    Folder folder;
    auto database = open(folder / "x.db");
    must(migrate(*database, schema(1)));
    const Migrated done = must(migrate(*database, schema(3)));
    QVERIFY(done.outcome == MigrationOutcome::Migrated);
    QCOMPARE(done.backup, folder / "x.db.backup-10");
    Rows rows = database->query("SELECT y FROM a");
    QVERIFY(rows.next());
    QCOMPARE(rows.text(0), "first!");
    auto backup = must(Database::open(done.backup, OpenMode::ReadOnly));
    QCOMPARE(version(*backup), 10);
    QVERIFY(must(backup->integer("SELECT count(*) FROM a")) == 1);
    QVERIFY(!backup->integer("SELECT y FROM a"));
  }

  void failed_step_is_undone_and_the_ones_before_it_stay() {
    Folder folder;
    auto database = open(folder / "x.db");
    const Result<Migrated> failed = migrate(*database, Schema{kId, kBrokenSteps});
    QVERIFY(!failed);
    QVERIFY2(failed.error().message.find("0020_b.sql") != std::string::npos, failed.error().message.c_str());
    QCOMPARE(version(*database), 10);
    QVERIFY(must(database->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'half'")) == 0);
    QVERIFY(must(migrate(*database, schema(3))).outcome == MigrationOutcome::Migrated);
  }

  void full_disk_at_any_point_leaves_a_whole_step() {
    FaultyVfs vfs;
    bool finished = false;
    for (int point = 0; !finished; ++point) {
      QVERIFY(point < 500);
      Folder folder;
      auto database = open(folder / "x.db");
      must(migrate(*database, schema(1)));
      vfs.fails_after(point, SQLITE_FULL);
      const Result<Migrated> result = migrate(*database, schema(3));
      finished = result.has_value();
      vfs.works_again();
      must(database->quick_check());
      QVERIFY(version(*database) == 10 || version(*database) == 20 || finished);
      must(migrate(*database, schema(3)));
    }
  }

  void newer_database_is_left_untouched() {
    Folder folder;
    {
      auto database = open(folder / "eddy.db");
      must(migrate(*database, Schema{conversation_schema().application_id, kSteps}));
      must(database->run_script("PRAGMA user_version = 9999"));
    }
    QFile file(QString::fromStdString(path_text(folder / "eddy.db")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const auto opened = open_conversation_database(folder.path(), OpenMode::ReadWrite);
    QVERIFY(!opened && opened.error().code == ErrorCode::FileTooNew);
    file.seek(0);
    QCOMPARE(file.readAll(), before);
    QVERIFY(!fs::exists(folder / "eddy.db-wal") || fs::is_empty(folder / "eddy.db-wal"));
    QVERIFY(!fs::exists(folder / "eddy.db.backup-9999"));
  }

  void newer_database_with_unmerged_log_is_left_untouched() {
    Folder folder;
    auto holder = open(folder / "eddy.db");  // keeps the log from being merged
    must(migrate(*holder, Schema{conversation_schema().application_id, kSteps}));
    must(holder->run_script("PRAGMA user_version = 9999"));
    const auto log_size = fs::file_size(folder / "eddy.db-wal");
    QVERIFY(log_size > 0);
    const auto opened = open_conversation_database(folder.path(), OpenMode::ReadWrite);
    QVERIFY(!opened && opened.error().code == ErrorCode::FileTooNew);
    QCOMPARE(fs::file_size(folder / "eddy.db-wal"), log_size);
  }

  void another_programs_tables_are_left_untouched() {
    Folder folder;
    auto database = open(folder / "x.db");
    must(database->run_script("CREATE TABLE notes(x)"));
    const auto refused = migrate(*database, schema(3));
    QVERIFY(!refused && refused.error().code == ErrorCode::UnsupportedFormat);
    QVERIFY(must(database->integer("SELECT count(*) FROM sqlite_schema")) == 1);
  }

  void older_database_is_not_read_before_it_was_brought_forward() {
    Folder folder;
    {
      auto database = open(folder / "eddy.db");
      const Migration before[] = {{5, "0005_before.sql", "CREATE TABLE a(x)"}};
      must(migrate(*database, Schema{conversation_schema().application_id, before}));
    }
    const auto opened = open_conversation_database(folder.path(), OpenMode::ReadOnly);
    QVERIFY(!opened && opened.error().code == ErrorCode::UnsupportedFormat);
    QVERIFY2(opened.error().message.find("Start Eddy once") != std::string::npos, opened.error().message.c_str());
  }

  void backup_that_cannot_be_written_stops_the_migration() {
    Folder folder;
    auto database = open(folder / "x.db");
    must(migrate(*database, schema(1)));
    fs::create_directories(folder / "x.db.backup-10" / "occupied");
    QVERIFY(!migrate(*database, schema(3)));
    QCOMPARE(version(*database), 10);
  }
};

QTEST_APPLESS_MAIN(MigrationsTest)
#include "migrations_test.moc"
