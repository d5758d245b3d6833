// Answers that are written side by side are those that are written alone.
#include <QTest>
#include <set>

#include "engine/sequence/parallel_generation.h"
#include "tests/support/engine/fake_forward_pass.h"
#include "tests/support/engine/fake_tokenizer.h"
#include "tests/support/engine/tiny_states.h"

using namespace eddy;
using namespace eddy::test;

namespace {

using Model = std::shared_ptr<const SequenceModel>;
using Snapshot = std::shared_ptr<const StateSnapshot>;

const std::vector<TokenId> kPrompt{'H', 'e', 'l', 'l', 'o', ' ', 't', 'h', 'e', 'r', 'e', '.', ' '};

Snapshot prompt_read(const Model& model, const std::vector<TokenId>& prompt = kPrompt) {
  auto sequence = *RecurrentSequence::create(model);
  (void)sequence->prefill(prompt, {}, {});
  return *sequence->snapshot();
}

std::unique_ptr<Sequence> from(const Model& model, const StateSnapshot& snapshot) {
  auto sequence = *RecurrentSequence::create(model);
  return sequence->restore(snapshot) ? std::move(sequence) : nullptr;
}

GenerationParams drawn(std::uint64_t seed, int tokens) {
  return {.sampler = {.temperature = 1.2f, .top_p = 0.95f, .presence_penalty = 0.3f, .seed = seed}, .max_tokens = tokens};
}

/// The rest of the sequence's state, to the bit.
std::vector<std::byte> frozen(Sequence& sequence) { return (*sequence.snapshot())->serialise(); }

std::shared_ptr<SequenceModel> fake_model(FakeForwardPass** pass = nullptr) {
  auto model = std::make_shared<SequenceModel>();
  auto fake = std::make_shared<FakeForwardPass>(FakeTokenizer().vocabulary());
  if (pass) *pass = fake.get();
  model->pass = fake;
  model->tokenizer = std::make_shared<FakeTokenizer>();
  model->architecture = "fake";
  model->fingerprint = "f00d";
  return model;
}

}  // namespace

Q_DECLARE_METATYPE(eddy::test::StateKind)

class ParallelGenerationTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void each_answer_equals_its_run_alone_data() {
    QTest::addColumn<StateKind>("kind");
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 3, 8}) {
      QTest::addRow("rwkv7, %d", count) << StateKind::Rwkv7 << count;
      QTest::addRow("hybrid, %d", count) << StateKind::Hybrid << count;
      QTest::addRow("mamba, %d", count) << StateKind::Mamba << count;
    }
  }

  // They end one by one: each has another limit.
  void each_answer_equals_its_run_alone() {
    QFETCH(StateKind, kind);
    QFETCH(int, count);
    const Model model = load_tiny(kind);
    const Snapshot shared = prompt_read(model);
    const auto seeds = seeds_of_answers(7, count);
    std::vector<std::unique_ptr<Sequence>> sequences;
    std::vector<std::string> streamed(static_cast<std::size_t>(count));
    std::vector<SequenceRun> runs;
    for (int i = 0; i < count; ++i) {
      sequences.push_back(from(model, *shared));
      auto& text = streamed[static_cast<std::size_t>(i)];
      runs.push_back({.sequence = sequences.back().get(),
                      .params = drawn(seeds[static_cast<std::size_t>(i)], 10 + 7 * ((i * 5) % 8)),
                      .sink = [&text](std::string_view piece) { text += piece; }});
    }
    const auto results = ParallelGeneration(*model, runs).go();
    for (std::size_t i = 0; i < runs.size(); ++i) {
      QVERIFY2(results[i].has_value(), results[i] ? "" : results[i].error().message.c_str());
      auto alone = from(model, *shared);
      const auto expected = alone->generate(runs[i].params, {}, {});
      QVERIFY(results[i]->tokens == expected->tokens);
      QVERIFY(results[i]->text == expected->text && streamed[i] == expected->text);
      QCOMPARE(results[i]->seed, runs[i].params.sampler.seed);
      QVERIFY(frozen(*sequences[i]) == frozen(*alone));
    }
  }

  // What the application does: slices, so that text arrives and stop requests are seen.
  void runs_in_slices_equal_one_run() {
    const Model model = load_tiny(StateKind::Hybrid);
    const Snapshot shared = prompt_read(model);
    auto a = from(model, *shared), b = from(model, *shared), alone = from(model, *shared);
    const auto expected = *alone->generate(drawn(5, 24), {}, {});
    std::vector<TokenId> tokens;
    for (int slice = 0; slice < 8; ++slice) {
      auto mine = drawn(5, 3), other = drawn(6, 3);
      mine.keep_open = other.keep_open = slice < 7;
      const std::vector<SequenceRun> runs{{.sequence = a.get(), .params = mine}, {.sequence = b.get(), .params = other}};
      const auto results = ParallelGeneration(*model, runs).go();
      tokens.insert(tokens.end(), results[0]->tokens.begin(), results[0]->tokens.end());
    }
    QVERIFY(tokens == expected.tokens);
    QVERIFY(a->key() == alone->key());
  }

  // Several questions to one state: prompts of their own, read one after another, answered together.
  void questions_of_different_lengths_are_answered_together() {
    const Model model = load_tiny(StateKind::Hybrid);
    const Snapshot shared = prompt_read(model);
    const std::vector<std::vector<TokenId>> questions{{'A', '?'}, {'W', 'h', 'y', '?', ' '}, {'N'}};
    std::vector<std::unique_ptr<Sequence>> sequences;
    std::vector<SequenceRun> runs;
    for (const auto& question : questions) {
      sequences.push_back(from(model, *shared));
      QVERIFY(sequences.back()->prefill(question).has_value());
      runs.push_back({.sequence = sequences.back().get(), .params = drawn(3, 20)});
    }
    const auto results = ParallelGeneration(*model, runs).go();
    for (std::size_t i = 0; i < questions.size(); ++i) {
      auto alone = from(model, *shared);
      QVERIFY(alone->prefill(questions[i]).has_value());
      QVERIFY(results[i]->tokens == alone->generate(drawn(3, 20), {}, {})->tokens);
    }
  }

  void a_run_that_waits_with_pending_tokens_goes_on() {
    const Model model = load_tiny(StateKind::Rwkv7);
    const Snapshot shared = prompt_read(model);
    auto a = from(model, *shared), b = from(model, *shared), alone = from(model, *shared);
    QVERIFY(a->generate(drawn(1, 4), {}, {}).has_value());  // one pending token; b has none
    QVERIFY(alone->generate(drawn(1, 4), {}, {}).has_value());
    const std::vector<SequenceRun> runs{{.sequence = a.get(), .params = drawn(1, 9)},
                                        {.sequence = b.get(), .params = drawn(2, 9)}};
    const auto results = ParallelGeneration(*model, runs).go();
    QVERIFY(results[0]->tokens == alone->generate(drawn(1, 9), {}, {})->tokens);
    QCOMPARE(results[1]->tokens.size(), std::size_t{9});
  }

  void one_is_stopped_and_the_others_go_on() {
    FakeForwardPass* pass = nullptr;
    const Model model = fake_model(&pass);
    const Snapshot shared = prompt_read(model);
    auto a = from(model, *shared), b = from(model, *shared), alone = from(model, *shared);
    const auto expected = *alone->generate(drawn(2, 12), {}, {});
    std::stop_source stop;
    int pieces = 0;
    const std::vector<SequenceRun> runs{
        {.sequence = a.get(), .params = drawn(1, 12), .stop = stop.get_token(),
         .sink = [&](std::string_view) { if (++pieces == 5) stop.request_stop(); }},
        {.sequence = b.get(), .params = drawn(2, 12)}};
    pass->batches_seen.clear();
    const auto results = ParallelGeneration(*model, runs).go();
    QCOMPARE(results[0]->reason, StopReason::Cancelled);
    QVERIFY(results[0]->tokens.size() < 12);
    QVERIFY(results[1]->tokens == expected.tokens);
    // One step for both while both ran, then one alone: never two steps for one token each.
    QCOMPARE(pass->batches_seen.size(), std::size_t{11});
    QCOMPARE(pass->batches_seen.front(), 2);
    QCOMPARE(pass->batches_seen.back(), 1);
  }

  void equal_seeds_and_greedy_answers_are_equal() {
    const Model model = load_tiny(StateKind::Mamba);
    const Snapshot shared = prompt_read(model);
    auto a = from(model, *shared), b = from(model, *shared);
    const GenerationParams greedy{.sampler = {.temperature = 0, .seed = 1}, .max_tokens = 15};
    const std::vector<SequenceRun> runs{{.sequence = a.get(), .params = greedy}, {.sequence = b.get(), .params = greedy}};
    const auto results = ParallelGeneration(*model, runs).go();
    QVERIFY(results[0]->tokens == results[1]->tokens);
  }

  void a_failure_of_the_network_is_that_of_all_in_the_step() {
    FakeForwardPass* pass = nullptr;
    const Model model = fake_model(&pass);
    const Snapshot shared = prompt_read(model);
    auto a = from(model, *shared), b = from(model, *shared), c = from(model, *shared);
    const std::vector<SequenceRun> runs{{.sequence = a.get(), .params = drawn(1, 1)},
                                        {.sequence = b.get(), .params = drawn(2, 9)},
                                        {.sequence = c.get(), .params = drawn(3, 9)}};
    pass->fails_at_call = static_cast<int>(pass->chunks_seen.size()) + 1;
    const auto results = ParallelGeneration(*model, runs).go();
    QVERIFY(results[0].has_value());  // it had its one token before
    for (const auto i : {1, 2}) QVERIFY(!results[i] && results[i].error().code == ErrorCode::DeviceLost);
    QVERIFY(!b->generate(drawn(2, 1), {}, {}));  // its state is undefined
    QVERIFY(b->restore(*shared).has_value());
    pass->fails_at_call.reset();
    QVERIFY(b->generate(drawn(2, 1), {}, {}).has_value());
  }

  // Where one of them needs logits, all get them.
  void tokens_drawn_by_the_network_make_the_same_answers_data() {
    QTest::addColumn<int>("alternatives");
    QTest::addColumn<int>("drawn_there");
    QTest::newRow("all drawn there") << 0 << 19 + 29 + 39;
    QTest::newRow("one wants chances") << 2 << 10 + 20;  // what the others draw after its 20 tokens
  }
  void tokens_drawn_by_the_network_make_the_same_answers() {
    QFETCH(int, alternatives);
    QFETCH(int, drawn_there);
    std::vector<std::vector<TokenId>> answers[2];
    std::vector<std::vector<std::byte>> states[2];
    for (const bool draws : {false, true}) {
      FakeForwardPass* pass = nullptr;
      const Model model = fake_model(&pass);
      pass->draws = draws;
      const Snapshot shared = prompt_read(model);
      std::vector<std::unique_ptr<Sequence>> sequences;
      std::vector<SequenceRun> runs;
      for (int i = 0; i < 3; ++i) {
        sequences.push_back(from(model, *shared));
        runs.push_back({.sequence = sequences.back().get(), .params = drawn(static_cast<std::uint64_t>(i) + 1, 20 + 10 * i)});
      }
      runs[0].params.alternatives = alternatives;
      for (const auto& result : ParallelGeneration(*model, runs).go()) answers[draws].push_back(result->tokens);
      for (auto& sequence : sequences) states[draws].push_back(frozen(*sequence));
      QCOMPARE(pass->drawn, draws ? drawn_there : 0);
    }
    QVERIFY(answers[true] == answers[false]);
    QVERIFY(states[true] == states[false]);
  }

  void a_failure_while_drawing_is_that_of_all_in_the_step() {
    FakeForwardPass* pass = nullptr;
    const Model model = fake_model(&pass);
    pass->draws = true;
    const Snapshot shared = prompt_read(model);
    auto a = from(model, *shared), b = from(model, *shared);
    const std::vector<SequenceRun> runs{{.sequence = a.get(), .params = drawn(1, 20)},
                                        {.sequence = b.get(), .params = drawn(2, 20)}};
    pass->fails_at_call = static_cast<int>(pass->chunks_seen.size()) + 3;
    for (const auto& result : ParallelGeneration(*model, runs).go()) {
      QVERIFY(!result && result.error().code == ErrorCode::DeviceLost);
    }
    QVERIFY(!a->snapshot() && !b->snapshot());
  }

  void a_lone_run_may_fail_too() {
    FakeForwardPass* pass = nullptr;
    const Model model = fake_model(&pass);
    auto a = from(model, *prompt_read(model));
    const std::vector<SequenceRun> runs{{.sequence = a.get(), .params = drawn(1, 5)}};
    pass->fails_at_call = static_cast<int>(pass->chunks_seen.size());
    const auto results = ParallelGeneration(*model, runs).go();
    QVERIFY(!results[0] && results[0].error().code == ErrorCode::DeviceLost);
  }

  void what_cannot_run_is_refused_and_the_rest_runs() {
    const Model model = fake_model(), other = fake_model();
    const Snapshot shared = prompt_read(model);
    auto good = from(model, *shared), foreign = from(other, *shared), wrong = from(model, *shared);
    auto empty = *RecurrentSequence::create(model);
    auto negative = drawn(1, 5);
    negative.sampler.temperature = -1;
    const std::vector<SequenceRun> runs{
        {.sequence = good.get(), .params = drawn(1, 5)},    {.sequence = foreign.get(), .params = drawn(1, 5)},
        {.sequence = good.get(), .params = drawn(2, 5)},    {.sequence = empty.get(), .params = drawn(1, 5)},
        {.sequence = wrong.get(), .params = negative},      {.sequence = nullptr, .params = drawn(1, 5)}};
    const auto results = ParallelGeneration(*model, runs).go();
    QCOMPARE(results[0]->tokens.size(), std::size_t{5});
    const char* const words[] = {"", "another model", "twice", "empty", "temperature", "another model"};
    for (std::size_t i = 1; i < results.size(); ++i) {
      QVERIFY(!results[i] && results[i].error().code == ErrorCode::InvalidArgument);
      QVERIFY2(results[i].error().message.find(words[i]) != std::string::npos, results[i].error().message.c_str());
    }
  }

  void logits_that_no_memory_holds_are_refused() {
    FakeForwardPass* pass = nullptr;
    const Model model = fake_model(&pass);
    auto a = from(model, *prompt_read(model));
    pass->rows_wide = std::int64_t{1} << 60;
    const std::vector<SequenceRun> runs{{.sequence = a.get(), .params = drawn(1, 5)}};
    const auto results = ParallelGeneration(*model, runs).go();
    QVERIFY(!results[0] && results[0].error().code == ErrorCode::OutOfMemory);
  }

  void memory_is_reckoned_from_the_plan() {
    const Model hybrid = load_tiny(StateKind::Hybrid);
    const auto& layout = hybrid->pass->state_layout();
    const std::int64_t rows = layout.bytes_per_token(), fixed = layout.fixed_bytes();
    const std::int64_t logits = 2 * 4 * hybrid->pass->vocabulary();
    const auto one = memory_of_batch(*hybrid, 1, 0, 1), more = memory_of_batch(*hybrid, 1, 0, 257);
    QCOMPARE(one.needed, fixed + 256 * rows + logits);
    QCOMPARE(more.needed - one.needed, 256 * rows);
    // Full blocks are shared: 10 or 1,034 tokens before make no difference.
    QCOMPARE(memory_of_batch(*hybrid, 4, 1034, 100).needed, memory_of_batch(*hybrid, 4, 10, 100).needed);
    QVERIFY(memory_of_batch(*hybrid, 8, 0, 1).needed >= 8 * (fixed + 256 * rows + logits));
    QVERIFY(one.available > 0 && one.fits());
    QVERIFY(!(BatchMemory{.needed = 2, .available = 1}.fits()) && (BatchMemory{.needed = 2}.fits()));
  }

  void seeds_come_from_one_seed() {
    const auto seeds = seeds_of_answers(42, 8);
    QCOMPARE(seeds.front(), std::uint64_t{42});
    QVERIFY(seeds == seeds_of_answers(42, 8));
    QCOMPARE(std::set(seeds.begin(), seeds.end()).size(), std::size_t{8});
    // The one before 0 on the way.
    for (const auto seed : seeds_of_answers(std::uint64_t{0} - 0x9E3779B97F4A7C15u, 3)) QVERIFY(seed != 0);
    QVERIFY(seeds_of_answers(0, 2) != seeds_of_answers(0, 2));
  }
};

QTEST_APPLESS_MAIN(ParallelGenerationTest)
#include "parallel_generation_test.moc"
