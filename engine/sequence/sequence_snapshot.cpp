// Freezing a sequence and going on from a frozen one.
#include <algorithm>
#include <new>
#include <stdexcept>

#include "engine/sequence/recurrent_sequence.h"

namespace eddy {
namespace {

Error mismatch(std::string what) {
  return {ErrorCode::StateMismatch, "[snapshot] " + std::move(what)};
}

std::optional<StoredGeneration> stored(const std::optional<LastGeneration>& last) {
  if (!last) return std::nullopt;
  const auto& p = last->params;
  return StoredGeneration{p.max_tokens, p.keep_open, p.stop_strings, p.stop_tokens, last->ended};
}

/// Exactly the blocks that the tokens read so far leave behind.
bool rows_fit(const SnapshotContent& content, const StateLayout& layout) {
  const TokenRowsCopy& rows = content.rows;
  const std::int64_t tokens = content.key.tokens - static_cast<std::int64_t>(content.pending.size());
  auto slot = rows.slots.begin();
  for (const StateSlot& wanted : layout.slots) {
    if (wanted.kind != SlotKind::PerToken) continue;
    const std::int64_t first = first_needed_block(tokens, wanted.window);
    const std::int64_t blocks = (tokens + kTokensPerBlock - 1) / kTokensPerBlock - first;
    if (slot == rows.slots.end() || rows.tokens != tokens || slot->first_block != first ||
        static_cast<std::int64_t>(slot->blocks.size()) != blocks) {
      return false;
    }
    for (std::int64_t i = 0; i < blocks; ++i) {
      const std::int64_t filled = std::min(kTokensPerBlock, tokens - (first + i) * kTokensPerBlock);
      const auto bytes = slot->blocks[static_cast<std::size_t>(i)]->bytes().size();
      if (bytes != static_cast<std::size_t>(filled * wanted.elements()) * sizeof(float)) return false;
    }
    ++slot;
  }
  return slot == rows.slots.end();
}

LastGeneration loaded(const StoredGeneration& stored, const SamplerParams& sampler) {
  LastGeneration last;
  last.params = {sampler, stored.max_tokens, stored.stop_strings, stored.stop_tokens, stored.keep_open};
  last.ended = stored.ended;
  return last;
}

}  // namespace

Result<std::shared_ptr<const StateSnapshot>> RecurrentSequence::snapshot() {
  if (auto ok = usable(); !ok) return ok.error();
  SnapshotContent content = describe();
  try {
    BytesToFill copy(static_cast<std::size_t>(model_->pass->state_layout().fixed_bytes()));
    if (auto ok = state_->read(copy.bytes()); !ok) return ok.error();
    content.state = std::move(copy).shared();
  } catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "[snapshot] no memory for a copy of the state"};
  }
  auto rows = state_->read_rows();
  if (!rows) return std::move(rows).error();
  content.rows = *std::move(rows);
  return std::shared_ptr<const StateSnapshot>(std::make_shared<StoredSnapshot>(std::move(content)));
}

SnapshotContent RecurrentSequence::describe() const {
  SnapshotContent content;
  content.architecture = model_->architecture;
  content.key = key();
  content.layout_hash = hash_layout(model_->pass->state_layout());
  content.pending = pending_;
  content.tail = tail_.view();
  content.held_bytes = detokenizer_.held();
  content.held_text = held_text_;
  if (sampler_) content.sampler = sampler_->serialise();
  content.generation = stored(last_);
  if (pending_.empty() && tokens_ > 0) content.logits = logits_;
  return content;
}

Result<void> RecurrentSequence::restore(const StateSnapshot& snapshot) {
  const auto* ours = dynamic_cast<const StoredSnapshot*>(&snapshot);
  if (!ours) return mismatch("it was not made by this engine");
  const SnapshotContent& content = ours->content();
  if (auto ok = check_fit(content); !ok) return ok;
  std::optional<Sampler> sampler;
  if (!content.sampler.empty()) {
    auto parsed = Sampler::parse(content.sampler);
    if (!parsed) return std::move(parsed).error();
    sampler = *std::move(parsed);
  }
  for (auto ok : {state_->write(content.state), state_->write_rows(content.rows)}) {
    if (ok) continue;
    poison_ = ok.error();
    return ok;
  }
  adopt(content, std::move(sampler));
  return {};
}

// A snapshot without the network's state.
std::vector<std::byte> RecurrentSequence::generation_state() const {
  if (!sampler_) return {};
  SnapshotContent content = describe();
  content.logits.clear();
  return StoredSnapshot(std::move(content)).serialise();
}

Result<void> RecurrentSequence::resume_generation(std::span<const std::byte> state) {
  auto parsed = parse_snapshot(state);
  if (!parsed) return std::move(parsed).error();
  const SnapshotContent& content = static_cast<const StoredSnapshot&>(**parsed).content();
  if (!(content.key == key())) return mismatch("the generation is of another text or another model");
  if (!content.generation) return mismatch("it holds no generation");
  auto sampler = Sampler::parse(content.sampler);
  if (!sampler) return std::move(sampler).error();
  last_ = loaded(*content.generation, sampler->params());
  sampler_ = *std::move(sampler);
  detokenizer_.set_held(content.held_bytes);
  held_text_ = content.held_text;
  return {};
}

Result<void> RecurrentSequence::check_fit(const SnapshotContent& content) const {
  const auto& layout = model_->pass->state_layout();
  if (content.architecture != model_->architecture) {
    return mismatch("it is of a " + content.architecture + " model, this one is " + model_->architecture +
                    ": read the text again");
  }
  if (content.key.model_fingerprint != model_->fingerprint) {
    return mismatch("it is of another model (other weights, weight formats or tokenizer): read the text again");
  }
  const std::size_t expected_logits = content.pending.empty() && content.key.tokens > 0 ? logits_.size() : 0;
  if (content.layout_hash != hash_layout(layout) ||
      static_cast<std::int64_t>(content.state.size()) != layout.fixed_bytes() ||
      content.logits.size() != expected_logits || !rows_fit(content, layout)) {
    return mismatch("its state is laid out in another way: read the text again");
  }
  if (!check_tokens(content.pending)) return mismatch("it has pending tokens that this model does not know");
  if (content.generation.has_value() == content.sampler.empty()) {
    return mismatch("its generation and its sampler contradict each other");
  }
  return {};
}

void RecurrentSequence::adopt(const SnapshotContent& content, std::optional<Sampler> sampler) {
  forget_everything();
  pending_ = content.pending;
  token_hash_ = content.key.token_hash;
  tokens_ = content.key.tokens;
  tail_.assign(content.tail);
  detokenizer_.set_held(content.held_bytes);
  held_text_ = content.held_text;
  if (content.generation) last_ = loaded(*content.generation, sampler->params());
  sampler_ = std::move(sampler);
  if (!content.logits.empty()) logits_ = content.logits;
}

}  // namespace eddy
