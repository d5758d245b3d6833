#include "app/cli/interrupt.h"

#include <atomic>
#include <csignal>
#include <thread>

#if !defined(_WIN32)
#include <unistd.h>

#include <cerrno>
#endif

namespace eddy::cli {
namespace {

std::atomic<bool> signalled{false};

// Never destroyed: a signal may come while the program ends.
std::stop_source& source() {
  static auto* const stop = new std::stop_source;
  return *stop;
}

#if defined(_WIN32)

// Windows calls the handler on a thread of its own.
void on_signal(int) {
  signalled = true;
  source().request_stop();
}

void listen() {
  source();
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
}

#else

int wake_pipe[2] = {-1, -1};

// A stop source may take locks, so it is out of bounds in a handler: a byte in a pipe wakes a thread that asks for the
// stop.
void on_signal(int) {
  const int saved = errno;
  const char byte = 0;
  signalled = true;
  if (write(wake_pipe[1], &byte, 1) < 0) _exit(130);
  errno = saved;
}

void wait_for_signal() {
  char byte;
  while (read(wake_pipe[0], &byte, 1) < 0 && errno == EINTR) {
  }
  source().request_stop();
}

// SA_RESETHAND: the second signal has its usual effect. No SA_RESTART: a read of standard input gives up.
void listen() {
  source();
  if (pipe(wake_pipe) != 0) return;
  std::thread(wait_for_signal).detach();
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = SA_RESETHAND;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

#endif

}  // namespace

std::stop_token stop_on_interrupt() {
  static const bool listening = (listen(), true);
  static_cast<void>(listening);
  return source().get_token();
}

bool was_interrupted() {
  return signalled;
}

}  // namespace eddy::cli
