// The border of the inference thread, on a fake engine. Free of Qt but for the frame of the test, so that it can run
// under ThreadSanitizer.
#include <QTest>

#include "tests/app/inference/worker_probe.h"

using namespace eddy;

#ifdef __SANITIZE_THREAD__
// The frame's own watchdog thread is built without the sanitizer and looks like a race to it; our threads do not pass
// there.
extern "C" const char* __tsan_default_suppressions() {
  return "called_from_lib:libQt6Test.so\ncalled_from_lib:libQt6Core.so\n";
}
#endif

class InferenceWorkerTest : public QObject {
  Q_OBJECT

  /// Two turns of a conversation: messages 1 to 4.
  static std::pair<TurnId, TurnId> talk(WorkerProbe& probe) {
    const auto first = probe.start(WorkerProbe::question(0, 1, "short one")).first;
    probe.wait_for<TurnFinished>(first);
    const auto second = probe.start(WorkerProbe::question(2, 3, "short two")).first;
    probe.wait_for<TurnFinished>(second);
    return {first, second};
  }

  /// The branch 1..4 as storage would have it.
  static std::vector<Segment> branch(WorkerProbe& probe, TurnId first, TurnId second) {
    std::vector<Segment> path;
    for (const auto turn : {first, second}) {
      const auto user = probe.all<TokensKnown>(turn).front();
      const auto answer = probe.all<TurnFinished>(turn).front();
      path.push_back(
          {user.message, Speaker::User, turn == first ? "short one" : "short two", user.tokens, user.reading});
      path.push_back({user.message + 1, Speaker::Assistant, answer.text, answer.tokens, user.reading});
    }
    return path;
  }

  static std::shared_ptr<const SnapshotPieces> stored(std::vector<std::byte> bytes) {
    return std::make_shared<const SnapshotPieces>(SnapshotPieces{std::move(bytes), {}});
  }

 private slots:
  void answer_is_streamed_and_complete() {
    WorkerProbe probe;
    probe.script->token_us = 200;
    probe.load();
    const auto turn = probe.start(WorkerProbe::question(0, 1, "hello")).first;
    QVERIFY(probe.wait_for<TurnFinished>(turn));
    const auto finished = probe.all<TurnFinished>(turn).front();
    QCOMPARE(finished.reason, StopReason::StopToken);
    std::string streamed;
    for (const auto& text : probe.all<TurnText>(turn)) {
      streamed += text.text;
      QVERIFY(text.tokens.size() > streamed.size());  // the blank before the answer is a token as well
    }
    QVERIFY(probe.all<TurnText>(turn).size() > 3);
    QCOMPARE(streamed, finished.text);
    QCOMPARE(finished.text, fake::canned_answer("User: hello\n\n"));
    QCOMPARE(finished.tokens.size(), finished.text.size() + 2);
    QCOMPARE(finished.tokens_reread, 0);
    QVERIFY(finished.snapshot);
  }

  void tokens_of_the_messages_add_up_to_the_snapshot() {
    WorkerProbe probe;
    probe.load();
    const auto [first, second] = talk(probe);
    std::uint64_t hash = 0;
    for (const auto& segment : branch(probe, first, second)) hash = hash_tokens(hash, segment.tokens);
    QCOMPARE(probe.all<TurnFinished>(second).front().key.token_hash, hash);
  }

  void next_turn_reads_nothing_again() {
    WorkerProbe probe;
    probe.load();
    const auto [first, second] = talk(probe);
    QVERIFY(probe.all<StateNeeded>(second).empty());
    QCOMPARE(probe.all<TurnFinished>(second).front().tokens_reread, 0);
  }

  void another_conversation_and_back_is_warm() {
    WorkerProbe probe;
    probe.load();
    talk(probe);
    const auto other = probe.start(WorkerProbe::question(0, 11, "short other")).first;
    const auto back = probe.start(WorkerProbe::question(4, 5, "short again")).first;
    QVERIFY(probe.wait_for<TurnFinished>(back));
    QVERIFY(probe.all<StateNeeded>(other).empty());
    QVERIFY(probe.all<StateNeeded>(back).empty());
    QCOMPARE(probe.all<TurnFinished>(back).front().tokens_reread, 0);
  }

