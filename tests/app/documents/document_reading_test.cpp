// The model reads in the background: pause, restart, lost states, a chat beside it. Whole application, fake engine.
#include "app/chat/stored_state.h"
#include "tests/app/documents/documents_window.h"

using namespace eddy;
namespace fs = std::filesystem;

namespace {

/// What storage hands out of a reading whose state is lost, piece by piece.
struct Pieces {
  std::vector<ReadingStep> steps;
  std::vector<ReadingStep> whole;
  std::size_t count = 0;
  std::size_t largest = 0;  // bytes of text in one
};

Result<Pieces> piecesOf(Stores& stores) {
  const auto reading = stores.documents.readings()->front();
  if (auto gone = stores.snapshots.discard(state_of(reading.id), reading.model_fingerprint); !gone) return gone.error();
  const auto place = static_cast<MessageRef>(state_of(reading.id));
  Pieces pieces{{}, *stores.documents.steps(reading.id, 0, std::numeric_limits<std::int64_t>::max())};
  auto answer = storedState(stores, {.message = place, .model_fingerprint = reading.model_fingerprint, .reading = {}});
  for (; answer && !answer->origin_steps.empty(); ++pieces.count) {
    std::size_t bytes = 0;
    for (const auto& step : answer->origin_steps) bytes += step.text.size();
    pieces.largest = std::max(pieces.largest, bytes);
    pieces.steps.insert(pieces.steps.end(), answer->origin_steps.begin(), answer->origin_steps.end());
    if (std::ssize(pieces.steps) >= reading.steps) break;
    answer = storedState(stores, {.message = place, .model_fingerprint = {}, .reading = {}, .origin_step = std::ssize(pieces.steps)});
  }
  if (!answer) return answer.error();
  return pieces;
}

}  // namespace

class DocumentReadingTest : public QObject {
  Q_OBJECT

 private slots:
  void reading_goes_on_after_a_restart() {
    const QTemporaryDir folder;
    const auto file = story(folder, "long.txt", 400);
    Window app({.prefillMsPerChunk = 2});
    QVERIFY(app.waitReady());
    app.documents().add({file});
    QVERIFY(app.wait([&] { return app.documents().progress() > 0.2; }));
    app.documents().pause();
    QVERIFY(app.waitStatus(DocumentsViewModel::Paused));
    const auto read = app.script().tokens_read.load();
    QVERIFY(read > 1000);
    app.restart();
    QVERIFY(app.waitReady());
    QVERIFY(app.waitStatus(DocumentsViewModel::Paused));
    app.script().tokens_read = 0;
    app.documents().resume();
    QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
    const auto size = QFileInfo(file.toLocalFile()).size();
    QVERIFY2(app.script().tokens_read < size - read + 2000, "what was read is read once");
  }

  void a_stopped_reading_is_given_up_and_begins_anew() {
    const QTemporaryDir folder;
    const auto file = story(folder, "long.txt", 400);
    Window app({.prefillMsPerChunk = 2});
    QVERIFY(app.waitReady());
    app.documents().add({file});
    QVERIFY(app.wait([&] { return app.documents().progress() > 0.2; }));
    app.documents().stop();
    QVERIFY(app.waitStatus(DocumentsViewModel::Paused));
    QTRY_VERIFY_WITH_TIMEOUT(app.documents().statusText().contains("stopped"), kPatience);
    QVERIFY(app.inStorage<bool>([](Stores& stores) -> Result<bool> {
      const auto reading = stores.documents.readings()->front();
      const auto state = stores.snapshots.get(state_of(reading.id), reading.model_fingerprint);
      return reading.status == ReadingStatus::Stopped && !*stores.documents.last_mark(reading.id) && !*state;
    }));
    app.restart();  // it is not gone on with by itself
    QVERIFY(app.waitReady());
    QVERIFY(app.waitStatus(DocumentsViewModel::Paused));
    QVERIFY(app.ask(QStringLiteral("short")));
    QTRY_COMPARE_WITH_TIMEOUT(app.last(MessageListModel::AnsweredFromRole).toInt(), int(MessageListModel::Passages), kPatience);
    app.script().tokens_read = 0;
    app.documents().resume();
    QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
    QVERIFY(app.script().tokens_read > QFileInfo(file.toLocalFile()).size() * 9 / 10);
  }

  void a_chat_is_answered_while_a_document_is_read() {
    const QTemporaryDir folder;
    Window app({.prefillMsPerChunk = 5});
    QVERIFY(app.waitReady());
    app.documents().add({story(folder, "long.txt", 600, QStringLiteral("A zebra slept on the stairs."))});
    QVERIFY(app.waitStatus(DocumentsViewModel::UnderWay));
    // About the document: from its passages, long before it is read.
    std::string conversation;
    app.script().answer = [&](const std::string& text) { return conversation = text, std::string("On the stairs."); };
    QVERIFY(app.ask(QStringLiteral("Where did the zebra sleep?")));
    QCOMPARE(app.documents().status(), int(DocumentsViewModel::UnderWay));
    QVERIFY(conversation.starts_with("User: Text: "));
    QVERIFY(conversation.find("A zebra slept") != std::string::npos);
    QTRY_COMPARE_WITH_TIMEOUT(app.last(MessageListModel::AnsweredFromRole).toInt(), int(MessageListModel::Passages), kPatience);
    // In another chat: as ever.
    app.conversations().create();
    QVERIFY(app.wait([&] { return !app.documents().hasDocuments(); }));
    QVERIFY(app.ask(QStringLiteral("hello there")));
    QVERIFY(conversation.find("zebra") == std::string::npos);
  }

  void a_lost_state_is_made_again() {
    Window app;
    QVERIFY(app.read({data("harbour.pdf")}));
    app.stop();
    for (const auto& entry : fs::directory_iterator(app.folder() / "states")) fs::remove(entry.path());
    app.start();
    QVERIFY(app.waitReady());
    QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
    std::string conversation;
    app.script().answer = [&](const std::string& text) { return conversation = text, std::string("Salt."); };
    QVERIFY(app.ask(QStringLiteral("What does Torvald carry?")));
    QVERIFY(conversation.starts_with("User: Please read this.\nBoats\n"));
  }

  void a_lost_state_of_a_long_text_is_never_in_memory_whole() {
    Window app;
    const QTemporaryDir folder;
    QVERIFY(app.read({story(folder, "long.txt", 3000)}));
    const auto pieces = app.inStorage<Pieces>(piecesOf);
    QVERIFY(pieces.count >= 4);
    QVERIFY2(pieces.largest < 40'000, qPrintable(QString::number(pieces.largest)));
    QCOMPARE(pieces.steps.size(), pieces.whole.size());
    for (std::size_t i = 0; i < pieces.whole.size(); ++i) {
      QVERIFY(pieces.steps[i].kind == pieces.whole[i].kind);
      QCOMPARE(pieces.steps[i].text, pieces.whole[i].text);
    }
    // And the chat goes on from it.
    app.restart();
    QVERIFY(app.waitReady());
    std::string conversation;
    app.script().answer = [&](const std::string& text) { return conversation = text, std::string("Lit."); };
    app.documents().setMode(DocumentsViewModel::Memory);
    QVERIFY(app.ask(QStringLiteral("How often?")));
    QVERIFY(conversation.starts_with("User: Please read this.\n"));
    QVERIFY(conversation.find("for the 0th time") < conversation.find("for the 2999th time"));
    QVERIFY(conversation.find("for the 2999th time") < conversation.find("How often?"));
  }
};

QTEST_MAIN(DocumentReadingTest)
#include "document_reading_test.moc"
