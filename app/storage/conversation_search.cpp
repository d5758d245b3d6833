#include "app/storage/conversation_search.h"

#include <unordered_map>

#include "app/storage/scripts.h"

namespace eddy {
namespace {

constexpr char kMarkBegin = '\x01';
constexpr char kMarkEnd = '\x02';
constexpr std::size_t kMostWords = 16;
constexpr std::size_t kMostTitles = 8;
constexpr std::int64_t kMostRows = 20'000;  // looked at for one search, so that a word in every message costs no more
constexpr const char* kSweepKey = "search.sweep";

/// Takes the marks out of what snippet() and highlight() made, and puts everything on one line.
void take_marks(std::string_view marked, SearchHit& hit) {
  bool open = false;
  for (const char c : marked) {
    if (c == kMarkBegin && !open) {
      hit.marks.push_back({hit.excerpt.size(), hit.excerpt.size()});
      open = true;
    } else if (c == kMarkEnd && open) {
      hit.marks.back().end = hit.excerpt.size();
      open = false;
    } else if (static_cast<unsigned char>(c) > ' ') {
      hit.excerpt += c;
    } else if (hit.excerpt.empty() || hit.excerpt.back() != ' ') {
      hit.excerpt += ' ';
    }
  }
  if (open) hit.marks.back().end = hit.excerpt.size();
}

bool is_blank(char c) { return static_cast<unsigned char>(c) <= ' '; }

/// Letters, digits, anything beyond ASCII: something the tokenizer may make a word of.
bool has_word(std::string_view text) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 32) >= 'a' && (byte | 32) <= 'z')) return true;
  }
  return false;
}

}  // namespace

std::string search_expression(std::string_view words) {
  std::string expression;
  std::size_t count = 0;
  for (std::size_t i = 0; i < words.size() && count < kMostWords;) {
    if (is_blank(words[i]) || words[i] == '"') {
      const bool quoted = words[i++] == '"';
      if (!quoted) continue;
      const std::size_t end = std::min(words.find('"', i), words.size());
      const std::string_view phrase = words.substr(i, end - i);
      i = end + 1;
      if (!has_word(phrase)) continue;
      expression.append(count++ ? " \"" : "\"").append(phrase).append("\"");
      continue;
    }
    std::size_t end = i;
    while (end < words.size() && !is_blank(words[end]) && words[end] != '"') ++end;
    const std::string_view word = words.substr(i, end - i);
    i = end;
    if (!has_word(word)) continue;
    // One or two letters begin very many words: they stand for themselves, unless two are what is being typed.
    const bool begins = word.size() > 2 || (word.size() == 2 && end == words.size());
    expression.append(count++ ? " \"" : "\"").append(word).append(begins ? "\"*" : "\"");
  }
  return expression;
}

Result<std::vector<SearchHit>> ConversationSearch::find(std::string_view words, std::size_t most,
                                                        std::size_t per_conversation) const {
  std::vector<SearchHit> hits;
  const std::string expression = search_expression(words);
  if (expression.empty()) return hits;
  if (auto titles = find_titles(expression, std::min(most, kMostTitles), hits); !titles) return titles.error();
  if (auto found = find_messages(expression, most, per_conversation, hits); !found) return found.error();
  return hits;
}

Result<void> ConversationSearch::find_titles(std::string_view expression, std::size_t most,
                                             std::vector<SearchHit>& hits) const {
  constexpr const char* kSql =
      "SELECT c.id, c.title, c.updated_at, c.archived, highlight(title_search, 0, char(1), char(2)) "
      "FROM title_search f CROSS JOIN conversations c ON c.id = f.rowid "
      "WHERE title_search MATCH ?1 AND c.deleted_at IS NULL ORDER BY f.rowid DESC LIMIT ?2";
  Rows rows = database_.query(kSql, expression, static_cast<std::int64_t>(most));
  while (rows.next()) {
    hits.push_back({.conversation = ConversationId{rows.integer(0)},
                    .title = rows.text(1),
                    .time = rows.integer(2),
                    .archived = rows.integer(3) != 0});
    take_marks(rows.text(4), hits.back());
  }
  if (rows.failed()) return rows.error();
  return {};
}

