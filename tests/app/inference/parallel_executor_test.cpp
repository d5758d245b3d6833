// Answers side by side over the border of the inference thread: each with its own events, its own end and its own state.
#include <QTemporaryDir>
#include <QTest>
#include <set>

#include "tests/app/inference/worker_probe.h"
#include "tests/support/engine/tiny_rwkv7.h"

using namespace eddy;

namespace {

struct Started {
  std::vector<TurnId> turns;
  std::vector<std::stop_source> stops;
  std::stop_source all;
};

/// Answers before + 2, + 3 ... to a first question, message before + 1.
Started start(InferenceWorker& worker, int count, const std::string& text, MessageRef before = 0, int max_tokens = 4000, int thoughts = 0) {
  static std::uint64_t last = 1000;
  TogetherRequest request;
  Started started;
  for (const auto seed : seeds_of_answers(5, count)) {
    auto turn = WorkerProbe::question(0, before + 1, text);
    turn.turn = TurnId{++last};
    turn.answer = before + 2 + static_cast<MessageRef>(request.turns.size());
    turn.params = {.sampler = {.temperature = 1.2f, .seed = seed}, .max_tokens = max_tokens};
    turn.thinking.budget = thoughts;
    started.turns.push_back(turn.turn);
    started.stops.push_back(turn.stop);
    request.turns.push_back(std::move(turn));
  }
  started.all = request.stop;
  worker.start(std::move(request));
  return started;
}

bool all_finish(WorkerProbe& probe, const Started& started) {
  return std::ranges::all_of(started.turns, [&](TurnId turn) { return probe.wait_for<TurnFinished>(turn); });
}

}  // namespace

class ParallelExecutorTest : public QObject {
  Q_OBJECT

 private slots:
  void thinking_ends_with_its_budget_in_each_of_them() {
    WorkerProbe probe;
    probe.load();
    const auto free = start(*probe.worker, 2, "ponder this");
    QVERIFY(all_finish(probe, free));
    const auto bounded = start(*probe.worker, 2, "ponder this", 10, 4000, 30);
    QVERIFY(all_finish(probe, bounded));
    for (const auto turn : free.turns) QVERIFY(probe.all<TurnFinished>(turn).front().text.find("</think>") > 60);
    for (const auto turn : bounded.turns) {
      const auto finished = probe.all<TurnFinished>(turn).front();
      const auto end = finished.text.find("</think>");
      QVERIFY2(end != std::string::npos && end <= 40, finished.text.c_str());
      // Its snapshot has read the end of the thinking too.
      const auto hash = hash_tokens(0, probe.all<TokensKnown>(bounded.turns[0]).front().tokens);
      QCOMPARE(finished.key.token_hash, hash_tokens(hash, finished.tokens));
    }
  }

  void answers_stream_side_by_side_and_the_question_is_read_once() {
    WorkerProbe probe;
    probe.script->token_us = 200;
    probe.script->answers_differ = true;
    probe.load();
    const auto started = start(*probe.worker, 3, "hello");
    QVERIFY(all_finish(probe, started));
    QCOMPARE(probe.script->tokens_read.load(), static_cast<std::int64_t>(std::string("User: hello\n\nAssistant:").size()));
    QCOMPARE(probe.all<TokensKnown>(started.turns[0]).size(), std::size_t{1});
    QVERIFY(probe.all<TokensKnown>(started.turns[1]).empty());
    std::set<std::string> texts;
    for (const auto turn : started.turns) {
      QCOMPARE(probe.all<TurnStarted>(turn).size(), std::size_t{1});
      std::string streamed;
      for (const auto& text : probe.all<TurnText>(turn)) streamed += text.text;
      QVERIFY(probe.all<TurnText>(turn).size() > 3);
      const auto finished = probe.all<TurnFinished>(turn).front();
      QCOMPARE(finished.reason, StopReason::StopToken);
      QCOMPARE(streamed, finished.text);
      QVERIFY(finished.text.starts_with("# A small tour") && finished.snapshot);
      texts.insert(finished.text);
      // Its snapshot is the state of the question's tokens and its own.
      auto hash = hash_tokens(0, probe.all<TokensKnown>(started.turns[0]).front().tokens);
      QCOMPARE(finished.key.token_hash, hash_tokens(hash, finished.tokens));
    }
    QCOMPARE(texts.size(), std::size_t{3});
  }

