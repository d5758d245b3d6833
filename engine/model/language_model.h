// A loaded model.
#pragma once

#include <memory>
#include <string>

#include "engine/api/engine.h"
#include "engine/sequence/recurrent_sequence.h"

namespace eddy {

class LoadedModel final : public LanguageModel {
 public:
  LoadedModel(ModelInfo info, std::shared_ptr<const SequenceModel> parts, std::shared_ptr<const ChatFormat> chat_format)
      : info_(std::move(info)), parts_(std::move(parts)), chat_format_(std::move(chat_format)) {}

  const ModelInfo& info() const override { return info_; }
  const std::string& fingerprint() const override { return parts_->fingerprint; }
  const std::string& tokenizer_fingerprint() const override { return parts_->tokenizer->fingerprint(); }
  std::vector<PlacedLayers> placement() const override { return parts_->pass->placement(); }
  const ChatFormat& chat_format() const override { return *chat_format_; }
  Result<void> has_text() const override { return parts_->has_text; }
  std::vector<TokenId> tokenize(std::string_view text, bool parse_special) const override;
  std::vector<TokenId> tokenize_chat(const ChatText& text) const override;
  std::vector<TokenId> text_beginning() const override { return parts_->tokenizer->text_beginning(); }
  std::string detokenize(std::span<const TokenId> tokens, bool show_special) const override;
  Result<std::unique_ptr<Sequence>> new_sequence() override { return RecurrentSequence::create(parts_); }
  std::vector<Result<GenerationResult>> generate_together(std::span<const SequenceRun> runs) override;
  BatchMemory memory_of_batch(int count, std::int64_t tokens, std::int64_t more) const override;
  Result<std::shared_ptr<const StateSnapshot>> read_initial_state(const std::filesystem::path& path) const override;

 private:
  ModelInfo info_;
  std::shared_ptr<const SequenceModel> parts_;
  std::shared_ptr<const ChatFormat> chat_format_;
};

}  // namespace eddy
