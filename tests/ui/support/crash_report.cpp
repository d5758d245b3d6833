#include "tests/ui/support/crash_report.h"

#if __has_include(<execinfo.h>)
#include <execinfo.h>
#include <unistd.h>

#include <array>
#include <csignal>
#endif

namespace eddy {

#if __has_include(<execinfo.h>)
namespace {

/// Of a stack that has overflowed there is no room left for a call.
alignas(16) std::array<char, 64 << 10> spare_stack;

void report(int signal) {
  std::array<void*, 64> frames{};
  const int count = backtrace(frames.data(), static_cast<int>(frames.size()));
  constexpr char kTitle[] = "The program crashed here:\n";
  [[maybe_unused]] const auto written = write(STDERR_FILENO, kTitle, sizeof(kTitle) - 1);
  backtrace_symbols_fd(frames.data(), count, STDERR_FILENO);
  raise(signal);  // its action is the usual one again
}

}  // namespace

void report_crashes() {
  void* first = nullptr;
  backtrace(&first, 1);  // loads what it needs, which must not happen in the middle of a crash
  stack_t stack{};
  stack.ss_sp = spare_stack.data();
  stack.ss_size = spare_stack.size();
  sigaltstack(&stack, nullptr);
  struct sigaction action {};
  action.sa_handler = &report;
  action.sa_flags = SA_RESETHAND | SA_ONSTACK | SA_NODEFER;
  for (const int signal : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT}) sigaction(signal, &action, nullptr);
}
#else
void report_crashes() {}
#endif

}  // namespace eddy
