// Documents in the whole application: dropped, read in the background, asked, summarised, kept, deleted. Fake engine.
#include <QtTest>

#include <fstream>

#include "app/documents/document_turn.h"
#include "app/documents/reader_process.h"
#include "tests/support/app/offline_app.h"

using namespace eddy;
namespace fs = std::filesystem;

namespace {

constexpr int kPatience = 30'000;

QUrl data(const char* name) { return QUrl::fromLocalFile(QStringLiteral(EDDY_TEST_DATA "/documents/") + QLatin1String(name)); }

/// A text of so many numbered sentences with one fact in it.
QUrl story(const QTemporaryDir& folder, const char* name, int sentences, const QString& fact = {}) {
  std::ofstream file(folder.filePath(QLatin1String(name)).toStdString());
  for (int i = 0; i < sentences; ++i) {
    file << "The keeper climbed the stairs of the lighthouse for the " << i << "th time and lit the lamp.\n\n";
    if (i == sentences / 2 && !fact.isEmpty()) file << fact.toStdString() << "\n\n";
  }
  return QUrl::fromLocalFile(folder.filePath(QLatin1String(name)));
}

struct Window : OfflineApp {
  using OfflineApp::OfflineApp;
  DocumentsViewModel& documents() { return composition().documents(); }
  DocumentSummaries& summaries() { return *documents().summaries(); }
  QVariantList points(int column = 0) { return summaries().columns().value(column).toMap().value("points").toList(); }
  bool summarise(int style) {
    summaries().make(style);
    return summaries().isBusy() && wait([&] { return !summaries().isBusy() && !points().isEmpty(); });
  }
  bool wait(const std::function<bool()>& until) { return QTest::qWaitFor(until, kPatience); }
  bool waitStatus(int status) { return wait([&] { return documents().status() == status; }); }
  /// Adds and waits until the model has read it.
  bool read(const QList<QUrl>& files) {
    if (!waitReady()) return false;
    documents().add(files);
    return wait([&] { return documents().hasDocuments(); }) && waitStatus(DocumentsViewModel::Complete);
  }
  QVariant last(int role) { return messages().data(messages().index(messages().count() - 1), role); }
  template <class T>
  T inStorage(std::function<Result<T>(Stores&)> work) {
    std::optional<Result<T>> answer;
    composition().storage().submit(&composition(), work, [&](Result<T> result) { answer.emplace(std::move(result)); });
    if (!wait([&] { return answer.has_value(); }) || !*answer) qFatal("storage does not answer");
    return **std::move(answer);
  }
};

}  // namespace

class DocumentsTest : public QObject {
  Q_OBJECT

 private slots:
  void a_dropped_file_is_read_and_asked_from_its_state() {
    Window app;
    QVERIFY(app.read({data("harbour.pdf")}));
    QCOMPARE(app.documents().title(), QStringLiteral("harbour.pdf"));
    QCOMPARE(app.chat().title(), QStringLiteral("The Harbour"));
    QCOMPARE(app.documents().library()->count(), 1);
    std::string conversation;
    app.script().answer = [&](const std::string& text) { return conversation = text, std::string("Salt."); };
    QVERIFY(app.waitReady());
    QTest::qWait(50);  // the preparation is under way or done
    QVERIFY(app.waitIdle());
    QVERIFY(app.ask(QStringLiteral("What does Torvald carry?")));
    QVERIFY(conversation.starts_with("User: Please read this.\nBoats\n"));
    QVERIFY(conversation.find("I have read it. What would you like to know?") != std::string::npos);
    QVERIFY(conversation.find("Question: What does Torvald carry?") != std::string::npos);
    QCOMPARE(app.last(MessageListModel::AnsweredFromRole).toInt(), int(MessageListModel::Both));
    const auto quotes = app.last(MessageListModel::QuotesRole).toList();
    QVERIFY(!quotes.isEmpty());
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
    QCOMPARE(app.last(MessageListModel::AnsweredFromRole).toInt(), int(MessageListModel::Memory));
    QVERIFY(app.last(MessageListModel::QuotesRole).toList().isEmpty());
    app.documents().setMode(DocumentsViewModel::Passages);
    QVERIFY(app.ask(QStringLiteral("What does Torvald carry now?")));
    QVERIFY(conversation.starts_with("User: Text: "));
    QVERIFY(conversation.find("Please read this.") == std::string::npos);
    QCOMPARE(app.last(MessageListModel::AnsweredFromRole).toInt(), int(MessageListModel::Passages));
    app.documents().setMode(DocumentsViewModel::Both);
    QVERIFY(app.ask(QStringLiteral("And Gudrun?")));
    // The branch is whole: document, both exchanges, then this one.
    QVERIFY(conversation.find("Please read this.") < conversation.find("What does Torvald carry?"));
    QVERIFY(conversation.find("What does Torvald carry now?") < conversation.find("And Gudrun?"));
  }

