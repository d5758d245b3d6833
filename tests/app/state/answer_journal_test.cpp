// An answer that was cut off goes on from its journal as if nobody had cut it: same random numbers, same text.
#include <QTemporaryDir>
#include <QTest>
#include <condition_variable>
#include <mutex>

#include "app/inference/inference_worker.h"
#include "tests/support/engine/tiny_chat_models.h"

using namespace eddy;
using namespace eddy::test;

namespace {

/// A worker with a model; all events of one request at a time.
class Desk {
 public:
  explicit Desk(const std::filesystem::path& model)
      : worker_(ports(), [this](WorkerEvent event) { take(std::move(event)); }) {
    worker_.load({.load = LoadId{1}, .path = model, .options = {.backend = "cpu", .threads = 1}});
  }

  /// Runs a turn to its end. `path` is what is stored of the branch; `most` texts are awaited before it is stopped.
  std::vector<TurnEvent> run(TurnRequest request, std::vector<Segment> path = {}) {
    std::unique_lock lock(mutex_);
    path_ = std::move(path);
    events_.clear();
    running_ = 1;
    request.turn = TurnId{++last_};
    worker_.start(std::move(request));
    changed_.wait_for(lock, std::chrono::seconds(60), [this] { return running_ == 0; });
    return std::move(events_);
  }

  /// Answers side by side: the events of each.
  std::vector<std::vector<TurnEvent>> run_together(std::vector<TurnRequest> requests) {
    std::unique_lock lock(mutex_);
    path_.clear();
    events_.clear();
    running_ = static_cast<int>(requests.size());
    for (auto& request : requests) request.turn = TurnId{++last_};
    worker_.start(TogetherRequest{.turns = requests, .stop = {}});
    changed_.wait_for(lock, std::chrono::seconds(60), [this] { return running_ == 0; });
    std::vector<std::vector<TurnEvent>> each(requests.size());
    for (auto& event : events_) {
      for (std::size_t i = 0; i < requests.size(); ++i) {
        if (requests[i].turn == event.turn) each[i].push_back(event);
      }
    }
    return each;
  }

 private:
  static InferencePorts ports() {
    InferencePorts ports;
    ports.text_interval = 0;
    return ports;
  }

