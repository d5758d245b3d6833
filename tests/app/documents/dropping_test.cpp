// What is dropped: files, folders, text, addresses. Whole application, fake engine.
#include "tests/app/documents/documents_window.h"

using namespace eddy;
namespace fs = std::filesystem;

class DroppingTest : public QObject {
  Q_OBJECT

 private slots:
  void the_same_content_is_the_same_document() {
    Window app;
    QVERIFY(app.read({data("harbour.txt")}));
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(data("harbour.txt").toLocalFile(), folder.filePath("copy.txt")));
    const auto read = app.script().tokens_read.load();
    const auto before = app.chat().conversationId();
    QVERIFY(app.ask(QStringLiteral("short")));
    app.documents().add({QUrl::fromLocalFile(folder.filePath("copy.txt"))});
    QVERIFY(app.wait([&] { return app.chat().conversationId() != before; }));
    QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().library()->count(), 1, kPatience);
    QVERIFY(app.script().tokens_read - read < 1500);
  }

  void dragged_text_becomes_a_document() {
    Window app;
    QVERIFY(app.waitReady());
    app.documents().addDropped({}, QStringLiteral("Boats: Gudrun carries coal."), QStringLiteral("<b>Boats</b>: Gudrun carries <i>coal</i>.<script>never</script>"));
    QVERIFY(app.wait([&] { return app.documents().hasDocuments(); }));
    QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().title(), QStringLiteral("Boats Gudrun carries coal.html"), kPatience);
    std::string conversation;
    app.script().answer = [&](const std::string& text) { return conversation = text, std::string("Coal."); };
    QVERIFY(app.ask(QStringLiteral("What does Gudrun carry?")));
    QVERIFY(conversation.find("Gudrun carries coal.") != std::string::npos && conversation.find("never") == std::string::npos);
    const auto before = app.chat().conversationId();
    app.documents().addDropped({}, QStringLiteral("Torvald carries salt/../../."), {});
    QVERIFY(app.wait([&] { return app.chat().conversationId() != before && app.documents().hasDocuments(); }));
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().title(), QStringLiteral("Torvald carries salt.txt"), kPatience);
    QVERIFY(app.documents().problems().isEmpty());
  }

  void an_address_alone_is_named_and_nothing_is_fetched() {
    Window app;
    QVERIFY(app.waitReady());
    const QUrl page(QStringLiteral("https://example.org/boats.html"));
    app.documents().addDropped({page}, page.toString(), QStringLiteral("<a href=\"https://example.org/boats.html\">Boats</a>"));
    app.documents().addDropped({}, QStringLiteral("  "), {});
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().problems().size(), 2, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(app.documents().problems().first().toMap().value("title").toString().contains("network"), kPatience);
    QVERIFY(!app.documents().isImporting());
  }

  void odd_names_in_a_folder_are_read() {
    Window app;
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const std::vector<std::string> names{"latin\xE9.txt", "a b\nc.txt", "-rf.txt", "$(x).txt", std::string(240, 'x') + ".txt"};
    for (std::size_t i = 0; i < names.size(); ++i) std::ofstream(root / names[i]) << "Boat number " << i << ".";
    QVERIFY(app.waitReady());
    app.documents().add({QUrl::fromLocalFile(folder.path())});
    QTRY_COMPARE_WITH_TIMEOUT(app.documents().library()->count(), 5, kPatience);
    QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
    QVERIFY(app.documents().problems().isEmpty());
  }

  void an_empty_folder_is_named() {
    Window app;
    const QTemporaryDir folder;
    QVERIFY(app.waitReady());
    app.documents().add({QUrl::fromLocalFile(folder.path())});
    QVERIFY(app.wait([&] { return app.documents().problems().size() == 1 && !app.documents().isImporting(); }));
    QTRY_VERIFY_WITH_TIMEOUT(app.documents().problems().first().toMap().value("title").toString().contains("There is no file in"), kPatience);
  }
};

QTEST_MAIN(DroppingTest)
#include "dropping_test.moc"
