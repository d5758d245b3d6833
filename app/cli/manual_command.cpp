// eddy-cli manual: its manual page and the shells' completions, made from the options themselves. Hidden: the build asks for it.
#include <memory>

#include "app/cli/command_tree.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "eddy_product.h"

namespace eddy::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += " " + word;
  return text;
}

// In roff a backslash, a hyphen and a full stop or quote that begins a line mean something else.
std::string roff(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\' || c == '-') escaped += '\\';
    escaped += c;
  }
  if (escaped.starts_with('.') || escaped.starts_with('\'')) escaped.insert(0, "\\&");
  return escaped;
}

std::string option_entry(const OptionFacts& option) {
  std::string names = option.position.empty() ? option.long_name : option.position;
  if (!option.short_name.empty()) names = option.short_name + (names.empty() ? "" : ", " + names);
  std::string entry = ".TP\n\\fB" + roff(names) + "\\fR";
  if (option.takes_value && option.position.empty()) {
    entry += option.choices.empty() ? option.is_number ? " \\fINUMBER\\fR" : " \\fITEXT\\fR" : " \\fIVALUE\\fR";
  }
  entry += "\n" + roff(option.text);
  if (option.choices.size() > 2) entry += ".\nOne of" + roff(joined(option.choices));
  if (!option.initial.empty()) entry += " (default " + roff(option.initial) + ")";
  return entry + ".\n";
}

constexpr const char* kTail = R"(.SH EXIT STATUS
0 when all was done, 1 when it failed, with one line on standard error, 2 when options were wrong.
.SH ENVIRONMENT
.TP
.B EDDY_STARTER
Folder or file of the model that is used when none is named.
.TP
.B EDDY_DATA_DIR
Folder of the desktop app's conversations.
.TP
.B EDDY_MODULES
Folder in which modules for GPUs are looked for first.
.TP
.B EDDY_READER
The program that reads documents.
.SH FILES
Conversations lie in $XDG_DATA_HOME/eddy, or ~/.local/share/eddy. Removing the package leaves them there.
.SH SEE ALSO
.BR eddy (1)
)";

}  // namespace

std::string manual_page(const std::vector<CommandFacts>& tree, const std::string& version) {
  std::string page = ".TH EDDY\\-CLI 1 \"\" \"Eddy " + version + "\" \"User Commands\"\n.SH NAME\neddy\\-cli \\- " +
                     "chat with recurrent language models in a terminal\n.SH SYNOPSIS\n.B eddy\\-cli\n" +
                     "[\\fIOPTION\\fR]... \\fICOMMAND\\fR [\\fIOPTION\\fR]...\n.SH DESCRIPTION\n" + roff(tree.front().text) + "\n";
  for (const CommandFacts& command : tree) {
    page += command.path.empty() ? ".SH OPTIONS\n" : ".SS" + roff(joined(command.path)) + "\n" + roff(command.text) + ".\n";
    for (const OptionFacts& option : command.options) {
      if (option.long_name == "--help" && !command.path.empty()) continue;
      page += option_entry(option);
    }
    if (command.path.empty()) page += ".SH COMMANDS\n";
  }
  return page + kTail;
}

Command add_manual(CLI::App& program) {
  auto* command = program.add_subcommand("manual", "Print the manual page, or completions for a shell");
  command->group("");  // no option of daily use
  auto kind = std::make_shared<std::string>();
  command->add_option("kind", *kind, "man, bash, zsh or fish")->required()->check(CLI::IsMember({"man", "bash", "zsh", "fish"}));
  return {command, [kind, &program]() -> Result<void> {
            const auto tree = command_tree(program);
            standard_output().write(*kind == "man"    ? manual_page(tree, EDDY_VERSION)
                                    : *kind == "bash" ? bash_completion(tree)
                                    : *kind == "zsh"  ? zsh_completion(tree)
                                                      : fish_completion(tree));
            return {};
          }};
}

}  // namespace eddy::cli
