#include "engine/model/language_model.h"

#include "engine/chat/message_guard.h"
#include "engine/model/initial_state.h"
#include "engine/sequence/parallel_generation.h"

namespace eddy {

std::vector<TokenId> LoadedModel::tokenize(std::string_view text, bool parse_special) const {
  return parts_->tokenizer->encode(text, parse_special);
}

std::vector<TokenId> LoadedModel::tokenize_chat(const ChatText& text) const {
  if (!text.special_tokens && !text.continues) return parts_->tokenizer->encode(text.text);
  if (!text.special_tokens) {
    const MessageGuard guard(parts_->tokenizer->specials());
    return parts_->tokenizer->encode_marked(text.text, guard.breaks(text.text), false);
  }
  return parts_->tokenizer->encode_marked(text.text, text.breaks, !text.continues);
}

std::string LoadedModel::detokenize(std::span<const TokenId> tokens, bool show_special) const {
  return parts_->tokenizer->decode(tokens, show_special);
}

std::vector<Result<GenerationResult>> LoadedModel::generate_together(std::span<const SequenceRun> runs) {
  return ParallelGeneration(*parts_, runs).go();
}

BatchMemory LoadedModel::memory_of_batch(int count, std::int64_t tokens, std::int64_t more) const {
  return eddy::memory_of_batch(*parts_, count, tokens, more);
}

Result<std::shared_ptr<const StateSnapshot>> LoadedModel::read_initial_state(const std::filesystem::path& path) const {
  return eddy::read_initial_state(path, *parts_);
}

}  // namespace eddy
