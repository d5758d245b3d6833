// The helper program where there is posix_spawn. Windows has a file of its own.
#include "app/documents/helper_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <optional>

extern char** environ;

namespace eddy {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;

/// A descriptor that closes itself and is not inherited.
class Pipe {
 public:
  Pipe() {
#if defined(__linux__)  // at once: a helper that another thread starts just now must not inherit them
    if (::pipe2(ends_, O_CLOEXEC) != 0) ends_[0] = ends_[1] = -1;
#else
    if (::pipe(ends_) != 0) ends_[0] = ends_[1] = -1;
    for (const int end : ends_) {
      if (end >= 0) ::fcntl(end, F_SETFD, FD_CLOEXEC);
    }
#endif
  }
  ~Pipe() {
    close(0);
    close(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  bool is_open() const { return ends_[0] >= 0; }
  int end(int which) const { return ends_[which]; }
  void close(int which) {
    if (ends_[which] >= 0) ::close(ends_[which]);
    ends_[which] = -1;
  }

 private:
  int ends_[2];
};

/// The running helper, in a process group of its own: what it started dies with it.
class Helper {
 public:
  ~Helper() {
    if (pid_ > 0) end(true);
  }

  std::optional<DocumentError> start(const fs::path& program, std::vector<std::string> words) {
    if (!out_.is_open() || !in_.is_open()) return failed(errno);
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, in_.end(0), 0);
    posix_spawn_file_actions_adddup2(&files, out_.end(1), 1);
    posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    posix_spawnattr_setpgroup(&attributes, 0);
    const int code = posix_spawn(&pid_, program.c_str(), &files, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    if (code != 0) {
      pid_ = 0;
      return failed(code);
    }
    in_.close(0);
    out_.close(1);
    return std::nullopt;
  }

  /// Before it is started: short enough for the pipe's buffer, so this never waits, and both ends are open, so a helper
  /// that is gone already is no broken pipe.
  void tell(const std::string& text) {
    const std::string line = text.substr(0, 1000) + "\n";
    [[maybe_unused]] const auto written = ::write(in_.end(1), line.data(), line.size());
    in_.close(1);
  }

  int output() const { return out_.end(0); }

  /// Waits for it, killed or not; what became of it.
  int end(bool kill) {
    in_.close(1);
    if (kill) ::kill(-pid_, SIGKILL);
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {}
    ::kill(-pid_, SIGKILL);  // whatever it started and left
    pid_ = 0;
    return status;
  }

 private:
  static DocumentError failed(int code) {
    return {DocumentProblem::Crashed, std::string("[reader] the helper eddy-reader cannot be started: ") + std::strerror(code)};
  }

  Pipe in_, out_;
  pid_t pid_ = 0;
};

enum class Heard { Closed, Stopped, TimedOut, Refused };

Heard listen(const Helper& helper, const HelperRun& run, const std::stop_token& stop, const HelperSink& sink) {
  const auto begun = Clock::now();
  auto heard = begun;
  char buffer[65536];
  while (true) {
    if (stop.stop_requested()) return Heard::Stopped;
    const auto now = Clock::now();
    if (now - heard > std::chrono::duration<double>(run.silent_seconds) || now - begun > std::chrono::duration<double>(run.seconds)) {
      return Heard::TimedOut;
    }
    pollfd waiting{helper.output(), POLLIN, 0};
    const int ready = ::poll(&waiting, 1, 50);
    if (ready < 0 && errno != EINTR) return Heard::Closed;
    if (ready <= 0) continue;
    const ssize_t count = ::read(helper.output(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Heard::Closed;
    heard = now;
    if (!sink({buffer, static_cast<std::size_t>(count)})) return Heard::Refused;
  }
}

std::optional<DocumentError> death(int status) {
  if (!WIFSIGNALED(status)) return std::nullopt;
  if (WTERMSIG(status) == SIGXCPU) {
    return DocumentError{DocumentProblem::TimedOut, "[reader] the file took more processor time than a document may take"};
  }
  return DocumentError{DocumentProblem::Crashed,
                       "[reader] the helper that read the file ended with signal " + std::to_string(WTERMSIG(status))};
}

}  // namespace

std::string argument_of(const fs::path& path) { return path.native(); }

std::variant<HelperEnded, DocumentError> run_helper(const HelperRun& run, std::stop_token stop, const HelperSink& sink) {
  Helper helper;
  std::vector<std::string> words{run.program.string()};
  words.insert(words.end(), run.words.begin(), run.words.end());
  helper.tell(run.told);
  if (auto error = helper.start(run.program, std::move(words))) return *error;
  const Heard heard = listen(helper, run, stop, sink);
  const int status = helper.end(heard != Heard::Closed);
  switch (heard) {
    case Heard::Stopped: return DocumentError{DocumentProblem::Cancelled, "[reader] stopped"};
    case Heard::TimedOut: return DocumentError{DocumentProblem::TimedOut, "[reader] no end after a long time; gave up"};
    case Heard::Refused: return HelperEnded::Refused;
    case Heard::Closed: break;
  }
  if (const auto error = death(status)) return *error;
  return HelperEnded::Closed;
}

}  // namespace eddy
