// From stored messages to what a row shows. Any thread.
#pragma once

#include "app/chat/message_list_model.h"
#include "app/storage/documents.h"

namespace eddy {

MessageRow rowOf(const Message& message);

/// What the answer in this row was made from.
void applySources(MessageRow& row, const QuestionSources& sources);

/// How an answer ended, in the row that showed it being written.
void applyRecord(MessageRow& row, const AnswerRecord& record);

}  // namespace eddy
