// The helper program under Windows: a job object sets its limits and takes everything it started with it.
#include <windows.h>

#include <chrono>
#include <optional>

#include "app/documents/helper_process.h"

namespace eddy {
namespace fs = std::filesystem;
namespace {

using Clock = std::chrono::steady_clock;

constexpr DWORD kKilled = 0xEDD1;       // by us
constexpr DWORD kAborted = 3;           // std::abort()
constexpr DWORD kException = 0xC0000000;  // and above: the code of an exception nobody caught
constexpr DWORD kLookAgainMs = 10;

/// Closes itself.
class Handle {
 public:
  explicit Handle(HANDLE handle = nullptr) : handle_(handle) {}
  ~Handle() { reset(); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  explicit operator bool() const { return handle_ && handle_ != INVALID_HANDLE_VALUE; }
  HANDLE get() const { return handle_; }
  HANDLE* place() { return &handle_; }
  void reset(HANDLE handle = nullptr) {
    if (*this) ::CloseHandle(handle_);
    handle_ = handle;
  }

 private:
  HANDLE handle_;
};

std::wstring wide(std::string_view utf8) {
  const int count = ::MultiByteToWideChar(CP_UTF8, 0, utf8.data(), static_cast<int>(utf8.size()), nullptr, 0);
  std::wstring text(static_cast<std::size_t>(count), L'\0');
  ::MultiByteToWideChar(CP_UTF8, 0, utf8.data(), static_cast<int>(utf8.size()), text.data(), count);
  return text;
}

/// As the C library of the other side takes a command line apart: backslashes count only in front of a quotation mark.
void append_quoted(std::wstring& line, const std::wstring& word) {
  if (!line.empty()) line += L' ';
  line += L'"';
  std::size_t backslashes = 0;
  for (const wchar_t c : word) {
    if (c == L'"') line.append(backslashes + 1, L'\\');
    backslashes = c == L'\\' ? backslashes + 1 : 0;
    line += c;
  }
  line.append(backslashes, L'\\');
  line += L'"';
}

DocumentError failed(const char* what) {
  return {DocumentProblem::Crashed, std::string("[reader] the helper eddy-reader cannot be started: ") + what + " failed with code " +
                                        std::to_string(::GetLastError())};
}

/// The two ends that the helper inherits, and no other handle of this program.
class InheritedHandles {
 public:
  explicit InheritedHandles(HANDLE (&handles)[2]) {
    SIZE_T size = 0;
    ::InitializeProcThreadAttributeList(nullptr, 1, 0, &size);
    memory_.resize(size);
    ready_ = ::InitializeProcThreadAttributeList(list(), 1, 0, &size) &&
             ::UpdateProcThreadAttribute(list(), 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, handles, sizeof handles, nullptr, nullptr);
  }
  ~InheritedHandles() {
    if (ready_) ::DeleteProcThreadAttributeList(list());
  }
  InheritedHandles(const InheritedHandles&) = delete;
  InheritedHandles& operator=(const InheritedHandles&) = delete;
  bool ready() const { return ready_; }
  LPPROC_THREAD_ATTRIBUTE_LIST list() { return reinterpret_cast<LPPROC_THREAD_ATTRIBUTE_LIST>(memory_.data()); }

 private:
  std::vector<std::byte> memory_;
  bool ready_ = false;
};

class Helper {
 public:
  ~Helper() {
    if (process_) end(true);
  }

  std::optional<DocumentError> start(const HelperRun& run) {
    if (auto error = make_pipes()) return error;
    if (auto error = make_job(run)) return error;
    tell(run.told);
    std::wstring line;
    append_quoted(line, run.program.native());
    for (const auto& word : run.words) append_quoted(line, wide(word));
    HANDLE ours[2] = {their_in_.get(), their_out_.get()};
    InheritedHandles inherited(ours);
    if (!inherited.ready()) return failed("the list of handles");
    STARTUPINFOEXW startup{};
    startup.StartupInfo.cb = sizeof startup;
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    startup.StartupInfo.hStdInput = their_in_.get();
    startup.StartupInfo.hStdOutput = their_out_.get();
    startup.lpAttributeList = inherited.list();
    PROCESS_INFORMATION made{};
    const DWORD how = CREATE_SUSPENDED | CREATE_NO_WINDOW | EXTENDED_STARTUPINFO_PRESENT;
    if (!::CreateProcessW(run.program.c_str(), line.data(), nullptr, nullptr, TRUE, how, nullptr, nullptr, &startup.StartupInfo, &made)) {
      return failed("CreateProcess");
    }
    process_.reset(made.hProcess);
    const Handle thread(made.hThread);
    their_in_.reset();
    their_out_.reset();
    // Not a single instruction of it runs without limits.
    if (!::AssignProcessToJobObject(job_.get(), process_.get()) || ::ResumeThread(thread.get()) == static_cast<DWORD>(-1)) {
      return failed("the job");
    }
    return std::nullopt;
  }

  HANDLE output() const { return out_.get(); }

