#include "app/documents/document_turn.h"

#include <algorithm>

#include "app/chat/stored_state.h"
#include "app/documents/question_text.h"

namespace eddy {
namespace {

constexpr std::int64_t kBatchBytes = 32'000;  // of text that is read again, in memory at a time

/// A place is closed behind its last step, as when it was kept.
std::int64_t stepsOf(const ReadingOrigin& origin) { return origin.place ? origin.place->mark.steps + 1 : origin.reading.steps; }

Result<std::vector<ReadingStep>> stepsFrom(Stores& stores, const ReadingOrigin& origin, std::int64_t first) {
  auto steps = stores.documents.steps(origin.reading.id, first, kBatchBytes);
  if (!steps || !origin.place) return steps;
  const std::int64_t left = origin.place->mark.steps - first;
  if (left < 0) return std::vector<ReadingStep>();
  if (std::ssize(*steps) < left) return steps;
  steps->resize(static_cast<std::size_t>(left));
  steps->push_back({ReadingStep::Kind::Close, {}, 0});
  return steps;
}

}  // namespace

Result<std::optional<ReadingOrigin>> originOf(Stores& stores, ConversationId conversation, const std::string& fingerprint) {
  const auto linked = stores.documents.documents_of(conversation);
  if (!linked) return linked.error();
  if (!*linked) return std::optional<ReadingOrigin>();
  const auto reading = stores.documents.find_reading((*linked)->documents, fingerprint);
  if (!reading) return reading.error();
  if (!*reading) return std::optional<ReadingOrigin>();
  ReadingOrigin origin{**reading, std::nullopt};
  if ((*linked)->page == 0) {
    return origin.reading.status == ReadingStatus::Complete ? std::optional(std::move(origin)) : std::nullopt;
  }
  const auto places = stores.documents.places(origin.reading.id);
  if (!places) return places.error();
  for (const auto& place : *places) {
    if (place.page <= (*linked)->page) origin.place = place;
  }
  return origin.place ? std::optional(std::move(origin)) : std::nullopt;
}

Result<ReadingOrigin> originAt(Stores& stores, MessageRef state) {
  if (state > -kFirstPlace) {
    auto reading = stores.documents.reading(ReadingId{-state});
    if (!reading) return reading.error();
    return ReadingOrigin{*std::move(reading), std::nullopt};
  }
  const auto place = stores.documents.place(PlaceId{-state - kFirstPlace});
  if (!place) return place.error();
  auto reading = stores.documents.reading(place->reading);
  if (!reading) return reading.error();
  return ReadingOrigin{*std::move(reading), *place};
}

Result<void> chooseSources(Stores& stores, ConversationId conversation, MessageId question, const std::string& text,
                           const AskingModel& model) {
  const auto linked = stores.documents.documents_of(conversation);
  if (!linked) return linked.error();
  if (!*linked) return {};
  const auto origin = originOf(stores, conversation, model.fingerprint);
  if (!origin) return origin.error();
  const AskMode mode = *origin ? (*linked)->mode : AskMode::Passages;
  std::vector<PassageId> shown;
  if (mode != AskMode::Memory) {
    auto found = stores.documents.search((*linked)->documents, text, passages_shown_to(model.parameters), (*linked)->page);
    if (!found) return found.error();
    for (const auto& passage : *found) shown.push_back(passage.id);
  }
  return stores.documents.set_sources(question, conversation, mode, shown);
}

Result<std::optional<DocumentTurn>> documentTurn(Stores& stores, const Message& question, const AskingModel& model) {
  const auto sources = stores.documents.sources(question.id);
  if (!sources) return sources.error();
  if (!*sources) return std::optional<DocumentTurn>();
  const auto origin = originOf(stores, question.conversation, model.fingerprint);
  if (!origin) return origin.error();
  DocumentTurn turn;
  if (*origin) turn.origin = static_cast<MessageRef>((*origin)->state());
  turn.isolated = turn.origin == 0 || (*sources)->mode == AskMode::Passages;
  return std::optional(turn);
}

Result<Segment> segmentWithSources(Stores& stores, const Message& message) {
  Segment segment = segmentOf(message);
  if (message.author != Author::User) return segment;
  const auto sources = stores.documents.sources(message.id);
  if (!sources) return sources.error();
  if (*sources) segment.text = question_with_passages((*sources)->passages, message.text);
  return segment;
}

Result<void> addOrigin(Stores& stores, const ReadingOrigin& origin, StateAnswer& answer) {
  const auto& reading = origin.reading;
  auto mark = origin.place ? Result<std::optional<ReadingMark>>(origin.place->mark) : stores.documents.last_mark(reading.id);
  if (!mark) return mark.error();
  answer.origin = static_cast<MessageRef>(origin.state());
  if (*mark) {
    answer.origin_hash = (*mark)->token_hash;
    answer.origin_tokens = (*mark)->tokens;
  }
  if (answer.snapshot) return {};
  auto stored = stores.snapshots.get(origin.state(), reading.model_fingerprint);
  if (stored && *stored) {
    answer.snapshot = std::make_shared<const SnapshotPieces>(std::move(**stored));
    return {};
  }
  if (answer.path.empty()) answer.reason = stored ? RereadReason::Evicted : RereadReason::Damaged;
  auto steps = stepsFrom(stores, origin, 0);
  if (!steps) return steps.error();
  answer.origin_steps = *std::move(steps);
  answer.origin_all_steps = stepsOf(origin);
  return {};
}

Result<StateAnswer> moreOfOrigin(Stores& stores, MessageRef state, std::int64_t first) {
  const auto origin = originAt(stores, state);
  if (!origin) return origin.error();
  auto steps = stepsFrom(stores, *origin, first);
  if (!steps) return steps.error();
  StateAnswer answer;
  answer.origin_steps = *std::move(steps);
  return answer;
}

}  // namespace eddy
