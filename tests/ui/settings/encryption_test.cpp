// Encryption in the real window, end to end: turned on in the settings, locked after a restart, opened with the passphrase and with nothing
// else, turned off again. Real storage, fake engine.
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QtTest>
#include <fstream>

#include "tests/support/app/offline_app.h"
#include "ui/ui_plugins.h"

using namespace eddy;

namespace {

constexpr int kPatience = 60'000;
const QString kPassphrase = QStringLiteral("four quiet words here");

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
    m_window->resize(1000, 760);
  }
  void quitAndStart() {
    m_engine.reset();
    m_app.restart();
    open();
  }
  QObject* object(const QString& name) const {
    auto* found = find(m_window->contentItem(), name);
    return found ? found : m_window->findChild<QObject*>(name);
  }
  QQuickItem* item(const QString& name) const { return find(m_window->contentItem(), name); }
  bool shows(const QString& name) const { return item(name) && item(name)->isVisible(); }
  bool waitFor(const QString& name) const { return QTest::qWaitFor([&] { return shows(name); }, kPatience); }
  void press(const QString& name) const {
    if (!waitFor(name)) qFatal("nothing to press: %s", qPrintable(name));
    QMetaObject::invokeMethod(item(name), "clicked");
  }
  /// Into the field of a passphrase.
  void type(const QString& name, const QString& text) const {
    if (!waitFor(name)) qFatal("nothing to type into: %s", qPrintable(name));
    item(name)->setProperty("text", text);
  }
  bool enabled(const QString& name) const { return item(name)->isEnabled(); }
  QString text(const QString& name) const { return item(name)->property("text").toString(); }
  void call(const char* function) const { QMetaObject::invokeMethod(m_window, function); }
  void shoot(const char* name) const {
    const QString folder = qEnvironmentVariable("EDDY_SCREENSHOTS");
    if (folder.isEmpty()) return;
    for (const auto theme : {Settings::Light, Settings::Dark}) {
      m_app.settings().setProperty("theme", theme);
      QTest::qWait(400);
      m_window->grabWindow().save(QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(name), theme == Settings::Dark ? "dark" : "light"));
    }
    m_app.settings().setProperty("theme", Settings::Light);
  }
  QQuickWindow* window() const { return m_window; }
  void close() { m_engine.reset(); }

 private:
  static QQuickItem* find(QQuickItem* root, const QString& name) {
    if (root->objectName() == name) return root;
    for (auto* child : root->childItems()) {
      if (auto* found = find(child, name)) return found;
    }
    return nullptr;
  }

  OfflineApp& m_app;
  std::unique_ptr<QQmlApplicationEngine> m_engine;
  QQuickWindow* m_window = nullptr;
};