  void new_chats_begin_at_the_state_without_reading_again() {
    Window app;
    const QTemporaryDir folder;
    QVERIFY(app.read({story(folder, "long.txt", 200)}));
    const auto id = app.documents().library()->data(app.documents().library()->index(0), DocumentListModel::DocumentIdRole).toLongLong();
    QVERIFY(app.ask(QStringLiteral("short question one")));
    for (int i = 0; i < 3; ++i) {
      const auto before = app.chat().conversationId();
      app.documents().startChat(id);
      QVERIFY(app.wait([&] { return app.chat().conversationId() != before && app.documents().status() == DocumentsViewModel::Complete; }));
      QVERIFY(app.waitIdle());
      const auto read = app.script().tokens_read.load();
      QVERIFY(app.ask(QStringLiteral("short question two")));
      QVERIFY(app.script().tokens_read - read < 2500);  // the passages and the question, not the document
      QCOMPARE(app.last(MessageListModel::TokensRereadRole).toInt(), 0);
    }
    QCOMPARE(app.documents().library()->count(), 1);
  }

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
    QCOMPARE(app.documents().library()->count(), 1);
    QVERIFY(app.script().tokens_read - read < 1500);
  }

  void bad_files_are_named_and_the_others_go_on() {
    Window app;
    QVERIFY(app.waitReady());
    app.documents().add({data("empty.txt"), data("damaged.pdf"), data("nowhere.pdf"), data("harbour.txt"), data("binary.txt"),
                         data("locked.pdf"), QUrl("https://example.org/x.pdf")});
    QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
    QCOMPARE(app.documents().library()->count(), 1);
    const auto problems = app.documents().problems();
    QCOMPARE(problems.size(), 6);
    for (const auto& problem : problems) {
      QVERIFY(!problem.toMap().value("title").toString().isEmpty());
      QVERIFY(!problem.toMap().value("remedy").toString().isEmpty());
    }
    QCOMPARE(problems.back().toMap().value("locked").toBool(), true);
    app.documents().retryLocked(5, QStringLiteral("pepper"));
    QVERIFY(app.wait([&] { return app.documents().problems().size() == 6 && !app.documents().isImporting(); }));
    app.documents().retryLocked(5, QStringLiteral("salt"));
    QVERIFY(app.wait([&] { return app.documents().library()->count() == 2; }));
    QCOMPARE(app.documents().problems().size(), 5);
  }

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

  void a_file_that_changes_while_it_is_read_is_read_again() {
    Window app;
    const QTemporaryDir folder;
    const auto file = story(folder, "log.txt", 5);
    const auto script = meddler(folder, "[ -e \"$file.once\" ] || { echo 'A zebra came by.' >> \"$file\"; touch -d '2001-01-01' \"$file\"; : > \"$file.once\"; }");
    qputenv("EDDY_READER", script.toUtf8());
    QVERIFY(app.read({file}));
    qunsetenv("EDDY_READER");
    QCOMPARE(app.documents().library()->count(), 1);
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
    QVERIFY(app.documents().problems().first().toMap().value("detail").toString().contains("kept changing"));
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
    QCOMPARE(app.documents().problems().first().toMap().value("kind").toInt(), static_cast<int>(DocumentProblem::NotFound));
    QCOMPARE(app.documents().library()->count(), 0);
  }

  void a_crash_of_the_helper_leaves_the_chat_alone() {
    Window app;
    QVERIFY(app.waitReady());
    qputenv("EDDY_READER_MISBEHAVE", "crash");
    app.documents().add({data("harbour.txt")});
    QVERIFY(app.wait([&] { return app.documents().problems().size() == 1; }));
    qunsetenv("EDDY_READER_MISBEHAVE");
    QVERIFY(app.ask(QStringLiteral("short")));
    QCOMPARE(app.documents().library()->count(), 0);
    QVERIFY(app.read({data("harbour.txt")}));
  }

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
    QCOMPARE(app.last(MessageListModel::AnsweredFromRole).toInt(), int(MessageListModel::Passages));
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

  void a_summary_has_points_with_places() {
    Window app;
    const QTemporaryDir folder;
    app.script().answer = [](const std::string& text) { return text.find("Summarize this text") != std::string::npos ? "A keeper lights a lamp.\nAnd more." : "Yes."; };
    QVERIFY(app.read({story(folder, "long.txt", 100)}));
    for (const int style : {DocumentSummaries::Line, DocumentSummaries::Paragraph, DocumentSummaries::Notes, DocumentSummaries::Bullets}) {
      QVERIFY(app.summarise(style));
      QCOMPARE(app.summaries().style(), style);
      QVERIFY(!app.points().isEmpty());
      for (const auto& point : app.points()) QVERIFY(!point.toMap().value("place").toString().isEmpty());
    }
    const auto summary = app.points();
    QVERIFY(summary.size() > 1 && summary.size() <= 12);
    const auto first = summary.first().toMap();
    QCOMPARE(first.value("text").toString(), QStringLiteral("A keeper lights a lamp."));
    QCOMPARE(summary.back().toMap().value("last").toInt() + 1,
             app.inStorage<std::int64_t>([](Stores& stores) -> Result<std::int64_t> { return stores.documents.list()->front().passages; }));
    app.documents().showPassages(first.value("document").toLongLong(), first.value("first").toInt(), first.value("last").toInt());
    QVERIFY(app.documents().previewOpen());
    QVERIFY(app.wait([&] { return app.documents().preview()->rowCount() > 0; }));
  }

  void notes_come_while_the_document_is_read() {
    Window app({.prefillMsPerChunk = 5});
    const QTemporaryDir folder;
    app.script().answer = [](const std::string&) { return "A keeper lights a lamp."; };
    QVERIFY(app.waitReady());
    app.documents().add({story(folder, "long.txt", 400)});
    QVERIFY(app.waitStatus(DocumentsViewModel::UnderWay));
    app.summaries().make(DocumentSummaries::Notes);
    QVERIFY(app.wait([&] { return !app.points().isEmpty(); }));
    QVERIFY(app.summaries().isBusy());
    QCOMPARE(app.documents().status(), int(DocumentsViewModel::UnderWay));
    const auto note = app.points().first().toMap();
    QCOMPARE(note.value("text").toString(), QStringLiteral("A keeper lights a lamp."));
    QVERIFY(!note.value("place").toString().isEmpty());
  }

  void several_documents_are_summarised_side_by_side() {
    Window app;
    app.script().answer = [](const std::string&) { return "Boats."; };
    QVERIFY(app.read({data("harbour.md"), data("rtl.txt")}));
    QVERIFY(app.summarise(DocumentSummaries::Line));
    const auto columns = app.summaries().columns();
    QCOMPARE(columns.size(), 2);
    QCOMPARE(columns[1].toMap().value("name").toString(), QStringLiteral("rtl.txt"));
    for (const auto& column : columns) QCOMPARE(column.toMap().value("points").toList().size(), 1);
    app.restart();  // and they are kept
    QVERIFY(app.waitReady());
    QVERIFY(app.wait([&] { return app.summaries().columns() == columns; }));
  }

  void a_document_can_be_asked_as_of_a_page() {
    Window app;
    QVERIFY(app.read({data("harbour.pdf")}));
    QVERIFY(app.wait([&] { return app.documents().places()->count() == 1; }));
    QCOMPARE(app.documents().places()->nearest(2), 1);
    QCOMPARE(app.documents().places()->nearest(0), 0);
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
    QCOMPARE(app.last(MessageListModel::TokensRereadRole).toInt(), 0);
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

  void a_quote_is_shown_on_its_page() {
    Window app;
    QVERIFY(app.read({data("harbour.pdf")}));
    auto& page = *app.documents().page();
    const auto document = app.documents().library()->data(app.documents().library()->index(0), DocumentListModel::DocumentIdRole).toLongLong();
    app.documents().showPassages(document, 1, 1);
    QVERIFY(app.wait([&] { return page.picture().isLocalFile(); }));
    QVERIFY(page.isAvailable());
    QCOMPARE(page.page(), 2);
    QVERIFY(QFile::exists(page.picture().toLocalFile()));
    QVERIFY(!page.marks().isEmpty());
    page.select(0, 0, 1, 1);
    QVERIFY(page.selectedText().contains("lamp"));
    page.go(1);
    QVERIFY(page.selectedText().isEmpty() && page.marks().isEmpty());
    QVERIFY(app.wait([&] { return page.picture().isLocalFile(); }));
    page.go(7);
    QCOMPARE(page.page(), 1);
    app.documents().closePreview();
    QVERIFY(!page.isAvailable());
  }

  void a_changed_file_has_no_pages_any_more() {
    Window app;
    const QTemporaryDir folder;
    const auto copy = folder.filePath("copy.pdf");
    QVERIFY(QFile::copy(data("harbour.pdf").toLocalFile(), copy));
    QVERIFY(app.read({QUrl::fromLocalFile(copy)}));
    QFile file(copy);
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && file.open(QIODevice::Append));
    file.write("\n");
    file.close();
    app.documents().showChatDocument();
    QVERIFY(app.wait([&] { return !app.documents().page()->errorText().isEmpty(); }));
    QVERIFY(!app.documents().page()->picture().isValid());
    QVERIFY(app.documents().preview()->rowCount() > 0);  // the text is still here
  }

  void a_summary_can_be_stopped() {
    Window app({.prefillMsPerChunk = 5});
    const QTemporaryDir folder;
    QVERIFY(app.read({story(folder, "long.txt", 100)}));
    app.summaries().make(DocumentSummaries::Bullets);
    app.summaries().cancel();
    QVERIFY(!app.summaries().isBusy());
    QVERIFY(app.ask(QStringLiteral("short")));
  }

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
    QVERIFY(app.documents().title().startsWith("harbour.md and 1"));
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
    QCOMPARE(app.last(MessageListModel::TokensRereadRole).toInt(), 0);
  }

  void dragged_text_becomes_a_document() {
    Window app;
    QVERIFY(app.waitReady());
    app.documents().addDropped({}, QStringLiteral("Boats: Gudrun carries coal."), QStringLiteral("<b>Boats</b>: Gudrun carries <i>coal</i>.<script>never</script>"));
    QVERIFY(app.wait([&] { return app.documents().hasDocuments(); }));
    QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
    QCOMPARE(app.documents().title(), QStringLiteral("Boats Gudrun carries coal.html"));
    std::string conversation;
    app.script().answer = [&](const std::string& text) { return conversation = text, std::string("Coal."); };
    QVERIFY(app.ask(QStringLiteral("What does Gudrun carry?")));
    QVERIFY(conversation.find("Gudrun carries coal.") != std::string::npos && conversation.find("never") == std::string::npos);
    const auto before = app.chat().conversationId();
    app.documents().addDropped({}, QStringLiteral("Torvald carries salt/../../."), {});
    QVERIFY(app.wait([&] { return app.chat().conversationId() != before && app.documents().hasDocuments(); }));
    QCOMPARE(app.documents().title(), QStringLiteral("Torvald carries salt.txt"));
    QVERIFY(app.documents().problems().isEmpty());
  }

  void an_address_alone_is_named_and_nothing_is_fetched() {
    Window app;
    QVERIFY(app.waitReady());
    const QUrl page(QStringLiteral("https://example.org/boats.html"));
    app.documents().addDropped({page}, page.toString(), QStringLiteral("<a href=\"https://example.org/boats.html\">Boats</a>"));
    app.documents().addDropped({}, QStringLiteral("  "), {});
    QCOMPARE(app.documents().problems().size(), 2);
    QVERIFY(app.documents().problems().first().toMap().value("title").toString().contains("network"));
    QVERIFY(!app.documents().isImporting());
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

  void an_empty_folder_is_named() {
    Window app;
    const QTemporaryDir folder;
    QVERIFY(app.waitReady());
    app.documents().add({QUrl::fromLocalFile(folder.path())});
    QVERIFY(app.wait([&] { return app.documents().problems().size() == 1 && !app.documents().isImporting(); }));
    QVERIFY(app.documents().problems().first().toMap().value("title").toString().contains("There is no file in"));
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
      app.documents().setMode(DocumentsViewModel::Memory);
      QVERIFY(app.ask(QStringLiteral("short question")));
      QVERIFY(app.script().tokens_read - read < 200);
      QCOMPARE(app.last(MessageListModel::TokensRereadRole).toInt(), 0);
    }
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

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QGuiApplication application(argc, argv);
  DocumentsTest test;
  return QTest::qExec(&test, argc, argv);
}
#include "documents_test.moc"