  void answering_again_starts_right_after_the_question() {
    WorkerProbe probe;
    probe.load();
    const auto [first, second] = talk(probe);
    auto again = WorkerProbe::question(2, 3, "short two");
    again.answer = 7;
    again.segments.front().tokens = probe.all<TokensKnown>(second).front().tokens;
    again.segments.front().reading = probe.all<TokensKnown>(second).front().reading;
    const auto read = probe.script->tokens_read.load();
    const auto turn = probe.start(again).first;
    QVERIFY(probe.wait_for<TurnFinished>(turn));
    QCOMPARE(probe.script->tokens_read.load(), read);
    QCOMPARE(probe.all<TurnFinished>(turn).front().text, probe.all<TurnFinished>(second).front().text);
  }

  void restored_snapshot_continues_identically() {
    WorkerProbe probe;
    probe.load();
    const auto [first, second] = talk(probe);
    const auto third = probe.start(WorkerProbe::question(4, 5, "short three")).first;
    QVERIFY(probe.wait_for<TurnFinished>(third));
    StateAnswer state{.path = branch(probe, first, second),
                      .snapshot = stored(probe.all<TurnFinished>(second).front().snapshot->serialise())};

    WorkerProbe fresh;
    fresh.stored[4] = state;
    fresh.load();
    const auto turn = fresh.start(WorkerProbe::question(4, 5, "short three")).first;
    QVERIFY(fresh.wait_for<TurnFinished>(turn));
    const auto finished = fresh.all<TurnFinished>(turn).front();
    QCOMPARE(finished.text, probe.all<TurnFinished>(third).front().text);
    QVERIFY(finished.key == probe.all<TurnFinished>(third).front().key);
    QCOMPARE(finished.tokens_reread, 0);
    QCOMPARE(finished.reread_reason, RereadReason::None);
  }

  void refused_state_is_read_again_and_says_why_data() {
    QTest::addColumn<int>("damage");
    QTest::addColumn<int>("reason");
    QTest::addColumn<bool>("all");
    const auto row = [](const char* name, int damage, RereadReason reason, bool all = true) {
      QTest::newRow(name) << damage << static_cast<int>(reason) << all;
    };
    row("no snapshot", 0, RereadReason::NoSnapshot);
    row("evicted", 1, RereadReason::Evicted);
    row("flipped bit", 2, RereadReason::Damaged);
    row("cut short", 3, RereadReason::Damaged);
    row("of another text", 4, RereadReason::HistoryRewritten);
    row("of another model", 5, RereadReason::ModelChanged);
    row("of a newer version", 6, RereadReason::FormatNewer);
    row("other tokenizer", 7, RereadReason::TokenizerChanged);
    row("other chat format", 8, RereadReason::ChatFormatChanged);
    row("only of an earlier message", 9, RereadReason::NoSnapshot, false);
  }
  void refused_state_is_read_again_and_says_why() {
    QFETCH(int, damage);
    QFETCH(int, reason);
    QFETCH(bool, all);
    WorkerProbe probe;
    probe.load();
    const auto [first, second] = talk(probe);
    const auto third = probe.start(WorkerProbe::question(4, 5, "short three")).first;
    QVERIFY(probe.wait_for<TurnFinished>(third));
    auto bytes = probe.all<TurnFinished>(second).front().snapshot->serialise();
    StateAnswer state{.path = branch(probe, first, second)};

    WorkerProbe fresh;
    switch (damage) {
      case 0: bytes.clear(); state.reason = RereadReason::NoSnapshot; break;
      case 1: bytes.clear(); state.reason = RereadReason::Evicted; break;
      case 2: bytes.back() ^= std::byte{1}; break;
      case 3: bytes.resize(bytes.size() / 2); break;
      case 4: state.path[1].tokens.pop_back(); break;
      case 5: fresh.script->model_version = "2"; break;
      case 6: std::copy_n(reinterpret_cast<const std::byte*>("newr"), 4, bytes.begin()); break;
      case 7: fresh.script->tokenizer = "other"; break;
      case 8: fresh.script->chat_format = "other"; break;
      default:
        bytes = probe.all<TurnFinished>(first).front().snapshot->serialise();
        state.reason = RereadReason::NoSnapshot;
    }
    if (!bytes.empty()) state.snapshot = stored(bytes);
    fresh.stored[4] = state;
    fresh.load();
    const auto turn = fresh.start(WorkerProbe::question(4, 5, "short three")).first;
    QVERIFY(fresh.wait_for<TurnFinished>(turn));
    const auto finished = fresh.all<TurnFinished>(turn).front();
    QCOMPARE(static_cast<int>(finished.reread_reason), reason);
    QVERIFY(finished.tokens_reread > 0 && finished.reread_seconds > 0);
    QCOMPARE(finished.restored_tokens, all ? 0 : static_cast<std::int64_t>(state.path[0].tokens.size() + state.path[1].tokens.size()));
    std::int64_t known = 0;
    for (std::size_t i = all ? 0 : 2; i < state.path.size(); ++i)
      known += static_cast<std::int64_t>(state.path[i].tokens.size());
    if (damage < 7 || damage > 8) QCOMPARE(finished.tokens_reread, known);
    // Rendering anew leaves out the stop tokens, hence other text only there and where the path was changed.
    if (damage != 4 && damage != 7 && damage != 8) QCOMPARE(finished.text, probe.all<TurnFinished>(third).front().text);
    if (damage == 7 || damage == 8) QCOMPARE(fresh.all<TokensKnown>(turn).size(), std::size_t{5});
  }

