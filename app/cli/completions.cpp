// Completions of bash, zsh and fish from the commands and options themselves.
#include "app/cli/command_tree.h"

namespace eddy::cli {
namespace {

std::string joined(const std::vector<std::string>& words, const std::string& between = " ") {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : between) + word;
  return text;
}

/// `text` with a backslash before each of `special`.
std::string escaped(const std::string& text, std::string_view special) {
  std::string result;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

/// In a shell's single quotes.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::vector<std::string> words_of(const CommandFacts& command) {
  std::vector<std::string> words = command.below;
  for (const OptionFacts& option : command.options) {
    if (!option.long_name.empty()) words.push_back(option.long_name);
  }
  return words;
}

std::string bash_values(const CommandFacts& command) {
  std::string cases;
  for (const OptionFacts& option : command.options) {
    if (!option.takes_value || option.long_name.empty()) continue;
    const std::string where = "    \"" + joined(command.path) + ":" + option.long_name + "\") ";
    if (!option.choices.empty()) {
      cases += where + "COMPREPLY=($(compgen -W \"" + joined(option.choices) + "\" -- \"$cur\")); return ;;\n";
    } else {
      cases += where + (option.is_number ? "return ;;\n" : "compopt -o default; return ;;\n");
    }
  }
  return cases;
}

std::string zsh_value(const OptionFacts& option) {
  const std::string name = option.position.empty() ? option.long_name.substr(2) : option.position;
  if (!option.choices.empty()) return ":" + name + ":(" + joined(option.choices) + ")";
  return ":" + name + (option.is_number ? ": " : ":_files");
}

std::string zsh_argument(const OptionFacts& option) {
  const std::string text = escaped(option.text, "[]:\\");
  if (!option.position.empty()) return quoted(":" + text + (option.is_number ? ": " : ":_files"));
  return quoted("*" + option.long_name + "[" + text + "]" + (option.takes_value ? zsh_value(option) : ""));
}

std::string zsh_function(const CommandFacts& command) {
  std::string text = "_eddy_cli" + (command.path.empty() ? "" : "_" + joined(command.path, "_")) + "() {\n";
  if (!command.below.empty()) text += "  local context state line\n";
  text += "  _arguments -S";
  for (const OptionFacts& option : command.options) text += " \\\n    " + zsh_argument(option);
  if (command.below.empty()) return text + "\n}\n";
  text += " \\\n    '1:command:->command' '*::argument:->argument'\n  case $state in\n    command) _values command";
  for (const std::string& below : command.below) text += " " + below;
  text += " ;;\n    argument) _eddy_cli" + (command.path.empty() ? "" : "_" + joined(command.path, "_")) + "_$line[1] ;;\n";
  return text + "  esac\n}\n";
}

std::string fish_condition(const CommandFacts& command) {
  if (command.path.empty()) return "__fish_use_subcommand";
  std::string condition;
  for (const std::string& word : command.path) {
    condition += (condition.empty() ? "" : "; and ") + ("__fish_seen_subcommand_from " + word);
  }
  if (!command.below.empty()) condition += "; and not __fish_seen_subcommand_from " + joined(command.below);
  return condition;
}

}  // namespace

std::string bash_completion(const std::vector<CommandFacts>& tree) {
  std::string paths, values, words;
  for (const CommandFacts& command : tree) {
    const std::string path = joined(command.path);
    for (const std::string& below : command.below) {
      paths += "      \"" + path + ":" + below + "\") path=\"" + (path.empty() ? "" : path + " ") + below + "\" ;;\n";
    }
    values += bash_values(command);
    words += "    \"" + path + "\") words=\"" + joined(words_of(command)) + "\" ;;\n";
  }
  return "# bash completion for eddy-cli\n_eddy_cli() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} path=\"\" words=\"\" i\n"
         "  COMPREPLY=()\n"
         "  for ((i = 1; i < COMP_CWORD; ++i)); do\n    case \"$path:${COMP_WORDS[i]}\" in\n" + paths +
         "    esac\n  done\n  case \"$path:$prev\" in\n" + values + "  esac\n  case \"$path\" in\n" + words +
         "  esac\n  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
         "  if [[ -n $path && $cur != -* ]]; then compopt -o default; fi\n}\ncomplete -F _eddy_cli eddy-cli\n";
}

std::string zsh_completion(const std::vector<CommandFacts>& tree) {
  std::string text = "#compdef eddy-cli\n";
  for (const CommandFacts& command : tree) text += zsh_function(command);
  return text + "_eddy_cli \"$@\"\n";
}

std::string fish_completion(const std::vector<CommandFacts>& tree) {
  std::string text = "# fish completion for eddy-cli\n";
  for (const CommandFacts& command : tree) {
    const std::string start = "complete -c eddy-cli -n " + quoted(fish_condition(command));
    for (const CommandFacts& below : tree) {
      if (below.path.size() != command.path.size() + 1 ||
          !std::equal(command.path.begin(), command.path.end(), below.path.begin())) continue;
      text += start + " -f -a " + below.path.back() + " -d " + quoted(below.text) + "\n";
    }
    for (const OptionFacts& option : command.options) {
      if (option.long_name.empty()) continue;
      text += start + (option.short_name.empty() ? "" : " -s " + option.short_name.substr(1)) + " -l " + option.long_name.substr(2);
      if (!option.choices.empty()) text += " -x -a " + quoted(joined(option.choices));
      else if (option.takes_value) text += option.is_number ? " -x" : " -r -F";
      text += " -d " + quoted(option.text) + "\n";
    }
  }
  return text;
}

}  // namespace eddy::cli