  void any_answer_is_continued_without_reading_again() {
    WorkerProbe probe;
    probe.script->answers_differ = true;
    probe.load();
    const auto started = start(*probe.worker, 3, "short one");
    QVERIFY(all_finish(probe, started));
    for (const MessageRef answer : {3, 2, 4}) {
      const auto next = probe.start(WorkerProbe::question(answer, 10 * answer, "short two")).first;
      QVERIFY(probe.wait_for<TurnFinished>(next));
      QVERIFY(probe.all<StateNeeded>(next).empty());
      QCOMPARE(probe.all<TurnFinished>(next).front().tokens_reread, 0);
    }
  }

  void one_is_stopped_and_the_others_end_by_themselves() {
    WorkerProbe probe;
    probe.script->token_us = 500;
    probe.load();
    const auto started = start(*probe.worker, 3, "hello");
    QVERIFY(probe.wait_for<TurnText>(started.turns[1]));
    std::stop_source(started.stops[1]).request_stop();
    QVERIFY(all_finish(probe, started));
    QCOMPARE(probe.all<TurnFinished>(started.turns[1]).front().reason, StopReason::Cancelled);
    QVERIFY(probe.all<TurnFinished>(started.turns[1]).front().snapshot);  // it can be continued
    for (const auto i : {0, 2}) QCOMPARE(probe.all<TurnFinished>(started.turns[i]).front().reason, StopReason::StopToken);
  }

  void all_are_stopped_at_once() {
    WorkerProbe probe;
    probe.script->token_us = 3000;
    probe.load();
    const auto started = start(*probe.worker, 4, "long");
    QVERIFY(probe.wait_for<TurnText>(started.turns[3]));
    std::stop_source(started.all).request_stop();
    QVERIFY(all_finish(probe, started));
    for (const auto turn : started.turns) QCOMPARE(probe.all<TurnFinished>(turn).front().reason, StopReason::Cancelled);
  }

  void closing_the_worker_does_not_wait_for_the_answers() {
    WorkerProbe probe;
    probe.script->token_us = 20'000;
    probe.load();
    const auto started = start(*probe.worker, 4, "long");
    QVERIFY(probe.wait_for<TurnStarted>(started.turns[3]));
    const auto since = std::chrono::steady_clock::now();
    probe.worker.reset();
    QVERIFY(std::chrono::steady_clock::now() - since < std::chrono::seconds(8));
  }

  void the_reading_goes_on_for_the_others_when_the_first_is_stopped() {
    WorkerProbe probe;
    probe.script->prefill_ms_per_chunk = 100;
    probe.load();
    const auto started = start(*probe.worker, 2, "prepare short");
    QVERIFY(probe.wait_for<TurnProgress>(started.turns[0]));
    std::stop_source(started.stops[0]).request_stop();
    QVERIFY(all_finish(probe, started));
    QCOMPARE(probe.all<TurnFinished>(started.turns[0]).front().reason, StopReason::Cancelled);
    QVERIFY(probe.all<TurnFinished>(started.turns[0]).front().tokens.empty());
    QCOMPARE(probe.all<TurnFinished>(started.turns[1]).front().reason, StopReason::StopToken);
  }

  void what_does_not_fit_in_memory_is_refused_before_it_starts() {
    WorkerProbe probe;
    probe.script->free_bytes = 3'500'000;
    probe.load();
    const auto refused = start(*probe.worker, 4, "short");
    for (const auto turn : refused.turns) {
      QVERIFY(probe.wait_for<TurnFailed>(turn));
      const auto error = probe.all<TurnFailed>(turn).front().error;
      QCOMPARE(error.code, ErrorCode::OutOfMemory);
      QVERIFY2(error.message.find("4 answers at once take 4 MB of memory and 4 MB are free") != std::string::npos, error.message.c_str());
    }
    QVERIFY(all_finish(probe, start(*probe.worker, 3, "short", 20)));
  }

  void failures_are_told_to_each() {
    WorkerProbe probe;
    const auto none = start(*probe.worker, 2, "hello");
    for (const auto turn : none.turns) {
      QVERIFY(probe.wait_for<TurnFailed>(turn));
      QCOMPARE(probe.all<TurnFailed>(turn).front().error.code, ErrorCode::InvalidArgument);
    }
    probe.load();
    const auto writing = start(*probe.worker, 2, "fail");
    for (const auto turn : writing.turns) {
      QVERIFY(probe.wait_for<TurnFailed>(turn));
      QVERIFY(!probe.all<TurnFailed>(turn).front().text.empty());
    }
    probe.script->fail_prefill = true;
    const auto reading = start(*probe.worker, 2, "hello", 30);
    for (const auto turn : reading.turns) QVERIFY(probe.wait_for<TurnFailed>(turn));
    probe.script->fail_prefill = false;
    QVERIFY(all_finish(probe, start(*probe.worker, 2, "short", 40)));
  }