  // Opening a branch that must be read again leaves a state to save; a short one is read as quickly.
  void branch_that_was_read_again_hands_out_its_state_data() {
    QTest::addColumn<int>("words");
    QTest::addColumn<bool>("kept");
    QTest::newRow("long") << 40 << true;
    QTest::newRow("short") << 2 << false;
  }
  void branch_that_was_read_again_hands_out_its_state() {
    QFETCH(int, words);
    QFETCH(bool, kept);
    WorkerProbe probe;
    std::string text;
    for (int i = 0; i < words; ++i) text += "word ";
    probe.stored[2] = {.path = {{.message = 1, .text = text}, {.message = 2, .speaker = Speaker::Assistant, .text = "yes"}},
                       .reason = RereadReason::StatesMissing};
    probe.load();
    const auto turn = probe.start({.base = 2}).first;
    QVERIFY(probe.wait_for<TurnFinished>(turn));
    const auto finished = probe.all<TurnFinished>(turn).front();
    QCOMPARE(finished.snapshot != nullptr, kept);
    if (kept) QVERIFY(finished.key == finished.snapshot->key() && finished.key.tokens == finished.tokens_reread);
    const auto again = probe.start({.base = 2}).first;
    QVERIFY(probe.wait_for<TurnFinished>(again));
    QVERIFY(!probe.all<TurnFinished>(again).front().snapshot);
  }

  void interrupted_answer_is_continued_from_its_tokens() {
    WorkerProbe probe;
    probe.load();
    const auto whole = probe.start(WorkerProbe::question(0, 1, "hello")).first;
    QVERIFY(probe.wait_for<TurnFinished>(whole));
    const auto finished = probe.all<TurnFinished>(whole).front();
    const auto user = probe.all<TokensKnown>(whole).front();
    const std::vector<TokenId> half(finished.tokens.begin(), finished.tokens.begin() + 50);

    WorkerProbe fresh;
    fresh.stored[2] = {.path = {{1, Speaker::User, "hello", user.tokens, user.reading},
                                {2, Speaker::Assistant, finished.text.substr(0, 49), half, user.reading}},
                       .reason = RereadReason::NoSnapshot};
    fresh.load();
    const auto turn =
        fresh.start({.base = 2, .answer = 2, .written = finished.text.substr(0, 49), .params = {.max_tokens = 4000}})
            .first;
    QVERIFY(fresh.wait_for<TurnFinished>(turn));
    QCOMPARE(finished.text.substr(0, 49) + fresh.all<TurnFinished>(turn).front().text, finished.text);
    QVERIFY(fresh.all<TurnFinished>(turn).front().key == finished.key);
  }

