#include "app/quit_signals.h"

#include <QSocketNotifier>

#if defined(Q_OS_UNIX)
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>
#endif

namespace eddy {

#if defined(Q_OS_UNIX)
namespace {

int ends[2] = {-1, -1};  // of a pipe: the handler writes, the notifier reads

constexpr int kSignals[] = {SIGTERM, SIGINT, SIGHUP};

void handle(int) {
  const char byte = 1;
  [[maybe_unused]] const auto written = ::write(ends[1], &byte, 1);  // allowed in a handler
}

}  // namespace

QuitSignals::QuitSignals(QObject* parent) : QObject(parent) {
  if (ends[0] >= 0 || ::pipe(ends) != 0) return;
  for (const int end : ends) ::fcntl(end, F_SETFD, FD_CLOEXEC);
  ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
  m_notifier = std::make_unique<QSocketNotifier>(ends[0], QSocketNotifier::Read);
  connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
    char byte = 0;
    [[maybe_unused]] const auto read = ::read(ends[0], &byte, 1);
    emit asked();
  });
  struct sigaction action {};
  action.sa_handler = handle;
  action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;  // a second one ends the program
  for (const int signal : kSignals) ::sigaction(signal, &action, nullptr);
}

QuitSignals::~QuitSignals() {
  if (!m_notifier) return;
  for (const int signal : kSignals) ::signal(signal, SIG_DFL);
  m_notifier.reset();
  for (int& end : ends) {
    ::close(end);
    end = -1;
  }
}
#else
QuitSignals::QuitSignals(QObject* parent) : QObject(parent) {}
QuitSignals::~QuitSignals() = default;
#endif

}  // namespace eddy
