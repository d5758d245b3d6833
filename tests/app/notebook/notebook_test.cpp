// The notebook: a text goes on, what was read is not read again, and completions can be taken back.
#include <QSignalSpy>
#include <QTest>
#include <filesystem>
#include <fstream>

#include "tests/support/app/offline_app.h"

using namespace eddy;

namespace {

bool completed(Notebook& notebook) {
  notebook.complete();
  return QTest::qWaitFor([&] { return !notebook.isRunning(); }, 30'000);
}

}  // namespace

class NotebookTest : public QObject {
  Q_OBJECT

 private slots:
  void going_on_reads_nothing_again() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    auto& notebook = app.composition().notebook();
    QVERIFY(!notebook.canComplete());
    notebook.setText(QStringLiteral("Once upon a time"));
    notebook.values()->setProperty("maxTokens", 10);
    QSignalSpy pieces(&notebook, &Notebook::appended);
    QVERIFY(completed(notebook));
    const auto first = notebook.text();
    QVERIFY(first.startsWith(QStringLiteral("Once upon a time")) && first.size() > 16);
    QVERIFY(pieces.count() >= 1);
    QVERIFY(notebook.statusText().contains(QStringLiteral("16 tokens read")));
    QVERIFY(completed(notebook));
    QVERIFY(notebook.text().startsWith(first) && notebook.text().size() > first.size());
    QVERIFY2(notebook.statusText().contains(QStringLiteral("Nothing had to be read")), qPrintable(notebook.statusText()));
  }