  void a_state_is_handed_out_and_a_tuned_one_is_read() {
    WorkerProbe probe;
    probe.load();
    const auto first = probe.start(WorkerProbe::question(0, 1, "short")).first;
    const auto handed = probe.start({.base = 2, .hand_out = true}).first;
    QVERIFY(probe.wait_for<TurnFinished>(handed));
    QVERIFY(probe.all<TurnFinished>(handed).front().key == probe.all<TurnFinished>(first).front().key);
    QVERIFY(probe.all<TurnFinished>(handed).front().snapshot);
    const auto initial = [&](const char* file, std::uint64_t id) {
      probe.worker->start(InitialStateRequest{.turn = TurnId{id}, .stop = {}, .file = file});
      return TurnId{id};
    };
    const auto tuned = initial("poet.pth", 501), wrong = initial("other.pth", 502);
    QVERIFY(probe.wait_for<TurnFinished>(tuned) && probe.wait_for<TurnFailed>(wrong));
    QVERIFY(probe.all<TurnFinished>(tuned).front().snapshot);
    QCOMPARE(probe.all<TurnFailed>(wrong).front().error.code, ErrorCode::StateMismatch);
  }

  void a_conversation_begins_with_a_state_of_the_library_data() {
    QTest::addColumn<bool>("state");
    QTest::addColumn<bool>("list");
    QTest::addColumn<bool>("otherModel");
    QTest::newRow("its state") << true << false << false;
    QTest::newRow("its tokens") << false << true << false;
    QTest::newRow("both, the state of another model") << true << true << true;
    QTest::newRow("neither fits") << true << false << true;
    QTest::newRow("nothing is left") << false << false << false;
  }

  void a_conversation_begins_with_a_state_of_the_library() {
    QFETCH(bool, state);
    QFETCH(bool, list);
    QFETCH(bool, otherModel);
    WorkerProbe probe;
    probe.load();
    const auto first = probe.start(WorkerProbe::question(0, 1, "short one")).first;
    QVERIFY(probe.wait_for<TurnFinished>(first));
    const auto made = probe.all<TurnFinished>(first).front();
    auto tokens = probe.all<TokensKnown>(first).front().tokens;
    tokens.insert(tokens.end(), made.tokens.begin(), made.tokens.end());
    if (otherModel) {
      probe.script->model_version = "2";
      probe.load();
    }
    const MessageRef place = -(std::int64_t{1} << 60) - 7;
    StateAnswer answer{.origin = place, .origin_hash = made.key.token_hash, .origin_tokens = made.key.tokens};
    answer.origin_name = "Ada";
    if (state) answer.origin_state = std::make_shared<const SnapshotPieces>(SnapshotPieces{made.snapshot->serialise(), {}});
    if (list) answer.origin_list = tokens;
    answer.origin_reading = probe.all<TokensKnown>(first).front().reading;
    probe.stored[place] = answer;
    const auto turn = probe.start(WorkerProbe::question(place, 51, "short two")).first;
    const bool works = list || (state && !otherModel);
    QVERIFY(works ? probe.wait_for<TurnFinished>(turn) : probe.wait_for<TurnFailed>(turn));
    if (!works) {
      const auto error = probe.all<TurnFailed>(turn).front().error;
      QCOMPARE(error.code, ErrorCode::StateMismatch);
      QVERIFY2(error.message.find("\"Ada\"") != std::string::npos, error.message.c_str());
      return;
    }
    const auto finished = probe.all<TurnFinished>(turn).front();
    const bool restored = state && !otherModel;
    QCOMPARE(finished.tokens_reread, restored ? 0 : static_cast<std::int64_t>(tokens.size()));
    auto hash = hash_tokens(made.key.token_hash, probe.all<TokensKnown>(turn).front().tokens);
    QCOMPARE(finished.key.token_hash, hash_tokens(hash, finished.tokens));
  }

