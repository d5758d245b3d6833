// Files that cannot be read, change or go, and a helper that dies: each is named, the others go on. Whole application, fake engine.
#include "app/documents/reader_process.h"
#include "tests/app/documents/documents_window.h"

using namespace eddy;

class BadFilesTest : public QObject {
  Q_OBJECT

  /// A helper that does something to the file before the real one reads it.
  static QString meddler(const QTemporaryDir& folder, const char* what) {
    const QString path = folder.filePath("meddler");
    QFile script(path);
    if (!script.open(QIODevice::WriteOnly)) qFatal("no script");
    script.write("#!/bin/sh\nfor file; do :; done\n" + QByteArray(what) + "\nexec '" +
                 QByteArray::fromStdString(reader_program().string()) + "' \"$@\"\n");
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
  }

 private slots:
  void bad_files_are_named_and_the_others_go_on() {
    Window app;
    QVERIFY(app.waitReady());
    app.documents().add({data("empty.txt"), data("damaged.pdf"), data("nowhere.pdf"), data("harbour.txt"), data("binary.txt"),
                         data("locked.pdf"), QUrl("https://example.org/x.pdf")});
    QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().library()->count(), 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().problems().size(), 6, kPatience);
    const auto problems = app.documents().problems();
    for (const auto& problem : problems) {
      QVERIFY(!problem.toMap().value("title").toString().isEmpty());
      QVERIFY(!problem.toMap().value("remedy").toString().isEmpty());
    }
    QCOMPARE(problems.back().toMap().value("locked").toBool(), true);
    app.documents().retryLocked(5, QStringLiteral("pepper"));
    QVERIFY(app.wait([&] { return app.documents().problems().size() == 6 && !app.documents().isImporting(); }));
    app.documents().retryLocked(5, QStringLiteral("salt"));
    QVERIFY(app.wait([&] { return app.documents().library()->count() == 2; }));
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().problems().size(), 5, kPatience);
  }

  void a_file_that_changes_while_it_is_read_is_read_again() {
    Window app;
    const QTemporaryDir folder;
    const auto file = story(folder, "log.txt", 5);
    const auto script = meddler(folder, "[ -e \"$file.once\" ] || { echo 'A zebra came by.' >> \"$file\"; touch -d '2001-01-01' \"$file\"; : > \"$file.once\"; }");
    qputenv("EDDY_READER", script.toUtf8());
    QVERIFY(app.read({file}));
    qunsetenv("EDDY_READER");
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().library()->count(), 1, kPatience);
    QVERIFY(app.documents().problems().isEmpty());
    const auto hash = std::get<FileContent>(hash_file(file.toLocalFile().toStdString())).hash;
    QVERIFY(app.inStorage<bool>([hash](Stores& stores) -> Result<bool> { return stores.documents.list()->front().content_hash == hash; }));
  }

  void a_file_that_never_holds_still_is_given_up() {
    Window app;
    QVERIFY(app.waitReady());
    const QTemporaryDir folder;
    const auto file = story(folder, "log.txt", 5);
    const auto script = meddler(folder, "echo more >> \"$file\"; touch -d \"2001-01-01 00:00:$(wc -l < \"$file\")\" \"$file\"");
    qputenv("EDDY_READER", script.toUtf8());
    app.documents().add({file});
    QVERIFY(app.wait([&] { return app.documents().problems().size() == 1; }));
    qunsetenv("EDDY_READER");
    QTRY_VERIFY_WITH_TIMEOUT(app.documents().problems().first().toMap().value("detail").toString().contains("kept changing"), kPatience);
    QVERIFY(app.documents().problems().first().toMap().value("title").toString().contains("keeps changing"));
  }

  void a_file_that_goes_while_it_is_read_is_named() {
    Window app;
    QVERIFY(app.waitReady());
    const QTemporaryDir folder;
    const auto script = meddler(folder, "rm -f \"$file\"");
    qputenv("EDDY_READER", script.toUtf8());
    app.documents().add({story(folder, "log.txt", 5)});
    QVERIFY(app.wait([&] { return app.documents().problems().size() == 1; }));
    qunsetenv("EDDY_READER");
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().problems().first().toMap().value("kind").toInt(), static_cast<int>(DocumentProblem::NotFound), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().library()->count(), 0, kPatience);
  }

  void a_crash_of_the_helper_leaves_the_chat_alone() {
    Window app;
    QVERIFY(app.waitReady());
    qputenv("EDDY_READER_MISBEHAVE", "crash");
    app.documents().add({data("harbour.txt")});
    QVERIFY(app.wait([&] { return app.documents().problems().size() == 1; }));
    qunsetenv("EDDY_READER_MISBEHAVE");
    QVERIFY(app.ask(QStringLiteral("short")));
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().library()->count(), 0, kPatience);
    QVERIFY(app.read({data("harbour.txt")}));
  }

  void text_recognition_is_offered_only_where_it_can_be_done() {
    Window app;
    QVERIFY(app.waitReady());
    const QTemporaryDir folder;
    const auto before = qgetenv("PATH");
    QFile program(folder.filePath("tesseract"));
    QVERIFY(program.open(QIODevice::WriteOnly) && program.write("#!/bin/sh\necho 'A boat in a picture.' > \"$2.txt\"\n") > 0);
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    program.close();
    qputenv("PATH", "/nowhere");
    app.documents().add({data("scanned.pdf")});
    const bool refused = app.wait([&] { return app.documents().problems().size() == 1 && !app.documents().isImporting(); });
    qputenv("PATH", folder.path().toLocal8Bit());
    app.documents().add({data("scanned.pdf")});
    const bool offered = app.wait([&] { return app.documents().problems().size() == 2 && !app.documents().isImporting(); });
    const auto problems = app.documents().problems();
    app.documents().retryScanned(1);
    const bool read = app.wait([&] { return app.documents().library()->count() == 1; });
    qputenv("PATH", before);
    QVERIFY(refused && offered && read);
    QCOMPARE(problems[0].toMap().value("scanned").toBool(), false);
    QVERIFY(problems[0].toMap().value("remedy").toString().contains("Tesseract"));
    QCOMPARE(problems[1].toMap().value("scanned").toBool(), true);
  }
};

QTEST_MAIN(BadFilesTest)
#include "bad_files_test.moc"