  void take(WorkerEvent event) {
    const auto* turn = std::get_if<TurnEvent>(&event);
    if (!turn) return;
    const std::lock_guard lock(mutex_);
    if (std::holds_alternative<StateNeeded>(turn->what)) worker_.answer({.turn = turn->turn, .path = path_});
    running_ -= std::holds_alternative<TurnFinished>(turn->what) || std::holds_alternative<TurnFailed>(turn->what);
    events_.push_back(*turn);
    if (running_ == 0) changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<TurnEvent> events_;
  std::vector<Segment> path_;
  int running_ = 0;
  std::uint64_t last_ = 0;
  InferenceWorker worker_;  // last: its thread uses what is above
};

template <class What>
std::vector<What> all(const std::vector<TurnEvent>& events) {
  std::vector<What> found;
  for (const auto& event : events) {
    if (const auto* what = std::get_if<What>(&event.what)) found.push_back(*what);
  }
  return found;
}

GenerationParams params(int tokens, std::uint64_t seed) {
  return {.sampler = {.temperature = 0.9f, .top_p = 0.98f, .presence_penalty = 0.3f, .penalty_decay = 0.97f, .seed = seed},
          .max_tokens = tokens};
}

}  // namespace

class AnswerJournalTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    write_chat_model(model(), ChatModelKind::Rwkv7);
    write_chat_model(other(), ChatModelKind::Rwkv7, {.seed = 5});
  }

  void a_cut_answer_goes_on_as_the_whole_one_did() {
    constexpr int kTokens = 150;
    Desk desk(model());
    const auto whole = desk.run(question(kTokens, 41));
    const auto texts = all<TurnText>(whole);
    const auto finished = all<TurnFinished>(whole);
    const auto known = all<TokensKnown>(whole);
    QVERIFY(texts.size() > 20 && finished.size() == 1 && known.size() == 1);

    std::string shown;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      shown += texts[i].text;
      if (i % 7 != 3) continue;
      const int left = kTokens - static_cast<int>(texts[i].tokens.size());
      if (left < 1) break;
      // A new program with a seed of its own.
      Desk again(model());
      auto rest = continued(shown, texts[i].journal, left, 42);
      const auto result = all<TurnFinished>(again.run(std::move(rest), stored(known[0], shown, texts[i].tokens)));
      QCOMPARE(result.size(), std::size_t(1));
      auto tokens = texts[i].tokens;
      tokens.insert(tokens.end(), result[0].tokens.begin(), result[0].tokens.end());
      QVERIFY2(tokens == finished[0].tokens, qPrintable(QString::number(i)));
      QCOMPARE(QString::fromStdString(shown + result[0].text), QString::fromStdString(finished[0].text));
    }
  }

  void cut_answers_that_were_written_side_by_side_go_on_as_the_whole_ones_did() {
    constexpr int kTokens = 90, kAnswers = 3;
    std::vector<TurnRequest> requests;
    for (int i = 0; i < kAnswers; ++i) {
      requests.push_back(question(kTokens, 41 + static_cast<std::uint64_t>(i)));
      requests.back().answer = 2 + i;
    }
    Desk desk(model());
    const auto answers = desk.run_together(requests);
    const auto known = all<TokensKnown>(answers[0]).at(0);
    for (int i = 0; i < kAnswers; ++i) {
      const auto texts = all<TurnText>(answers[static_cast<std::size_t>(i)]);
      const auto finished = all<TurnFinished>(answers[static_cast<std::size_t>(i)]).at(0);
      QVERIFY(texts.size() > 10);
      // The same as alone, and different from one another.
      Desk alone(model());
      QVERIFY(all<TurnFinished>(alone.run(question(kTokens, 41 + static_cast<std::uint64_t>(i)))).at(0).tokens == finished.tokens);
      std::string shown;
      for (std::size_t at = 0; at < texts.size(); ++at) {
        shown += texts[at].text;
        const int left = kTokens - static_cast<int>(texts[at].tokens.size());
        if (at % 5 != 2 || left < 1) continue;
        QVERIFY(!texts[at].journal.empty());
        Desk again(model());
        auto rest = continued(shown, texts[at].journal, left, 99);
        rest.base = rest.answer = 2 + i;
        auto path = stored(known, shown, texts[at].tokens);
        path.back().message = 2 + i;
        const auto result = all<TurnFinished>(again.run(std::move(rest), std::move(path))).at(0);
        auto tokens = texts[at].tokens;
        tokens.insert(tokens.end(), result.tokens.begin(), result.tokens.end());
        QVERIFY2(tokens == finished.tokens, qPrintable(QStringLiteral("answer %1, text %2").arg(i).arg(at)));
        QCOMPARE(QString::fromStdString(shown + result.text), QString::fromStdString(finished.text));
      }
    }
  }

  void a_stopped_answer_keeps_its_seed() {
    Desk desk(model());
    const auto whole = all<TurnFinished>(desk.run(question(60, 41)));
    Desk again(model());
    const auto first = all<TurnFinished>(again.run(question(25, 41)));
    const auto second = all<TurnFinished>(again.run(continued(first[0].text, {}, 35, 42)));
    auto tokens = first[0].tokens;
    tokens.insert(tokens.end(), second[0].tokens.begin(), second[0].tokens.end());
    QVERIFY(tokens == whole[0].tokens);
  }

  void a_useless_journal_is_passed_over_data() {
    QTest::addColumn<QString>("fault");
    for (const char* fault : {"empty", "short", "a changed bit", "of other tokens", "of another model"}) QTest::newRow(fault) << fault;
  }
  void a_useless_journal_is_passed_over() {
    QFETCH(QString, fault);
    Desk desk(model());
    const auto whole = desk.run(question(80, 41));
    const auto texts = all<TurnText>(whole);
    auto journal = texts[5].journal;
    if (fault == "empty") journal.clear();
    if (fault == "short") journal.resize(3);
    if (fault == "a changed bit") journal[journal.size() / 2] ^= std::byte{4};
    if (fault == "of other tokens") journal = texts[6].journal;
    std::string shown;
    for (int i = 0; i <= 5; ++i) shown += texts[i].text;
    Desk again(fault == "of another model" ? other() : model());
    const auto result = all<TurnFinished>(
        again.run(continued(shown, journal, 20, 42), stored(all<TokensKnown>(whole)[0], shown, texts[5].tokens)));
    QCOMPARE(result.size(), std::size_t(1));
    QCOMPARE(result[0].tokens.size(), std::size_t(20));
  }

 private:
  std::filesystem::path model() const { return std::filesystem::path(folder_.path().toStdString()) / "model"; }
  std::filesystem::path other() const { return std::filesystem::path(folder_.path().toStdString()) / "other"; }

  static TurnRequest question(int tokens, std::uint64_t seed) {
    return {.base = 0, .segments = {{.message = 1, .text = "tell me"}}, .answer = 2, .params = params(tokens, seed)};
  }
  static TurnRequest continued(const std::string& written, AnswerJournal journal, int tokens, std::uint64_t seed) {
    return {.base = 2, .answer = 2, .written = written, .journal = std::move(journal), .params = params(tokens, seed)};
  }
  static std::vector<Segment> stored(const TokensKnown& question, const std::string& text, std::vector<TokenId> tokens) {
    return {{.message = 1, .speaker = Speaker::User, .text = "tell me", .tokens = question.tokens, .reading = question.reading},
            {.message = 2, .speaker = Speaker::Assistant, .text = text, .tokens = std::move(tokens), .reading = question.reading}};
  }

  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(AnswerJournalTest)
#include "answer_journal_test.moc"