  void answer_that_grew_after_its_snapshot_reads_only_the_rest() {
    WorkerProbe probe;
    probe.load();
    auto request = WorkerProbe::question(0, 1, "hello");
    request.params.max_tokens = 100;
    const auto begun = probe.start(request).first;
    QVERIFY(probe.wait_for<TurnFinished>(begun));
    const auto first = probe.all<TurnFinished>(begun).front();
    const auto more = probe.start({.base = 2, .answer = 2, .params = {.max_tokens = 4000}}).first;
    QVERIFY(probe.wait_for<TurnFinished>(more));
    const auto rest = probe.all<TurnFinished>(more).front();
    const auto user = probe.all<TokensKnown>(begun).front();
    auto tokens = first.tokens;
    tokens.insert(tokens.end(), rest.tokens.begin(), rest.tokens.begin() + 30);

    WorkerProbe fresh;
    fresh.stored[2] = {.path = {{1, Speaker::User, "hello", user.tokens, user.reading},
                                {2, Speaker::Assistant, first.text + rest.text.substr(0, 30), tokens, user.reading}},
                       .snapshot = stored(first.snapshot->serialise()), .reason = RereadReason::NoSnapshot};
    fresh.load();
    const auto turn = fresh.start({.base = 2, .answer = 2, .params = {.max_tokens = 4000}}).first;
    QVERIFY(fresh.wait_for<TurnFinished>(turn));
    QCOMPARE(fresh.all<TurnFinished>(turn).front().tokens_reread, 30);
    QVERIFY(fresh.all<TurnFinished>(turn).front().key == rest.key);
  }

  void failed_continuation_does_not_leave_an_older_state_behind() {
    WorkerProbe probe;
    probe.load();
    auto request = WorkerProbe::question(0, 1, "hello");
    request.params.max_tokens = 50;
    const auto begun = probe.start(request).first;
    QVERIFY(probe.wait_for<TurnFinished>(begun));
    probe.script->fail_generate_after = 100;
    const auto failing = probe.start({.base = 2, .answer = 2, .params = {.max_tokens = 4000}}).first;
    QVERIFY(probe.wait_for<TurnFailed>(failing));
    QVERIFY(!probe.all<TurnFailed>(failing).front().tokens.empty());
    probe.script->fail_generate_after = -1;
    auto [next, stop] = probe.start(WorkerProbe::question(2, 3, "short"));
    QVERIFY(probe.wait_for<StateNeeded>(next));
    stop.request_stop();
  }

  void limit_of_tokens_ends_the_answer() {
    WorkerProbe probe;
    probe.load();
    auto request = WorkerProbe::question(0, 1, "hello");
    request.params.max_tokens = 63;
    const auto turn = probe.start(request).first;
    QVERIFY(probe.wait_for<TurnFinished>(turn));
    QCOMPARE(probe.all<TurnFinished>(turn).front().tokens.size(), std::size_t{63});
    QCOMPARE(probe.all<TurnFinished>(turn).front().reason, StopReason::MaxTokens);
  }

  void cancel_before_start() {
    WorkerProbe probe;
    probe.load();
    TurnRequest request = WorkerProbe::question(0, 1, "hello");
    request.stop.request_stop();
    const auto turn = probe.start(request).first;
    QVERIFY(probe.wait_for<TurnFinished>(turn));
    QCOMPARE(probe.all<TurnFinished>(turn).front().reason, StopReason::Cancelled);
    QVERIFY(probe.all<TurnText>(turn).empty());
  }

  void progress_is_told_as_rarely_as_text() {
    WorkerProbe probe;
    probe.load();
    probe.script->prefill_ms_per_chunk = 1;
    const auto turn = probe.start(WorkerProbe::question(0, 1, std::string(8000, 'x'))).first;
    QVERIFY(probe.wait_for<TurnFinished>(turn));
    const auto told = probe.all<TurnProgress>(turn);
    QVERIFY(!told.empty());
    QVERIFY2(told.size() <= 60, qPrintable(QString::number(told.size())));  // of 125 parts, at most one in 5 ms
  }

