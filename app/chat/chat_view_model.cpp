#include "app/chat/chat_view_model.h"

#include <QClipboard>
#include <QGuiApplication>

namespace eddy {

ChatViewModel::ChatViewModel(QObject* parent) : QObject(parent) {
  m_timer.setInterval(33);
  connect(&m_timer, &QTimer::timeout, this, &ChatViewModel::tick);
  connect(&m_messages, &MessageListModel::countChanged, this, &ChatViewModel::isEmptyChanged);
}

QStringList ChatViewModel::suggestions() const {
  return {tr("What can you do?"), tr("Explain what a recurrent model is"), tr("Write a short story about a lighthouse"),
          tr("Summarise a text for me")};
}

qint64 ChatViewModel::lastUserMessageId() const {
  for (int row = m_messages.count() - 1; row >= 0; --row)
    if (m_messages.at(row).author == MessageListModel::User) return m_messages.at(row).id;
  return -1;
}

void ChatViewModel::setDraft(const QString& draft) {
  if (draft == m_draft) return;
  m_draft = draft;
  emit draftChanged();
}

void ChatViewModel::send(const QString& text) {
  std::vector<MessageRow> rows;
  for (int row = 0; row < m_messages.count(); ++row) rows.push_back(m_messages.at(row));
  rows.push_back({.id = m_nextId++, .author = MessageListModel::User, .text = text, .time = QDateTime::currentDateTime()});
  const auto answer = m_nextId++;
  rows.push_back({.id = answer, .author = MessageListModel::Assistant, .status = MessageListModel::Streaming,
                  .time = QDateTime::currentDateTime()});
  m_messages.showBranch(std::move(rows));
  stream(answer);
}

void ChatViewModel::stream(qint64 id) {
  m_streaming = id;
  m_words = QStringLiteral("Here is an answer with **bold** text and a list:\n\n- first\n- second\n\n```cpp\nint main() {\n  "
                           "return 0;\n}\n```\n\nAnd a last paragraph that is a little longer than the others.").split(u' ');
  m_timer.start();
  emit activityChanged();
}

void ChatViewModel::tick() {
  if (!m_words.isEmpty()) return m_messages.appendText(m_streaming, m_words.takeFirst() + u' ');
  cancel();
}

void ChatViewModel::cancel() {
  m_timer.stop();
  if (const auto* row = m_messages.find(m_streaming)) {
    auto next = *row;
    next.status = m_words.isEmpty() ? MessageListModel::Done : MessageListModel::Cancelled;
    next.tokensPerSecond = 31.4;
    next.timeToFirstToken = 0.21;
    next.tokenCount = 42;
    m_messages.update(next);
  }
  m_streaming = 0;
  emit activityChanged();
}

void ChatViewModel::regenerate(qint64 id) { continueAnswer(id); }
void ChatViewModel::retry(qint64 id) { continueAnswer(id); }
void ChatViewModel::editMessage(qint64, const QString& newText) { send(newText); }

void ChatViewModel::continueAnswer(qint64 id) {
  const auto* row = m_messages.find(id);
  if (!row) return;
  auto next = *row;
  next.text.clear();
  next.status = MessageListModel::Streaming;
  m_messages.update(next);
  stream(id);
}

void ChatViewModel::previousBranch(qint64) {}
void ChatViewModel::nextBranch(qint64) {}

void ChatViewModel::copyText(qint64 id) {
  if (const auto* row = m_messages.find(id)) QGuiApplication::clipboard()->setText(row->text);
}

void ChatViewModel::copyToClipboard(const QString& text) { QGuiApplication::clipboard()->setText(text); }

void ChatViewModel::dismissNotice() {
  m_notice.clear();
  emit noticeChanged();
}

void ChatViewModel::showConversation(qint64 id, const QString& title, std::vector<MessageRow> rows) {
  m_conversationId = id;
  m_title = title;
  m_nextId += static_cast<qint64>(rows.size()) + 100;
  m_messages.showBranch(std::move(rows));
  emit conversationChanged();
  emit titleChanged();
}

}  // namespace eddy
