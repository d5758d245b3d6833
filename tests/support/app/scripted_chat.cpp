// Chats without a window, greedily and with a real model: every line of stdin is a question. Says on stdout, once an answer is
// finished and its state saved:   answer REREAD TOKENS TEXT   (TEXT as one line of JSON)
// Waits to be killed when stdin ends. Arguments: data folder, model.
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>
#include <cstdio>
#include <iostream>
#include <string>

#include "app/composition.h"

using namespace eddy;

namespace {

QByteArray as_json(const QString& text) { return QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact); }

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QGuiApplication application(argc, argv);
  if (argc != 3) return 2;
  Composition composition({.dataFolder = argv[1], .starter = QString::fromLocal8Bit(argv[2]), .ports = {}});
  auto& chat = composition.chat();
  QTimer clock;
  bool asked = false, written = false, waiting = false;
  QObject::connect(&clock, &QTimer::timeout, &chat, [&] {
    auto& messages = *chat.messages();
    if (!chat.canSend() || chat.isPreparing()) return;
    if (asked) {
      const auto& answer = messages.at(messages.count() - 1);
      if (answer.status != MessageListModel::Done || waiting) return;
      if (!written) {  // a job behind those that write the answer and its state: once it is done, so are they
        waiting = true;
        return composition.storage().submit(
            &clock, [](Stores& stores) { return stores.snapshots.used_bytes(); },
            [&](const Result<std::int64_t>&) {
              waiting = false;
              written = true;
            });
      }
      std::printf("answer %d %d %s\n", answer.tokensReread, answer.tokenCount, as_json(answer.text).constData());
      std::fflush(stdout);
      asked = written = false;
    }
    std::string line;
    if (!std::getline(std::cin, line)) return clock.stop();
    asked = true;
    chat.send(QString::fromStdString(line));
  });
  composition.start([&] {
    composition.settings().setProperty("temperature", 0.0);
    composition.settings().setProperty("maxTokens", 200);
    clock.start(5);
  });
  return QGuiApplication::exec();
}