  // Cut off in the middle, as by a kill: text, tokens and journal are what is on the disk. It goes on as it would have.
  void an_answer_that_was_cut_off_goes_on_with_its_own_random_numbers() {
    QTemporaryDir folder;
    test::write_tiny_model(folder.path().toStdString(), {.ends = false});
    std::mutex mutex;
    std::condition_variable changed;
    std::map<TurnId, TurnFinished> finished;
    std::map<TurnId, TurnText> partial;
    std::vector<TokenId> question;
    std::string reading;
    std::map<MessageRef, StateAnswer> stored;
    std::unique_ptr<InferenceWorker> worker;
    const auto open = [&] {
      worker = std::make_unique<InferenceWorker>(InferencePorts{.text_interval = 0.0}, [&](WorkerEvent event) {
        const auto* turn = std::get_if<TurnEvent>(&event);
        if (!turn) return;
        const std::lock_guard lock(mutex);
        if (const auto* known = std::get_if<TokensKnown>(&turn->what)) question = known->tokens, reading = known->reading;
        if (const auto* text = std::get_if<TurnText>(&turn->what); text && text->tokens.size() < 30) partial[turn->turn] = *text;
        if (const auto* end = std::get_if<TurnFinished>(&turn->what)) finished[turn->turn] = *end;
        if (const auto* needed = std::get_if<StateNeeded>(&turn->what)) {
          auto answer = stored[needed->message];
          answer.turn = turn->turn;
          worker->answer(std::move(answer));
        }
        changed.notify_all();
      });
      worker->load({.load = LoadId{1}, .path = folder.path().toStdString()});
    };
    const auto wait = [&](std::size_t count) {
      std::unique_lock lock(mutex);
      return changed.wait_for(lock, std::chrono::seconds(20), [&] { return finished.size() >= count; });
    };
    open();
    const auto together = start(*worker, 2, "Hello", 0, 60);
    QVERIFY(wait(2));
    const auto whole = finished[together.turns[1]];
    const auto cut = partial[together.turns[1]];
    QVERIFY(cut.tokens.size() > 3 && cut.tokens.size() < whole.tokens.size());
    worker.reset();

    open();
    TurnRequest next{.turn = TurnId{9000}, .base = 3, .answer = 3, .journal = cut.journal,
                     .params = {.sampler = {.temperature = 1.2f, .seed = seeds_of_answers(5, 2)[1]},
                                .max_tokens = static_cast<int>(whole.tokens.size() - cut.tokens.size())}};
    stored[3].path = {{.message = 1, .speaker = Speaker::User, .text = "Hello", .tokens = question, .reading = reading},
                      {.message = 3, .speaker = Speaker::Assistant, .text = "…", .tokens = cut.tokens, .reading = reading}};
    worker->start(next);
    QVERIFY(wait(3));
    auto tokens = cut.tokens;
    const auto& rest = finished[TurnId{9000}].tokens;
    tokens.insert(tokens.end(), rest.begin(), rest.end());
    QVERIFY(tokens == whole.tokens);
    QVERIFY(finished[TurnId{9000}].key == whole.key);
    worker.reset();
  }

  // The real engine: what is written side by side is what is written alone.
  void a_real_model_writes_the_same_alone() {
    QTemporaryDir folder;
    test::write_tiny_model(folder.path().toStdString(), {.ends = false});
    std::mutex mutex;
    std::map<TurnId, TurnFinished> finished;
    std::condition_variable changed;
    auto worker = std::make_unique<InferenceWorker>(InferencePorts{.text_interval = 0.001}, [&](WorkerEvent event) {
      const auto* turn = std::get_if<TurnEvent>(&event);
      const auto* end = turn ? std::get_if<TurnFinished>(&turn->what) : nullptr;
      if (!end) return;
      const std::lock_guard lock(mutex);
      finished[turn->turn] = *end;
      changed.notify_all();
    });
    const auto wait = [&](std::size_t count) {
      std::unique_lock lock(mutex);
      return changed.wait_for(lock, std::chrono::seconds(20), [&] { return finished.size() >= count; });
    };
    worker->load({.load = LoadId{1}, .path = folder.path().toStdString()});
    const auto together = start(*worker, 3, "Hello", 0, 60);
    QVERIFY(wait(3));
    const auto alone = start(*worker, 1, "Hello", 100, 60);
    QVERIFY(wait(4));
    const auto &a = finished[together.turns[0]], &b = finished[alone.turns[0]];
    QCOMPARE(a.tokens.size(), std::size_t{60});
    QVERIFY(a.tokens == b.tokens && a.text == b.text && a.key == b.key);
    QVERIFY(finished[together.turns[1]].tokens != a.tokens);
    worker.reset();
  }
};

QTEST_APPLESS_MAIN(ParallelExecutorTest)
#include "parallel_executor_test.moc"
