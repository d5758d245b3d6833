// Runs the tst_*.qml of one area in the real window: same modules, same view models, real storage, fake engine.
#include <QFile>
#include <QObject>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickStyle>
#include <QTemporaryDir>
#include <QtQuickTest/quicktest.h>
#include <memory>

#include "app/desktop/gui_watchdog.h"
#include "tests/support/app/offline_app.h"
#include "tests/ui/support/crash_report.h"
#include "tests/ui/support/user_input.h"
#include "ui/ui_plugins.h"

extern const char* const kUiTestFolder;

namespace eddy {

class Setup : public QObject {
  Q_OBJECT

 public slots:
  void applicationAvailable() {
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    m_watchdog = std::make_unique<GuiWatchdog>();
    m_input.setWatchdog(m_watchdog.get());
    // Models of the one who runs the tests are no part of them.
    qputenv("HOME", QFile::encodeName(m_home.path()));
    for (const auto* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HF_HOME", "HF_HUB_CACHE", "OLLAMA_MODELS"}) qunsetenv(name);
    m_offline = std::make_unique<OfflineApp>(OfflineApp::Options{.sampleChats = true, .tokenUs = 200});
    m_offline->script().answers_differ = true;
    m_offline->waitReady();
  }
  void qmlEngineAvailable(QQmlEngine* engine) {
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine->rootContext()->setContextProperty(QStringLiteral("userInput"), &m_input);
    engine->rootContext()->setContextProperty(QStringLiteral("modelsFolder"),
                                              QString::fromStdU16String((m_offline->folder() / "models").u16string()));
    engine->rootContext()->setContextProperty(QStringLiteral("documentsFolder"), QStringLiteral(EDDY_TEST_DOCUMENTS));
    engine->rootContext()->setContextProperty(QStringLiteral("screenshotFolder"), qEnvironmentVariable("EDDY_SCREENSHOTS"));
    engine->rootContext()->setContextProperty(QStringLiteral("screenshotLook"), qEnvironmentVariable("EDDY_LOOK"));
  }
  void cleanupTestCase() {
    if (const auto worst = m_watchdog->worst()) {
      qInfo("The GUI thread worked longer than %.0f ms %d times, at most %.0f ms (and %.0f ms of drawing) in %s", GuiWatchdog::kBound, m_watchdog->count(),
            worst->work(), worst->drawing, qPrintable(worst->longest));
    }
    m_input.setWatchdog(nullptr);
    m_watchdog.reset();
    m_offline.reset();
  }

 private:
  QTemporaryDir m_home;
  std::unique_ptr<OfflineApp> m_offline;
  std::unique_ptr<GuiWatchdog> m_watchdog;
  UserInput m_input;
};

}  // namespace eddy

int main(int argc, char** argv) {
  QTEST_SET_MAIN_SOURCE_PATH
  eddy::report_crashes();
  eddy::Setup setup;
  return quick_test_main_with_setup(argc, argv, "ui", kUiTestFolder, &setup);
}

#include "ui_test_main.moc"
