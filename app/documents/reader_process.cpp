#include "app/documents/reader_process.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#if defined(__unix__) || defined(__APPLE__)
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstring>
extern char** environ;
#endif

#include "app/storage/program_folder.h"

namespace eddy {
namespace fs = std::filesystem;

#if defined(__unix__) || defined(__APPLE__)
namespace {

using Clock = std::chrono::steady_clock;
using Outcome = std::variant<DocumentFacts, DocumentError>;

constexpr std::size_t kLongestLine = std::size_t{1} << 20;  // a passage is a few kilobytes

/// A descriptor that closes itself and is not inherited.
class Pipe {
 public:
  Pipe() {
    if (::pipe(ends_) != 0) ends_[0] = ends_[1] = -1;
    for (const int end : ends_) {
      if (end >= 0) ::fcntl(end, F_SETFD, FD_CLOEXEC);
    }
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

  /// Short enough for the pipe's buffer, so this never waits.
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

/// What the helper says, line by line.
class Conversation {
 public:
  explicit Conversation(const PassageSink& sink) : sink_(sink) {}

  /// False when nothing more is wanted.
  bool take(std::string_view bytes) {
    buffer_ += bytes;
    std::size_t begin = 0;
    for (std::size_t end; (end = buffer_.find('\n', begin)) != std::string::npos; begin = end + 1) {
      if (!take_line(std::string_view(buffer_).substr(begin, end - begin))) return false;
    }
    buffer_.erase(0, begin);
    return buffer_.size() <= kLongestLine;
  }

  const std::optional<Outcome>& outcome() const { return outcome_; }
  bool refused() const { return refused_; }

 private:
  bool take_line(std::string_view line) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (!json.is_object()) return false;
    try {
      const auto type = json.value("type", std::string());
      if (type == "passage") {
        Passage passage{.page = json.value("page", 0),
                        .heading = json.value("heading", std::string()),
                        .kind = static_cast<PassageKind>(std::clamp(json.value("kind", 0), 0, 2)),
                        .text = json.value("text", std::string())};
        refused_ = !sink_(std::move(passage));
        return !refused_;
      }
      if (type == "document") {
        outcome_ = DocumentFacts{json.value("format", std::string()), json.value("title", std::string()),
                                 json.value("pages", 0), json.value("notice", std::string())};
      } else if (type == "error") {
        outcome_ = DocumentError{problem_of(json.value("problem", std::string())).value_or(DocumentProblem::Damaged),
                                 json.value("message", std::string())};
      }
      return true;
    } catch (const nlohmann::json::exception&) {
      return false;
    }
  }

  const PassageSink& sink_;
  std::string buffer_;
  std::optional<Outcome> outcome_;
  bool refused_ = false;
};

enum class Ended { Closed, Stopped, TimedOut, Refused };

Ended listen(const Helper& helper, Conversation& conversation, const ReaderOptions& options, const std::stop_token& stop) {
  const auto begun = Clock::now();
  auto heard = begun;
  char buffer[65536];
  while (true) {
    if (stop.stop_requested()) return Ended::Stopped;
    const auto now = Clock::now();
    const double factor = options.ocr ? 10 : 1;
    if (now - heard > std::chrono::duration<double>(options.silent_seconds) ||
        now - begun > std::chrono::duration<double>(options.seconds * factor)) {
      return Ended::TimedOut;
    }
    pollfd waiting{helper.output(), POLLIN, 0};
    const int ready = ::poll(&waiting, 1, 50);
    if (ready < 0 && errno != EINTR) return Ended::Closed;
    if (ready <= 0) continue;
    const ssize_t count = ::read(helper.output(), buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Ended::Closed;
    heard = now;
    if (!conversation.take({buffer, static_cast<std::size_t>(count)})) return Ended::Refused;
  }
}

DocumentError died(int status) {
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
    return {DocumentProblem::TimedOut, "[reader] the file took more processor time than a document may take"};
  }
  const std::string how = WIFSIGNALED(status) ? "signal " + std::to_string(WTERMSIG(status))
                                              : "status " + std::to_string(WEXITSTATUS(status));
  return {DocumentProblem::Crashed, "[reader] the helper that read the file ended with " + how};
}

std::vector<std::string> command(const fs::path& program, const fs::path& file, const ReaderOptions& options) {
  std::vector<std::string> words{program.string(), "--memory-mb", std::to_string(options.megabytes), "--cpu-seconds",
                                 std::to_string(static_cast<long>(std::max(1.0, options.seconds)))};
  if (!options.password.empty()) words.push_back("--password");
  if (options.ocr) words.push_back("--ocr");
  words.push_back("--");
  words.push_back(file.string());
  return words;
}

}  // namespace

fs::path reader_program() {
  if (const char* chosen = std::getenv("EDDY_READER"); chosen && *chosen) return chosen;
  const fs::path folder = program_folder();
  const fs::path places[] = {folder / "eddy-reader", folder / ".." / "libexec" / "eddy" / "eddy-reader",
                             folder / ".." / "bin" / "eddy-reader"};
  for (const auto& place : places) {
    std::error_code ignored;
    if (fs::exists(place, ignored)) return place.lexically_normal();
  }
  return places[0];
}

Outcome read_apart(const fs::path& file, const ReaderOptions& options, std::stop_token stop, const PassageSink& sink) {
  const fs::path program = options.program.empty() ? reader_program() : options.program;
  Helper helper;
  if (auto error = helper.start(program, command(program, file, options))) return *error;
  helper.tell(options.password);
  Conversation conversation(sink);
  const Ended ended = listen(helper, conversation, options, stop);
  const int status = helper.end(ended != Ended::Closed);
  if (ended == Ended::Stopped || conversation.refused()) return DocumentError{DocumentProblem::Cancelled, "[reader] stopped"};
  if (ended == Ended::TimedOut) return DocumentError{DocumentProblem::TimedOut, "[reader] no end after a long time; gave up"};
  if (ended == Ended::Refused) return DocumentError{DocumentProblem::Crashed, "[reader] the helper spoke nonsense"};
  if (conversation.outcome()) return *conversation.outcome();
  return died(status);
}

#else

fs::path reader_program() { return {}; }

std::variant<DocumentFacts, DocumentError> read_apart(const fs::path&, const ReaderOptions&, std::stop_token,
                                                      const PassageSink&) {
  return DocumentError{DocumentProblem::Unsupported, "[reader] documents cannot be read on this system yet"};
}

#endif

}  // namespace eddy
