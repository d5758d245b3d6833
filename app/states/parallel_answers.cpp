#include "app/states/parallel_answers.h"

#include <QLocale>
#include <algorithm>

#include "app/chat/message_row.h"

namespace eddy {
namespace {

/// Answers beside the first one, which is the one on show.
Result<std::vector<MessageId>> addAnswers(Stores& stores, MessageId question, std::optional<MessageId> first, int count) {
  std::vector<MessageId> answers;
  if (first) answers.push_back(*first);
  while (static_cast<int>(answers.size()) < count) {
    const auto added = stores.conversations.append_answer(question);
    if (!added) return added.error();
    answers.push_back(*added);
  }
  return answers;
}

}  // namespace

ParallelAnswers::ParallelAnswers(Services services, QObject* parent)
    : QObject(parent), m_inference(services.inference), m_storage(services.storage), m_settings(services.settings),
      m_chat(services.chat) {
  auto& turns = m_chat.turns();
  connect(&turns, &ChatTurns::textAppended, this, [this](qint64, qint64 message, const QString& text) { onText(message, text); });
  connect(&turns, &ChatTurns::ended, this, &ParallelAnswers::onEnded);
  connect(&m_chat, &ChatViewModel::conversationChanged, this, [this] {
    refuse({});
    emit shownChanged();
  });
}

void ParallelAnswers::setCount(int count) {
  count = std::clamp(count, 1, kMost);
  if (count == m_count) return;
  m_count = count;
  emit countChanged();
}

bool ParallelAnswers::isRunning() const {
  for (int row = 0; row < m_answers.count(); ++row) {
    if (m_chat.turns().writing(m_answers.at(row).id)) return true;
  }
  return false;
}

QString ParallelAnswers::note() const {
  if (m_settings.generationParams().sampler.temperature > 0) return {};
  return tr("With a temperature of 0 the model always takes the likeliest word: all answers are the same.");
}

void ParallelAnswers::refuse(const QString& why) {
  if (why == m_refusal) return;
  m_refusal = why;
  emit refusalChanged();
}

/// Reckoned before anything is written.
bool ParallelAnswers::fits(int count) {
  const auto tokens = m_settings.generationParams().max_tokens;
  const auto memory = m_inference.memoryOfBatch(count, 0, tokens);
  if (memory.fits()) return true;
  int most = count - 1;
  while (most > 1 && !m_inference.memoryOfBatch(most, 0, tokens).fits()) --most;
  const QLocale locale;
  refuse(tr("%n answers at once would take %1 of memory, and %2 are free. %3 would fit.", nullptr, count)
             .arg(locale.formattedDataSize(memory.needed), locale.formattedDataSize(memory.available), locale.toString(most)));
  return false;
}

void ParallelAnswers::ask(const QString& text) {
  const auto words = text.trimmed();
  if (words.isEmpty()) return;
  if (m_count == 1) return m_chat.send(text);
  if (!m_chat.canSend() || !fits(m_count)) return m_chat.setDraft(text);
  std::optional<MessageId> parent;
  if (const int rows = m_chat.messages()->count(); rows > 0) parent = MessageId{m_chat.messages()->at(rows - 1).id};
  const ConversationId conversation{m_chat.conversationId()};
  begin(m_count, [conversation, parent, words = words.toStdString(), count = m_count](
                     Stores& stores, const AskingModel& model) -> Result<std::vector<MessageId>> {
    const auto turn = stores.conversations.append_turn(conversation, parent, words);
    if (!turn) return turn.error();
    if (auto chosen = chooseSources(stores, conversation, turn->user_message, words, model); !chosen) return chosen.error();
    (void)stores.conversations.set_draft(conversation, {});
    return addAnswers(stores, turn->user_message, turn->assistant_message, count);
  }, text);
}

void ParallelAnswers::again(qint64 answerId, int count) {
  count = std::clamp(count, 2, kMost);
  if (!m_chat.canSend() || !fits(count)) return;
  begin(count, [answer = MessageId{answerId}, count](Stores& stores, const AskingModel&) -> Result<std::vector<MessageId>> {
    const auto message = stores.conversations.message(answer);
    if (!message) return message.error();
    if (!message->parent) return Error{ErrorCode::InvalidArgument, "[chat] only an answer can be given anew", {}};
    return addAnswers(stores, *message->parent, std::nullopt, count);
  }, {});
}

Result<ParallelAnswers::Begun> ParallelAnswers::write(Stores& stores, ConversationId conversation, const AskingModel& model,
                                                      const Work& work) {
  auto answers = work(stores, model);
  if (!answers) return answers.error();
  if (auto shown = stores.conversations.set_current_leaf(conversation, answers->front()); !shown) return shown.error();
  auto view = readChatBranch(stores, conversation, model);
  if (!view) return view.error();
  return Begun{*std::move(view), *std::move(answers)};
}

void ParallelAnswers::begin(int count, Work work, const QString& draft) {
  Q_UNUSED(count)
  refuse({});
  const ConversationId conversation{m_chat.conversationId()};
  m_chat.setBeginning(true);
  m_storage.of(m_chat.conversationId()).submit(
      this,
      [conversation, model = m_chat.asking(), work = std::move(work)](Stores& stores) {
        return write(stores, conversation, model, work);
      },
      [this, conversation, draft](const Result<Begun>& begun) {
        const bool here = static_cast<qint64>(conversation) == m_chat.conversationId();
        if (here) m_chat.setBeginning(false);
        if (!begun) {
          if (here && m_chat.draft().isEmpty()) m_chat.setDraft(draft);
          return emit failed(begun.error());
        }
        start(*begun);
        show(*begun);
        if (here) m_chat.showBranch(begun->view);
      });
}

void ParallelAnswers::start(const Begun& begun) {
  const auto conversation = static_cast<qint64>(begun.view.conversation.id);
  if (m_chat.turns().answering(conversation)) return;  // asked twice in one breath: the answers stay to be retried
  auto job = answerJob(begun.view, m_chat.answerSettings(), false);
  const auto seeds = seeds_of_answers(job.params.sampler.seed, static_cast<int>(begun.answers.size()));
  std::vector<TurnJob> jobs;
  for (std::size_t i = 0; i < begun.answers.size(); ++i) {
    job.answer = static_cast<MessageRef>(begun.answers[i]);
    job.params.sampler.seed = seeds[i];
    jobs.push_back(job);
  }
  m_chat.turns().answerTogether(std::move(jobs));
}

void ParallelAnswers::show(const Begun& begun) {
  std::vector<MessageRow> rows;
  for (std::size_t i = 0; i < begun.answers.size(); ++i) {
    rows.push_back({.id = static_cast<qint64>(begun.answers[i]), .author = MessageListModel::Assistant,
                    .status = MessageListModel::Pending, .branchIndex = static_cast<int>(i),
                    .branchCount = static_cast<int>(begun.answers.size()), .time = QDateTime::currentDateTime()});
  }
  m_conversation = static_cast<qint64>(begun.view.conversation.id);
  m_question = QString::fromStdString(begun.view.branch[begun.view.branch.size() - 2].text);
  m_answers.clear();
  m_answers.showBranch(std::move(rows));
  emit shownChanged();
  emit runningChanged();
}

void ParallelAnswers::onText(qint64 message, const QString& text) {
  const auto* row = m_answers.find(message);
  if (!row) return;
  if (row->status != MessageListModel::Streaming) {
    auto streaming = *row;
    streaming.status = MessageListModel::Streaming;
    m_answers.update(streaming);
  }
  m_answers.appendText(message, text);
}

void ParallelAnswers::onEnded(TurnRunner* runner) {
  const auto* row = m_answers.find(runner->job().answer);
  if (!row) return;
  auto finished = *row;
  applyRecord(finished, runner->record());
  m_answers.update(finished);
  emit runningChanged();
}

void ParallelAnswers::stop(qint64 answerId) { m_chat.turns().cancelAnswer(answerId); }

void ParallelAnswers::stopAll() { m_chat.turns().cancel(m_conversation); }

void ParallelAnswers::choose(qint64 answerId) {
  const ConversationId conversation{m_conversation};
  m_storage.of(m_conversation).submit(
      this,
      [conversation, answer = MessageId{answerId}](Stores& stores) {
        return stores.conversations.set_current_leaf(conversation, answer);
      },
      [this, conversation](const Result<void>& shown) {
        if (!shown) return emit failed(shown.error());
        dismiss();
        if (static_cast<qint64>(conversation) == m_chat.conversationId()) m_chat.reload();
      });
}

void ParallelAnswers::dismiss() {
  m_answers.clear();
  m_question.clear();
  emit shownChanged();
  emit runningChanged();
}

}  // namespace eddy
