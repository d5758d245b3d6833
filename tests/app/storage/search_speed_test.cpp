// Ten thousand conversations, sixty thousand messages: what a search, a purge and the list cost. Prints its figures.
#include <QElapsedTimer>

#include <algorithm>
#include <cmath>

#include "app/storage/conversation_search.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kConversations = 10'000;
constexpr int kTurns = 3;
constexpr int kWordsPerMessage = 90;
constexpr double kBar = 50;  // milliseconds

/// Words as in a language: the n-th most common about as often as 1/n, 30,000 in all.
class Prose {
 public:
  std::string message(int words) {
    std::string text;
    for (int i = 0; i < words; ++i) {
      if (i) text += i % 14 == 0 ? ". " : " ";
      text += word();
    }
    return text;
  }

 private:
  std::string word() { return spelt(static_cast<std::uint32_t>(std::pow(30'000.0, dice() / 4294967296.0))); }
  std::uint32_t dice() { return seed_ = seed_ * 1664525u + 1013904223u; }
  std::uint32_t seed_ = 11;

 public:
  static std::string spelt(std::uint32_t rank) {
    std::string word;
    for (std::uint32_t n = rank * 2654435761u % 1'000'003u + 26; n > 0; n /= 26) word += static_cast<char>('a' + n % 26);
    return word;
  }
};

void fill(Database& database) {
  Prose prose;
  must(database.run_script("PRAGMA synchronous = OFF; BEGIN"));
  for (int i = 0, message = 1; i < kConversations; ++i) {
    must(database.run("INSERT INTO conversations(id, title, title_is_automatic, created_at, updated_at, current_leaf, model_path, "
                      "system_prompt, draft) VALUES (?1, ?2, 1, ?1, ?1, ?3, '', '', '')", i + 1, prose.message(6), message + 2 * kTurns - 1));
    for (int turn = 0; turn < 2 * kTurns; ++turn, ++message) {
      const bool answer = turn % 2;
      std::string text = prose.message(answer ? kWordsPerMessage * 5 / 3 : kWordsPerMessage / 3);
      if (answer) text += i % 1000 == 7 ? " rarestword \u5b66\u4e60" : " \u5b66\u4e60";
      must(database.run("INSERT INTO messages(id, conversation_id, parent_id, author, status, created_at, text) VALUES (?, ?, ?, ?, 2, ?, ?)",
                        message, i + 1, turn ? std::optional<int>(message - 1) : std::nullopt, answer, message, text));
    }
  }
  must(database.run_script("COMMIT; PRAGMA synchronous = FULL"));
}

/// The median of nine.
template <class Work>
double milliseconds(Work work) {
  std::vector<double> times;
  for (int i = 0; i < 9; ++i) {
    QElapsedTimer timer;
    timer.start();
    work();
    times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
  }
  std::nth_element(times.begin(), times.begin() + 4, times.end());
  return times[4];
}

}  // namespace

class SearchSpeedTest : public QObject {
  Q_OBJECT

 private slots:
  void search_answers_while_one_types() {
    Conversations c;
    QElapsedTimer timer;
    timer.start();
    fill(c.database());
    qInfo("filled in %.1f s", static_cast<double>(timer.elapsed()) / 1e3);
    const std::int64_t pages = *must(c.database().integer("SELECT count(*) * 4 FROM message_search_data"));
    qInfo("index: %lld kB in rows of about 4 kB; text: %lld kB", static_cast<long long>(pages),
          static_cast<long long>(*must(c.database().integer("SELECT sum(length(text)) / 1024 FROM messages"))));

    const ConversationSearch search(c.database());
    const std::string common = Prose::spelt(1), second = Prose::spelt(2), third = Prose::spelt(3);
    for (const std::string& words : {std::string("a"), std::string("ra"), std::string("rare"), std::string("rarestword"), common,
                                     common + " " + second + " " + third, "\"" + common + " " + second + "\"",
                                     common.substr(0, 2), common + " rarestword", std::string("\u5b66\u4e60"),
                                     std::string("\u5b66"), std::string("nosuchword")}) {
      std::size_t hits = 0;
      const double cost = milliseconds([&] { hits = must(search.find(words)).size(); });
      qInfo("search %-16s %6.2f ms, %zu hits", words.c_str(), cost, hits);
      QVERIFY2(cost < kBar, words.c_str());
    }
    qInfo("list of all: %.1f ms", milliseconds([&] { must(c->list_conversations()); }));

    must(c->remove(ConversationId{77}));
    timer.restart();
    must(c->purge_removed());
    qInfo("purge of one: %.1f ms", static_cast<double>(timer.nsecsElapsed()) / 1e6);
    ConversationSearch sweeper(c.database());
    double longest = 0, all = 0;
    int steps = 0;
    for (bool done = false; !done; ++steps) {
      timer.restart();
      done = must(sweeper.sweep());
      const double step = static_cast<double>(timer.nsecsElapsed()) / 1e6;
      longest = std::max(longest, step);
      all += step;
    }
    qInfo("sweep: %d steps, %.0f ms in all, the longest %.1f ms", steps, all, longest);
  }
};

QTEST_APPLESS_MAIN(SearchSpeedTest)
#include "search_speed_test.moc"