  void cancel_during_prefill_leaves_the_state_as_it_was() {
    WorkerProbe probe;
    probe.load();
    talk(probe);
    probe.script->prefill_ms_per_chunk = 20;
    auto [turn, stop] = probe.start(WorkerProbe::question(4, 5, std::string(5000, 'x')));
    QVERIFY(probe.wait_for<TurnProgress>(turn));
    stop.request_stop();
    QVERIFY(probe.wait_for<TurnFinished>(turn));
    const auto finished = probe.all<TurnFinished>(turn).front();
    QCOMPARE(finished.reason, StopReason::Cancelled);
    QVERIFY(finished.tokens.empty() && !finished.snapshot);
    const auto next = probe.start(WorkerProbe::question(4, 7, "short")).first;
    QVERIFY(probe.wait_for<TurnFinished>(next));
    QCOMPARE(probe.all<TurnFinished>(next).front().tokens_reread, 0);
    QVERIFY(probe.all<StateNeeded>(next).empty());
  }

  void cancel_during_decode_keeps_what_was_sampled() {
    WorkerProbe probe;
    probe.script->token_us = 2000;
    probe.load();
    auto [turn, stop] = probe.start(WorkerProbe::question(0, 1, "long"));
    QVERIFY(probe.wait_for<TurnText>(turn));
    stop.request_stop();
    QVERIFY(probe.wait_for<TurnFinished>(turn));
    const auto finished = probe.all<TurnFinished>(turn).front();
    QCOMPARE(finished.reason, StopReason::Cancelled);
    QVERIFY(!finished.tokens.empty());
    QCOMPARE(finished.tokens.size(), finished.text.size() + 1);
    QVERIFY(finished.snapshot);
    probe.script->token_us = 0;
    const auto more =
        probe.start({.base = 2, .answer = 2, .written = finished.text, .params = {.max_tokens = 20}}).first;
    QVERIFY(probe.wait_for<TurnFinished>(more));
    QCOMPARE(finished.text + probe.all<TurnFinished>(more).front().text,
             fake::canned_answer("User: long\n\n").substr(0, finished.text.size() + 20));
  }

  void cancel_after_the_end_changes_nothing() {
    WorkerProbe probe;
    probe.load();
    auto [turn, stop] = probe.start(WorkerProbe::question(0, 1, "short"));
    QVERIFY(probe.wait_for<TurnFinished>(turn));
    stop.request_stop();
    const auto next = probe.start(WorkerProbe::question(2, 3, "short")).first;
    QVERIFY(probe.wait_for<TurnFinished>(next));
    QCOMPARE(probe.all<TurnFinished>(turn).size(), std::size_t{1});
    QCOMPARE(probe.all<TurnFinished>(next).front().reason, StopReason::StopToken);
  }

  void cancel_while_waiting_for_the_state() {
    WorkerProbe probe;
    probe.load();
    auto [turn, stop] = probe.start(WorkerProbe::question(77, 78, "short"));  // nobody answers
    QVERIFY(probe.wait_for<StateNeeded>(turn));
    stop.request_stop();
    QVERIFY(probe.wait_for<TurnFinished>(turn));
  }

  void failure_restores_the_state_before_the_turn() {
    WorkerProbe probe;
    probe.load();
    talk(probe);
    probe.script->fail_generate_after = 30;
    const auto turn = probe.start(WorkerProbe::question(4, 5, "hello")).first;
    QVERIFY(probe.wait_for<TurnFailed>(turn));
    QCOMPARE(probe.all<TurnFailed>(turn).front().error.code, ErrorCode::DeviceLost);
    QVERIFY(probe.all<TurnFinished>(turn).empty());
    probe.script->fail_generate_after = -1;
    const auto next = probe.start(WorkerProbe::question(4, 7, "hello")).first;
    QVERIFY(probe.wait_for<TurnFinished>(next));
    QVERIFY(probe.all<StateNeeded>(next).empty());
    QCOMPARE(probe.all<TurnFinished>(next).front().tokens_reread, 0);
  }

  void failure_while_reading_is_reported() {
    WorkerProbe probe;
    probe.load();
    probe.script->fail_prefill = true;
    const auto turn = probe.start(WorkerProbe::question(0, 1, "hello")).first;
    QVERIFY(probe.wait_for<TurnFailed>(turn));
  }

