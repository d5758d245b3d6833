#include "app/cli/generate_options.h"

#include <charconv>
#include <limits>

#include "app/cli/quantities.h"

namespace eddy::cli {
namespace {

// CLI11's own ranges let NaN pass.
CLI::Validator between(double low, double high) {
  const std::string range = fixed(low, 3) + " to " + fixed(high, 3);
  return CLI::Validator(
      [low, high, range](std::string& text) {
        double value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool whole = error == std::errc() && end == text.data() + text.size();
        return whole && value >= low && value <= high ? std::string() : text + " is no number from " + range;
      },
      "");
}

// Nor do they mind the sign of a number without one.
std::string check_seed(const std::string& text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? "" : text + " is no number from 0 to 2^64 - 1";
}

template <class T>
void lay_over(T& value, const std::optional<T>& option) {
  if (option) value = *option;
}

void add_sampling_options(CLI::App& command, GenerateOptions& o) {
  command.add_option("--temperature", o.temperature, "0 = always the most probable token (default 0.8)")
      ->check(between(0, 100));
  command.add_option("--top-k", o.top_k, "Only the k most probable tokens, 0 = off (default 0)")
      ->check(CLI::NonNegativeNumber);
  command.add_option("--top-p", o.top_p, "Only the most probable tokens up to this sum (default 0.9)")
      ->check(between(0, 1));
  command.add_option("--min-p", o.min_p, "Only tokens with this part of the best one's probability (default 0)")
      ->check(between(0, 1));
  command.add_option("--typical-p", o.typical_p, "Only tokens about as surprising as expected, up to this sum (default 1 = off)")
      ->check(between(0, 1));
  command.add_option("--presence-penalty", o.presence_penalty, "Subtracted from tokens seen (default 0)")
      ->check(between(-100, 100));
  command
      .add_option("--frequency-penalty", o.frequency_penalty, "Subtracted for every time a token was seen (default 0)")
      ->check(between(-100, 100));
  command.add_option("--penalty-decay", o.penalty_decay, "How counts fade at every token (default 1 = never)")
      ->check(between(0, 1));
  command.add_option("--repetition-penalty", o.repetition_penalty, "Divides the logits of tokens seen (default 1)")
      ->check(between(0.001, 100));
  command.add_option("--seed", o.seed, "Same seed, same text; 0 = a fresh one (default 0)")->check(check_seed);
  command.add_option("--stop", o.stop, "End the text before this string; may be given several times")
      ->allow_extra_args(false)
      ->check([](const std::string& text) {
        return text.empty() ? std::string("the stop string is empty") : std::string();
      });
  auto* grammar = command.add_option("--grammar", o.grammar_file, "The text must be one of this grammar's (a file in GBNF)");
  command.add_option("--json-schema", o.schema_file, "The text must be JSON as this schema describes it (a file)")->excludes(grammar);
}

}  // namespace

bool GenerateOptions::changes_sampling() const {
  return temperature || top_p || min_p || presence_penalty || frequency_penalty || penalty_decay ||
         repetition_penalty || typical_p || top_k || seed || !grammar.empty() || !stop.empty();
}

void add_generate_options(CLI::App& command, GenerateOptions& o) {
  auto* prompt = command.add_option("--prompt", o.prompt, "The text to continue (default: standard input)");
  command.add_option("--prompt-file", o.prompt_file, "A file with the text to continue, - for standard input")
      ->excludes(prompt);
  command.add_flag("--chat", o.chat,
                   "The prompt is a user's turn: render it with the model's chat format and answer it");
  command.add_option("--system", o.system, "What the model should know before a chat")->needs("--chat");
  command.add_option("--thinking", o.thinking, "true or false, for models whose chat template lets that be chosen")
      ->needs("--chat");
  command.add_option("--max-tokens", o.max_tokens, "At most so many tokens, 0 = only read the prompt")
      ->check(CLI::Range(0, std::numeric_limits<int>::max()))
      ->capture_default_str();
  add_sampling_options(command, o);
  auto* in = command.add_option("--state-in", o.state_in,
                                "Go on from a state that --state-out wrote; without a prompt, the text goes on there");
  auto* out = command.add_option("--state-out", o.state_out, "Write the state at the end, to go on later exactly there");
  command.add_option("--initial-state", o.initial_state, "Begin in a state that was tuned for the model (.pth, .safetensors)")
      ->excludes(in);
  auto* answers = command.add_option("--answers", o.answers, "So many different answers at once, read as one batch (default 1)")
                      ->check(CLI::Range(1, 64))
                      ->excludes(out);
  command
      .add_option("--question", o.questions,
                  "Answer this after what was read; may be given several times: all are answered at once from one state")
      ->allow_extra_args(false)
      ->excludes(out)
      ->excludes(answers);
  add_model_options(command, o.model);
}

GenerationParams default_generation() {
  GenerationParams params;
  params.sampler.temperature = 0.8f;
  params.sampler.top_p = 0.9f;
  return params;
}

GenerationParams with_options(GenerationParams params, const GenerateOptions& o) {
  auto& sampler = params.sampler;
  lay_over(sampler.temperature, o.temperature);
  lay_over(sampler.top_k, o.top_k);
  lay_over(sampler.top_p, o.top_p);
  lay_over(sampler.min_p, o.min_p);
  lay_over(sampler.presence_penalty, o.presence_penalty);
  lay_over(sampler.frequency_penalty, o.frequency_penalty);
  lay_over(sampler.penalty_decay, o.penalty_decay);
  lay_over(sampler.repetition_penalty, o.repetition_penalty);
  lay_over(sampler.typical_p, o.typical_p);
  lay_over(sampler.seed, o.seed);
  if (!o.grammar.empty()) {
    sampler.grammar = o.grammar;
    sampler.grammar_after_space = o.chat;  // formats put a blank before an answer
  }
  if (!o.stop.empty()) params.stop_strings = o.stop;
  params.max_tokens = o.max_tokens;
  params.keep_open = !o.state_out.empty();
  return params;
}

}  // namespace eddy::cli
