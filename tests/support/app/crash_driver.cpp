// Chats with a real model and random numbers, a conversation for every question, until it is ended; goes on with answers
// that an earlier run left unfinished. Says on stdout what a user would have seen:
//   saved ID          a question is in the database
//   shown ID LENGTH   so much of an answer is on the screen
//   done ID           an answer is finished and its state saved
// Arguments: data folder, model, how many answers a question gets.
#include <QGuiApplication>
#include <QTimer>
#include <cstdio>
#include <cstdlib>

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
  User(Composition& composition, int answers) : composition_(composition) { composition.answers().setCount(answers); }

  void look() {
    auto& chat = composition_.chat();
    auto& messages = *chat.messages();
    if (messages.count() >= 2) report(messages.at(messages.count() - 2), messages.at(messages.count() - 1));
    if (!chat.canSend() || chat.isPreparing()) return;
    if (messages.count() == 0) return composition_.answers().ask(QStringLiteral("long story"));
    const auto& answer = messages.at(messages.count() - 1);
    if (answer.status == MessageListModel::Interrupted || answer.status == MessageListModel::Cancelled)
      return chat.continueAnswer(answer.id);
    if (answer.id != done_) say("done %lld\n", done_ = answer.id);
    if (answer.branchIndex + 1 < answer.branchCount) return chat.nextBranch(answer.id);
    composition_.conversations().create();
  }

 private:
  void report(const MessageRow& question, const MessageRow& answer) {
    if (question.id != announced_) say("saved %lld\n", announced_ = question.id);
    say("shown %lld %lld\n", answer.id, answer.text.size());
    const auto& beside = *composition_.answers().answers();
    for (int i = 0; composition_.answers().isShown() && i < beside.count(); ++i) {
      if (beside.at(i).id != answer.id) say("shown %lld %lld\n", beside.at(i).id, beside.at(i).text.size());
    }
  }

  Composition& composition_;
  qint64 announced_ = 0, done_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QGuiApplication application(argc, argv);
  if (argc != 4) return 2;
  const QuitSignals quitting;
  QObject::connect(&quitting, &QuitSignals::asked, &application, &QCoreApplication::quit);
  Composition composition({.dataFolder = argv[1], .starter = QString::fromLocal8Bit(argv[2]), .ports = {}});
  User user(composition, std::atoi(argv[3]));
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
