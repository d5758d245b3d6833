// Loads a model, reads and writes with it, and says on stdout in bytes what it was said to need and what it took at most:
//   PROMISED MEASURED
// A tiny model was used before: the program's own code and the libraries' is no need of a model.
// Arguments: model, tiny model, tokens, threads, and optionally by how much the process's address space may still grow.
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#if defined(__linux__)
#include <malloc.h>
#include <sys/resource.h>
#endif

#include "engine/api/engine.h"

using namespace eddy;

namespace {

/// A line of /proc/self/status, in bytes.
long long status(const std::string& key) {
  std::ifstream file("/proc/self/status");
  for (std::string word; file >> word;) {
    long long kilobytes = 0;
    if (word == key + ":" && file >> kilobytes) return kilobytes * 1024;
    std::getline(file, word);
  }
  return 0;
}

Result<void> use(Engine& engine, const char* path, int tokens, int threads) {
  auto model = engine.load(path, {.backend = "cpu", .threads = threads});
  if (!model) return model.error();
  auto sequence = (*model)->new_sequence();
  if (!sequence) return sequence.error();
  constexpr int kWritten = 16;
  std::vector<TokenId> text;
  for (int i = 0; i < tokens - kWritten; ++i) text.push_back((i * 29 + 7) % 256 + 1);
  if (auto read = (*sequence)->prefill(text); !read) return read.error();
  auto written = (*sequence)->generate({.sampler = {.temperature = 0}, .max_tokens = kWritten}, {}, {});
  return written ? Result<void>() : written.error();
}

int fail(const Error& error) {
  std::fprintf(stderr, "%s\n", error.message.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) return 2;
  const int tokens = std::atoi(argv[3]), threads = std::atoi(argv[4]);
  auto engine = create_engine();
  if (auto used = use(*engine, argv[2], 80, threads); !used) return fail(used.error());
#if defined(__linux__)
  ::malloc_trim(0);
  if (argc > 5) {
    const auto most = static_cast<rlim_t>(status("VmSize") + std::atoll(argv[5]));
    const rlimit limit{most, most};
    if (::setrlimit(RLIMIT_AS, &limit) != 0) return 3;
  }
#endif
  const long long before = status("VmRSS");
  const auto info = engine->inspect(argv[1]);
  if (!info) return fail(info.error());
  if (auto used = use(*engine, argv[1], tokens, threads); !used) return fail(used.error());
  std::printf("%lld %lld\n", static_cast<long long>(info->memory.total(tokens)), status("VmHWM") - before);
  return 0;
}
