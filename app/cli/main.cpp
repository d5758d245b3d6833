// eddy-cli: the engine and the stored chats in a terminal, for scripts, tests and benchmarks.
// Exit status: 0 done, 1 failed with one line on stderr, 2 wrong usage.
#include <algorithm>
#include <cstdio>
#include <string>

#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "eddy_product.h"

namespace eddy::cli {
namespace {

int fail(const Error& error) {
  std::string line = error.message;
  std::ranges::replace(line, '\n', ' ');
  std::fprintf(stderr, "eddy-cli: %s\n", line.c_str());
  return 1;
}

// Help and version are asked for, everything else is a mistake of usage: CLI11 words it, naming the option.
int usage(const CLI::App& program, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) return program.exit(error);
  std::fprintf(stderr, "eddy-cli: %s (see eddy-cli --help)\n", error.what());
  return 2;
}

int run(int argc, char** argv) {
  CLI::App program("Chat with recurrent language models on your own computer: the engine in a terminal.", "eddy-cli");
  program.set_version_flag("--version", "eddy-cli " EDDY_VERSION, "Print the version and exit");
  program.set_help_flag("-h,--help", "Print this help and exit");
  const Command commands[] = {add_generate(program), add_logits(program),  add_tokenize(program),
                              add_inspect(program),  add_bench(program),   add_devices(program),
                              add_chats(program),    add_quantize(program),
                              add_read(program),     add_manual(program)};
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return usage(program, error);
  }
  for (const auto& command : commands) {
    if (!command.options->parsed()) continue;
    auto done = command.run();
    if (!done) return fail(done.error());
    auto written = standard_output().finish();
    return written ? 0 : fail(written.error());
  }
  std::fputs("eddy-cli: no command was given (see eddy-cli --help)\n", stderr);
  return 2;
}

}  // namespace
}  // namespace eddy::cli

int main(int argc, char** argv) {
  return eddy::cli::run(argc, argv);
}
