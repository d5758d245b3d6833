#include "app/chat/stored_state.h"

#include "app/documents/document_turn.h"

namespace eddy {
namespace {

std::vector<MessageId> idsOf(const std::vector<Message>& branch) {
  std::vector<MessageId> ids;
  for (const auto& message : branch) ids.push_back(message.id);
  return ids;
}

/// Why the last message of `branch` has no snapshot of the model in use.
RereadReason whyMissing(const std::vector<Message>& branch, const StateNeeded& needed) {
  const auto& last = branch.back();
  if (last.model_fingerprint.empty() || last.status == MessageStatus::Interrupted) return RereadReason::NoSnapshot;
  if (last.model_fingerprint == needed.model_fingerprint) return RereadReason::Evicted;
  const auto reading = compare_readings(last.tokenizer_fingerprint, needed.reading);
  return reading == RereadReason::None ? RereadReason::ModelChanged : reading;
}

}  // namespace

Segment segmentOf(const Message& message) {
  return {.message = static_cast<MessageRef>(message.id),
          .speaker = message.author == Author::User ? Speaker::User : Speaker::Assistant,
          .text = message.text,
          .tokens = message.tokens,
          .reading = message.tokenizer_fingerprint};
}

/// The place before the first message of a chat about documents.
Result<StateAnswer> storedReading(Stores& stores, MessageRef place) {
  StateAnswer answer;
  const auto reading = stores.documents.reading(ReadingId{-place});
  if (!reading) return reading.error();
  if (auto added = addOrigin(stores, *reading, answer); !added) return added.error();
  return answer;
}

Result<StateAnswer> storedState(Stores& stores, const StateNeeded& needed) {
  if (needed.message < 0) return storedReading(stores, needed.message);
  auto branch = stores.conversations.branch(MessageId{needed.message});
  if (!branch) return branch.error();
  StateAnswer answer;
  for (const auto& message : *branch) {
    auto segment = segmentWithSources(stores, message);
    if (!segment) return segment.error();
    answer.path.push_back(*std::move(segment));
  }
  auto ids = idsOf(*branch);
  std::optional<RereadReason> damage;
  std::optional<MessageId> found;
  while (!ids.empty()) {
    const auto nearest = stores.snapshots.nearest(ids, needed.model_fingerprint);
    if (!nearest || !*nearest) break;
    const auto message = (*nearest)->message;
    auto stored = stores.snapshots.get(message, needed.model_fingerprint);
    if (stored && *stored) {
      answer.snapshot = std::make_shared<const std::vector<std::byte>>(std::move((*stored)->bytes));
      found = message;
      break;
    }
    // A damaged one was forgotten; an earlier one may still do.
    if (!damage) damage = stored ? RereadReason::Evicted : RereadReason::Damaged;
    while (!ids.empty() && ids.back() != message) ids.pop_back();
    if (!ids.empty()) ids.pop_back();
  }
  if (found != branch->back().id) answer.reason = damage.value_or(whyMissing(*branch, needed));
  // An answer made from passages alone left no state of this branch: nothing is wrong.
  if (const auto& last = branch->back(); last.parent) {
    const auto sources = stores.documents.sources(*last.parent);
    if (sources && *sources && (*sources)->mode == AskMode::Passages) answer.reason = RereadReason::None;
  }
  const auto reading = readingOf(stores, branch->back().conversation, needed.model_fingerprint);
  if (!reading) return reading.error();
  if (*reading) {
    if (auto added = addOrigin(stores, **reading, answer); !added) return added.error();
  }
  return answer;
}

}  // namespace eddy
