// The starter model reads a document with the real engine: cut anywhere, its state is the same; a restart loses nothing.
#include <QtTest>

#include <fstream>

#include "tests/support/app/offline_app.h"

using namespace eddy;

namespace {

constexpr int kPatience = 240'000;

struct Window : OfflineApp {
  Window() : OfflineApp({.starter = QStringLiteral(EDDY_RESOURCES "/starter")}) {}
  DocumentsViewModel& documents() { return composition().documents(); }
  bool waitStatus(int status) {
    return QTest::qWaitFor([&] { return documents().status() == status; }, kPatience);
  }
  ReadingMark lastMark() {
    std::optional<ReadingMark> mark;
    composition().storage().submit(
        &composition(), [](Stores& stores) { return stores.documents.last_mark(stores.documents.readings()->front().id); },
        [&](const Result<std::optional<ReadingMark>>& found) { mark = found ? *found : std::nullopt; });
    if (!QTest::qWaitFor([&] { return mark.has_value(); }, 5000)) qFatal("no mark");
    return *mark;
  }
};

}  // namespace

class StarterReadingTest : public QObject {
  Q_OBJECT

 private slots:
  void a_reading_cut_in_two_ends_in_the_same_state() {
    const QTemporaryDir folder;
    std::ofstream file(folder.filePath("story.txt").toStdString());
    for (int i = 0; i < 110; ++i) file << "On day " << i << " the keeper counted " << i * 7 % 31 << " boats in the harbour and wrote it down.\n\n";
    file.close();
    const QList<QUrl> urls{QUrl::fromLocalFile(folder.filePath("story.txt"))};
    ReadingMark whole, cut;
    {
      Window app;
      QVERIFY(app.waitReady());
      app.documents().add(urls);
      QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
      whole = app.lastMark();
      QVERIFY(whole.tokens > 1500);
      QVERIFY(app.ask(QStringLiteral("How many boats were there on day 4?")));
      const auto row = app.messages().index(app.messages().count() - 1);
      QCOMPARE(app.messages().data(row, MessageListModel::TokensRereadRole).toInt(), 0);
      QVERIFY(!app.messages().data(row, MessageListModel::TextRole).toString().isEmpty());
      QVERIFY(!app.messages().data(row, MessageListModel::QuotesRole).toList().isEmpty());
    }
    {
      Window app;
      QVERIFY(app.waitReady());
      app.documents().add(urls);
      QVERIFY(QTest::qWaitFor([&] { return app.documents().progress() > 0.2; }, kPatience));
      app.documents().pause();
      QVERIFY(app.waitStatus(DocumentsViewModel::Paused));
      QVERIFY(app.lastMark().tokens < whole.tokens);
      app.restart();
      QVERIFY(app.waitReady());
      QVERIFY(app.waitStatus(DocumentsViewModel::Paused));
      app.documents().resume();
      QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
      cut = app.lastMark();
    }
    QCOMPARE(cut.tokens, whole.tokens);
    QCOMPARE(cut.token_hash, whole.token_hash);
  }

  /// Says how long they took, from the click on "New chat" to the end of an answer of four tokens. EDDY_READING_LINES makes the
  /// document longer.
  void twenty_chats_begin_at_one_state() {
    const QTemporaryDir folder;
    std::ofstream file(folder.filePath("story.txt").toStdString());
    const int lines = std::max(12, qEnvironmentVariableIntValue("EDDY_READING_LINES"));
    for (int i = 0; i < lines; ++i) file << "On day " << i << " the keeper counted " << i * 7 % 31 << " boats in the harbour and wrote it down.\n\n";
    file.close();
    Window app;
    QVERIFY(app.waitReady());
    app.settings().setProperty("maxTokens", 4);
    app.documents().add({QUrl::fromLocalFile(folder.filePath("story.txt"))});
    QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
    QVERIFY(app.ask(QStringLiteral("What is it about?")));
    const auto id = app.documents().library()->index(0).data(DocumentListModel::DocumentIdRole).toLongLong();
    std::vector<qint64> times;
    for (int i = 0; i < 20; ++i) {
      const auto before = app.chat().conversationId();
      QElapsedTimer timer;
      timer.start();
      app.documents().startChat(id);
      QVERIFY(QTest::qWaitFor([&] { return app.chat().conversationId() != before && app.documents().status() == DocumentsViewModel::Complete; }, kPatience));
      app.documents().setMode(DocumentsViewModel::Memory);
      QVERIFY(app.ask(QStringLiteral("What is it about?")));
      times.push_back(timer.elapsed());
      const auto row = app.messages().index(app.messages().count() - 1);
      QCOMPARE(app.messages().data(row, MessageListModel::TokensRereadRole).toInt(), 0);
    }
    std::ranges::sort(times);
    qInfo("twenty chats begun and asked about %lld tokens: median %lld ms, slowest %lld ms", static_cast<long long>(app.lastMark().tokens),
          static_cast<long long>(times[times.size() / 2]), static_cast<long long>(times.back()));
  }
};

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QGuiApplication application(argc, argv);
  StarterReadingTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "starter_reading_test.moc"
