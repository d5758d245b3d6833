// A document whose state is gone is read again in pieces: the inference thread asks for one after another.
#include <QTest>

#include "tests/app/inference/worker_probe.h"

using namespace eddy;

namespace {

constexpr MessageRef kPlace = -7;

std::vector<ReadingStep> document() {
  std::vector<ReadingStep> steps{{ReadingStep::Kind::Open, {}, 0}};
  for (int i = 0; i < 9; ++i) steps.push_back({ReadingStep::Kind::Passage, "Day " + std::to_string(i) + ".", 1});
  steps.push_back({ReadingStep::Kind::Close, {}, 2});
  return steps;
}

StateAnswer piece(std::int64_t first, std::size_t count) {
  const auto all = document();
  StateAnswer answer{.origin = kPlace};
  const auto begin = std::min(static_cast<std::size_t>(first), all.size());
  const auto end = std::min(begin + count, all.size());
  answer.origin_steps.assign(all.begin() + static_cast<std::ptrdiff_t>(begin), all.begin() + static_cast<std::ptrdiff_t>(end));
  answer.origin_all_steps = std::ssize(all);
  return answer;
}

/// Asks in a chat whose document has lost its state.
struct Chat : WorkerProbe {
  explicit Chat(std::size_t first_piece) {
    script->answer = [this](const std::string& text) { return conversation = text, std::string("Seen."); };
    stored[kPlace] = piece(0, first_piece);
    load();
  }
  std::pair<TurnId, std::stop_source> ask() { return start(question(kPlace, 1, "What was on day 8?")); }
  std::string conversation;
};

}  // namespace

class LostReadingTest : public QObject {
  Q_OBJECT

 private slots:
  void pieces_are_read_as_the_whole_is_data() {
    QTest::addColumn<int>("size");
    for (const int size : {1, 3, 10, 11, 100}) QTest::addRow("%d steps", size) << size;
  }
  void pieces_are_read_as_the_whole_is() {
    QFETCH(int, size);
    Chat chat(static_cast<std::size_t>(size));
    chat.more_of_document = [size](const StateNeeded& needed) { return std::optional(piece(needed.origin_step, static_cast<std::size_t>(size))); };
    const auto turn = chat.ask().first;
    QVERIFY(chat.wait_for<TurnFinished>(turn));
    std::string expected = "User: Please read this.\n";
    for (int i = 0; i < 9; ++i) expected += "Day " + std::to_string(i) + ".\n";
    QVERIFY2(chat.conversation.starts_with(expected), chat.conversation.c_str());
    QCOMPARE(chat.conversation.find("Day 8.", expected.size()), std::string::npos);  // nothing twice
    QVERIFY(chat.conversation.find("I have read it.") != std::string::npos);
    std::vector<std::int64_t> asked;
    for (const auto& needed : chat.all<StateNeeded>(turn)) {
      QCOMPARE(needed.message, kPlace);
      asked.push_back(needed.origin_step);
    }
    std::vector<std::int64_t> foreseen;
    for (std::int64_t at = 0; at < 11; at += size) foreseen.push_back(at);
    QVERIFY(asked == foreseen);
    QVERIFY(chat.all<TurnFinished>(turn).front().tokens_reread > 60);
  }

  void a_text_that_ends_too_early_is_named() {
    Chat chat(4);
    chat.more_of_document = [](const StateNeeded&) { return std::optional(piece(100, 4)); };
    const auto turn = chat.ask().first;
    QVERIFY(chat.wait_for<TurnFailed>(turn));
    const auto error = chat.all<TurnFailed>(turn).front().error;
    QCOMPARE(error.code, ErrorCode::StateMismatch);
    QVERIFY2(error.message.find("ends too early") != std::string::npos, error.message.c_str());
  }

  void it_can_be_stopped_between_two_pieces() {
    Chat chat(4);
    auto [turn, stop] = chat.ask();
    QVERIFY(chat.wait([turn = turn](const WorkerEvent& event) {
      const auto* e = std::get_if<TurnEvent>(&event);
      const auto* needed = e && e->turn == turn ? std::get_if<StateNeeded>(&e->what) : nullptr;
      return needed && needed->origin_step == 4;
    }));
    stop.request_stop();
    QVERIFY(chat.wait_for<TurnFinished>(turn));
    QCOMPARE(chat.all<TurnFinished>(turn).front().reason, StopReason::Cancelled);
    // The next one begins anew.
    chat.more_of_document = [](const StateNeeded& needed) { return std::optional(piece(needed.origin_step, 4)); };
    const auto again = chat.ask().first;
    QVERIFY(chat.wait_for<TurnFinished>(again));
    QCOMPARE(chat.all<TurnFinished>(again).front().text, std::string("Seen."));
  }
};

QTEST_APPLESS_MAIN(LostReadingTest)
#include "lost_reading_test.moc"
