// The branch of a conversation that is on show, and the job that answers its last question.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "app/chat/message_list_model.h"
#include "app/chat/turn_runner.h"
#include "app/documents/document_turn.h"
#include "app/storage/storage_service.h"

namespace eddy {

struct ChatBranch {
  Conversation conversation;
  std::vector<Message> branch;
  std::vector<MessageRow> rows;                   ///< of the branch, as the chat shows them
  std::map<MessageId, QuestionSources> sources;   ///< of questions to documents
  std::optional<DocumentTurn> documentTurn;       ///< of the last question
  Segment question;                               ///< the last one, as the model reads it
  AnswerJournal journal;                          ///< of the last answer, when its writing was cut off
  std::string values;                             ///< the chat's own for its answers (JSON), "" = the general ones
  MessageRef origin = 0;                          ///< the place before the first message: a state of the library, or none
};

/// The storage thread only.
Result<ChatBranch> readChatBranch(Stores& stores, ConversationId id, const AskingModel& model);

/// How answers are written, from the settings.
struct AnswerSettings {
  std::string system;
  GenerationParams params;
  std::int64_t stateBudget = 0;
  ThinkingWish thinking = {};
};

/// Writes the last message of the branch, which is an answer; `continues` it, or answers the question before it.
TurnJob answerJob(const ChatBranch& view, const AnswerSettings& settings, bool continues);

}  // namespace eddy
