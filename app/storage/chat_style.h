// How a chat wants to be answered: its own values, its persona and its instructions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/storage/messages.h"
#include "app/storage/sqlite.h"
#include "engine/api/result.h"

namespace eddy {

struct ChatStyleRow {
  std::string values;              ///< JSON; "" = the general ones
  std::string persona;
  std::string instructions;        ///< "" = the general ones
  std::int64_t tokens = 0;         ///< of the branch on show, as far as they are known
  std::int64_t messages = 0;       ///< of all branches
};

class ChatStyles {
 public:
  explicit ChatStyles(Database& conversations) : database_(&conversations) {}

  Result<ChatStyleRow> read(ConversationId id) const;
  Result<void> set_values(ConversationId id, std::string_view json);
  /// Instructions stand before the first message: its tokens are forgotten, so that every branch is read again from the
  /// start. The messages whose states are of another text from now on; none when the instructions are what they were.
  Result<std::vector<MessageId>> set_instructions(ConversationId id, std::string_view persona, std::string_view text);

 private:
  Database* database_;
};

}  // namespace eddy
