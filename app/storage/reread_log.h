// What had to be read again, when, why and for how long: for the one who asks "why did this take so long?". Newest 1,000.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/storage/conversation_store.h"
#include "app/storage/messages.h"
#include "app/storage/sqlite.h"

namespace eddy {

struct Reread {
  std::int64_t id = 0;
  ConversationId conversation{};
  std::string title;                 ///< of the conversation, when it is read
  MessageId message{};               ///< the answer that waited, or the last message of a branch that was opened
  std::int64_t at = 0;               ///< milliseconds since 1970, UTC; the order is that of the ids
  std::string reason;                ///< stable name, see error_text.h
  std::int64_t tokens = 0;
  std::int64_t restored_tokens = 0;  ///< of the saved state that was gone on from; 0: from the beginning
  double seconds = 0;
  std::string model_fingerprint;
  std::string model_name;
};

/// Fewer tokens than these are no recomputation worth a line.
inline constexpr std::int64_t kRereadWorthTelling = 64;

class RereadLog {
 public:
  using Clock = ConversationStore::Clock;
  explicit RereadLog(Database& conversations, Clock now = ConversationStore::system_clock()) : database_(&conversations), now_(std::move(now)) {}

  Result<void> add(const Reread& reread);
  /// Newest first.
  Result<std::vector<Reread>> recent(int limit = 200) const;
  Result<std::vector<Reread>> of_message(MessageId message) const;
  Result<void> clear();

 private:
  template <class... Args>
  Result<std::vector<Reread>> read(std::string_view where, const Args&... args) const;

  Database* database_;
  Clock now_;
};

}  // namespace eddy
