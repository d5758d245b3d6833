#include "engine/sequence/recurrent_sequence.h"

#include <QTest>

#include "tests/support/engine/fake_forward_pass.h"
#include "tests/support/engine/fake_tokenizer.h"

using namespace eddy;

namespace {

// A model of fakes and one sequence on it.
struct Bench {
  std::shared_ptr<FakeForwardPass> pass;
  std::shared_ptr<FakeTokenizer> tokenizer;
  std::unique_ptr<Sequence> sequence;
  std::string sink_text;
  TextSink sink = [this](std::string_view text) { sink_text += text; };

  explicit Bench(std::vector<std::string> pieces = {}, int chunk = 4) {
    tokenizer = std::make_shared<FakeTokenizer>(std::move(pieces));
    pass = std::make_shared<FakeForwardPass>(tokenizer->vocabulary(), chunk);
    sequence = *RecurrentSequence::create(model());
  }

  std::shared_ptr<const SequenceModel> model() const {
    auto model = std::make_shared<SequenceModel>();
    model->pass = pass;
    model->tokenizer = tokenizer;
    model->architecture = "fake";
    model->fingerprint = "f00d";
    return model;
  }

  void prefill(std::string_view text) { QVERIFY(sequence->prefill(tokenizer->encode(text, false)).has_value()); }

  // What the network will answer after a prompt of `prompt` tokens.
  void answer(std::string_view text, int prompt = 1) {
    pass->script.assign(prompt - 1, 0);
    for (char c : text) pass->script.push_back(static_cast<unsigned char>(c));
  }
};

const GenerationParams kGreedy{.sampler = {.temperature = 0}};

GenerationParams greedy(int max_tokens, std::vector<std::string> stops = {}) {
  auto params = kGreedy;
  params.max_tokens = max_tokens;
  params.stop_strings = std::move(stops);
  return params;
}

ErrorCode code(const auto& result) {
  return result ? ErrorCode::Internal : result.error().code;
}

}  // namespace

class RecurrentSequenceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void prompts_are_read_in_chunks_with_progress() {
    Bench b({}, 4);
    std::vector<std::pair<std::int64_t, std::int64_t>> seen;
    auto read = b.sequence->prefill(b.tokenizer->encode("0123456789", false), {}, [&](auto done, auto total) {
      seen.push_back({done, total});
    });
    QCOMPARE(read->tokens, std::int64_t(10));
    QVERIFY((b.pass->chunks_seen == std::vector{4, 4, 2}));
    QVERIFY((seen == std::vector<std::pair<std::int64_t, std::int64_t>>{{4, 10}, {8, 10}, {10, 10}}));
    QCOMPARE(b.sequence->position(), std::int64_t(10));
    QCOMPARE(std::string(b.sequence->tail()), std::string("0123456789"));
    QVERIFY(b.sequence->pending().empty());
  }

  void chunks_do_not_change_the_key_and_the_logits() {
    const auto tokens = FakeTokenizer().encode("How do chunks matter?", false);
    std::vector<float> expected;
    SnapshotKey key;
    for (int chunk : {64, 1, 2, 7}) {
      Bench b({}, chunk);
      auto rows = b.sequence->logits(tokens);
      QVERIFY(rows.has_value());
      QCOMPARE(rows->size(), tokens.size() * 257);
      if (expected.empty()) expected = *rows, key = b.sequence->key();
      QVERIFY(*rows == expected);
      QVERIFY(b.sequence->key() == key);
    }
  }

  void asked_chunks_and_last_rows_are_honoured() {
    const auto tokens = FakeTokenizer().encode("0123456789", false);
    Bench whole, cut;
    auto all = whole.sequence->logits(tokens);
    auto last = cut.sequence->logits(tokens, 3, true);
    QVERIFY((cut.pass->chunks_seen == std::vector{3, 3, 3, 1}));
    QVERIFY(*last == std::vector<float>(all->end() - 257, all->end()));
    Bench large;
    QVERIFY(large.sequence->logits(tokens, 1000).has_value());
    QVERIFY((large.pass->chunks_seen == std::vector{4, 4, 2}));
  }

  void a_stop_between_chunks_leaves_a_valid_sequence() {
    Bench b({}, 4);
    std::stop_source stop;
    b.pass->before_call = [&](int call) {
      if (call == 1) stop.request_stop();
    };
    auto read = b.sequence->prefill(b.tokenizer->encode("0123456789", false), stop.get_token());
    QVERIFY(code(read) == ErrorCode::Cancelled);
    QCOMPARE(b.sequence->position(), std::int64_t(8));
    QCOMPARE(std::string(b.sequence->tail()), std::string("01234567"));
    Bench same({}, 4);
    same.prefill("01234567");
    QVERIFY(b.sequence->key() == same.sequence->key());
    QCOMPARE(b.sequence->generate(greedy(5), {}, {})->text, same.sequence->generate(greedy(5), {}, {})->text);
  }

  void a_stop_before_the_first_chunk_changes_nothing() {
    Bench b;
    std::stop_source stop;
    stop.request_stop();
    const std::vector<TokenId> tokens{1, 2};
    QVERIFY(code(b.sequence->prefill(tokens, stop.get_token())) == ErrorCode::Cancelled);
    QVERIFY(code(b.sequence->logits(tokens, 0, false, stop.get_token())) == ErrorCode::Cancelled);
    QCOMPARE(b.sequence->position(), std::int64_t(0));
  }

  void logits_stop_between_chunks() {
    Bench b({}, 4);
    std::stop_source stop;
    b.pass->before_call = [&](int) { stop.request_stop(); };
    QVERIFY(code(b.sequence->logits(b.tokenizer->encode("012345", false), 0, false, stop.get_token())) ==
            ErrorCode::Cancelled);
    QCOMPARE(b.sequence->position(), std::int64_t(4));
  }

  void answers_stream_and_end_at_the_limit() {
    Bench b;
    b.answer("Hello");
    b.prefill("?");
    auto result = b.sequence->generate(greedy(3), {}, b.sink);
    QVERIFY(result.has_value());
    QCOMPARE(result->text, std::string("Hel"));
    QCOMPARE(b.sink_text, result->text);
    QCOMPARE(result->tokens.size(), std::size_t(3));
    QVERIFY(result->reason == StopReason::MaxTokens);
    QVERIFY(result->seconds >= result->seconds_to_first_token);
    QVERIFY(result->seed != 0);
    QCOMPARE(b.sequence->position(), std::int64_t(4));
  }

  void the_last_token_is_pending_until_it_is_needed() {
    Bench b;
    b.answer("Hello");
    b.prefill("?");
    const std::size_t before = b.pass->chunks_seen.size();
    (void)b.sequence->generate(greedy(3), {}, {});
    QCOMPARE(b.pass->chunks_seen.size() - before, std::size_t(2));
    QCOMPARE(b.sequence->pending().size(), std::size_t(1));
    QCOMPARE(b.sequence->pending()[0], TokenId('l'));
    QCOMPARE(std::string(b.sequence->tail()), std::string("?Hel"));
    b.prefill("xyz");
    QCOMPARE(b.pass->chunks_seen.back(), 4);  // the pending one and three new ones
    QVERIFY(b.sequence->pending().empty());
    QCOMPARE(std::string(b.sequence->tail()), std::string("?Helxyz"));
  }

  void reading_nothing_reads_what_is_pending() {
    Bench b;
    b.answer("Hello");
    b.prefill("?");
    (void)b.sequence->generate(greedy(2), {}, {});
    const auto key = b.sequence->key();
    QCOMPARE(b.sequence->prefill({})->tokens, std::int64_t(1));
    QVERIFY(b.sequence->pending().empty());
    QVERIFY(b.sequence->key() == key);
    QCOMPARE(b.sequence->generate(greedy(3), {}, {})->text, std::string("llo"));
  }

  void stop_strings_may_span_tokens() {
    Bench b({"er", ".\n"});
    b.pass->script = {0, 'H', 'i', 258, '\n', 'U', 's', 257, ':', 'x'};
    b.prefill("ab");
    auto result = b.sequence->generate(greedy(50, {"\n\nUser:"}), {}, b.sink);
    QVERIFY(result->reason == StopReason::StopString);
    QCOMPARE(result->text, std::string("Hi."));
    QCOMPARE(b.sink_text, std::string("Hi."));
    QCOMPARE(result->tokens.size(), std::size_t(8));  // those of the stop string too
    QCOMPARE(std::string(b.sequence->tail()), std::string("abHi.\n\nUser:"));
  }

  void stop_tokens_end_the_text_and_let_held_text_go() {
    Bench b;
    b.pass->script = {'H', '\n', FakeTokenizer::kEnd};
    b.prefill("?");
    auto params = greedy(50, {"\n\n"});
    params.stop_tokens = {FakeTokenizer::kEnd};
    auto result = b.sequence->generate(params, {}, b.sink);
    QVERIFY(result->reason == StopReason::StopToken);
    QCOMPARE(result->text, std::string("H\n"));
    QCOMPARE(result->tokens.back(), FakeTokenizer::kEnd);
    QCOMPARE(b.sequence->pending()[0], FakeTokenizer::kEnd);
    QVERIFY(b.sequence->tail().ends_with("<|end|>"));
  }

  void only_whole_characters_reach_the_sink() {
    Bench b;
    b.answer("a€é😀b");
    b.prefill("?");
    std::vector<std::string> pieces;
    auto result = b.sequence->generate(greedy(11), {}, [&](std::string_view text) { pieces.emplace_back(text); });
    QVERIFY((pieces == std::vector<std::string>{"a", "€", "é", "😀", "b"}));
    QCOMPARE(result->text, std::string("a€é😀b"));
  }

  void half_a_character_waits_for_the_next_call() {
    Bench b;
    b.answer("a€b");
    b.prefill("?");
    QCOMPARE(b.sequence->generate(greedy(2), {}, b.sink)->text, std::string("a"));
    QCOMPARE(b.sequence->generate(greedy(3), {}, b.sink)->text, std::string("€b"));
  }

  void half_a_character_of_the_prompt_is_finished_by_the_answer() {
    Bench b;
    b.answer("\x82\xAC!", 2);
    b.prefill("a\xE2");
    QCOMPARE(b.sequence->generate(greedy(3), {}, b.sink)->text, std::string("€!"));
  }

  void a_stop_token_after_half_a_character_shows_the_replacement() {
    Bench b;
    b.pass->script = {'a', 0xE2, FakeTokenizer::kEnd};
    b.prefill("?");
    auto params = greedy(5);
    params.stop_tokens = {FakeTokenizer::kEnd};
    QCOMPARE(b.sequence->generate(params, {}, b.sink)->text, std::string("a\xEF\xBF\xBD"));
  }

  void held_text_is_emitted_at_the_end_unless_the_text_stays_open() {
    for (bool open : {false, true}) {
      Bench b;
      b.answer("Hi\nx");
      b.prefill("?");
      auto params = greedy(3, {"\n\n"});
      params.keep_open = open;
      QCOMPARE(b.sequence->generate(params, {}, b.sink)->text, std::string(open ? "Hi" : "Hi\n"));
      params.max_tokens = 1;
      QCOMPARE(b.sequence->generate(params, {}, b.sink)->text, std::string(open ? "\nx" : "x"));
    }
  }

  void a_new_prompt_drops_held_text() {
    Bench b;
    b.answer("H\n");
    b.prefill("?");
    auto params = greedy(2, {"\n\n"});
    params.keep_open = true;
    (void)b.sequence->generate(params, {}, {});
    b.prefill("next");
    b.pass->script = {'o', 'k'};
    QVERIFY(b.sequence->generate(params, {}, {})->text.find('\n') == std::string::npos);
  }

  void a_stop_request_is_no_failure() {
    Bench b;
    b.answer("Hello");
    b.prefill("?");
    std::stop_source stop;
    auto result = b.sequence->generate(greedy(50), stop.get_token(), [&](std::string_view text) {
      b.sink_text += text;
      if (b.sink_text == "He") stop.request_stop();
    });
    QVERIFY(result->reason == StopReason::Cancelled);
    QCOMPARE(result->text, std::string("He"));
    QCOMPARE(b.sequence->generate(greedy(3), {}, b.sink)->text, std::string("llo"));
  }

  void a_stop_before_the_start_samples_nothing() {
    Bench b;
    b.prefill("?");
    std::stop_source stop;
    stop.request_stop();
    auto result = b.sequence->generate(kGreedy, stop.get_token(), {});
    QVERIFY(result->reason == StopReason::Cancelled);
    QVERIFY(result->tokens.empty());
    QCOMPARE(b.sequence->position(), std::int64_t(1));
  }

  void wrong_arguments_are_refused_and_nothing_changes() {
    Bench b;
    const std::vector<TokenId> negative{1, -1}, beyond{257};
    QVERIFY(code(b.sequence->prefill(negative)) == ErrorCode::InvalidArgument);
    QVERIFY(code(b.sequence->prefill(beyond)) == ErrorCode::InvalidArgument);
    QVERIFY(code(b.sequence->logits(beyond)) == ErrorCode::InvalidArgument);
    QVERIFY(code(b.sequence->logits({})) == ErrorCode::InvalidArgument);
    QVERIFY(code(b.sequence->logits(std::vector<TokenId>{1}, -1)) == ErrorCode::InvalidArgument);
    QVERIFY(code(b.sequence->generate(kGreedy, {}, {})) == ErrorCode::InvalidArgument);  // nothing to continue
    QCOMPARE(b.sequence->position(), std::int64_t(0));
    b.prefill("?");
    QVERIFY(code(b.sequence->generate(greedy(0), {}, {})) == ErrorCode::InvalidArgument);
    QVERIFY(code(b.sequence->generate(greedy(1, {""}), {}, {})) == ErrorCode::InvalidArgument);
    QVERIFY(b.sequence->generate(greedy(1), {}, {}).has_value());
  }

  void logits_that_cannot_be_held_are_refused() {
    Bench b;
    b.pass->rows_wide = std::int64_t{1} << 60;
    QVERIFY(code(b.sequence->logits(std::vector<TokenId>{1, 2, 3, 4})) == ErrorCode::OutOfMemory);
    QCOMPARE(b.sequence->position(), std::int64_t(0));
  }

  void a_failure_poisons_until_reset_or_restore() {
    Bench b;
    b.prefill("abc");
    auto snapshot = *b.sequence->snapshot();
    b.pass->fails_at_call = static_cast<int>(b.pass->chunks_seen.size());
    QVERIFY(code(b.sequence->prefill(std::vector<TokenId>{1})) == ErrorCode::DeviceLost);
    auto again = b.sequence->prefill(std::vector<TokenId>{1});
    QVERIFY(code(again) == ErrorCode::DeviceLost);
    QVERIFY(again.error().message.find("the network failed") != std::string::npos);
    QCOMPARE(again.error().detail, std::string("detail"));
    QVERIFY(code(b.sequence->generate(kGreedy, {}, {})) == ErrorCode::DeviceLost);
    QVERIFY(code(b.sequence->logits(std::vector<TokenId>{1})) == ErrorCode::DeviceLost);
    QVERIFY(code(b.sequence->snapshot()) == ErrorCode::DeviceLost);
    QVERIFY(b.sequence->restore(*snapshot).has_value());
    QVERIFY(b.sequence->generate(greedy(1), {}, {}).has_value());
    b.pass->fails_at_call = static_cast<int>(b.pass->chunks_seen.size());
    QVERIFY(code(b.sequence->generate(greedy(9), {}, {})) == ErrorCode::DeviceLost);
    b.sequence->reset();
    QCOMPARE(b.sequence->position(), std::int64_t(0));
    QVERIFY(b.sequence->tail().empty());
    b.prefill("abc");
    QVERIFY(b.sequence->key() == snapshot->key());
  }

  void a_state_that_fails_poisons_too() {
    Bench b;
    b.prefill("abc");
    auto snapshot = *b.sequence->snapshot();
    b.pass->last_state->fails = true;
    QVERIFY(code(b.sequence->snapshot()) == ErrorCode::DeviceLost);
    QVERIFY(code(b.sequence->restore(*snapshot)) == ErrorCode::DeviceLost);
    QVERIFY(code(b.sequence->prefill(std::vector<TokenId>{1})) == ErrorCode::DeviceLost);
    b.sequence->reset();
    QVERIFY(code(b.sequence->prefill(std::vector<TokenId>{1})) == ErrorCode::DeviceLost);
    b.pass->last_state->fails = false;
    b.sequence->reset();
    QVERIFY(b.sequence->prefill(std::vector<TokenId>{1}).has_value());
  }

  void a_state_that_cannot_be_had_is_an_error() {
    Bench b;
    b.pass->states_fail = true;
    QVERIFY(code(RecurrentSequence::create(b.model())) == ErrorCode::OutOfMemory);
  }

  void without_a_tokenizer_generating_says_why() {
    Bench b;
    auto model = std::make_shared<SequenceModel>(*b.model());
    model->has_text = Error{ErrorCode::FileNotFound, "[tokenizer] none beside model.safetensors", ""};
    auto sequence = *RecurrentSequence::create(model);
    QVERIFY(sequence->prefill(std::vector<TokenId>{1}).has_value());
    auto result = sequence->generate(kGreedy, {}, {});
    QVERIFY(code(result) == ErrorCode::FileNotFound);
    QVERIFY(sequence->logits(std::vector<TokenId>{1}).has_value());
  }

  void tokens_drawn_by_the_network_make_the_same_text_data() {
    QTest::addColumn<float>("temperature");
    QTest::addColumn<float>("presence");
    QTest::newRow("greedy") << 0.0f << 0.0f;
    QTest::newRow("drawn") << 0.9f << 0.0f;
    QTest::newRow("drawn with penalties") << 0.9f << 0.7f;
  }
  void tokens_drawn_by_the_network_make_the_same_text() {
    QFETCH(float, temperature);
    QFETCH(float, presence);
    const GenerationParams params{.sampler = {.temperature = temperature, .top_p = 0.95f, .presence_penalty = presence, .seed = 4},
                                  .max_tokens = 60,
                                  .keep_open = true};
    Bench host, device;
    device.pass->draws = true;
    for (Bench* b : {&host, &device}) b->prefill("prompt");
    for (int call = 0; call < 2; ++call) {  // the second goes on with one token pending
      const auto expected = host.sequence->generate(params, {}, host.sink);
      const auto made = device.sequence->generate(params, {}, device.sink);
      QVERIFY(expected && made);
      QCOMPARE(made->tokens, expected->tokens);
      QCOMPARE((*device.sequence->snapshot())->serialise(), (*host.sequence->snapshot())->serialise());
    }
    QCOMPARE(device.sink_text, host.sink_text);
    QCOMPARE(device.pass->drawn, 119);  // the first follows from the prompt's logits
    QCOMPARE(device.pass->chunks_seen, host.pass->chunks_seen);
  }

  void what_needs_logits_is_drawn_here() {
    GenerationParams chances{.sampler = {.seed = 1}, .max_tokens = 5}, grammar = chances, typical = chances;
    chances.alternatives = 2;
    grammar.sampler.grammar = "root ::= [a-z]+";
    typical.sampler.typical_p = 0.9f;
    for (const auto& params : {chances, grammar, typical}) {
      Bench b;
      b.pass->draws = true;
      b.prefill("p");
      QVERIFY(b.sequence->generate(params, {}, b.sink));
      QCOMPARE(b.pass->drawn, 0);
    }
  }

  void a_failure_while_drawing_poisons() {
    Bench b;
    b.pass->draws = true;
    b.prefill("p");
    b.pass->fails_at_call = static_cast<int>(b.pass->chunks_seen.size()) + 2;
    QCOMPARE(code(b.sequence->generate(greedy(9), {}, {})), ErrorCode::DeviceLost);
    QCOMPARE(b.pass->drawn, 2);
    QCOMPARE(code(b.sequence->snapshot()), ErrorCode::DeviceLost);
  }

  void reset_forgets_the_sampler_and_what_was_asked() {
    Bench b;
    b.prefill("abc");
    GenerationParams params{.sampler = {.seed = 7}};
    params.max_tokens = 20;
    const auto first = b.sequence->generate(params, {}, {})->text;
    QVERIFY(b.sequence->last_generation() != nullptr);
    b.sequence->reset();
    QVERIFY(b.sequence->last_generation() == nullptr);
    b.prefill("abc");
    QCOMPARE(b.sequence->generate(params, {}, {})->text, first);
  }

  void the_last_generation_is_remembered() {
    Bench b;
    b.prefill("abc");
    QVERIFY(b.sequence->last_generation() == nullptr);
    (void)b.sequence->generate(greedy(2, {"zzz"}), {}, {});
    const auto* last = b.sequence->last_generation();
    QVERIFY(last->ended == StopReason::MaxTokens);
    QCOMPARE(last->params.stop_strings.front(), std::string("zzz"));
    b.prefill("more");
    QVERIFY(!b.sequence->last_generation()->ended.has_value());
  }
};

QTEST_APPLESS_MAIN(RecurrentSequenceTest)
#include "recurrent_sequence_test.moc"
