// Summaries: their places, notes on the way, side by side, stopped. Whole application, fake engine.
#include "tests/app/documents/documents_window.h"

using namespace eddy;

class DocumentSummariesTest : public QObject {
  Q_OBJECT

 private slots:
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

  void a_summary_can_be_stopped() {
    Window app({.prefillMsPerChunk = 5});
    const QTemporaryDir folder;
    QVERIFY(app.read({story(folder, "long.txt", 100)}));
    app.summaries().make(DocumentSummaries::Bullets);
    app.summaries().cancel();
    QVERIFY(!app.summaries().isBusy());
    QVERIFY(app.ask(QStringLiteral("short")));
  }
};

QTEST_MAIN(DocumentSummariesTest)
#include "document_summaries_test.moc"
