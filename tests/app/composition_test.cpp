// How the program starts when something is wrong, and the second start.
#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTest>
#include <fstream>
#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#endif

#include "app/opened_files.h"
#include "app/single_instance.h"
#include "tests/support/app/offline_app.h"

using namespace eddy;

class CompositionTest : public QObject {
  Q_OBJECT

 private slots:
  void database_that_cannot_be_opened_is_a_startup_error_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("no database at all") << 0;
    QTest::newRow("written by a newer version") << 1;
    QTest::newRow("in use") << 2;
  }
  void database_that_cannot_be_opened_is_a_startup_error() {
    QFETCH(int, kind);
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    app.stop();
    const auto file = app.folder() / "eddy.db";
    std::optional<FolderLock> lock;
    if (kind == 0) {
      std::ofstream(file, std::ios::trunc) << std::string(5000, 'x');
    } else if (kind == 1) {
      auto database = Database::open(file, OpenMode::ReadWrite);
      QVERIFY(database.has_value());
      QVERIFY((*database)->run_script("PRAGMA user_version = 99990").has_value());
    } else {
      auto held = FolderLock::acquire(app.folder());
      QVERIFY(held.has_value());
      lock.emplace(*std::move(held));
    }
    app.start();
    QVERIFY(!app.app().startupError().isEmpty());
    QVERIFY(app.app().startupErrorDetail().contains(QString::fromStdString(app.folder().string())));
    QVERIFY(!app.chat().canSend());
    app.stop();
    if (kind == 2) {
      lock.reset();
      app.start();
      QCOMPARE(app.app().startupError(), QString());
      QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 2, 30000);
    }
  }

  void second_start_raises_the_first() {
    QTemporaryDir folder;
    SingleInstance first(folder.path());
    QVERIFY(!first.raiseOther());
    QVERIFY(first.listen());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    std::atomic<bool> found = false;
    std::jthread second([&] { found = SingleInstance(folder.path()).raiseOther(); });
    QTRY_COMPARE_WITH_TIMEOUT(raised.count(), 1, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(found, 30000);
  }

  void files_of_a_second_start_reach_the_first() {
    QTemporaryDir folder;
    SingleInstance first(folder.path());
    QVERIFY(first.listen());
    QSignalSpy opened(&first, &SingleInstance::filesOpened);
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    const QStringList files{QStringLiteral("/tmp/a b.pdf"), QStringLiteral("/tmp/\"日本\"\n.gguf")};
    std::jthread second([&] { SingleInstance(folder.path()).raiseOther(files); });
    QTRY_COMPARE_WITH_TIMEOUT(raised.count(), 1, 30000);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toStringList(), files);
  }

  void opened_files_go_to_those_who_take_them() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    OpenedFiles opened(app.models(), app.composition().documents());
    QSignalSpy chats(&opened, &OpenedFiles::chatFileOpened);
    opened.open({QStringLiteral("/x/Holiday.eddy"), QStringLiteral("file:///fake/broken.gguf")});
    QCOMPARE(chats.count(), 1);
    QCOMPARE(chats[0][0].toUrl(), QUrl(QStringLiteral("file:///x/Holiday.eddy")));
    QTRY_COMPARE_WITH_TIMEOUT(app.models().path(), QStringLiteral("/fake/broken.gguf"), 30000);
    opened.open({QString::fromStdU16String((app.folder() / "missing.txt").u16string())});
    QTRY_COMPARE_WITH_TIMEOUT(app.composition().documents().problems().size(), 1, 30000);
  }

  void words_of_a_command_line_become_absolute() {
    QCOMPARE(OpenedFiles::absolute({QStringLiteral("a.txt"), QStringLiteral("/b/../c.txt"), QStringLiteral("file:///d%20e.txt")},
                                   QStringLiteral("/home/x")),
             QStringList({QStringLiteral("/home/x/a.txt"), QStringLiteral("/c.txt"), QStringLiteral("/d e.txt")}));
  }

#ifdef Q_OS_UNIX
  void socket_of_a_crashed_one_is_cleared_away() {
    QTemporaryDir folder;
    SingleInstance next(folder.path());
    const auto path = QFile::encodeName(QDir::tempPath() + u'/' + next.name());
    sockaddr_un address{.sun_family = AF_UNIX};
    QVERIFY(path.size() < static_cast<int>(sizeof address.sun_path));
    std::copy_n(path.constData(), path.size() + 1, address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    QCOMPARE(::bind(socket, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    ::close(socket);
    QVERIFY(QFileInfo::exists(QString::fromLocal8Bit(path)));
    QVERIFY(!next.raiseOther());
    QVERIFY(next.listen());
  }
#endif

  void moved_folder_is_found_under_its_new_name() {
    QTemporaryDir folder;
    QTemporaryDir target;
    SingleInstance first(folder.path());
    QVERIFY(first.listen());
    first.moveTo(target.path());
    QVERIFY(!SingleInstance(folder.path()).raiseOther());
    QCOMPARE(first.name(), SingleInstance(target.path()).name());
  }

  void other_folder_is_another_instance() {
    QTemporaryDir folder;
    QTemporaryDir other;
    SingleInstance first(folder.path());
    QVERIFY(first.listen());
    QVERIFY(!SingleInstance(other.path()).raiseOther());
  }
};

QTEST_MAIN(CompositionTest)
#include "composition_test.moc"
