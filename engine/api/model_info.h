// Facts about a model file, known without loading its weights.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace eddy {

/// What a loaded model takes of the computer's memory. Known before it is loaded, from names and shapes alone.
struct MemoryNeeds {
  /// Rows of one kind of attention layer.
  struct Rows {
    std::int64_t bytes_per_token = 0;
    std::int64_t window = 0;        ///< tokens after which they grow no more; 0: never

    friend bool operator==(const Rows&, const Rows&) = default;
  };

  std::int64_t weights = 0;         ///< as packed for the processor
  std::int64_t state = 0;           ///< of one conversation, whatever its length
  std::vector<Rows> rows;           ///< what its length adds; none for a recurrent model
  std::int64_t work = 0;            ///< buffers of the network
  std::int64_t plans = 0;           ///< how the network runs, prepared for a few lengths of input; logits
  std::int64_t tables = 0;          ///< of the tokenizer

  /// The rows of a conversation of so many tokens.
  std::int64_t rows_at(std::int64_t tokens) const;
  std::int64_t total(std::int64_t tokens) const { return weights + state + rows_at(tokens) + work + plans + tables; }
};

struct ModelInfo {
  std::string path;                 ///< as given: a file or a folder
  std::string name;                 ///< from the file's metadata, else the file name
  std::string description;          ///< one line from the metadata, may be empty
  std::string file_format;          ///< "gguf", "safetensors"
  std::string architecture;         ///< "rwkv7"
  std::int64_t parameters = 0;
  std::int64_t file_bytes = 0;
  /// Weight format name ("BF16", "Q5_K") and the bytes stored in it, largest first.
  std::vector<std::pair<std::string, std::int64_t>> weight_formats;
  std::string tokenizer;            ///< "byte-level BPE", "rwkv-world"; empty when none was found
  std::int64_t vocabulary = 0;      ///< rows of the output head
  std::string chat_format;          ///< "rwkv", "none", "chatml"; "template-1f2e3d4c" for the model's own template
  std::string chat_format_source;   ///< where it comes from: "tokenizer_config.json", "named by the model", "its architecture"
  std::vector<std::string> chat_format_notes;  ///< what a user should know of it, a sentence each; usually none
  std::int64_t layers = 0;
  std::int64_t width = 0;
  std::int64_t state_bytes = 0;     ///< fixed recurrent state of one sequence
  std::int64_t kv_bytes_per_token = 0;  ///< 0 for a pure recurrent model
  MemoryNeeds memory;               ///< on the processor
  std::int64_t memory_bytes = 0;    ///< memory.total() of a conversation of 256 tokens
  bool runnable = false;
  std::string why_not;              ///< when not runnable: one sentence with the culprit
};

}  // namespace eddy
