// Runs the tst_*.qml of one area in the real window: same modules, same view models, real storage, fake engine.
#include <QObject>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickStyle>
#include <QtQuickTest/quicktest.h>
#include <memory>

#include "tests/support/app/offline_app.h"
#include "tests/ui/support/user_input.h"
#include "ui/ui_plugins.h"

extern const char* const kUiTestFolder;

namespace eddy {

class Setup : public QObject {
  Q_OBJECT

 public slots:
  void applicationAvailable() {
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    m_offline = std::make_unique<OfflineApp>(OfflineApp::Options{.sampleChats = true, .tokenUs = 200});
    m_offline->script().answers_differ = true;
    m_offline->waitReady();
  }
  void qmlEngineAvailable(QQmlEngine* engine) {
    engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine->rootContext()->setContextProperty(QStringLiteral("userInput"), &m_input);
    engine->rootContext()->setContextProperty(QStringLiteral("documentsFolder"), QStringLiteral(EDDY_TEST_DOCUMENTS));
    engine->rootContext()->setContextProperty(QStringLiteral("screenshotFolder"), qEnvironmentVariable("EDDY_SCREENSHOTS"));
  }
  void cleanupTestCase() { m_offline.reset(); }

 private:
  std::unique_ptr<OfflineApp> m_offline;
  UserInput m_input;
};

}  // namespace eddy

int main(int argc, char** argv) {
  QTEST_SET_MAIN_SOURCE_PATH
  eddy::Setup setup;
  return quick_test_main_with_setup(argc, argv, "ui", kUiTestFolder, &setup);
}

#include "ui_test_main.moc"
