// Facts about a model file, known without loading its weights.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace eddy {

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
  std::int64_t memory_bytes = 0;    ///< weights as held in memory + a sequence of 256 tokens + work buffers of the default plans
  bool runnable = false;
  std::string why_not;              ///< when not runnable: one sentence with the culprit
};

}  // namespace eddy
