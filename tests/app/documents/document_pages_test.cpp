// Pages as they look, and a file that changed since. Whole application, fake engine.
#include "tests/app/documents/documents_window.h"

using namespace eddy;

class DocumentPagesTest : public QObject {
  Q_OBJECT

 private slots:
  void a_quote_is_shown_on_its_page() {
    Window app;
    QVERIFY(app.read({data("harbour.pdf")}));
    auto& page = *app.documents().page();
    const auto document = app.documents().library()->data(app.documents().library()->index(0), DocumentListModel::DocumentIdRole).toLongLong();
    app.documents().showPassages(document, 1, 1);
    QVERIFY(app.wait([&] { return page.picture().isLocalFile(); }));
    QTRY_VERIFY_WITH_TIMEOUT(page.isAvailable(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(page.page(), 2, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(page.picture().toLocalFile()), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!page.marks().isEmpty(), kPatience);
    page.select(0, 0, 1, 1);
    QVERIFY(page.selectedText().contains("lamp"));
    page.go(1);
    QVERIFY(page.selectedText().isEmpty() && page.marks().isEmpty());
    QVERIFY(app.wait([&] { return page.picture().isLocalFile(); }));
    page.go(7);
    QTRY_COMPARE_WITH_TIMEOUT(page.page(), 1, kPatience);
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
};

QTEST_MAIN(DocumentPagesTest)
#include "document_pages_test.moc"