  /// Waits for it, killed or not; its exit code.
  DWORD end(bool kill) {
    if (kill) ::TerminateJobObject(job_.get(), kKilled);
    if (kill) ::TerminateProcess(process_.get(), kKilled);  // when it never came into the job
    ::WaitForSingleObject(process_.get(), INFINITE);
    DWORD code = 0;
    ::GetExitCodeProcess(process_.get(), &code);
    ::TerminateJobObject(job_.get(), kKilled);  // whatever it started and left
    process_.reset();
    return code;
  }

 private:
  std::optional<DocumentError> make_pipes() {
    SECURITY_ATTRIBUTES inherited{sizeof inherited, nullptr, TRUE};
    if (!::CreatePipe(their_in_.place(), in_.place(), &inherited, 4096) || !::CreatePipe(out_.place(), their_out_.place(), &inherited, 65536)) {
      return failed("CreatePipe");
    }
    ::SetHandleInformation(in_.get(), HANDLE_FLAG_INHERIT, 0);
    ::SetHandleInformation(out_.get(), HANDLE_FLAG_INHERIT, 0);
    return std::nullopt;
  }

  std::optional<DocumentError> make_job(const HelperRun& run) {
    job_.reset(::CreateJobObjectW(nullptr, nullptr));
    if (!job_) return failed("CreateJobObject");
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
    if (run.megabytes > 0) {
      limits.BasicLimitInformation.LimitFlags |= JOB_OBJECT_LIMIT_JOB_MEMORY;
      limits.JobMemoryLimit = static_cast<SIZE_T>(run.megabytes) << 20;
    }
    if (run.cpu_seconds > 0) {
      limits.BasicLimitInformation.LimitFlags |= JOB_OBJECT_LIMIT_JOB_TIME;
      limits.BasicLimitInformation.PerJobUserTimeLimit.QuadPart = static_cast<LONGLONG>(run.cpu_seconds * 1e7);  // of 100 ns
    }
    if (!::SetInformationJobObject(job_.get(), JobObjectExtendedLimitInformation, &limits, sizeof limits)) return failed("SetInformationJobObject");
    return std::nullopt;
  }

  /// Short enough for the pipe's buffer, so this never waits.
  void tell(const std::string& text) {
    const std::string line = text.substr(0, 1000) + "\n";
    DWORD written = 0;
    ::WriteFile(in_.get(), line.data(), static_cast<DWORD>(line.size()), &written, nullptr);
    in_.reset();
  }

  Handle in_, out_, their_in_, their_out_, job_, process_;
};

enum class Heard { Closed, Stopped, TimedOut, Refused };

/// A pipe of this kind cannot be waited for with a limit, so it is looked at now and then.
Heard listen(const Helper& helper, const HelperRun& run, const std::stop_token& stop, const HelperSink& sink) {
  const auto begun = Clock::now();
  auto heard = begun;
  std::vector<char> buffer(65536);
  while (true) {
    if (stop.stop_requested()) return Heard::Stopped;
    const auto now = Clock::now();
    if (now - heard > std::chrono::duration<double>(run.silent_seconds) || now - begun > std::chrono::duration<double>(run.seconds)) {
      return Heard::TimedOut;
    }
    DWORD waiting = 0, count = 0;
    if (!::PeekNamedPipe(helper.output(), nullptr, 0, nullptr, &waiting, nullptr)) return Heard::Closed;
    if (waiting == 0) {
      ::Sleep(kLookAgainMs);
      continue;
    }
    if (!::ReadFile(helper.output(), buffer.data(), static_cast<DWORD>(buffer.size()), &count, nullptr) || count == 0) return Heard::Closed;
    heard = now;
    if (!sink({buffer.data(), count})) return Heard::Refused;
  }
}

std::optional<DocumentError> death(DWORD code) {
  if (code == ERROR_NOT_ENOUGH_QUOTA) {
    return DocumentError{DocumentProblem::TimedOut, "[reader] the file took more processor time than a document may take"};
  }
  if (code < kException && code != kAborted) return std::nullopt;
  return DocumentError{DocumentProblem::Crashed, "[reader] the helper that read the file ended with code " + std::to_string(code)};
}

}  // namespace

std::string argument_of(const fs::path& path) {
  const std::u8string text = path.u8string();
  return {reinterpret_cast<const char*>(text.data()), text.size()};
}

std::variant<HelperEnded, DocumentError> run_helper(const HelperRun& run, std::stop_token stop, const HelperSink& sink) {
  Helper helper;
  if (auto error = helper.start(run)) return *error;
  const Heard heard = listen(helper, run, stop, sink);
  const DWORD code = helper.end(heard != Heard::Closed);
  switch (heard) {
    case Heard::Stopped: return DocumentError{DocumentProblem::Cancelled, "[reader] stopped"};
    case Heard::TimedOut: return DocumentError{DocumentProblem::TimedOut, "[reader] no end after a long time; gave up"};
    case Heard::Refused: return HelperEnded::Refused;
    case Heard::Closed: break;
  }
  if (const auto error = death(code)) return *error;
  return HelperEnded::Closed;
}

}  // namespace eddy
