// Finding conversations and messages by their words. One thread at a time; the Database must outlive it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/storage/messages.h"
#include "app/storage/sqlite.h"
#include "engine/api/result.h"

namespace eddy {

/// Bytes of an excerpt that are found words.
struct ExcerptMark {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const ExcerptMark&, const ExcerptMark&) = default;
};

/// A message with all the words; without a message, a conversation with all of them in its title.
struct SearchHit {
  ConversationId conversation{};
  std::optional<MessageId> message = {};
  Author author = Author::User;
  std::string title = {};           ///< of the conversation; empty while it has none
  std::string excerpt = {};         ///< on one line, around the first found word; of a title hit the title
  std::vector<ExcerptMark> marks = {};  ///< in `excerpt`, ascending
  std::int64_t time = 0;            ///< of the message, of the conversation's last change
  bool archived = false;
};

class ConversationSearch {
 public:
  explicit ConversationSearch(Database& database) : database_(database) {}

  /// Every word must be there, in any order, as the beginning of a word at least; "quoted words" as they stand. Titles first,
  /// then the latest messages, at most `per_conversation` of each conversation. Removed conversations are not found.
  Result<std::vector<SearchHit>> find(std::string_view words, std::size_t most = 60, std::size_t per_conversation = 3) const;

  /// One step (of about `pages` pages) towards an index that holds no word of deleted texts any more; true when there is
  /// nothing left to do. To be called until then after a purge.
  Result<bool> sweep(int pages = 256);
  /// Whether a sweep was asked for and is not finished.
  Result<bool> must_sweep() const;
  /// To be called in the transaction that deletes.
  static Result<void> ask_for_sweep(Database& database);

 private:
  Result<void> find_titles(std::string_view expression, std::size_t most, std::vector<SearchHit>& hits) const;
  Result<void> find_messages(std::string_view expression, std::size_t most, std::size_t per_conversation,
                             std::vector<SearchHit>& hits) const;
  /// Of message hits, newest first.
  Result<void> add_excerpts(std::string_view expression, std::span<SearchHit> hits) const;

  Database& database_;
};

/// What people type as an expression of SQLite's full-text index, in which nothing of theirs is an operator. Empty when there
/// is no word in it.
std::string search_expression(std::string_view words);

}  // namespace eddy
