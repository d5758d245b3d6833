#include "app/chat/chat_view_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include "app/chat/message_row.h"
#include "app/chat/stored_state.h"
#include "app/errors/error_text.h"

namespace eddy {
namespace {

constexpr qint64 kLongReading = 300;  // milliseconds; what is read faster needs no progress

QString numberText(std::int64_t number) { return QLocale().toString(static_cast<qlonglong>(number)); }

}  // namespace

ChatViewModel::ChatViewModel(Services services, QObject* parent)
    : QObject(parent), m_inference(services.inference), m_storage(services.storage), m_settings(services.settings),
      m_models(services.models), m_turns(services.inference, services.storage) {
  m_draftTimer.setSingleShot(true);
  m_draftTimer.setInterval(500);
  connect(&m_draftTimer, &QTimer::timeout, this, &ChatViewModel::saveDraft);
  connect(&m_messages, &MessageListModel::countChanged, this, &ChatViewModel::isEmptyChanged);
  connect(&m_messages, &MessageListModel::rowsInserted, this, &ChatViewModel::lastUserMessageIdChanged);
  connect(&m_messages, &MessageListModel::rowsRemoved, this, &ChatViewModel::lastUserMessageIdChanged);
  connect(&m_turns, &ChatTurns::started, this, [this](qint64 id) { emit generatingChanged(id, true); });
  connect(&m_turns, &ChatTurns::textAppended, this, &ChatViewModel::onText);
  connect(&m_turns, &ChatTurns::reading, this, &ChatViewModel::prepareChanged);
  connect(&m_turns, &ChatTurns::ended, this, &ChatViewModel::onEnded);
  connect(&m_turns, &ChatTurns::saveFailed, this, &ChatViewModel::showError);
  connect(&m_turns, &ChatTurns::stateUsed, &m_settings,
          [this](qint64 bytes) { m_settings.setStateUsedBytes(static_cast<double>(bytes)); });
  connect(&m_models, &ModelsViewModel::changed, this, &ChatViewModel::modelChanged);
  connect(&m_inference, &InferenceService::readyChanged, this, [this] {
    emit modelChanged();
    announceActivity();
    prepare();
  });
}

// What the screen knows

TurnRunner* ChatViewModel::readingRunner() const {
  auto* answering = runner();
  auto* reading = answering ? answering : m_turns.preparing(m_conversationId);
  if (!reading || reading->hasText() || reading->readTotal() == 0) return nullptr;
  return reading->readMilliseconds() >= kLongReading && reading->readDone() < reading->readTotal() ? reading : nullptr;
}

QString ChatViewModel::prepareText() const {
  const auto* reading = readingRunner();
  if (!reading) return {};
  const auto text = reading->readReason() == RereadReason::None ? tr("Reading your message: %1 of %2 tokens")
                                                                : tr("Reading the conversation again: %1 of %2 tokens");
  return text.arg(numberText(reading->readDone()), numberText(reading->readTotal()));
}

double ChatViewModel::prepareProgress() const {
  const auto* reading = readingRunner();
  return reading ? static_cast<double>(reading->readDone()) / static_cast<double>(reading->readTotal()) : 0;
}

QString ChatViewModel::prepareReason() const {
  const auto* reading = readingRunner();
  return reading ? describe(reading->readReason()) : QString();
}

bool ChatViewModel::canSend() const { return modelReady() && m_loaded && !m_beginning && !isGenerating(); }

QString ChatViewModel::modelName() const {
  if (!modelReady() || m_models.status() == ModelsViewModel::Ready) return m_models.name();
  return QString::fromStdString(m_inference.model().name);  // the one still loaded after another failed to load
}

QString ChatViewModel::modelStatusText() const {
  switch (m_models.status()) {
    case ModelsViewModel::NoModel: return tr("No model is loaded");
    case ModelsViewModel::Loading: return tr("Loading the model\u2026");
    case ModelsViewModel::Ready: return tr("Ready");
    case ModelsViewModel::Failed: return m_models.errorTitle();
  }
  return {};
}

QStringList ChatViewModel::suggestions() const {
  return {tr("What can you do?"), tr("My name is Ada and I live in Oslo. What is my name?"),
          tr("Sort alphabetically: pear, apple, fig"), tr("What is a recurrent state?")};
}

qint64 ChatViewModel::lastUserMessageId() const {
  for (int row = m_messages.count() - 1; row >= 0; --row) {
    if (m_messages.at(row).author == MessageListModel::User) return m_messages.at(row).id;
  }
  return -1;
}

void ChatViewModel::announceActivity() {
  emit activityChanged();
  emit prepareChanged();
}

void ChatViewModel::setNotice(const QString& notice) {
  if (notice == m_notice) return;
  m_notice = notice;
  emit noticeChanged();
}

void ChatViewModel::dismissNotice() { setNotice({}); }

void ChatViewModel::showError(const Error& error) {
  setNotice(inOneLine(describeStorage(error.code)));
}

// Drafts

void ChatViewModel::setDraft(const QString& draft) {
  if (draft == m_draft) return;
  m_draft = draft;
  m_draftTimer.start();
  emit draftChanged();
}

void ChatViewModel::saveDraft() {
  if (!m_draftTimer.isActive() && sender() != &m_draftTimer) return;
  m_draftTimer.stop();
  if (!m_loaded) return;
  m_storage.of(m_conversationId).submit([id = ConversationId{m_conversationId}, draft = m_draft.toStdString()](Stores& stores) {
    return stores.conversations.set_draft(id, draft);
  });
}

// Conversations and branches

AskingModel ChatViewModel::asking() const { return {m_inference.fingerprint(), m_inference.model().parameters}; }

AnswerSettings ChatViewModel::answerSettings() const {
  return {m_settings.systemPromptUtf8(), m_settings.generationParams(), m_settings.stateBudget(), m_settings.thinkingWish()};
}

void ChatViewModel::setBeginning(bool beginning) {
  m_beginning = beginning;
  emit activityChanged();
}

void ChatViewModel::showBranch(const ChatBranch& view) {
  apply(view);
  announceActivity();
  emit conversationTouched();
}

void ChatViewModel::reload() {
  const auto id = m_conversationId;
  if (id == 0) return;
  m_storage.of(m_conversationId).submit(
      this, [id, model = asking()](Stores& stores) { return readChatBranch(stores, ConversationId{id}, model); },
      [this, id](const Result<View>& view) {
        if (id != m_conversationId) return;
        if (!view) return showError(view.error());
        apply(*view);
        announceActivity();
        prepare();
        emit conversationTouched();
      });
}

void ChatViewModel::showConversation(qint64 id) {
  if (id == m_conversationId) return;
  saveDraft();
  m_turns.cancelPreparation();
  m_conversationId = id;
  m_loaded = false;
  m_beginning = false;
  m_messages.clear();
  m_title.clear();
  m_draft.clear();
  m_draftTimer.stop();
  setNotice({});
  emit conversationChanged();
  emit titleChanged();
  emit draftChanged();
  announceActivity();
  if (id == 0) return;
  m_storage.of(m_conversationId).submit(
      this, [id, model = asking()](Stores& stores) { return readChatBranch(stores, ConversationId{id}, model); },
      [this, id](const Result<View>& view) {
        if (id != m_conversationId) return;
        if (!view) return showError(view.error());
        m_loaded = true;
        apply(*view);
        setTitle(QString::fromStdString(view->conversation.title));
        if (m_draft.isEmpty()) {
          m_draft = QString::fromStdString(view->conversation.draft);
          emit draftChanged();
        }
        announceActivity();
        prepare();
      });
}

void ChatViewModel::setTitle(const QString& title) {
  if (title.isEmpty() && isPrivate(m_conversationId)) return;  // the list does not know it
  const auto shown = title.isEmpty() && m_conversationId != 0 ? tr("New chat") : title;
  if (shown == m_title) return;
  m_title = shown;
  emit titleChanged();
}

void ChatViewModel::forget(qint64 id) {
  m_turns.cancel(id);
  if (id == m_conversationId) showConversation(0);
}

void ChatViewModel::apply(const View& view) {
  auto rows = view.rows;
  for (auto& row : rows) {
    const auto* writing = m_turns.writing(row.id);
    if (!writing) continue;
    // What is on the screen is ahead of the database.
    row.text = writing->text();
    row.status = writing->hasText() ? MessageListModel::Streaming : MessageListModel::Pending;
    row.beginsThinking = m_inference.opensThinking();
  }
  m_messages.showBranch(std::move(rows));
}

void ChatViewModel::prepare() {
  if (!modelReady() || !m_loaded || m_messages.count() == 0 || runner()) return;
  if (m_messages.at(m_messages.count() - 1).answeredFrom == MessageListModel::Passages) return;  // it left no state
  const auto settings = answerSettings();
  m_turns.prepare({.conversation = ConversationId{m_conversationId}, .base = m_messages.at(m_messages.count() - 1).id,
                   .system = settings.system, .stateBudget = settings.stateBudget});
}

void ChatViewModel::previousBranch(qint64 messageId) { stepBranch(messageId, -1); }
void ChatViewModel::nextBranch(qint64 messageId) { stepBranch(messageId, 1); }

void ChatViewModel::stepBranch(qint64 messageId, int by) {
  const ConversationId conversation{m_conversationId};
  auto work = [conversation, id = MessageId{messageId}, by, model = asking()](Stores& stores) -> Result<View> {
    const auto siblings = stores.conversations.siblings(id);
    if (!siblings) return siblings.error();
    const auto here = std::find(siblings->begin(), siblings->end(), id) - siblings->begin();
    const auto there = std::clamp<std::ptrdiff_t>(here + by, 0, static_cast<std::ptrdiff_t>(siblings->size()) - 1);
    const auto leaf = stores.conversations.deepest_leaf((*siblings)[static_cast<std::size_t>(there)]);
    if (!leaf) return leaf.error();
    if (auto shown = stores.conversations.set_current_leaf(conversation, *leaf); !shown) return shown.error();
    return readChatBranch(stores, conversation, model);
  };
  m_storage.of(m_conversationId).submit(this, std::move(work), [this, conversation](const Result<View>& view) {
    if (static_cast<qint64>(conversation) != m_conversationId) return;
    if (!view) return showError(view.error());
    apply(*view);
    prepare();
    emit conversationTouched();
  });
}

// Turns

/// Writes the turn to the database (`work` leaves its answer as the current leaf) and starts it when it is there.
template <class Work>
void ChatViewModel::beginTurn(Work work, QString textToKeep, bool continues) {
  const ConversationId conversation{m_conversationId};
  m_beginning = true;
  setNotice({});
  emit activityChanged();
  auto write = [conversation, work = std::move(work), model = asking()](Stores& stores) -> Result<View> {
    if (Result<void> done = work(stores, model); !done) return done.error();
    return readChatBranch(stores, conversation, model);
  };
  m_storage.of(m_conversationId).submit(this, std::move(write), [this, conversation, textToKeep, continues](const Result<View>& view) {
    const bool shown = static_cast<qint64>(conversation) == m_conversationId;
    if (shown) m_beginning = false;
    if (!view) {
      if (shown && m_draft.isEmpty()) setDraft(textToKeep);
      showError(view.error());
      return announceActivity();
    }
    if (!m_turns.answering(static_cast<qint64>(conversation))) run(*view, continues);
    if (shown) apply(*view);
    announceActivity();
    emit conversationTouched();
  });
}

void ChatViewModel::run(const View& view, bool continues) {
  m_turns.answer(answerJob(view, answerSettings(), continues));
}

void ChatViewModel::send(const QString& text) {
  askAfter(m_messages.count() > 0 ? m_messages.at(m_messages.count() - 1).id : 0, text);
}

void ChatViewModel::askAfter(qint64 answerId, const QString& text) {
  const auto words = text.trimmed();
  if (words.isEmpty()) return;
  if (!canSend()) return setDraft(text);
  std::optional<MessageId> parent;
  if (answerId != 0) parent = MessageId{answerId};
  m_draftTimer.stop();
  if (!m_draft.isEmpty()) {
    m_draft.clear();
    emit draftChanged();
  }
  const ConversationId conversation{m_conversationId};
  beginTurn([conversation, parent, words = words.toStdString()](Stores& stores, const AskingModel& model) -> Result<void> {
    auto turn = stores.conversations.append_turn(conversation, parent, words);
    if (!turn) return turn.error();
    auto chosen = chooseSources(stores, conversation, turn->user_message, words, model);
    if (!chosen) return chosen;
    return stores.conversations.set_draft(conversation, {});
  }, text, false);
}

void ChatViewModel::cancel() { m_turns.cancel(m_conversationId); }

void ChatViewModel::regenerate(qint64 messageId) {
  if (!canSend()) return;
  beginTurn([answer = MessageId{messageId}](Stores& stores, const AskingModel&) -> Result<void> {
    const auto message = stores.conversations.message(answer);
    if (!message) return message.error();
    if (!message->parent) return Error{ErrorCode::InvalidArgument, "[chat] only an answer can be given anew", {}};
    auto added = stores.conversations.append_answer(*message->parent);
    if (!added) return added.error();
    return {};
  }, {}, false);
}

void ChatViewModel::editMessage(qint64 messageId, const QString& newText) {
  const auto words = newText.trimmed();
  if (words.isEmpty() || !canSend()) return;
  beginTurn([conversation = ConversationId{m_conversationId}, question = MessageId{messageId},
             words = words.toStdString()](Stores& stores, const AskingModel& model) -> Result<void> {
    auto turn = stores.conversations.append_edited_turn(question, words);
    if (!turn) return turn.error();
    return chooseSources(stores, conversation, turn->user_message, words, model);
  }, {}, false);
}

void ChatViewModel::retry(qint64 messageId) {
  const auto* row = m_messages.find(messageId);
  if (!row || !canSend()) return;
  if (!row->text.isEmpty()) return regenerate(messageId);
  beginTurn([answer = MessageId{messageId}](Stores& stores, const AskingModel&) { return stores.conversations.reopen_answer(answer); }, {},
            false);
}

void ChatViewModel::continueAnswer(qint64 messageId) {
  const auto* row = m_messages.find(messageId);
  if (!row || !canSend()) return;
  if (row->text.isEmpty()) return retry(messageId);
  beginTurn([answer = MessageId{messageId}](Stores& stores, const AskingModel&) { return stores.conversations.reopen_answer(answer); }, {},
            true);
}

void ChatViewModel::onText(qint64 conversation, qint64 message, const QString& text) {
  if (conversation != m_conversationId) return;
  if (const auto* row = m_messages.find(message); row && row->status != MessageListModel::Streaming) {
    auto streaming = *row;
    streaming.status = MessageListModel::Streaming;
    m_messages.update(streaming);
    emit prepareChanged();
  }
  m_messages.appendText(message, text);
}

void ChatViewModel::onEnded(TurnRunner* ended) {
  const auto conversation = static_cast<qint64>(ended->job().conversation);
  const bool shown = conversation == m_conversationId;
  if (shown) {
    if (const auto* row = m_messages.find(ended->job().answer); row && !ended->isPreparation()) {
      auto finished = *row;
      applyRecord(finished, ended->record());
      m_messages.update(finished);
    }
    noteReread(*ended);
    announceActivity();
  }
  if (ended->isPreparation()) return;
  emit generatingChanged(conversation, m_turns.answering(conversation) != nullptr);
  emit conversationTouched();
}

void ChatViewModel::noteReread(const TurnRunner& ended) {
  const auto& record = ended.record();
  const auto reason = rereadReasonOf(QString::fromStdString(record.reread_reason));
  if (record.tokens_reread == 0 || reason == RereadReason::None || record.stop_reason == "cancelled") return;
  const auto text = ended.restoredTokens() > 0 ? tr("State was rebuilt from an earlier saved state: %1 tokens re-read because %2")
                                               : tr("State was rebuilt: %1 tokens re-read because %2");
  setNotice(text.arg(numberText(record.tokens_reread), describe(reason)));
}

void ChatViewModel::copyText(qint64 messageId) {
  if (const auto* row = m_messages.find(messageId)) copyToClipboard(row->text);
}

QString ChatViewModel::textOf(qint64 messageId) const {
  const auto* row = m_messages.find(messageId);
  return row ? row->text : QString();
}

QString ChatViewModel::asText() const {
  QStringList parts;
  for (int i = 0; i < m_messages.count(); ++i) {
    const auto& row = m_messages.at(i);
    parts += row.author == MessageListModel::User ? tr("**You**") : tr("**Model**");
    parts += row.text;
  }
  return parts.join(QStringLiteral("\n\n"));
}

void ChatViewModel::copyToClipboard(const QString& text) { QGuiApplication::clipboard()->setText(text); }

}  // namespace eddy
