// From stored messages to what a row shows. Any thread, but translated texts are the GUI thread's.
#pragma once

#include "app/chat/message_list_model.h"
#include "app/storage/messages.h"

namespace eddy {

MessageRow rowOf(const Message& message);

/// How an answer ended, in the row that showed it being written.
void applyRecord(MessageRow& row, const AnswerRecord& record);

}  // namespace eddy