Result<void> ConversationSearch::find_messages(std::string_view expression, std::size_t most,
                                               std::size_t per_conversation, std::vector<SearchHit>& hits) const {
  // The index gives its rows newest first without sorting; the join only looks up.
  constexpr const char* kSql =
      "SELECT m.id, m.conversation_id, m.author, m.created_at, c.title, c.archived "
      "FROM message_search f CROSS JOIN messages m ON m.id = f.rowid CROSS JOIN conversations c ON c.id = m.conversation_id "
      "WHERE message_search MATCH ?1 AND c.deleted_at IS NULL ORDER BY f.rowid DESC LIMIT ?2";
  const std::size_t first = hits.size();
  std::unordered_map<std::int64_t, std::size_t> per;
  Rows rows = database_.query(kSql, expression, kMostRows);
  while (hits.size() < most && rows.next()) {
    if (++per[rows.integer(1)] > per_conversation) continue;
    hits.push_back({.conversation = ConversationId{rows.integer(1)},
                    .message = MessageId{rows.integer(0)},
                    .author = static_cast<Author>(rows.integer(2)),
                    .title = rows.text(4),
                    .time = rows.integer(3),
                    .archived = rows.integer(5) != 0});
  }
  if (rows.failed()) return rows.error();
  return first < hits.size() ? add_excerpts(expression, std::span(hits).subspan(first)) : Result<void>();
}

Result<void> ConversationSearch::add_excerpts(std::string_view expression, std::span<SearchHit> hits) const {
  // The same walk through the index once more; only the rows that were taken have their text read and cut. (One query for
  // each would begin at the top of every word's list each time.)
  std::string ids;
  for (const SearchHit& hit : hits) ids += (ids.empty() ? "" : ",") + std::to_string(static_cast<std::int64_t>(*hit.message));
  Rows rows = database_.query(
      "SELECT CASE WHEN rowid IN (" + ids + ") THEN snippet(message_search, 0, char(1), char(2), '\xE2\x80\xA6', 24) END "
      "FROM message_search WHERE message_search MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC",
      expression, *hits.back().message, *hits.front().message);
  for (std::size_t i = 0; i < hits.size() && rows.next();) {
    if (!rows.is_null(0)) take_marks(rows.text(0), hits[i++]);
  }
  if (rows.failed()) return rows.error();
  return {};
}

Result<void> ConversationSearch::ask_for_sweep(Database& database) {
  return database.run("INSERT OR REPLACE INTO settings(key, value) VALUES (?, 'begin')", std::string_view(kSweepKey));
}

Result<bool> ConversationSearch::must_sweep() const {
  auto asked = database_.integer("SELECT count(*) FROM settings WHERE key = ?", std::string_view(kSweepKey));
  if (!asked) return asked.error();
  return asked->value_or(0) > 0;
}

Result<bool> ConversationSearch::sweep(int pages) {
  // Words of deleted texts stay in the parts of the index they came in with until these are merged into one. A negative count
  // puts all parts up for that, positive ones go on with it; titles are few and done at once.
  return in_transaction(database_, [&]() -> Result<bool> {
    Rows rows = database_.query("SELECT value FROM settings WHERE key = ?", std::string_view(kSweepKey));
    const bool asked = rows.next();
    const bool begin = asked && rows.text(0) == "begin";
    while (asked && rows.next()) {}
    if (rows.failed()) return rows.error();
    if (!asked) return true;
    if (begin) {
      if (auto titles = database_.run("INSERT INTO title_search(title_search) VALUES ('optimize')"); !titles) return titles.error();
    }
    const auto before = database_.integer("SELECT total_changes()");
    if (!before) return before.error();
    const auto merged = database_.run("INSERT INTO message_search(message_search, rank) VALUES ('merge', ?)", begin ? -pages : pages);
    if (!merged) return merged.error();
    const auto after = database_.integer("SELECT total_changes()");
    if (!after) return after.error();
    const bool done = !begin && after->value_or(0) - before->value_or(0) < 2;  // one is the command itself
    const auto noted = done ? database_.run("DELETE FROM settings WHERE key = ?", std::string_view(kSweepKey))
                            : database_.run("UPDATE settings SET value = 'on' WHERE key = ?", std::string_view(kSweepKey));
    if (!noted) return noted.error();
    return done;
  });
}

}  // namespace eddy
