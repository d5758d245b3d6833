// Which folder is taken, how it is made, locked and moved.
#include <QCoreApplication>
#include <QStandardPaths>

#include <fstream>

#include "app/storage/data_location.h"
#include "app/storage/files.h"
#include "app/storage/program_folder.h"
#include "app/storage/snapshot_store.h"
#include "tests/app/storage/ordinary_user.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;
namespace fs = std::filesystem;

namespace {

fs::path standard(QStandardPaths::StandardLocation kind) {
  return fs::path(QStandardPaths::writableLocation(kind).toStdU16String());
}

bool names(const Error& error, std::string_view part) { return error.message.find(part) != std::string::npos; }

}  // namespace

class DataLocationTest : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    home_ = std::make_unique<Folder>();
    qputenv("HOME", path_text(home_->path()).c_str());
    for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "EDDY_DATA_DIR"}) qunsetenv(name);
    QCoreApplication::setApplicationName("eddy");
    QCoreApplication::setOrganizationName("");
  }

#ifdef __linux__
  void default_is_what_qt_says() {
    QFETCH(QByteArray, data_home);
    QFETCH(QByteArray, config_home);
    if (!data_home.isNull()) qputenv("XDG_DATA_HOME", data_home);
    if (!config_home.isNull()) qputenv("XDG_CONFIG_HOME", config_home);
    QCOMPARE(must(default_data_folder()), standard(QStandardPaths::AppDataLocation));
    QCOMPARE(must(default_config_folder()), standard(QStandardPaths::AppConfigLocation));
  }
  void default_is_what_qt_says_data() {
    QTest::addColumn<QByteArray>("data_home");
    QTest::addColumn<QByteArray>("config_home");
    QTest::newRow("unset") << QByteArray() << QByteArray();
    QTest::newRow("set") << QByteArray("/somewhere/data") << QByteArray("/somewhere/config");
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
    QTest::newRow("trailing slash") << QByteArray("/somewhere/") << QByteArray("/elsewhere/");
  }

  // Qt 6.4 would take it, and the data would depend on where Eddy was started; the XDG specification says to ignore it.
  void relative_default_is_ignored() {
    qputenv("XDG_DATA_HOME", "data");
    QCOMPARE(must(default_data_folder()), *home_ / ".local/share/eddy");
  }

  void without_a_home_a_folder_must_be_named() {
    qunsetenv("HOME");
    const auto nowhere = find_data_location();
    QVERIFY(!nowhere && nowhere.error().code == ErrorCode::FileNotFound && names(nowhere.error(), "--data-dir"));
    QVERIFY(must(find_data_location("/x")).folder == "/x");
  }
