#include "app/documents/document_turn.h"

#include <limits>

#include "app/chat/stored_state.h"
#include "app/documents/question_text.h"

namespace eddy {

Result<std::optional<Reading>> readingOf(Stores& stores, ConversationId conversation, const std::string& fingerprint) {
  const auto linked = stores.documents.documents_of(conversation);
  if (!linked) return linked.error();
  if (!*linked) return std::optional<Reading>();
  auto reading = stores.documents.find_reading((*linked)->documents, fingerprint);
  if (!reading) return reading.error();
  if (*reading && (*reading)->status != ReadingStatus::Complete) return std::optional<Reading>();
  return reading;
}

Result<void> chooseSources(Stores& stores, ConversationId conversation, MessageId question, const std::string& text,
                           const AskingModel& model) {
  const auto linked = stores.documents.documents_of(conversation);
  if (!linked) return linked.error();
  if (!*linked) return {};
  const auto reading = readingOf(stores, conversation, model.fingerprint);
  if (!reading) return reading.error();
  const AskMode mode = *reading ? (*linked)->mode : AskMode::Passages;
  std::vector<PassageId> shown;
  if (mode != AskMode::Memory) {
    auto found = stores.documents.search((*linked)->documents, text, passages_shown_to(model.parameters));
    if (!found) return found.error();
    for (const auto& passage : *found) shown.push_back(passage.id);
  }
  return stores.documents.set_sources(question, conversation, mode, shown);
}

Result<std::optional<DocumentTurn>> documentTurn(Stores& stores, const Message& question, const AskingModel& model) {
  const auto sources = stores.documents.sources(question.id);
  if (!sources) return sources.error();
  if (!*sources) return std::optional<DocumentTurn>();
  const auto reading = readingOf(stores, question.conversation, model.fingerprint);
  if (!reading) return reading.error();
  DocumentTurn turn;
  if (*reading) turn.origin = static_cast<MessageRef>(state_of((*reading)->id));
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

Result<void> addOrigin(Stores& stores, const Reading& reading, StateAnswer& answer) {
  const auto mark = stores.documents.last_mark(reading.id);
  if (!mark) return mark.error();
  answer.origin = static_cast<MessageRef>(state_of(reading.id));
  if (*mark) {
    answer.origin_hash = (*mark)->token_hash;
    answer.origin_tokens = (*mark)->tokens;
  }
  if (answer.snapshot) return {};
  auto stored = stores.snapshots.get(state_of(reading.id), reading.model_fingerprint);
  if (stored && *stored) {
    answer.snapshot = std::make_shared<const SnapshotPieces>(std::move(**stored));
    return {};
  }
  if (answer.path.empty()) answer.reason = stored ? RereadReason::Evicted : RereadReason::Damaged;
  auto steps = stores.documents.steps(reading.id, 0, std::numeric_limits<std::int64_t>::max());
  if (!steps) return steps.error();
  answer.origin_steps = *std::move(steps);
  return {};
}

}  // namespace eddy
