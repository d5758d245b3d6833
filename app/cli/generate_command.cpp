// eddy-cli generate: continue a text or answer a chat turn, from the beginning or from a saved state.
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/generate_options.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/parallel_answers.h"
#include "app/cli/quantities.h"
#include "app/cli/state_file.h"
#include "app/storage/files.h"
#include "engine/api/tools.h"

namespace eddy::cli {
namespace {

// Leaves out what a chat format puts before an answer (the blank after "Assistant:"), however the text is cut into
// pieces.
class AnswerPrinter {
 public:
  AnswerPrinter(const ChatFormat* format, std::stop_source& stop) : format_(format), stop_(stop) {}

  void print(std::string_view text) {
    if (format_ != nullptr) {
      beginning_ += text;
      const std::string_view answer = format_->trim_answer(beginning_);
      if (answer.empty()) return;
      text = std::string_view(beginning_).substr(answer.data() - beginning_.data());
      format_ = nullptr;
    }
    standard_output().write(text);
    if (standard_output().failed()) stop_.request_stop();
  }

 private:
  const ChatFormat* format_;  // null once the beginning is printed
  std::string beginning_;
  std::stop_source& stop_;
};

class GenerateRun {
 public:
  explicit GenerateRun(const GenerateOptions& options) : options_(options), interrupt_(stop_on_interrupt()) {}

  Result<void> go() {
    if (!options_.state_out.empty()) {
      if (auto ok = check_writable(options_.state_out); !ok) return ok;
    }
    if (auto ok = read_grammar(); !ok) return ok;
    if (auto ok = read_prompt(); !ok) return ok;
    if (auto ok = open_sequence(); !ok) return ok;
    if (auto ok = read_turn(); !ok) return ok;
    if (several()) return write_together();
    if (auto ok = write_text(); !ok) return ok;
    return options_.state_out.empty() ? Result<void>() : save_to_file(*sequence_, options_.state_out);
  }

 private:
  bool continues() const { return !prompt_ && !options_.state_in.empty(); }

