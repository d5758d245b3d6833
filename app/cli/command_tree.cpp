#include "app/cli/command_tree.h"

#include <algorithm>

namespace eddy::cli {
namespace {

// CLI11 says "TEXT:{auto,cpu}" of an option with a list of values.
std::vector<std::string> choices_of(const std::string& type) {
  const auto open = type.find('{');
  const auto close = type.find('}', open);
  if (open == std::string::npos || close == std::string::npos) return {};
  std::vector<std::string> choices;
  std::string choice;
  for (const char c : type.substr(open + 1, close - open - 1)) {
    if (c == ',') choices.push_back(std::exchange(choice, {}));
    else choice += c;
  }
  choices.push_back(choice);
  return choices;
}

OptionFacts facts_of(const CLI::Option& option) {
  OptionFacts facts;
  if (!option.get_snames().empty()) facts.short_name = "-" + option.get_snames().front();
  if (!option.get_lnames().empty()) facts.long_name = "--" + option.get_lnames().front();
  if (option.get_positional()) facts.position = option.get_name(true);
  facts.text = option.get_description();
  facts.takes_value = option.get_expected_max() > 0;
  const std::string type = option.get_type_name();
  facts.is_number = std::ranges::any_of(std::initializer_list<const char*>{"INT", "UINT", "FLOAT"},
                                        [&](const char* name) { return type.starts_with(name); });
  facts.choices = type.starts_with("BOOLEAN") ? std::vector<std::string>{"true", "false"} : choices_of(type);
  facts.initial = option.get_default_str();
  return facts;
}

void add_options(const CLI::App& app, std::vector<OptionFacts>& options) {
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_group().empty()) options.push_back(facts_of(*option));
  }
  for (const CLI::App* group : app.get_subcommands(nullptr)) {
    if (group->get_name().empty()) add_options(*group, options);  // a group of options is a command without a name
  }
}

void add(const CLI::App& app, std::vector<std::string> path, std::vector<CommandFacts>& tree) {
  CommandFacts facts{.path = path, .text = app.get_description(), .options = {}, .below = {}};
  add_options(app, facts.options);
  std::vector<const CLI::App*> shown;
  for (const CLI::App* below : app.get_subcommands(nullptr)) {
    if (below->get_group().empty() || below->get_name().empty()) continue;
    shown.push_back(below);
    facts.below.push_back(below->get_name());
  }
  tree.push_back(std::move(facts));
  for (const CLI::App* below : shown) {
    path.push_back(below->get_name());
    add(*below, path, tree);
    path.pop_back();
  }
}

}  // namespace

std::vector<CommandFacts> command_tree(const CLI::App& program) {
  std::vector<CommandFacts> tree;
  add(program, {}, tree);
  return tree;
}

}  // namespace eddy::cli
