// Chats without a window until it is killed, and says on stdout what a user would have seen:
//   saved ID          a question is in the database
//   shown ID LENGTH   so much of an answer is on the screen
// For tests that end it at a random moment. The argument is the data folder.
#include <QGuiApplication>
#include <QTimer>
#include <cstdio>

#include "app/composition.h"
#include "tests/support/app/fake_engine.h"

using namespace eddy;

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QGuiApplication application(argc, argv);
  if (argc != 2) return 2;
  auto script = std::make_shared<fake::Script>();
  script->token_us = 400;
  Composition composition(
      {.dataFolder = argv[1],
       .starter = QStringLiteral("/fake/starter"),
       .ports = {.make_engine = [script] { return fake::make_engine(script); }, .parse = fake::parse_snapshot}});
  auto& chat = composition.chat();
  QTimer clock;
  qint64 announced = 0;
  QObject::connect(&clock, &QTimer::timeout, &chat, [&] {
    auto& messages = *chat.messages();
    if (chat.canSend()) return chat.send(QStringLiteral("long story number %1").arg(messages.count()));
    if (messages.count() < 2) return;
    const auto& question = messages.at(messages.count() - 2);
    const auto& answer = messages.at(messages.count() - 1);
    if (question.id != announced) std::printf("saved %lld\n", static_cast<long long>(announced = question.id));
    std::printf("shown %lld %lld\n", static_cast<long long>(answer.id), static_cast<long long>(answer.text.size()));
    std::fflush(stdout);
  });
  composition.start([&] { clock.start(50); });
  return QGuiApplication::exec();
}