  void turn_without_a_model_fails() {
    WorkerProbe probe;
    const auto turn = probe.start(WorkerProbe::question(0, 1, "hello")).first;
    QVERIFY(probe.wait_for<TurnFailed>(turn));
    QCOMPARE(probe.all<TurnFailed>(turn).front().error.code, ErrorCode::InvalidArgument);
  }

  void load_fails_with_the_engines_error_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("code");
    QTest::newRow("missing") << "missing" << static_cast<int>(ErrorCode::FileNotFound);
    QTest::newRow("corrupt") << "corrupt" << static_cast<int>(ErrorCode::FileCorrupt);
    QTest::newRow("too large") << "huge" << static_cast<int>(ErrorCode::OutOfMemory);
  }
  void load_fails_with_the_engines_error() {
    QFETCH(QString, path);
    QFETCH(int, code);
    WorkerProbe probe;
    probe.load();
    QVERIFY(probe.wait_loaded());
    probe.forget_events();
    probe.load(path.toStdString());
    QVERIFY(probe.wait_loaded());
    const auto failed = std::get<LoadFailed>(probe.load_events().back().what);
    QCOMPARE(static_cast<int>(failed.error.code), code);
    QCOMPARE(failed.model_kept, path != "huge");
  }

  void load_is_cancelled_and_another_follows() {
    WorkerProbe probe;
    probe.script->load_ms_per_step = 50;
    auto stop = probe.load("slow");
    QVERIFY(probe.wait([](const WorkerEvent& event) { return std::holds_alternative<LoadEvent>(event); }));
    stop.request_stop();
    QVERIFY(probe.wait_loaded());
    QCOMPARE(std::get<LoadFailed>(probe.load_events().back().what).error.code, ErrorCode::Cancelled);
    probe.script->load_ms_per_step = 0;
    probe.forget_events();
    probe.load("fast");
    QVERIFY(probe.wait_loaded());
    QVERIFY(std::holds_alternative<LoadDone>(probe.load_events().back().what));
  }

  void load_while_generating_waits_for_the_stop() {
    WorkerProbe probe;
    probe.script->token_us = 2000;
    probe.load();
    QVERIFY(probe.wait_loaded());
    auto [turn, stop] = probe.start(WorkerProbe::question(0, 1, "long"));
    QVERIFY(probe.wait_for<TurnText>(turn));
    probe.forget_events();
    probe.load("another");
    stop.request_stop();
    QVERIFY(probe.wait_loaded());
    QCOMPARE(probe.all<TurnFinished>(turn).front().reason, StopReason::Cancelled);
  }

  void worker_is_destroyed_while_busy_data() {
    QTest::addColumn<int>("phase");
    QTest::newRow("loading") << 0;
    QTest::newRow("waiting for state") << 1;
    QTest::newRow("reading") << 2;
    QTest::newRow("writing") << 3;
    QTest::newRow("with turns queued") << 4;
  }
  void worker_is_destroyed_while_busy() {
    QFETCH(int, phase);
    const auto started = std::chrono::steady_clock::now();
    {
      WorkerProbe probe;
      probe.script->token_us = 2000;
      probe.script->prefill_ms_per_chunk = 10;
      if (phase == 0) probe.script->load_ms_per_step = 100;
      probe.load();
      if (phase == 0) {
        QVERIFY(probe.wait([](const WorkerEvent& event) { return std::holds_alternative<LoadEvent>(event); }));
        return;
      }
      const auto turn =
          probe.start(WorkerProbe::question(phase == 1 ? 9 : 0, 11, "long" + std::string(500, 'x'))).first;
      if (phase == 4) probe.start(WorkerProbe::question(12, 13, "never"));
      if (phase == 1) QVERIFY(probe.wait_for<StateNeeded>(turn));
      if (phase == 2) QVERIFY(probe.wait_for<TurnProgress>(turn));
      if (phase >= 3) QVERIFY(probe.wait_for<TurnText>(turn));
    }
    QVERIFY(std::chrono::steady_clock::now() - started < std::chrono::seconds(5));
  }
};

QTEST_APPLESS_MAIN(InferenceWorkerTest)
#include "inference_worker_test.moc"
