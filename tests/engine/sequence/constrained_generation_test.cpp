// Generation under a grammar: only its texts, whatever the network wants, and the same text after every kind of break.
#include <QtTest>

#include "engine/sequence/parallel_generation.h"
#include "engine/sequence/recurrent_sequence.h"
#include "tests/support/engine/fake_forward_pass.h"
#include "tests/support/engine/fake_tokenizer.h"

using namespace eddy;

namespace {

constexpr const char* kSums = "root ::= sum \"\\n\"\nsum ::= f ((\"+\" | \"-\") f){2,6}\nf ::= [0-9]{1,3} | \"(\" sum \")\"";

struct Model {
  explicit Model(std::vector<std::string> pieces = {"12", "+(", ")-", "hello", "))", "\xC3"}) {
    auto tokenizer = std::make_shared<FakeTokenizer>(std::move(pieces));
    pass = std::make_shared<FakeForwardPass>(tokenizer->vocabulary());
    shared = std::make_shared<SequenceModel>();
    shared->pass = pass;
    shared->tokenizer = tokenizer;
    shared->architecture = "fake";
    shared->fingerprint = "fake";
  }
  std::unique_ptr<Sequence> sequence() {
    auto made = RecurrentSequence::create(shared);
    auto sequence = *std::move(made);
    const TokenId prompt[] = {'a', 'b', 'c'};
    (void)sequence->prefill(prompt);
    return sequence;
  }
  std::shared_ptr<FakeForwardPass> pass;
  std::shared_ptr<SequenceModel> shared;
};

GenerationParams params_for(const char* grammar) {
  GenerationParams params;
  params.sampler.grammar = grammar;
  params.sampler.seed = 7;
  params.max_tokens = 200;
  params.stop_tokens = {FakeTokenizer::kEnd};
  return params;
}

GenerationResult must(Result<GenerationResult> result) {
  if (!result) qFatal("%s", result.error().message.c_str());
  return *std::move(result);
}

}  // namespace

class ConstrainedGenerationTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void the_text_is_one_of_the_grammars() {
    Model model;
    auto judge = Constraint::create({kSums, false, {}}, model.shared->trie->of(*model.shared->tokenizer));
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
      auto params = params_for(kSums);
      params.sampler.seed = seed;
      const auto result = must(model.sequence()->generate(params, {}, {}));
      if (result.reason == StopReason::MaxTokens) continue;
      QCOMPARE(result.reason, StopReason::StopToken);
      (*judge)->restart();
      QVERIFY2((*judge)->push(result.text) && (*judge)->accepts(), result.text.c_str());
    }
  }

  void a_text_cut_into_calls_is_the_text_in_one() {
    Model model;
    const auto whole = must(model.sequence()->generate(params_for(kSums), {}, {}));
    auto cut = model.sequence();
    std::string text;
    auto params = params_for(kSums);
    params.keep_open = true;
    params.max_tokens = 1;
    for (int i = 0; i < 300; ++i) {
      const auto part = must(cut->generate(params, {}, {}));
      text += part.text;
      if (part.reason == StopReason::StopToken) break;
    }
    QCOMPARE(text, whole.text);
  }

  void a_snapshot_and_a_journal_go_on_in_the_middle() {
    Model model;
    const auto whole = must(model.sequence()->generate(params_for(kSums), {}, {}));
    auto first = model.sequence();
    auto params = params_for(kSums);
    params.max_tokens = 5;
    params.keep_open = true;
    const auto part = must(first->generate(params, {}, {}));
    const auto snapshot = *first->snapshot();
    const auto journal = first->generation_state();

    auto restored = model.sequence();
    QVERIFY(restored->restore(*snapshot));
    QCOMPARE(part.text + must(restored->generate(params_for(kSums), {}, {})).text, whole.text);

    auto reread = model.sequence();  // the program was killed: tokens and journal are all there is
    QVERIFY(reread->prefill(part.tokens));
    QVERIFY(reread->resume_generation(journal));
    QCOMPARE(part.text + must(reread->generate(params_for(kSums), {}, {})).text, whole.text);
  }

  void answers_side_by_side_are_those_alone() {
    Model model;
    std::vector<std::unique_ptr<Sequence>> sequences;
    std::vector<SequenceRun> runs;
    std::vector<std::string> alone;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      auto params = params_for(kSums);
      params.sampler.seed = seed;
      alone.push_back(must(model.sequence()->generate(params, {}, {})).text);
      sequences.push_back(model.sequence());
      runs.push_back({.sequence = sequences.back().get(), .params = params, .stop = {}, .sink = {}});
    }
    const auto together = ParallelGeneration(*model.shared, runs).go();
    for (std::size_t i = 0; i < alone.size(); ++i) QCOMPARE(together[i]->text, alone[i]);
  }

  void a_new_turn_begins_a_new_text() {
    Model model;
    auto sequence = model.sequence();
    const auto params = params_for("root ::= \"yes\" | \"no\"");
    const auto first = must(sequence->generate(params, {}, {}));
    QVERIFY(first.text == "yes" || first.text == "no");
    QVERIFY(must(sequence->generate(params, {}, {})).text.empty());  // nothing goes on from it
    const TokenId more[] = {'?'};
    QVERIFY(sequence->prefill(more));
    const auto second = must(sequence->generate(params, {}, {}));
    QVERIFY(second.text == "yes" || second.text == "no");
  }

  void a_stop_token_is_free_only_where_the_text_may_end() {
    Model model;
    model.pass->script = {FakeTokenizer::kEnd};  // the network wants nothing else
    const auto result = must(model.sequence()->generate(params_for("root ::= \"abc\" [d-z]*"), {}, {}));
    QCOMPARE(result.text, std::string("abc"));
    QCOMPARE(result.reason, StopReason::StopToken);
  }

  void a_stop_string_may_end_the_text() {
    Model model;
    model.pass->script = {'!'};
    auto params = params_for("root ::= [a-c]{2,}");
    params.stop_strings = {"!!"};
    const auto result = must(model.sequence()->generate(params, {}, {}));
    QCOMPARE(result.reason, StopReason::StopString);
    QVERIFY(result.text.size() >= 2 && result.text.find_first_not_of("abc") == std::string::npos);
  }

  void a_wrong_grammar_is_named_and_the_sequence_stays_usable() {
    Model model;
    auto sequence = model.sequence();
    const auto refused = sequence->generate(params_for("root ::= (\"a\""), {}, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
    QVERIFY(refused.error().message.find("line 1, column 10") != std::string::npos);
    QVERIFY(sequence->generate(params_for("root ::= \"a\""), {}, {}));
  }

  void a_text_of_another_grammar_is_not_gone_on_with() {
    Model model;
    auto sequence = model.sequence();
    auto params = params_for("root ::= \"abcdef\"");
    params.max_tokens = 3;
    (void)must(sequence->generate(params, {}, {}));
    // The same sampler with another list of stop strings: the text so far is walked again.
    params.stop_strings = {"zz"};
    QCOMPARE(must(sequence->generate(params, {}, {})).text, std::string("def"));
  }

  void a_vocabulary_that_cannot_write_the_text_is_an_error() {
    class Letters final : public Tokenizer {
     public:
      std::string_view kind() const override { return "letters"; }
      int vocabulary() const override { return 3; }
      const std::string& fingerprint() const override { return name_; }
      std::vector<TokenId> encode(std::string_view, bool) const override { return {0}; }
      std::string_view piece(TokenId id, bool) const override { return std::string_view("abc").substr(static_cast<std::size_t>(id), 1); }
      std::string decode(std::span<const TokenId>, bool) const override { return {}; }
      std::optional<TokenId> special(std::string_view) const override { return std::nullopt; }

     private:
      std::string name_ = "letters";
    };
    auto shared = std::make_shared<SequenceModel>();
    shared->pass = std::make_shared<FakeForwardPass>(3);
    shared->tokenizer = std::make_shared<Letters>();
    shared->architecture = shared->fingerprint = "fake";
    auto sequence = *RecurrentSequence::create(shared);
    const TokenId prompt[] = {0};
    QVERIFY(sequence->prefill(prompt));
    GenerationParams params;
    params.sampler.grammar = "root ::= \"ax\"";
    const auto result = sequence->generate(params, {}, {});
    QVERIFY(!result);
    QVERIFY(result.error().message.find("no token of this model goes on") != std::string::npos);
    SequenceRun run{.sequence = sequence.get(), .params = params, .stop = {}, .sink = {}};
    const auto together = ParallelGeneration(*shared, std::span(&run, 1)).go();
    QVERIFY(!together.front());
  }

  void the_likeliest_tokens_are_told_for_every_token() {
    Model model;
    auto params = params_for("");
    params.alternatives = 8;
    params.max_tokens = 12;
    params.stop_tokens.clear();
    const auto result = must(model.sequence()->generate(params, {}, {}));
    QCOMPARE(result.chances.size(), result.tokens.size());
    for (std::size_t i = 0; i < result.tokens.size(); ++i) {
      QCOMPARE(result.chances[i].token, result.tokens[i]);
      QCOMPARE(result.chances[i].likeliest.size(), std::size_t{8});
      QVERIFY(result.chances[i].log_probability <= result.chances[i].likeliest.front().second);
    }
    params.alternatives = 0;
    QVERIFY(must(model.sequence()->generate(params, {}, {})).chances.empty());
    params.alternatives = 101;
    QVERIFY(!model.sequence()->generate(params, {}, {}));
  }
};

QTEST_APPLESS_MAIN(ConstrainedGenerationTest)
#include "constrained_generation_test.moc"
