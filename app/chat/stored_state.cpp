#include "app/chat/stored_state.h"

#include "app/documents/document_turn.h"
#include "app/states/library_origin.h"

namespace eddy {
namespace {

std::vector<MessageId> idsOf(const std::vector<Message>& branch) {
  std::vector<MessageId> ids;
  for (const auto& message : branch) ids.push_back(message.id);
  return ids;
}

RereadReason reasonOf(Departure departure) {
  switch (departure) {
    case Departure::Thinned: return RereadReason::Thinned;
    case Departure::Evicted: return RereadReason::Evicted;
    case Departure::Freed: return RereadReason::Freed;
    case Departure::Damaged: return RereadReason::Damaged;
  }
  return RereadReason::Evicted;
}

/// Why the last message of `branch` has no snapshot of the model in use.
RereadReason whyMissing(Stores& stores, const std::vector<Message>& branch, const StateNeeded& needed, bool readable) {
  const auto& last = branch.back();
  if (!stores.snapshots.is_open() || !readable) return RereadReason::StoreUnavailable;
  if (const auto gone = stores.snapshots.departure(last.id, needed.model_fingerprint); gone && *gone) return reasonOf(**gone);
  if (last.model_fingerprint.empty() || last.status == MessageStatus::Interrupted) return RereadReason::NoSnapshot;
  if (last.model_fingerprint == needed.model_fingerprint) return RereadReason::StatesMissing;
  const auto reading = compare_readings(last.tokenizer_fingerprint, needed.reading);
  return reading == RereadReason::None ? RereadReason::ModelChanged : reading;
}

/// The nearest snapshot along the branch that can be read, and the message it is of.
/// `readable` is cleared when one is there that cannot be looked at.
std::optional<MessageId> findNearest(Stores& stores, std::vector<MessageId> ids, const StateNeeded& needed, StateAnswer& answer,
                                     bool& readable) {
  while (!ids.empty()) {
    const auto nearest = stores.snapshots.nearest(ids, needed.model_fingerprint);
    if (!nearest || !*nearest) return std::nullopt;
    const auto message = (*nearest)->message;
    auto stored = stores.snapshots.get(message, needed.model_fingerprint);
    if (!stored && stored.error().code != ErrorCode::FileCorrupt) readable = false;
    if (stored && *stored) {
      answer.snapshot = std::make_shared<const SnapshotPieces>(std::move(**stored));
      return message;
    }
    // A damaged one was forgotten; an earlier one may still do.
    while (ids.back() != message) ids.pop_back();
    ids.pop_back();
  }
  return std::nullopt;
}

}  // namespace

Segment segmentOf(const Message& message) {
  return {.message = static_cast<MessageRef>(message.id),
          .speaker = message.author == Author::User ? Speaker::User : Speaker::Assistant,
          .text = message.text,
          .tokens = message.tokens,
          .reading = message.tokenizer_fingerprint};
}

StateAnswer filedState(Stores& stores, MessageId place, const std::string& model_fingerprint) {
  StateAnswer answer;
  answer.reason = RereadReason::StatesMissing;
  auto stored = stores.snapshots.get(place, model_fingerprint);
  if (!stores.snapshots.is_open()) {
    answer.reason = RereadReason::StoreUnavailable;
  } else if (!stored) {
    answer.reason = stored.error().code == ErrorCode::FileCorrupt ? RereadReason::Damaged : RereadReason::StoreUnavailable;
  } else if (*stored) {
    answer.snapshot = std::make_shared<const SnapshotPieces>(std::move(**stored));
    answer.reason = RereadReason::None;
  } else if (const auto gone = stores.snapshots.departure(place, model_fingerprint); gone && *gone) {
    answer.reason = reasonOf(**gone);
  }
  return answer;
}

/// The place before the first message: of a chat about documents, or one that begins with a state of the library.
Result<StateAnswer> storedReading(Stores& stores, MessageRef place) {
  StateAnswer answer;
  if (const auto library = library_state_at(place)) {
    const auto added = addLibraryOrigin(stores, *library, answer);
    return added ? Result<StateAnswer>(std::move(answer)) : added.error();
  }
  const auto origin = originAt(stores, place);
  if (!origin) return origin.error();
  if (auto added = addOrigin(stores, *origin, answer); !added) return added.error();
  return answer;
}

Result<StateAnswer> storedState(Stores& stores, const StateNeeded& needed) {
  if (needed.origin_step > 0) return moreOfOrigin(stores, needed.message, needed.origin_step);
  if (needed.message < 0) return storedReading(stores, needed.message);
  auto branch = stores.conversations.branch(MessageId{needed.message});
  if (!branch) return branch.error();
  StateAnswer answer;
  const auto conversation = stores.conversations.conversation(branch->back().conversation);
  if (!conversation) return conversation.error();
  answer.system = conversation->system_prompt;
  for (const auto& message : *branch) {
    auto segment = segmentWithSources(stores, message);
    if (!segment) return segment.error();
    answer.path.push_back(*std::move(segment));
  }
  bool readable = true;
  const auto found = findNearest(stores, idsOf(*branch), needed, answer, readable);
  if (found != branch->back().id) answer.reason = whyMissing(stores, *branch, needed, readable);
  // An answer made from passages alone left no state of this branch: nothing is wrong.
  if (const auto& last = branch->back(); last.parent) {
    const auto sources = stores.documents.sources(*last.parent);
    if (sources && *sources && (*sources)->mode == AskMode::Passages) answer.reason = RereadReason::None;
  }
  const auto origin = originOf(stores, branch->back().conversation, needed.model_fingerprint);
  if (!origin) return origin.error();
  if (*origin) {
    if (auto added = addOrigin(stores, **origin, answer); !added) return added.error();
    return answer;
  }
  const auto library = stores.library.origin_of(branch->back().conversation);
  if (!library) return library.error();
  if (*library) {
    if (auto added = addLibraryOrigin(stores, **library, answer); !added) return added.error();
  }
  return answer;
}

}  // namespace eddy
