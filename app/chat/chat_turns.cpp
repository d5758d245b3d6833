#include "app/chat/chat_turns.h"

#include <algorithm>

namespace eddy {
namespace {
qint64 number(ConversationId id) { return static_cast<qint64>(id); }
}

ChatTurns::ChatTurns(InferenceService& inference, StorageService& storage, QObject* parent)
    : QObject(parent), m_inference(inference), m_storage(storage) {}

TurnRunner* ChatTurns::make(TurnJob job) {
  const auto conversation = number(job.conversation);
  const auto answer = job.answer;
  auto* runner = new TurnRunner(m_inference, m_storage.of(conversation), std::move(job), this);
  connect(runner, &TurnRunner::reading, this, [this, conversation] { emit reading(conversation); });
  connect(runner, &TurnRunner::textAppended, this,
          [this, conversation, answer](const QString& text) { emit textAppended(conversation, answer, text); });
  connect(runner, &TurnRunner::saveFailed, this, &ChatTurns::saveFailed);
  if (!isPrivate(conversation)) connect(runner, &TurnRunner::stateUsed, this, &ChatTurns::stateUsed);
  connect(runner, &TurnRunner::settled, runner, &QObject::deleteLater);
  connect(runner, &TurnRunner::ended, this, [this, conversation, runner] {
    if (m_preparing == runner) m_preparing = nullptr;
    std::erase_if(m_answering, [runner](const auto& entry) { return entry.second == runner; });
    emit ended(runner);
  });
  return runner;
}

void ChatTurns::answer(TurnJob job) {
  const auto conversation = number(job.conversation);
  Q_ASSERT(!answering(conversation));
  auto* runner = make(std::move(job));
  m_answering.emplace(conversation, runner);
  runner->start();
  emit started(conversation);
}

void ChatTurns::answerTogether(std::vector<TurnJob> jobs) {
  const auto conversation = number(jobs.front().conversation);
  Q_ASSERT(!answering(conversation));
  std::vector<TurnRunner*> runners;
  std::vector<TurnRequest> requests;
  for (auto& job : jobs) {
    runners.push_back(make(std::move(job)));
    requests.push_back(runners.back()->request());
    m_answering.emplace(conversation, runners.back());
  }
  const auto ids = m_inference.startTogether(std::move(requests));
  for (std::size_t i = 0; i < runners.size(); ++i) runners[i]->startedAs(ids[i]);
  emit started(conversation);
}

void ChatTurns::cancelAnswer(qint64 message) {
  if (auto* runner = writing(message)) runner->cancel();
}

TurnRunner* ChatTurns::writing(qint64 message) const {
  const auto found = std::find_if(m_answering.begin(), m_answering.end(),
                                  [message](const auto& entry) { return entry.second->job().answer == message; });
  return found == m_answering.end() ? nullptr : found->second;
}

void ChatTurns::prepare(TurnJob job) {
  cancelPreparation();
  if (job.base == 0) return;
  m_preparing = make(std::move(job));
  m_preparing->start();
}

void ChatTurns::cancelPreparation() {
  if (m_preparing) m_preparing->cancel();
}

void ChatTurns::cancel(qint64 conversation) {
  const auto [first, last] = m_answering.equal_range(conversation);
  for (auto entry = first; entry != last; ++entry) entry->second->cancel();
  if (auto* runner = preparing(conversation)) runner->cancel();
}

void ChatTurns::cancelAll() {
  for (const auto& [conversation, runner] : m_answering) runner->cancel();
  cancelPreparation();
}

void ChatTurns::abandonAll() {
  const auto running = m_answering;
  for (const auto& [conversation, runner] : running) runner->abandon();
  if (m_preparing) m_preparing->abandon();
}

TurnRunner* ChatTurns::answering(qint64 conversation) const {
  const auto found = m_answering.lower_bound(conversation);
  return found == m_answering.end() || found->first != conversation ? nullptr : found->second;
}

TurnRunner* ChatTurns::preparing(qint64 conversation) const {
  return m_preparing && number(m_preparing->job().conversation) == conversation ? m_preparing : nullptr;
}

}  // namespace eddy