  void what_was_added_is_read_alone_and_a_change_only_from_the_place_before_it() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    auto& notebook = app.composition().notebook();
    notebook.values()->setProperty("maxTokens", 5);
    notebook.setText(QStringLiteral("abcdefghij"));
    QVERIFY(completed(notebook));
    notebook.setText(notebook.text() + QStringLiteral("123"));
    QVERIFY(completed(notebook));
    QVERIFY2(notebook.statusText().contains(QStringLiteral("3 tokens read")), qPrintable(notebook.statusText()));
    notebook.setText(QStringLiteral("abcdefghij!!"));  // what was written is gone
    QVERIFY(completed(notebook));
    QVERIFY2(notebook.statusText().contains(QStringLiteral("2 tokens read")), qPrintable(notebook.statusText()));
    notebook.setText(QStringLiteral("abcX"));
    QVERIFY(completed(notebook));
    QVERIFY2(notebook.statusText().contains(QStringLiteral("4 tokens read")), qPrintable(notebook.statusText()));
  }

  void completions_are_taken_back() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    auto& notebook = app.composition().notebook();
    notebook.values()->setProperty("maxTokens", 5);
    notebook.setText(QStringLiteral("start"));
    QVERIFY(completed(notebook));
    const auto first = notebook.text();
    QVERIFY(completed(notebook));
    notebook.undo();
    QCOMPARE(notebook.text(), first);
    notebook.undo();
    QCOMPARE(notebook.text(), QStringLiteral("start"));
    QVERIFY(!notebook.canUndo());
    notebook.clear();
    QVERIFY(notebook.text().isEmpty() && !notebook.canComplete());
    notebook.undo();
    QCOMPARE(notebook.text(), QStringLiteral("start"));
  }

  void stop_ends_it_and_the_text_stays() {
    OfflineApp app({.tokenUs = 3000});
    QVERIFY(app.waitReady());
    auto& notebook = app.composition().notebook();
    notebook.values()->setProperty("maxTokens", 5000);
    notebook.setText(QStringLiteral("a long one"));
    QSignalSpy pieces(&notebook, &Notebook::appended);
    notebook.complete();
    QVERIFY(notebook.isRunning());
    notebook.setText(QStringLiteral("other"));  // not while it is written
    QTRY_VERIFY_WITH_TIMEOUT(pieces.count() > 0, 30000);
    notebook.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!notebook.isRunning(), 30000);
    QVERIFY(notebook.text().startsWith(QStringLiteral("a long one")) && notebook.text().size() > 10);
  }

  void failures_are_told_and_the_text_stays() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    auto& notebook = app.composition().notebook();
    notebook.setText(QStringLiteral("words"));
    app.script().fail_prefill = true;
    QVERIFY(completed(notebook));
    QVERIFY(!notebook.errorText().isEmpty());
    QCOMPARE(notebook.text(), QStringLiteral("words"));
    app.script().fail_prefill = false;
    QVERIFY(completed(notebook));
    QVERIFY(notebook.errorText().isEmpty());
  }

  /// What is on the disk while it goes on is what a killed process leaves.
  void text_is_kept_while_it_is_written_without_a_pause() {
    std::string stored;  // outlives what is told late
    OfflineApp app({.tokenUs = 3000});
    QVERIFY(app.waitReady());
    auto& notebook = app.composition().notebook();
    notebook.values()->setProperty("maxTokens", 5000);
    notebook.setText(QStringLiteral("a long one"));
    notebook.complete();
    const auto look = [&] {
      app.composition().storage().submit(&notebook, [](Stores& stores) { return stores.settings.all(); },
                                         [&](const Result<std::map<std::string, std::string>>& all) { if (all && all->contains("notebook.text")) stored = all->at("notebook.text"); });
      return stored.size() > 20;
    };
    QVERIFY(QTest::qWaitFor(look, 30'000));
    QVERIFY(notebook.isRunning());
    QVERIFY(notebook.text().startsWith(QString::fromStdString(stored)));
    notebook.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!notebook.isRunning(), 30000);
  }

  void a_place_that_is_not_in_the_text_is_its_end() {
    OfflineApp app;
    auto& notebook = app.composition().notebook();
    notebook.setText(QStringLiteral("four"));
    notebook.setCursor(99);
    QCOMPARE(notebook.cursor(), 4);
    notebook.setCursor(-1);
    QCOMPARE(notebook.cursor(), 0);
    notebook.restore({{"notebook.text", "ab"}, {"notebook.cursor", "7"}});
    QCOMPARE(notebook.cursor(), 2);
    notebook.restore({{"notebook.text", "ab"}});  // of a version that did not keep it
    QCOMPARE(notebook.cursor(), 2);
  }

  /// As if nobody had ended the program in between, with a real model.
  void what_was_written_goes_on_after_a_restart_and_nothing_is_read() {
    QString whole;
    for (const bool restarted : {false, true}) {
      OfflineApp app({.starter = QStringLiteral(EDDY_RESOURCES "/starter/starter.gguf")});
      QVERIFY(app.waitReady());
      app.composition().notebook().values()->setProperty("maxTokens", 20);
      app.composition().notebook().values()->setProperty("seed", 7);
      app.composition().notebook().setText(QStringLiteral("Once upon a time there was a river that turned back on itself."));
      QVERIFY(completed(app.composition().notebook()));
      if (restarted) {
        app.restart();
        QVERIFY(app.waitReady());
      }
      auto& notebook = app.composition().notebook();
      QVERIFY(completed(notebook));
      QVERIFY2(notebook.statusText().contains(QStringLiteral("Nothing had to be read")), qPrintable(notebook.statusText()));
      if (!restarted) whole = notebook.text();
      else QCOMPARE(notebook.text(), whole);
    }
  }

  void what_was_added_after_a_restart_is_read_alone() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    app.composition().notebook().values()->setProperty("maxTokens", 5);
    app.composition().notebook().setText(QStringLiteral("abcdefghij"));
    QVERIFY(completed(app.composition().notebook()));
    app.restart();
    QVERIFY(app.waitReady());
    auto& notebook = app.composition().notebook();
    notebook.setText(notebook.text() + QStringLiteral("123"));
    QVERIFY(completed(notebook));
    QVERIFY2(notebook.statusText().contains(QStringLiteral("3 tokens read")), qPrintable(notebook.statusText()));
  }

  /// The program ends while the model writes: what it had read is not read again, what it had written is.
  void a_long_text_is_not_read_again_when_the_writing_was_cut_off() {
    const auto text = QStringLiteral("The river turns. ").repeated(30);
    OfflineApp app({.tokenUs = 2000});
    QVERIFY(app.waitReady());
    app.composition().notebook().values()->setProperty("maxTokens", 5000);
    app.composition().notebook().setText(text);
    QSignalSpy pieces(&app.composition().notebook(), &Notebook::appended);
    app.composition().notebook().complete();
    QTRY_VERIFY_WITH_TIMEOUT(pieces.count() > 3, 30000);
    app.restart();
    QVERIFY(app.waitReady());
    auto& notebook = app.composition().notebook();
    const auto written = notebook.text().size() - text.size();
    QVERIFY(notebook.text().startsWith(text) && written > 0);
    notebook.values()->setProperty("maxTokens", 5);
    QVERIFY(completed(notebook));
    QVERIFY2(notebook.statusText().contains(QStringLiteral("%1 tokens read").arg(written)), qPrintable(notebook.statusText()));
  }

  void a_damaged_state_costs_reading_and_is_named() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    app.composition().notebook().values()->setProperty("maxTokens", 5);
    app.composition().notebook().setText(QStringLiteral("words of a text"));
    QVERIFY(completed(app.composition().notebook()));
    app.stop();
    int damaged = 0;
    for (const auto& entry : std::filesystem::directory_iterator(app.folder() / "states")) {
      std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(static_cast<std::streamoff>(entry.file_size() / 2));
      file.put('!').put('?');
      ++damaged;
    }
    QCOMPARE(damaged, 1);
    app.start();
    QVERIFY(app.waitReady());
    auto& notebook = app.composition().notebook();
    QVERIFY(completed(notebook));
    QVERIFY2(notebook.statusText().contains(QStringLiteral("20 tokens read, because the saved state was damaged")), qPrintable(notebook.statusText()));
    QVERIFY(completed(notebook));
    QVERIFY(notebook.statusText().contains(QStringLiteral("Nothing had to be read")));
  }

  void the_state_of_a_text_that_is_gone_goes_at_the_next_start() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    app.composition().notebook().setText(QStringLiteral("a secret"));
    QVERIFY(completed(app.composition().notebook()));
    app.composition().notebook().clear();
    app.composition().notebook().setText(QStringLiteral("something else"));
    app.restart();
    QVERIFY(app.waitReady());
    app.stop();
    QVERIFY(std::filesystem::is_empty(app.folder() / "states"));
  }

  /// A model that fails at once leaves no time for the timer that saves.
  void text_is_on_the_disk_before_the_model_sees_it() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    auto& notebook = app.composition().notebook();
    app.script().fail_prefill = true;
    notebook.setText(QStringLiteral("written first"));
    QVERIFY(completed(notebook));
    std::optional<std::string> stored;
    app.composition().storage().submit(&notebook, [](Stores& stores) { return stores.settings.value("notebook.text"); },
                                       [&](const Result<std::optional<std::string>>& value) { stored = value && *value ? **value : ""; });
    QVERIFY(QTest::qWaitFor([&] { return stored.has_value(); }, 30'000));
    QCOMPARE(*stored, std::string("written first"));
  }

  void stopped_before_it_began_it_does_not_begin() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    auto& notebook = app.composition().notebook();
    notebook.setText(QStringLiteral("words"));
    notebook.complete();
    notebook.stop();
    QVERIFY(QTest::qWaitFor([&] { return !notebook.isRunning(); }, 30'000));
    QCOMPARE(notebook.text(), QStringLiteral("words"));
    QVERIFY(!notebook.canUndo());
  }

  void text_and_values_come_back_after_a_restart() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    app.composition().notebook().setText(QStringLiteral("kept"));
    app.composition().notebook().values()->setProperty("maxTokens", 77);
    app.composition().notebook().setCursor(2);
    app.restart();
    QCOMPARE(app.composition().notebook().cursor(), 2);
    QCOMPARE(app.composition().notebook().text(), QStringLiteral("kept"));
    QCOMPARE(app.composition().notebook().values()->property("maxTokens").toInt(), 77);
  }
};

QTEST_MAIN(NotebookTest)
#include "notebook_test.moc"
