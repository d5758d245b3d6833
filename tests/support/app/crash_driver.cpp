// Chats with a real model and random numbers, a conversation for every question, until it is ended; goes on with an answer
// that an earlier run left unfinished. Says on stdout what a user would have seen:
//   saved ID          a question is in the database
//   shown ID LENGTH   so much of an answer is on the screen
//   done ID           an answer is finished and its state saved
// Arguments: data folder, model.
#include <QGuiApplication>
#include <QTimer>
#include <cstdio>

#include "app/composition.h"
#include "app/quit_signals.h"
#include "tests/support/app/crash_settings.h"

using namespace eddy;

namespace {

template <class... Numbers>
void say(const char* format, Numbers... numbers) {
  std::printf(format, static_cast<long long>(numbers)...);
  std::fflush(stdout);
}

class User {
 public:
  explicit User(Composition& composition) : composition_(composition) {}

  void look() {
    auto& chat = composition_.chat();
    auto& messages = *chat.messages();
    if (messages.count() >= 2) report(messages.at(messages.count() - 2), messages.at(messages.count() - 1));
    if (!chat.canSend() || chat.isPreparing()) return;
    if (messages.count() == 0) return chat.send(QStringLiteral("long story"));
    const auto& answer = messages.at(messages.count() - 1);
    if (answer.status == MessageListModel::Interrupted || answer.status == MessageListModel::Cancelled)
      return chat.continueAnswer(answer.id);
    if (answer.id != done_) say("done %lld\n", done_ = answer.id);
    composition_.conversations().create();
  }

 private:
  void report(const MessageRow& question, const MessageRow& answer) {
    if (question.id != announced_) say("saved %lld\n", announced_ = question.id);
    say("shown %lld %lld\n", answer.id, answer.text.size());
  }

  Composition& composition_;
  qint64 announced_ = 0, done_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QGuiApplication application(argc, argv);
  if (argc != 3) return 2;
  const QuitSignals quitting;
  QObject::connect(&quitting, &QuitSignals::asked, &application, &QCoreApplication::quit);
  Composition composition({.dataFolder = argv[1], .starter = QString::fromLocal8Bit(argv[2]), .ports = {}});
  User user(composition);
  QTimer clock;
  QObject::connect(&clock, &QTimer::timeout, &composition.chat(), [&user] { user.look(); });
  composition.start([&] {
    for (const auto& [name, value] : crash_settings()) composition.settings().setProperty(name, value);
    clock.start(10);
  });
  const int result = QGuiApplication::exec();
  composition.shutdown();
  return result;
}
