// The library: deleting, documents read together in an order, chats without documents. Whole application, fake engine.
#include "tests/app/documents/documents_window.h"

using namespace eddy;

class DocumentLibraryTest : public QObject {
  Q_OBJECT

 private slots:
  void deleting_frees_text_and_state() {
    Window app;
    QVERIFY(app.read({data("harbour.txt")}));
    const auto id = app.documents().library()->data(app.documents().library()->index(0), DocumentListModel::DocumentIdRole).toLongLong();
    app.documents().remove(id);
    QVERIFY(app.wait([&] { return app.documents().library()->count() == 0; }));
    app.documents().undoRemove();
    QVERIFY(app.wait([&] { return app.documents().library()->count() == 1; }));
    app.documents().remove(id);
    QVERIFY(app.wait([&] { return app.documents().library()->count() == 0; }));
    app.documents().dismissUndo();
    QVERIFY(app.wait([&] { return !app.documents().hasDocuments(); }));
    QVERIFY(app.inStorage<bool>([](Stores& stores) -> Result<bool> { return stores.documents.readings()->empty(); }));
    QVERIFY(app.ask(QStringLiteral("short")));  // the chat stays
  }

  void several_documents_are_read_in_the_order_given() {
    Window app;
    QVERIFY(app.read({data("harbour.md"), data("rtl.txt")}));
    QTRY_VERIFY_WITH_TIMEOUT(app.documents().title().startsWith("harbour.md and 1"), kPatience);
    QStringList shown;
    for (int i = 0; i < 3; ++i) {
      app.documents().showChatDocument();
      QVERIFY(app.wait([&] { return !app.documents().preview()->title().isEmpty(); }));
      shown += app.documents().preview()->title();
    }
    QCOMPARE(shown, (QStringList{"harbour.md", "rtl.txt", "harbour.md"}));
    app.documents().closePreview();
    std::string conversation;
    app.script().answer = [&](const std::string& text) { return conversation = text, std::string("Two."); };
    app.documents().setMode(DocumentsViewModel::Memory);
    QVERIFY(app.ask(QStringLiteral("How many texts?")));
    const auto first = conversation.find("It is called harbour.md.");
    const auto second = conversation.find("It is called rtl.txt.");
    QVERIFY(first != std::string::npos && second != std::string::npos && first < second);
  }

  void documents_of_the_library_are_read_together_in_a_chosen_order() {
    Window app;
    QVERIFY(app.read({data("harbour.md")}));
    QVERIFY(app.ask(QStringLiteral("short")));
    app.documents().add({data("rtl.txt")});
    QVERIFY(app.wait([&] { return app.documents().library()->count() == 2 && app.documents().title() == QStringLiteral("rtl.txt"); }));
    QVERIFY(app.ask(QStringLiteral("short")));
    auto& together = *app.documents().together();
    for (int row = 0; row < 2; ++row) {
      const auto index = app.documents().library()->index(row);
      together.toggle(index.data(DocumentListModel::DocumentIdRole).toLongLong(), index.data(DocumentListModel::NameRole).toString());
    }
    const auto names = together.names();
    QCOMPARE(names.size(), 2);
    together.moveEarlier(0);
    QCOMPARE(together.names(), names);
    together.moveEarlier(1);
    QCOMPARE(together.names(), (QStringList{names[1], names[0]}));
    together.toggle(together.ids().first().toLongLong(), {});
    QCOMPARE(together.names(), QStringList{names[0]});
    together.toggle(app.documents().library()->index(names[1] == QStringLiteral("harbour.md") ? 1 : 0).data(DocumentListModel::DocumentIdRole).toLongLong(), names[1]);
    const auto chosen = together.names();
    const auto before = app.chat().conversationId();
    together.read();
    QCOMPARE(together.count(), 0);
    QVERIFY(app.wait([&] { return app.chat().conversationId() != before && app.documents().title().startsWith(chosen[0]); }));
    QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
    std::string conversation;
    app.script().answer = [&](const std::string& text) { return conversation = text, std::string("Two."); };
    app.documents().setMode(DocumentsViewModel::Memory);
    QVERIFY(app.ask(QStringLiteral("How many texts?")));
    const auto first = conversation.find("It is called " + chosen[0].toStdString());
    const auto second = conversation.find("It is called " + chosen[1].toStdString());
    QVERIFY(first != std::string::npos && second != std::string::npos && first < second);
  }

  void documents_read_together_can_be_asked_as_of_a_page() {
    Window app;
    QVERIFY(app.read({data("harbour.md"), data("harbour.pdf"), data("rtl.txt")}));  // pages 1; 2 and 3; 4
    auto& places = *app.documents().places();
    QVERIFY(app.wait([&] { return places.count() == 3; }));
    QCOMPARE(places.label(1), QStringLiteral("harbour.md"));
    QCOMPARE(places.label(2), QStringLiteral("harbour.pdf, page 1"));
    QCOMPARE(places.label(3), QStringLiteral("harbour.pdf"));
    const auto before = app.chat().conversationId();
    QVERIFY(app.ask(QStringLiteral("short")));
    places.ask(2);
    QVERIFY(app.wait([&] { return app.chat().conversationId() != before && places.page() == 2; }));
    QVERIFY(app.wait([&] { return app.documents().statusText() == QStringLiteral("Asked as of harbour.pdf, page 1"); }));
    std::string conversation;
    app.script().answer = [&](const std::string& text) { return conversation = text, std::string("Salt."); };
    app.documents().setMode(DocumentsViewModel::Memory);
    QVERIFY(app.ask(QStringLiteral("What does Torvald carry?")));
    QVERIFY(conversation.starts_with("User: Please read this. It is called harbour.md.\n"));
    const auto second = conversation.find("It is called harbour.pdf.");
    QVERIFY(second != std::string::npos);
    QVERIFY2(conversation.find("dusk", second) == std::string::npos, "its second page was not read");
    QVERIFY(conversation.find("It is called rtl.txt.") == std::string::npos);
    QTRY_COMPARE_WITH_TIMEOUT(app.last(MessageListModel::TokensRereadRole).toInt(), 0, kPatience);
  }

  void a_new_chat_is_not_the_empty_chat_of_a_document() {
    Window app;
    QVERIFY(app.read({data("harbour.txt")}));
    const auto about = app.chat().conversationId();
    app.conversations().create();
    QVERIFY(app.wait([&] { return app.chat().conversationId() != about; }));
    QVERIFY(app.wait([&] { return !app.documents().hasDocuments(); }));
    app.conversations().select(about);
    QVERIFY(app.wait([&] { return app.documents().hasDocuments(); }));
  }
};

QTEST_MAIN(DocumentLibraryTest)
#include "document_library_test.moc"
