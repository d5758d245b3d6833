// The commands of eddy-cli, one file each. Each adds its options to the program and says what to run when it is chosen.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "engine/api/result.h"

namespace eddy::cli {

struct Command {
  CLI::App* options = nullptr;        ///< parsed() when the user chose it
  std::function<Result<void>()> run;  ///< an Error becomes one line on stderr and exit status 1
};

Command add_generate(CLI::App& program);
Command add_logits(CLI::App& program);
Command add_tokenize(CLI::App& program);
Command add_inspect(CLI::App& program);
Command add_bench(CLI::App& program);
Command add_devices(CLI::App& program);
Command add_chats(CLI::App& program);
Command add_quantize(CLI::App& program);
Command add_read(CLI::App& program);
Command add_manual(CLI::App& program);

}  // namespace eddy::cli
