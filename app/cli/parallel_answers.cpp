#include "app/cli/parallel_answers.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "app/cli/output.h"
#include "app/cli/quantities.h"

namespace eddy::cli {
namespace {

Result<void> check_memory(const LanguageModel& model, const Sequence& sequence, std::span<const ParallelAnswer> answers) {
  std::int64_t longest = 0;
  for (const auto& answer : answers) {
    longest = std::max(longest, static_cast<std::int64_t>(answer.prompt.size()) + answer.params.max_tokens);
  }
  const auto reckon = [&](std::size_t count) {
    return model.memory_of_batch(static_cast<int>(count), sequence.position(), longest);
  };
  const auto memory = reckon(answers.size());
  if (memory.fits()) return {};
  std::size_t most = answers.size() - 1;
  while (most > 1 && !reckon(most).fits()) --most;
  return Error{ErrorCode::OutOfMemory, "[generate] " + std::to_string(answers.size()) + " answers at once take " +
                                           bytes_text(memory.needed) + " of memory and " + bytes_text(memory.available) +
                                           " are free: ask for " + std::to_string(most) + " or for fewer tokens"};
}

const char* ending(StopReason reason) {
  static const char* const endings[] = {"stop token", "stop string", "token limit", "interrupted"};
  return endings[static_cast<int>(reason)];
}

void print(const ParallelAnswer& answer, std::string_view text, const GenerationResult& result) {
  standard_output().write(answer.heading + "\n");
  standard_output().write(text);
  standard_output().write("\n\n");
  std::fprintf(stderr, "%s: %zu tokens, ended by %s, seed %llu\n", answer.heading.c_str(), result.tokens.size(),
               ending(result.reason), static_cast<unsigned long long>(result.seed));
}

}  // namespace

Result<void> answer_together(LanguageModel& model, Sequence& sequence, std::span<const ParallelAnswer> answers, bool chat,
                             std::stop_token stop) {
  if (auto enough = check_memory(model, sequence, answers); !enough) return enough;
  const auto shared = sequence.snapshot();
  if (!shared) return shared.error();
  std::vector<std::unique_ptr<Sequence>> sequences;
  std::vector<SequenceRun> runs;
  for (const auto& answer : answers) {
    auto own = model.new_sequence();
    if (!own) return own.error();
    if (auto there = (*own)->restore(**shared); !there) return there;
    if (auto read = (*own)->prefill(answer.prompt, stop); !read) return read.error();
    sequences.push_back(*std::move(own));
    runs.push_back({.sequence = sequences.back().get(), .params = answer.params, .stop = stop, .sink = {}});
  }
  const auto start = std::chrono::steady_clock::now();
  const auto results = model.generate_together(runs);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  std::size_t tokens = 0;
  for (std::size_t i = 0; i < results.size(); ++i) {
    if (!results[i]) return results[i].error();
    const auto& text = results[i]->text;
    print(answers[i], chat ? model.chat_format().trim_answer(text) : text, *results[i]);
    tokens += results[i]->tokens.size();
  }
  std::fprintf(stderr, "generated: %zu tokens in %s s, %s tokens/s together\n", tokens, fixed(seconds.count(), 2).c_str(),
               fixed(static_cast<double>(tokens) / std::max(seconds.count(), 1e-9), 1).c_str());
  return {};
}

}  // namespace eddy::cli
