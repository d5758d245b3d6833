// eddy-offline: the real screens on a fake engine, for looking at them and for taking pictures. Not installed.
#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTimer>

#include "app/app.h"
#ifdef EDDY_HAS_UI
#include "ui/ui_plugins.h"
#endif

using namespace eddy;

int main(int argc, char** argv) {
  QGuiApplication application(argc, argv);
  QCommandLineParser options;
  options.addOption({QStringLiteral("screenshot"), QStringLiteral("Save a picture of the window and quit."), QStringLiteral("file")});
  options.addHelpOption();
  options.process(application);

  ConversationListModel conversations;
  ChatViewModel chat;
  ModelsViewModel models;
  Settings settings;
  conversations.setRows({{1, QStringLiteral("A lighthouse story"), QStringLiteral("The keeper climbed the stairs…"), QDateTime::currentDateTime()},
                         {2, QStringLiteral("Sorting a list"), QStringLiteral("Use std::sort."), QDateTime::currentDateTime().addDays(-1)}});
  conversations.select(1);
  chat.showConversation(1, QStringLiteral("A lighthouse story"),
                        {{.id = 1, .author = MessageListModel::User, .text = QStringLiteral("Tell me a story."), .branchCount = 2,
                          .time = QDateTime::currentDateTime()},
                         {.id = 2, .author = MessageListModel::Assistant,
                          .text = QStringLiteral("# The lighthouse\n\nThe keeper climbed the **stairs**.\n\n- one\n- two\n\n> quoted\n\n"
                                                 "```python\nprint('hello')\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"),
                          .tokensPerSecond = 31.4, .timeToFirstToken = 0.2, .tokenCount = 63, .tokensReread = 812,
                          .rereadReason = QStringLiteral("the saved state was damaged"), .time = QDateTime::currentDateTime()},
                         {.id = 3, .author = MessageListModel::User, .text = QStringLiteral("Go on."), .time = QDateTime::currentDateTime()},
                         {.id = 4, .author = MessageListModel::Assistant, .text = QStringLiteral("And then"), .status = MessageListModel::Failed,
                          .errorTitle = QStringLiteral("Not enough memory"), .errorText = QStringLiteral("The model needs 2 GB more."),
                          .errorAction = MessageListModel::Retry, .time = QDateTime::currentDateTime()}});
  App app({.conversations = &conversations, .chat = &chat, .models = &models, .settings = &settings});

  QQmlApplicationEngine engine;
  engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
  engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Eddy/Shell/Main.qml")));
  if (engine.rootObjects().isEmpty()) return 1;
  if (options.isSet(QStringLiteral("screenshot"))) {
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    QTimer::singleShot(700, window, [&, window] {
      window->grabWindow().save(options.value(QStringLiteral("screenshot")));
      QGuiApplication::quit();
    });
  }
  return QGuiApplication::exec();
}
