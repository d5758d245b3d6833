// eddy-cli quantize: a smaller file of a model.
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/quantities.h"
#include "engine/api/tools.h"

namespace eddy::cli {
namespace {

/// Tensors whose numbers changed, one a line.
void print_tensors(const QuantizeSummary& summary) {
  for (const QuantizedTensor& t : summary.tensors) {
    if (t.relative_error == 0) continue;
    standard_output().write(t.name + ": " + t.from + " to " + t.to + ", " + bytes_text(t.bytes) + ", relative error " +
                            fixed(100 * t.relative_error, 3) + " %\n");
  }
}

void print_perplexity(const QuantizeSummary& summary) {
  if (summary.text_tokens == 0) return;
  const double change = 100 * (summary.perplexity_after / summary.perplexity_before - 1);
  standard_output().write("perplexity over " + std::to_string(summary.text_tokens - 1) + " tokens: " +
                          fixed(summary.perplexity_before, 4) + " before, " + fixed(summary.perplexity_after, 4) +
                          " after (" + (change < 0 ? "" : "+") + fixed(change, 2) + " %)\n");
}

Result<void> run(const QuantizeRequest& request) {
  auto summary = quantize_file(request, stop_on_interrupt());
  if (!summary) return std::move(summary).error();
  print_tensors(*summary);
  standard_output().write(request.out.string() + ": " + bytes_text(summary->file_bytes) +
                          ", relative error of the weights " + fixed(100 * summary->relative_error, 3) + " %\n");
  print_perplexity(*summary);
  return {};
}

}  // namespace

Command add_quantize(CLI::App& program) {
  auto* command = program.add_subcommand("quantize", "Write a smaller GGUF file of a model");
  auto request = std::make_shared<QuantizeRequest>();
  command->add_option("in", request->in, "Model file or folder")->required();
  command->add_option("out", request->out, "The file to write")->required();
  const CLI::IsMember known(quantize_formats(), CLI::ignore_case);
  command->add_option("--format", request->format, "Weight format of the layers' matrices")->required()->check(known);
  command->add_option("--embedding", request->embedding, "Weight format of the embedding")->check(known);
  command->add_option("--head", request->head, "Weight format of the output head")->check(known);
  command->add_option("--low-rank", request->low_rank, "Weight format of RWKV's low-rank matrices (default: as stored)")
      ->check(known);
  command->add_option("--name", request->name, "Name of the model in the new file");
  command->add_option("--description", request->description, "One line about it");
  command->add_option("--license", request->license, "Its licence");
  command->add_option("--chat-format", request->chat_format, "Its chat format");
  command->add_option("--tokenizer", request->tokenizer, "A tokenizer.json to put in");
  command->add_option("--text", request->text, "A text on which to compare the perplexity of both models");
  command->add_option("--text-tokens", request->text_tokens, "Tokens of the text to read")
      ->check(CLI::Range(2, 1'000'000));
  command->add_option("--threads", request->threads, "Threads, 0 = one per core")->check(CLI::Range(0, 4096));
  return {command, [request] { return run(*request); }};
}

}  // namespace eddy::cli
