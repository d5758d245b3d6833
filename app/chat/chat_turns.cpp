#include "app/chat/chat_turns.h"

namespace eddy {
namespace {
qint64 number(ConversationId id) { return static_cast<qint64>(id); }
}

ChatTurns::ChatTurns(InferenceService& inference, StorageService& storage, QObject* parent)
    : QObject(parent), m_inference(inference), m_storage(storage) {}

TurnRunner* ChatTurns::make(TurnJob job) {
  const auto conversation = number(job.conversation);
  const auto answer = job.answer;
  auto* runner = new TurnRunner(m_inference, m_storage, std::move(job), this);
  connect(runner, &TurnRunner::reading, this, [this, conversation] { emit reading(conversation); });
  connect(runner, &TurnRunner::textAppended, this,
          [this, conversation, answer](const QString& text) { emit textAppended(conversation, answer, text); });
  connect(runner, &TurnRunner::saveFailed, this, &ChatTurns::saveFailed);
  connect(runner, &TurnRunner::stateUsed, this, &ChatTurns::stateUsed);
  connect(runner, &TurnRunner::settled, runner, &QObject::deleteLater);
  connect(runner, &TurnRunner::ended, this, [this, conversation, runner] {
    if (m_preparing == runner) m_preparing = nullptr;
    if (answering(conversation) == runner) m_answering.erase(conversation);
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

void ChatTurns::prepare(ConversationId conversation, MessageRef leaf) {
  cancelPreparation();
  if (leaf == 0) return;
  m_preparing = make({.conversation = conversation, .base = leaf});
  m_preparing->start();
}

void ChatTurns::cancelPreparation() {
  if (m_preparing) m_preparing->cancel();
}

void ChatTurns::cancel(qint64 conversation) {
  if (auto* runner = answering(conversation)) runner->cancel();
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
  const auto found = m_answering.find(conversation);
  return found == m_answering.end() ? nullptr : found->second;
}

TurnRunner* ChatTurns::preparing(qint64 conversation) const {
  return m_preparing && number(m_preparing->job().conversation) == conversation ? m_preparing : nullptr;
}

}  // namespace eddy
