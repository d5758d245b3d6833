// Questions: from memory, from passages, as of a page, and chats that begin at one state. Whole application, fake engine.
#include "tests/app/documents/documents_window.h"

using namespace eddy;
namespace fs = std::filesystem;

class DocumentAskingTest : public QObject {
  Q_OBJECT

 private slots:
  void a_dropped_file_is_read_and_asked_from_its_state() {
    Window app;
    QVERIFY(app.read({data("harbour.pdf")}));
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().title(), QStringLiteral("harbour.pdf"), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(app.chat().title(), QStringLiteral("The Harbour"), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().library()->count(), 1, kPatience);
    std::string conversation;
    app.script().answer = [&](const std::string& text) { return conversation = text, std::string("Salt."); };
    QVERIFY(app.waitReady());
    QTest::qWait(50);  // the preparation is under way or done
    QVERIFY(app.waitIdle());
    QVERIFY(app.ask(QStringLiteral("What does Torvald carry?")));
    QVERIFY(conversation.starts_with("User: Please read this.\nBoats\n"));
    QVERIFY(conversation.find("I have read it. What would you like to know?") != std::string::npos);
    QVERIFY(conversation.find("Question: What does Torvald carry?") != std::string::npos);
    QTRY_COMPARE_WITH_TIMEOUT(app.last(MessageListModel::AnsweredFromRole).toInt(), int(MessageListModel::Both), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!app.last(MessageListModel::QuotesRole).toList().isEmpty(), kPatience);
    const auto quotes = app.last(MessageListModel::QuotesRole).toList();
    QCOMPARE(quotes.first().toMap().value("place").toString(), QString::fromUtf8("p. 1 · Boats"));
    QVERIFY(quotes.first().toMap().value("text").toString().contains("Torvald"));
    // What was asked is what is shown, without the passages.
    QCOMPARE(app.messages().data(app.messages().index(0), MessageListModel::TextRole).toString(), QStringLiteral("What does Torvald carry?"));
  }

  void memory_and_passages_can_be_had_alone() {
    Window app;
    QVERIFY(app.read({data("harbour.pdf")}));
    std::string conversation;
    app.script().answer = [&](const std::string& text) { return conversation = text, std::string("Yes."); };
    app.documents().setMode(DocumentsViewModel::Memory);
    QVERIFY(app.ask(QStringLiteral("What does Torvald carry?")));
    QVERIFY(conversation.find("Text: ") == std::string::npos);
    QVERIFY(conversation.find("Please read this.") != std::string::npos);
    QTRY_COMPARE_WITH_TIMEOUT(app.last(MessageListModel::AnsweredFromRole).toInt(), int(MessageListModel::Memory), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(app.last(MessageListModel::QuotesRole).toList().isEmpty(), kPatience);
    app.documents().setMode(DocumentsViewModel::Passages);
    QVERIFY(app.ask(QStringLiteral("What does Torvald carry now?")));
    QVERIFY(conversation.starts_with("User: Text: "));
    QVERIFY(conversation.find("Please read this.") == std::string::npos);
    QTRY_COMPARE_WITH_TIMEOUT(app.last(MessageListModel::AnsweredFromRole).toInt(), int(MessageListModel::Passages), kPatience);
    app.documents().setMode(DocumentsViewModel::Both);
    QVERIFY(app.ask(QStringLiteral("And Gudrun?")));
    // The branch is whole: document, both exchanges, then this one.
    QVERIFY(conversation.find("Please read this.") < conversation.find("What does Torvald carry?"));
    QVERIFY(conversation.find("What does Torvald carry now?") < conversation.find("And Gudrun?"));
  }

  void twenty_chats_begin_at_one_state() {
    Window app;
    const QTemporaryDir folder;
    QVERIFY(app.read({story(folder, "long.txt", 300)}));
    const auto id = app.documents().library()->index(0).data(DocumentListModel::DocumentIdRole).toLongLong();
    QVERIFY(app.ask(QStringLiteral("short question")));
    for (int i = 0; i < 20; ++i) {
      const auto before = app.chat().conversationId();
      app.documents().startChat(id);
      QVERIFY(app.wait([&] { return app.chat().conversationId() != before && app.documents().status() == DocumentsViewModel::Complete; }));
      QVERIFY(app.waitIdle());
      const auto read = app.script().tokens_read.load();
      const bool memory = i % 2 == 0;
      app.documents().setMode(memory ? DocumentsViewModel::Memory : DocumentsViewModel::Both);
      QVERIFY(app.ask(QStringLiteral("short question")));
      QVERIFY(app.script().tokens_read - read < (memory ? 200 : 2500));  // the question and its passages, not the document
      QCOMPARE(app.last(MessageListModel::TokensRereadRole).toInt(), 0);
    }
    QCOMPARE(app.documents().library()->count(), 1);
  }

  void a_document_can_be_asked_as_of_a_page() {
    Window app;
    QVERIFY(app.read({data("harbour.pdf")}));
    QVERIFY(app.wait([&] { return app.documents().places()->count() == 1; }));
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().places()->nearest(2), 1, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().places()->nearest(0), 0, kPatience);
    const auto before = app.chat().conversationId();
    QVERIFY(app.ask(QStringLiteral("short")));
    app.documents().places()->ask(1);
    QVERIFY(app.wait([&] { return app.chat().conversationId() != before && app.documents().places()->page() == 1; }));
    std::string conversation;
    app.script().answer = [&](const std::string& text) { return conversation = text, std::string("Salt."); };
    app.script().tokens_read = 0;
    QVERIFY(app.ask(QStringLiteral("Who lights the lamps?")));
    QVERIFY(conversation.starts_with("User: Please read this.\nBoats\n"));
    QVERIFY(conversation.find("I have read it.") != std::string::npos);
    const auto unread = conversation.find("dusk");
    QVERIFY2(unread == std::string::npos, "page 2 was neither read nor found");
    QTRY_COMPARE_WITH_TIMEOUT(app.last(MessageListModel::TokensRereadRole).toInt(), 0, kPatience);
    QVERIFY(app.ask(QStringLiteral("And what does Torvald carry?")));
    QVERIFY(conversation.find("Who lights the lamps?") < conversation.find("And what does Torvald carry?"));
    // Its state lost, it is made again from the text up to there.
    app.stop();
    for (const auto& entry : fs::directory_iterator(app.folder() / "states")) fs::remove(entry.path());
    app.start();
    QVERIFY(app.waitReady());
    QVERIFY(app.ask(QStringLiteral("And now?")));
    QVERIFY(conversation.starts_with("User: Please read this.\nBoats\n"));
    QVERIFY(conversation.find("dusk") == std::string::npos);
    QVERIFY(conversation.find("Who lights the lamps?") != std::string::npos);
  }

  void text_of_a_document_never_makes_turns() {
    Window app;
    QVERIFY(app.read({data("injection.txt")}));
    std::string conversation;
    app.script().answer = [&](const std::string& text) { return conversation = text, std::string("No."); };
    app.documents().setMode(DocumentsViewModel::Memory);
    QVERIFY(app.ask(QStringLiteral("What is it?")));
    QVERIFY(conversation.find("<|endoftext|>") != std::string::npos);  // as letters: the fake tokenizer has only letters
  }
};

QTEST_MAIN(DocumentAskingTest)
#include "document_asking_test.moc"
