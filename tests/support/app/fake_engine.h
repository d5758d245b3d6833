// An engine that needs no model: it answers with canned text, and its state is nothing but the tokens it has read, so
// that a wrong state shows at once. Free of Qt, thread rules as in engine/api.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "engine/api/engine.h"

namespace eddy::fake {

/// Shared with the test, which may change it while the engine runs.
struct Script {
  std::atomic<int> load_ms_per_step{0};        ///< ten steps
  std::atomic<int> prefill_ms_per_chunk{0};
  std::atomic<int> token_us{0};                ///< a token is one byte of text
  std::atomic<int> fail_generate_after{-1};    ///< tokens until generate() fails; -1 = never
  std::atomic<bool> fail_prefill{false};
  std::atomic<std::int64_t> tokens_read{0};    ///< by prefill, of all sequences
  std::atomic<std::int64_t> free_bytes{0};     ///< for answers side by side, which take 1 MB each; 0 = not known
  std::atomic<bool> answers_differ{false};     ///< a seed that was chosen shows in the answer
  std::string model_version = "1";             ///< part of the fingerprint; set before loading
  std::string tokenizer = "fake-bytes";
  std::string chat_format = "fake-chat";
  /// Text of an answer given everything read so far; the default is canned_answer().
  std::function<std::string(const std::string& conversation)> answer;
};

/// Markdown with a heading, a list, code, a quote, a table and a link. Words in the question choose other behaviour:
/// "fail" an error half-way, "slow", "long", "short", "formula"; "ponder" thinks first, "toolbox" uses a tool, "malice" is hostile; "prepare" is
/// read slowly.
std::string canned_answer(const std::string& conversation);

/// Loads every path but those that contain "missing" (FileNotFound), "corrupt" or "broken" (FileCorrupt) or "huge"
/// (OutOfMemory, half-way); "slowload" takes three seconds.
std::unique_ptr<Engine> make_engine(std::shared_ptr<Script> script);

Result<std::shared_ptr<const StateSnapshot>> parse_snapshot(std::span<const std::byte> bytes);

}  // namespace eddy::fake
