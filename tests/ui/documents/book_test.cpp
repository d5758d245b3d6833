// A book in the real window, end to end: a PDF of 300 pages is dropped, read, paused, the program quit and started again, read on,
// summarised, asked, and a quote leads to its page. Real reader process, real storage, fake engine.
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QtTest>
#include <atomic>

#include "tests/support/app/offline_app.h"
#include "ui/ui_plugins.h"

using namespace eddy;

namespace {

constexpr int kPages = 300;
constexpr int kPatience = 90'000;

constexpr const char* kLines[] = {"the lamp was lit at dusk.", "two boats came in with salt and coal.", "fog lay on the pier until noon.",
                                  "the bell rang three times.", "a letter came from the harbour master.", "the gulls went out to sea.",
                                  "the glass fell and the wind turned north.", "the stairs were washed and the brass was polished.",
                                  "nobody passed but a grey ship.", "the clock stopped and was set by the sun.", "rain came through the roof."};
constexpr const char* kNotes[] = {"The lamp is lit every evening, and boats bring salt and coal.", "Fog keeps the pier empty; the bell is rung.",
                                  "A letter comes, the weather turns, and the stairs are washed.", "A grey ship passes. The clock is set by the sun.",
                                  "Rain comes through the roof and is written down."};

/// A heading and a few lines on every page; page 211 says where the key lies. Returns the bytes of its text.
qsizetype writeBook(const QString& path) {
  qsizetype bytes = 0;
  QPdfWriter book(path);
  book.setPageSize(QPageSize(QPageSize::A5));
  book.setResolution(72);
  book.setTitle(QStringLiteral("The Keeper"));
  QPainter painter(&book);
  for (int page = 1; page <= kPages; ++page) {
    if (page > 1) book.newPage();
    painter.setFont(QFont(QStringLiteral("DejaVu Sans"), 10));
    painter.drawText(20, 30, QStringLiteral("Day %1").arg(page));
    for (int line = 0; line < 8; ++line) {
      const auto text = QStringLiteral("On day %1 at %2, %3").arg(page).arg(6 + 2 * line).arg(QLatin1String(kLines[(page * 3 + line * 5) % 11]));
      painter.drawText(20, 60 + 20 * line, text);
      bytes += text.size() + 1;
    }
    if (page == 211) painter.drawText(20, 240, QStringLiteral("The zinc key lies under the third stone."));
  }
  return bytes;
}

/// The window of the running application; a new one after each start.
class Window {
 public:
  explicit Window(OfflineApp& app) : m_app(app) { open(); }
  void open() {
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Eddy/Shell/Main.qml")));
    m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().value(0));
    if (!m_window) qFatal("the window does not open");
    m_window->resize(1180, 800);
  }
  void quitAndStart() {
    m_engine.reset();
    m_app.restart();
    open();
  }
  QQuickItem* item(const QString& name) const { return find(m_window->contentItem(), name); }
  bool waitFor(const QString& name) const {
    return QTest::qWaitFor([&] { return item(name) && item(name)->isVisible(); }, kPatience);
  }
  void click(const QString& name) const {
    const auto* target = item(name);
    if (!target) qFatal("nothing to click: %s", qPrintable(name));
    QTest::qWait(50);  // until it stands where it will stay
    QTest::mouseClick(m_window, Qt::LeftButton, Qt::NoModifier, target->mapToScene({target->width() / 2, target->height() / 2}).toPoint());
  }
  QString text(const QString& name) const { return item(name)->property("text").toString(); }
  bool drop(const QUrl& url) const {
    QMimeData files;
    files.setUrls({url});
    const QPoint middle(m_window->width() / 2, m_window->height() / 2);
    QDragEnterEvent enter(middle, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window, &enter);
    QDropEvent drop(middle, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window, &drop);
    return drop.isAccepted();
  }
  void shoot(const char* name) const {
    const QString folder = qEnvironmentVariable("EDDY_SCREENSHOTS");
    if (folder.isEmpty()) return;
    QTest::qWait(400);
    m_window->grabWindow().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
  }

 private:
  static QQuickItem* find(QQuickItem* item, const QString& name) {
    if (item->objectName() == name) return item;
    for (auto* child : item->childItems()) {
      if (auto* found = find(child, name)) return found;
    }
    return nullptr;
  }

  OfflineApp& m_app;
  std::unique_ptr<QQmlApplicationEngine> m_engine;
  QQuickWindow* m_window = nullptr;
};

}  // namespace

class BookTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() { QQuickStyle::setStyle(QStringLiteral("Basic")); }

  void a_book_is_dropped_read_paused_and_read_on_after_a_restart() {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("keeper.pdf"));
    const auto bytes = writeBook(path);
    OfflineApp app({.prefillMsPerChunk = 4});
    app.script().answer = [notes = std::make_shared<std::atomic<int>>(0)](const std::string& text) -> std::string {
      if (text.find("Summarize this text") == std::string::npos) return "The zinc key lies under the third stone.";
      return kNotes[(*notes)++ % 5];
    };
    QVERIFY(app.waitReady());
    Window window(app);
    auto* documents = app.app().documents();
    const auto waitUntil = [](auto condition) { return QTest::qWaitFor(condition, kPatience); };

    QVERIFY(window.drop(QUrl::fromLocalFile(path)));
    QVERIFY(window.waitFor(QStringLiteral("readingProgress")));
    QVERIFY(waitUntil([&] { return documents->progress() > 0.3; }));
    QVERIFY(window.text(QStringLiteral("documentStatus")).contains(QStringLiteral("of 300")));
    window.shoot("book-reading");
    window.click(QStringLiteral("pauseReading"));
    QVERIFY(waitUntil([&] { return documents->status() == DocumentsViewModel::Paused; }));
    const auto readBefore = app.script().tokens_read.load();

    window.quitAndStart();
    documents = app.app().documents();
    QVERIFY(app.waitReady());
    QVERIFY(waitUntil([&] { return documents->status() == DocumentsViewModel::Paused; }));
    app.script().tokens_read = 0;
    window.click(QStringLiteral("resumeReading"));
    QVERIFY(waitUntil([&] { return documents->status() == DocumentsViewModel::Complete; }));
    QVERIFY2(app.script().tokens_read < static_cast<double>(bytes) * 1.3 - static_cast<double>(readBefore) / 2, "what was read before is not read again");
    QVERIFY(documents->places()->count() >= 10);

    documents->summaries()->make(DocumentSummaries::Bullets);
    QVERIFY(waitUntil([&] { return !documents->summaries()->isBusy() && !documents->summaries()->columns().isEmpty(); }));
    QVERIFY(window.waitFor(QStringLiteral("summaryPlace0")));
    QVERIFY(window.text(QStringLiteral("summaryPlace0")).startsWith(QStringLiteral("pp. 1")));
    window.shoot("book-summary");

    QVERIFY(app.ask(QStringLiteral("Where does the zinc key lie?")));
    QVERIFY(window.waitFor(QStringLiteral("quote0")));
    QVERIFY(window.text(QStringLiteral("quote0")).contains(QStringLiteral("211")));
    window.click(QStringLiteral("quote0"));
    QVERIFY(window.waitFor(QStringLiteral("pageSheet")));
    QVERIFY(waitUntil([&] { return documents->page()->picture().isLocalFile(); }));
    QCOMPARE(documents->page()->page(), 211);
    QVERIFY(!documents->page()->marks().isEmpty());
    window.shoot("book-quote");
  }
};

QTEST_MAIN(BookTest)
#include "book_test.moc"