/// Files may come and go meanwhile.
bool readable(const std::filesystem::path& folder, const std::string& word) {
  std::error_code why;
  for (std::filesystem::recursive_directory_iterator it(folder, why), end; !why && it != end; it.increment(why)) {
    if (!it->is_regular_file(why)) continue;
    std::ifstream in(it->path(), std::ios::binary);
    std::string bytes;
    for (char block[4096]; in.read(block, sizeof(block)) || in.gcount() > 0;) bytes.append(block, static_cast<std::size_t>(in.gcount()));
    if (bytes.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

class EncryptionTest : public QObject {
  Q_OBJECT

 private slots:
  void a_passphrase_from_first_setting_to_last() {
    OfflineApp app;
    Window window(app);
    QVERIFY(app.ask(QStringLiteral("short plantedquestion")));
    QVERIFY(readable(app.folder(), "plantedquestion"));

    // On.
    window.call("showSettings");
    const auto scrollDown = [&] {
      if (!window.waitFor(QStringLiteral("settingsFlickable"))) qFatal("the settings do not open");  // pages are made late
      auto* flick = window.item(QStringLiteral("settingsFlickable"));
      flick->setProperty("contentY", std::max(0.0, flick->property("contentHeight").toReal() - flick->height()));
      QTest::qWait(50);
    };
    scrollDown();
    window.shoot("encryption-off");
    window.press(QStringLiteral("turnEncryptionOn"));
    window.type(QStringLiteral("newPassphrase"), QStringLiteral("short"));
    QVERIFY(!window.enabled(QStringLiteral("confirmPassphrase")));
    window.type(QStringLiteral("newPassphrase"), kPassphrase);
    window.type(QStringLiteral("repeatedPassphrase"), QStringLiteral("four quiet words her"));
    QVERIFY(!window.enabled(QStringLiteral("confirmPassphrase")));
    QVERIFY(window.shows(QStringLiteral("passphraseDiffers")));
    window.shoot("encryption-dialog");
    window.type(QStringLiteral("repeatedPassphrase"), kPassphrase);
    QTRY_VERIFY_WITH_TIMEOUT(window.enabled(QStringLiteral("confirmPassphrase")), 30000);
    window.press(QStringLiteral("confirmPassphrase"));
    QTRY_VERIFY_WITH_TIMEOUT(app.composition().vault().encrypted() && !app.composition().vault().busy(), kPatience);
    QVERIFY(!readable(app.folder(), "plantedquestion"));
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(QStringLiteral("vaultNotice")), 30000);
    window.shoot("encryption-on");
    QVERIFY(app.ask(QStringLiteral("short plantedlater")));  // it goes on
    QVERIFY(!readable(app.folder(), "plantedlater"));

    // A restart.
    window.quitAndStart();
    auto& vault = app.composition().vault();
    QVERIFY(vault.locked());
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(QStringLiteral("unlockButton")), 30000);
    QCOMPARE(app.conversations().rowCount(), 0);
    QTest::keyClick(window.window(), Qt::Key_N, Qt::ControlModifier);
    QTest::keyClick(window.window(), Qt::Key_Escape);
    QCOMPARE(app.conversations().rowCount(), 0);
    QVERIFY(window.shows(QStringLiteral("unlockButton")));
    window.type(QStringLiteral("unlockPassphrase"), QStringLiteral("four loud words here"));
    window.press(QStringLiteral("unlockButton"));
    QVERIFY(window.waitFor(QStringLiteral("unlockProblem")));
    QVERIFY(vault.locked());
    window.press(QStringLiteral("forgottenButton"));
    QTRY_VERIFY_WITH_TIMEOUT(window.shows(QStringLiteral("forgottenText")), 30000);
    window.shoot("unlock");
    for (int guess = 0; guess < 2; ++guess) {
      vault.unlock(QStringLiteral("another wrong one"));
      QTRY_VERIFY_WITH_TIMEOUT(!vault.busy(), kPatience);
    }
    QVERIFY(vault.secondsToWait() > 0);
    QVERIFY(!window.enabled(QStringLiteral("unlockButton")));
    vault.unlock(kPassphrase);  // too early
    QVERIFY(!vault.busy() && vault.locked());
    QTRY_COMPARE_WITH_TIMEOUT(vault.secondsToWait(), 0, kPatience);
    window.type(QStringLiteral("unlockPassphrase"), kPassphrase);
    window.press(QStringLiteral("unlockButton"));
    QTRY_VERIFY_WITH_TIMEOUT(!vault.locked(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!window.shows(QStringLiteral("unlockButton")), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(app.conversations().rowCount() > 0, kPatience);
    QVERIFY(app.waitReady());
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 4, 30000);
    QVERIFY(app.ask(QStringLiteral("short again")));
    QCOMPARE(app.messages().at(5).tokensReread, 0);  // from its saved state

    // Another passphrase, and off.
    window.call("showSettings");
    scrollDown();
    window.press(QStringLiteral("changePassphrase"));
    window.type(QStringLiteral("currentPassphrase"), kPassphrase);
    window.type(QStringLiteral("newPassphrase"), QStringLiteral("other words entirely"));
    window.type(QStringLiteral("repeatedPassphrase"), QStringLiteral("other words entirely"));
    window.press(QStringLiteral("confirmPassphrase"));
    QTRY_VERIFY_WITH_TIMEOUT(!vault.busy() && !vault.notice().isEmpty(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!window.shows(QStringLiteral("confirmPassphrase")), 30000);
    window.press(QStringLiteral("turnEncryptionOff"));
    window.type(QStringLiteral("currentPassphrase"), kPassphrase);
    window.press(QStringLiteral("confirmPassphrase"));
    QVERIFY(window.waitFor(QStringLiteral("passphraseProblem")));
    QVERIFY(vault.encrypted());
    window.type(QStringLiteral("currentPassphrase"), QStringLiteral("other words entirely"));
    window.press(QStringLiteral("confirmPassphrase"));
    QTRY_VERIFY_WITH_TIMEOUT(!vault.encrypted() && !vault.busy(), kPatience);
    QVERIFY(readable(app.folder(), "plantedquestion"));
    window.quitAndStart();
    QVERIFY(!app.composition().vault().locked());
    QVERIFY(app.waitReady());
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 6, 30000);
    window.close();
  }
};

int main(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  EncryptionTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "encryption_test.moc"
