#include "app/documents/readers/ocr.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

extern char** environ;

namespace eddy {
namespace fs = std::filesystem;
namespace {

fs::path program() {
  const char* path = std::getenv("PATH");
  std::stringstream folders(path ? path : "/usr/bin:/usr/local/bin");
  for (std::string folder; std::getline(folders, folder, ':');) {
    const fs::path file = fs::path(folder) / "tesseract";
    if (::access(file.c_str(), X_OK) == 0) return file;
  }
  return {};
}

bool run(const fs::path& tesseract, const std::string& in, const std::string& out_base) {
  const char* chosen = std::getenv("EDDY_OCR_LANGUAGES");
  std::string words[] = {tesseract.string(), in, out_base, "-l", chosen ? chosen : "eng"};
  char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(), words[4].data(), nullptr};
  posix_spawn_file_actions_t quiet;
  posix_spawn_file_actions_init(&quiet);
  posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", 1, 0);
  posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", 1, 0);
  pid_t child = 0;
  const int failed = posix_spawn(&child, words[0].c_str(), &quiet, nullptr, arguments, environ);
  posix_spawn_file_actions_destroy(&quiet);
  int status = 0;
  return failed == 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

bool ocr_available() { return !program().empty(); }

std::string ocr_text(const std::function<bool(const std::string& file)>& save) {
  const fs::path tesseract = program();
  if (tesseract.empty()) return {};
  char folder[] = "/tmp/eddy-ocr-XXXXXX";
  if (!mkdtemp(folder)) return {};
  const std::string base = std::string(folder) + "/page";
  std::string text;
  if (save(base + ".png") && run(tesseract, base + ".png", base)) {
    std::ifstream recognised(base + ".txt");
    text.assign(std::istreambuf_iterator<char>(recognised), {});
  }
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  return text;
}

}  // namespace eddy
