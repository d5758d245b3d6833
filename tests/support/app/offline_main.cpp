// eddy-offline: the real screens on a fake engine, for looking at them and for taking pictures. Not installed.
// Everything lies in a folder that is deleted at the end. Words in a question choose an answer: see fake_engine.h.
#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTimer>

#include "tests/support/app/offline_app.h"
#ifdef EDDY_HAS_UI
#include "ui/ui_plugins.h"
#endif

using namespace eddy;

int main(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  QQuickStyle::setStyle(QStringLiteral("Basic"));
  QCommandLineParser options;
  const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                      QStringLiteral("Save a picture of the window and quit."), QStringLiteral("file"));
  const QCommandLineOption after(QStringLiteral("after"), QStringLiteral("Milliseconds before the picture."),
                                 QStringLiteral("ms"), QStringLiteral("1500"));
  const QCommandLineOption say(QStringLiteral("say"), QStringLiteral("Send this when the model is there."),
                               QStringLiteral("text"));
  const QCommandLineOption model(
      QStringLiteral("model"), QStringLiteral("missing, corrupt or huge show a failed load."), QStringLiteral("name"));
  const QCommandLineOption empty(QStringLiteral("empty"), QStringLiteral("Start without conversations."));
  const QCommandLineOption dark(QStringLiteral("dark"), QStringLiteral("Start in the dark theme."));
  const QCommandLineOption notices(QStringLiteral("notices"), QStringLiteral("Speak to the desktop, and show the tray icon."));
  options.addOptions({screenshot, after, say, model, empty, dark, notices});
  options.addHelpOption();
  options.process(application);

  OfflineApp offline({.sampleChats = !options.isSet(empty),
                      .model = options.value(model),
                      .loadMsPerStep = 120,
                      .tokenUs = 4000,
                      .prefillMsPerChunk = 40,
                      .notices = options.isSet(notices)});
  int result = 0;
  {
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    auto& chat = offline.chat();
    if (options.isSet(notices)) offline.settings().setProperty("trayIcon", true);
    if (options.isSet(dark)) offline.settings().setProperty("theme", Settings::Dark);
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Eddy/Shell/Main.qml")));
    if (engine.rootObjects().isEmpty()) return 1;
    if (options.isSet(say)) {
      QObject::connect(&chat, &ChatViewModel::activityChanged, &chat, [&, sent = false]() mutable {
        if (!sent && chat.canSend()) sent = true, chat.send(options.value(say));
      }, Qt::QueuedConnection);
    }
    if (options.isSet(screenshot)) {
      auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
      QTimer::singleShot(options.value(after).toInt(), window, [&, window] {
        window->grabWindow().save(options.value(screenshot));
        QGuiApplication::quit();
      });
    }
    result = QGuiApplication::exec();
  }
  return result;
}
