// eddy-cli tokenize: text to token ids and back.
#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "app/cli/model_choice.h"
#include "app/cli/output.h"
#include "engine/api/tools.h"

namespace eddy::cli {
namespace {

struct TokenizeOptions {
  std::string model;
  std::string tokenizer;
  bool jsonl = false;
  bool special = false;
};

void print_tokens(const TextTokens& tokenizer, const std::string& text, bool special) {
  const auto ids = tokenizer.tokenize(text, special);
  nlohmann::ordered_json line;
  line["ids"] = ids;
  line["decoded"] = tokenizer.detokenize(ids, special);
  standard_output().write_json(line);
}

Result<void> print_lines(const TextTokens& tokenizer, bool special) {
  std::string line;
  for (std::int64_t number = 1; std::getline(std::cin, line) && !standard_output().failed(); ++number) {
    const auto object = nlohmann::json::parse(line, nullptr, false);
    if (!object.is_object() || !object.contains("text") || !object["text"].is_string()) {
      return Error{ErrorCode::InvalidArgument,
                   "[tokenize] line " + std::to_string(number) + " of the input is not of the form {\"text\": \"…\"}"};
    }
    print_tokens(tokenizer, object["text"].get<std::string>(), special);
  }
  return {};
}

Result<std::shared_ptr<const TextTokens>> open(const TokenizeOptions& options) {
  if (!options.tokenizer.empty()) return open_tokenizer_file(options.tokenizer);
  auto model = chosen_model(options.model);
  if (!model) return std::move(model).error();
  return open_model_tokenizer(*model);
}

Result<void> run(const TokenizeOptions& options) {
  auto tokenizer = open(options);
  if (!tokenizer) return std::move(tokenizer).error();
  if (options.jsonl) return print_lines(**tokenizer, options.special);
  print_tokens(**tokenizer, std::string(std::istreambuf_iterator<char>(std::cin), {}), options.special);
  return {};
}

}  // namespace

Command add_tokenize(CLI::App& program) {
  auto* command = program.add_subcommand("tokenize", "Turn the text on standard input into token ids and back");
  auto options = std::make_shared<TokenizeOptions>();
  auto* model =
      command->add_option("--model", options->model, "Model file or folder (default: the model shipped with Eddy)");
  command->add_option("--tokenizer", options->tokenizer, "A tokenizer file instead of a model")->excludes(model);
  command->add_flag("--jsonl", options->jsonl, "One result for every line {\"text\": \"…\"} of standard input");
  command->add_flag("--special", options->special, "Read and show special tokens such as <|endoftext|>");
  return {command, [options] { return run(*options); }};
}

}  // namespace eddy::cli