#endif

  void argument_then_environment_then_setting_then_default() {
    QCOMPARE(must(find_data_location()).folder, standard(QStandardPaths::AppDataLocation));
    QVERIFY(must(find_data_location()).source == LocationSource::Default);
    must(set_data_location(*home_ / "chosen"));
    QCOMPARE(must(find_data_location()).folder, *home_ / "chosen");
    QVERIFY(must(find_data_location()).source == LocationSource::Setting);
    qputenv("EDDY_DATA_DIR", path_text(*home_ / "from-environment").c_str());
    QCOMPARE(must(find_data_location()).folder, *home_ / "from-environment");
    QVERIFY(must(find_data_location()).source == LocationSource::Environment);
    const DataLocation argument = must(find_data_location("/given/"));
    QVERIFY(argument.folder == "/given" && argument.source == LocationSource::Argument);
    qunsetenv("EDDY_DATA_DIR");
    must(set_data_location({}));
    QVERIFY(must(find_data_location()).source == LocationSource::Default);
    must(set_data_location({}));
  }

  void marker_beside_the_program_makes_a_portable_copy() {
    const fs::path copy = *home_ / "Eddy";
    fs::create_directories(copy / "bin");
    QVERIFY(!portable_folder(copy) && !portable_folder(copy / "bin") && !portable_folder({}));
    std::ofstream(copy / "eddy.portable") << "";
    QCOMPARE(*portable_folder(copy), copy);
    QCOMPARE(*portable_folder(copy / "bin"), copy);
    fs::create_directories(copy / "other");
    QVERIFY(!portable_folder(copy / "other"));
  }

  void relative_argument_becomes_absolute() {
    QCOMPARE(must(find_data_location("some/../data")).folder, fs::current_path() / "data");
  }

  void empty_argument_is_refused() {
    const auto refused = find_data_location("");
    QVERIFY(!refused && refused.error().code == ErrorCode::InvalidArgument);
  }

  void folder_with_odd_characters_is_remembered() {
    const fs::path odd = home_->path() / fs::path(u8"Straße 日本 \"x\"");
    must(set_data_location(odd));
    QCOMPARE(must(find_data_location()).folder, odd);
  }

  void unreadable_setting_is_reported() {
    must(set_data_location(*home_ / "chosen"));
    const fs::path pointer = must(default_config_folder()) / "data-folder";
    fs::remove(pointer);
    fs::create_directories(pointer);
    const auto refused = find_data_location();
    QVERIFY(!refused && refused.error().code == ErrorCode::FileUnreadable && names(refused.error(), "data-folder"));
    QVERIFY(!set_data_location(*home_ / "x"));
  }

  void folder_that_cannot_be_made_is_named() {
    std::ofstream(*home_ / "file") << "x";
    for (const fs::path& impossible : {*home_ / "file", *home_ / "file/below", fs::path("/proc/eddy")}) {
      const auto refused = create_data_folder(impossible);
      QVERIFY(!refused && refused.error().code == ErrorCode::FileUnreadable);
      QVERIFY2(names(refused.error(), path_text(impossible)), refused.error().message.c_str());
    }
    make_read_only(home_->path());
    {
      const OrdinaryUser nobody;
      const auto refused = create_data_folder(*home_ / "new");
      QVERIFY(!refused && names(refused.error(), "choose another data folder"));
      const auto unlocked = FolderLock::acquire(home_->path());
      QVERIFY(!unlocked && unlocked.error().code == ErrorCode::FileUnreadable);
    }
    make_writable(home_->path());
  }

  void only_one_holds_the_folder() {
    const fs::path folder = *home_ / "data";
    {
      FolderLock first = must(FolderLock::acquire(folder));
      const auto second = FolderLock::acquire(folder);
      QVERIFY(!second && second.error().code == ErrorCode::FileLocked);
      QVERIFY(names(second.error(), "another Eddy") && names(second.error(), path_text(folder)));
      FolderLock moved = std::move(first);
      QVERIFY(!FolderLock::acquire(folder));
      moved = must(FolderLock::acquire(*home_ / "other"));
    }
    must(FolderLock::acquire(folder));
  }

  void moved_folder_holds_everything_and_the_old_one_nothing() {
    const fs::path from = *home_ / "old", to = *home_ / "new/place";
    MessageId answer{};
    {
      ConversationDatabase opened = must(open_conversation_database(from, OpenMode::ReadWrite));
      ConversationStore store(*opened.database);
      answer = must(store.append_turn(must(store.create_conversation()), std::nullopt, "take me along")).assistant_message;
      SnapshotStore snapshots = SnapshotStore::open(from, opened.uuid).store;
      must(snapshots.put({.message = answer, .model_fingerprint = "m"}, std::vector<std::byte>(3'000'000, std::byte{7})));
    }
    std::ofstream(from / "letter.txt") << "not Eddy's";
    FolderLock lock = must(FolderLock::acquire(from));
    must(move_data_folder(from, to));
    QCOMPARE(must(find_data_location()).folder, to);
    ConversationDatabase opened = must(open_conversation_database(to, OpenMode::ReadWrite));
    QCOMPARE(must(ConversationStore(*opened.database).branch(answer))[0].text, "take me along");
    SnapshotStore::Opened snapshots = SnapshotStore::open(to, opened.uuid);
    QVERIFY(!snapshots.notice && must(snapshots.store.get(answer, "m"))->bytes.size() == 3'000'000);
    QVERIFY(!fs::exists(from / "eddy.db") && !fs::exists(from / "states.db") && !fs::exists(from / "states"));
    QVERIFY(fs::exists(from / "letter.txt"));
  }

  void refused_move_changes_nothing() {
    const fs::path from = *home_ / "old", other = *home_ / "other";
    must(open_conversation_database(from, OpenMode::ReadWrite));
    must(open_conversation_database(other, OpenMode::ReadWrite));
    std::ofstream(*home_ / "file") << "x";
    for (const fs::path& to : {fs::path(), from, from / "../old", from / "states", other, *home_ / "file"}) {
      const auto refused = move_data_folder(from, to);
      QVERIFY2(!refused, path_text(to).c_str());
      QVERIFY(refused.error().code == ErrorCode::InvalidArgument || refused.error().code == ErrorCode::FileUnreadable);
    }
    QVERIFY(must(find_data_location()).source == LocationSource::Default);
    must(open_conversation_database(from, OpenMode::ReadOnly));
  }

  void move_that_cannot_be_remembered_is_taken_back() {
    const fs::path from = *home_ / "old", to = *home_ / "new";
    must(open_conversation_database(from, OpenMode::ReadWrite));
    std::ofstream(*home_ / ".config") << "a file where the config folder should be";
    QVERIFY(!move_data_folder(from, to));
    QVERIFY(!fs::exists(to / "eddy.db"));
    must(open_conversation_database(from, OpenMode::ReadOnly));
  }

 private:
  std::unique_ptr<Folder> home_;
};

QTEST_GUILESS_MAIN(DataLocationTest)
#include "data_location_test.moc"
