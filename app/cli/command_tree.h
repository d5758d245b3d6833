// The commands and options of eddy-cli as plain data, for its manual page and the shells' completions.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace eddy::cli {

struct OptionFacts {
  std::string short_name;           ///< "-h"; "" when there is none, as for the other two
  std::string long_name;            ///< "--help"
  std::string position;             ///< "in", for an argument without a name
  std::string text;
  bool takes_value = false;
  bool is_number = false;
  std::vector<std::string> choices; ///< empty: any value
  std::string initial;              ///< value when it is not given, where that is known
};

struct CommandFacts {
  std::vector<std::string> path;    ///< {"chats", "export"}; empty for the program itself
  std::string text;
  std::vector<OptionFacts> options;
  std::vector<std::string> below;   ///< names of its subcommands
};

/// The program first, every command before its subcommands; hidden ones are left out.
std::vector<CommandFacts> command_tree(const CLI::App& program);

std::string manual_page(const std::vector<CommandFacts>& tree, const std::string& version);
std::string bash_completion(const std::vector<CommandFacts>& tree);
std::string zsh_completion(const std::vector<CommandFacts>& tree);
std::string fish_completion(const std::vector<CommandFacts>& tree);

}  // namespace eddy::cli