  Result<void> read_prompt() {
    if (options_.prompt) prompt_ = *options_.prompt;
    const bool elsewhere = !options_.state_in.empty() || !options_.questions.empty();
    const bool from_stdin = options_.prompt_file == "-" || (options_.prompt_file.empty() && !elsewhere);
    if (!prompt_ && from_stdin) {
      prompt_ = std::string(std::istreambuf_iterator<char>(std::cin), {});
    } else if (!prompt_ && !options_.prompt_file.empty()) {
      auto bytes = read_file(options_.prompt_file);
      if (!bytes) return std::move(bytes).error();
      prompt_ = std::string(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    }
    if (was_interrupted()) return Error{ErrorCode::Cancelled, "[generate] stopped while the prompt was read"};
    return {};
  }

  /// Checked before the model is loaded.
  Result<void> read_grammar() {
    const auto& file = options_.grammar_file.empty() ? options_.schema_file : options_.grammar_file;
    if (file.empty()) return {};
    auto bytes = read_file(file);
    if (!bytes) return std::move(bytes).error();
    const std::string text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    if (options_.grammar_file.empty()) {
      auto grammar = grammar_of_json_schema(text);
      if (!grammar) return named(std::move(grammar).error(), file);
      options_.grammar = *std::move(grammar);
    } else {
      if (auto ok = check_grammar(text); !ok) return named(ok.error(), file);
      options_.grammar = text;
    }
    return {};
  }

  static Error named(Error error, const std::string& file) {
    error.message += " (in " + file + ")";
    return error;
  }

  Result<void> open_sequence() {
    auto model = load_chosen_model(options_.model, interrupt_);
    if (!model) return std::move(model).error();
    model_ = *std::move(model);
    if (auto ok = model_->has_text(); !ok) return ok;
    auto sequence = model_->new_sequence();
    if (!sequence) return std::move(sequence).error();
    sequence_ = *std::move(sequence);
    if (!options_.initial_state.empty()) {
      auto state = model_->read_initial_state(options_.initial_state);
      return state ? sequence_->restore(**state) : std::move(state).error();
    }
    return options_.state_in.empty() ? Result<void>() : restore_from_file(*sequence_, options_.state_in);
  }

  Result<void> read_turn() {
    if (!prompt_) return {};
    // With questions, a chat's prompt is what it begins with; each question is a turn.
    auto read = sequence_->prefill(options_.chat && options_.questions.empty() ? turn_tokens(*prompt_) : plain_tokens(*prompt_),
                                   interrupt_);
    if (!read) return std::move(read).error();
    if (read->tokens == 0) return {};
    std::fprintf(stderr, "prompt: %lld tokens in %s s\n", static_cast<long long>(read->tokens),
                 fixed(read->seconds, 2).c_str());
    return {};
  }

  std::vector<TokenId> turn_tokens(const std::string& user) const {
    return model_->tokenize_chat(model_->chat_format().turn(
        {.tail = sequence_->tail(), .user = user, .system = options_.system, .thinking = options_.thinking}));
  }

  /// A text that begins here begins as the model's texts do.
  std::vector<TokenId> plain_tokens(const std::string& words) const {
    auto tokens = sequence_->position() == 0 ? model_->text_beginning() : std::vector<TokenId>();
    const auto text = model_->tokenize(words);
    tokens.insert(tokens.end(), text.begin(), text.end());
    return tokens;
  }

  GenerationParams params() const {
    const auto* last = sequence_->last_generation();
    GenerationParams params = last ? last->params : default_generation();
    if (!last) params.stop_tokens = model_->chat_format().stop_tokens();
    params = with_options(std::move(params), options_);
    if (!options_.chat) return params;
    for (const auto& stop : model_->chat_format().stop_strings()) {
      if (std::ranges::find(params.stop_strings, stop) == params.stop_strings.end())
        params.stop_strings.push_back(stop);
    }
    params.stop_tokens = model_->chat_format().stop_tokens();
    return params;
  }

  // A run that had come to its end has nothing more to say, unless it is asked in another way.
  bool had_ended() const {
    const auto* last = sequence_->last_generation();
    return continues() && !options_.changes_sampling() && last && last->ended &&
           (*last->ended == StopReason::StopToken || *last->ended == StopReason::StopString);
  }

  Result<void> write_text() {
    if (options_.max_tokens == 0) return {};
    if (had_ended()) {
      std::fputs("the saved run had come to its end: give --prompt, or sampling options, to go on\n", stderr);
      return {};
    }
    std::stop_source stop;
    std::stop_callback forward(interrupt_, [&stop] { stop.request_stop(); });
    AnswerPrinter printer(options_.chat && prompt_ ? &model_->chat_format() : nullptr, stop);
    auto result = sequence_->generate(params(), stop.get_token(), [&](std::string_view text) { printer.print(text); });
    if (!result) return std::move(result).error();
    report(*result);
    return {};
  }

  bool several() const { return options_.max_tokens > 0 && (options_.answers > 1 || !options_.questions.empty()); }

  Result<void> write_together() {
    std::vector<ParallelAnswer> answers;
    const auto base = params();
    for (const auto& question : options_.questions) {
      answers.push_back({"--- " + question, options_.chat ? turn_tokens(question) : plain_tokens(question), base});
    }
    if (options_.questions.empty()) {
      for (const auto seed : seeds_of_answers(base.sampler.seed, options_.answers)) {
        answers.push_back({"--- answer " + std::to_string(answers.size() + 1), {}, base});
        answers.back().params.sampler.seed = seed;
      }
    }
    return answer_together(*model_, *sequence_, answers, options_.chat, interrupt_);
  }

  static void report(const GenerationResult& result) {
    static const char* const endings[] = {"stop token", "stop string", "token limit", "interrupted"};
    const double rest = result.seconds - result.seconds_to_first_token;
    const double rate = result.tokens.size() > 1 && rest > 0 ? double(result.tokens.size() - 1) / rest : 0;
    std::fprintf(stderr, "\ngenerated: %zu tokens in %s s, %s tokens/s, first after %s s, ended by %s, seed %llu\n",
                 result.tokens.size(), fixed(result.seconds, 2).c_str(), fixed(rate, 1).c_str(),
                 fixed(result.seconds_to_first_token, 3).c_str(), endings[static_cast<int>(result.reason)],
                 static_cast<unsigned long long>(result.seed));
  }

  GenerateOptions options_;
  std::stop_token interrupt_;
  std::optional<std::string> prompt_;
  std::shared_ptr<LanguageModel> model_;
  std::unique_ptr<Sequence> sequence_;
};

}  // namespace

Command add_generate(CLI::App& program) {
  auto* command = program.add_subcommand("generate", "Continue a text, or answer a chat turn");
  auto options = std::make_shared<GenerateOptions>();
  add_generate_options(*command, *options);
  return {command, [options] { return GenerateRun(*options).go(); }};
}

}  // namespace eddy::cli
