// What `generate` was asked for on the command line.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/cli/model_choice.h"
#include "engine/api/generation.h"

namespace eddy::cli {

struct GenerateOptions {
  ModelChoice model;
  std::optional<std::string> prompt;
  std::string prompt_file;
  std::string system;
  bool chat = false;
  std::optional<bool> thinking;  // as the model's template prefers, when not said
  std::string state_in;
  std::string state_out;
  std::string initial_state;  // of state tuning
  int max_tokens = 512;
  int answers = 1;                     // at once
  std::vector<std::string> questions;  // each answered from the same state, all at once

  // Nothing where the user said nothing: a continued run keeps what it was asked for at first.
  std::optional<float> temperature, top_p, min_p, presence_penalty, frequency_penalty, penalty_decay,
      repetition_penalty, typical_p;
  std::optional<int> top_k;
  std::optional<std::uint64_t> seed;
  std::vector<std::string> stop;
  std::string grammar_file, schema_file;
  std::string grammar;                 // GBNF, when one of them was given and read

  bool changes_sampling() const;
};

void add_generate_options(CLI::App& command, GenerateOptions& options);

/// What a run starts from when it continues none: moderately careful sampling.
GenerationParams default_generation();

/// `base` with everything that the user said laid over it. `max_tokens` is the user's in any case.
GenerationParams with_options(GenerationParams base, const GenerateOptions& options);

}  // namespace eddy::cli
