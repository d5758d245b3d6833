#include "app/chat/message_row.h"

#include "app/documents/document_words.h"
#include "app/errors/error_text.h"

namespace eddy {
namespace {

int actionOf(ErrorAction action) {
  switch (action) {
    case ErrorAction::None: return MessageListModel::NoAction;
    case ErrorAction::Retry: return MessageListModel::Retry;
    case ErrorAction::ChooseModel: return MessageListModel::ChooseModel;
    case ErrorAction::FreeSpace: return MessageListModel::FreeSpace;
    case ErrorAction::OpenDataFolder: return MessageListModel::OpenDataFolder;
  }
  return MessageListModel::NoAction;
}

int statusOf(MessageStatus status) {
  switch (status) {
    case MessageStatus::Pending: return MessageListModel::Pending;
    case MessageStatus::Streaming: return MessageListModel::Streaming;
    case MessageStatus::Done: return MessageListModel::Done;
    case MessageStatus::Cancelled: return MessageListModel::Cancelled;
    case MessageStatus::Interrupted: return MessageListModel::Interrupted;
    case MessageStatus::Failed: return MessageListModel::Failed;
  }
  return MessageListModel::Done;
}

/// What messages and answer records have in common, under the same names.
template <class Source>
void applyEnd(MessageRow& row, const Source& source) {
  row.text = QString::fromStdString(source.text);
  row.status = statusOf(source.status);
  row.tokenCount = static_cast<int>(source.tokens_generated);
  row.tokensPerSecond = source.seconds > 0 ? static_cast<double>(source.tokens_generated) / source.seconds : 0;
  row.timeToFirstToken = source.seconds_to_first_token;
  row.tokensReread = static_cast<int>(source.tokens_reread);
  row.rereadReason = describe(rereadReasonOf(QString::fromStdString(source.reread_reason)));
  row.errorTitle.clear();
  row.errorText.clear();
  row.errorAction = MessageListModel::NoAction;
  if (source.status != MessageStatus::Failed) return;
  const auto error = describe(errorCodeOf(QString::fromStdString(source.error_code)));
  row.errorTitle = error.title;
  row.errorText = error.explanation;
  row.errorAction = actionOf(error.action);
}

}  // namespace

MessageRow rowOf(const Message& message) {
  MessageRow row{.id = static_cast<qint64>(message.id),
                 .author = message.author == Author::User ? MessageListModel::User : MessageListModel::Assistant,
                 .branchIndex = message.sibling_index,
                 .branchCount = message.sibling_count,
                 .time = QDateTime::fromMSecsSinceEpoch(message.created_at)};
  applyEnd(row, message);
  return row;
}

void applySources(MessageRow& row, const QuestionSources& sources) {
  const bool memory = sources.mode != AskMode::Passages;
  const bool passages = !sources.passages.empty();
  row.answeredFrom = passages ? (memory ? MessageListModel::Both : MessageListModel::Passages)
                              : (memory ? MessageListModel::Memory : MessageListModel::Passages);
  for (const auto& stored : sources.passages) {
    row.quotes += QVariantMap{{"place", placeText(stored)},
                              {"text", QString::fromStdString(stored.passage.text)},
                              {"document", static_cast<qint64>(stored.document)},
                              {"ordinal", static_cast<int>(stored.ordinal)}};
  }
}

void applyRecord(MessageRow& row, const AnswerRecord& record) { applyEnd(row, record); }

}  // namespace eddy
