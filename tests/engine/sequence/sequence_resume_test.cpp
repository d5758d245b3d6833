// A run cut in two prints the same text as one run, wherever it is cut.
#include <QTest>

#include "engine/sequence/recurrent_sequence.h"
#include "tests/support/engine/fake_forward_pass.h"
#include "tests/support/engine/fake_tokenizer.h"

using namespace eddy;

namespace {

constexpr int kTokens = 40;

std::shared_ptr<const SequenceModel> make_model(const std::string& script, std::string fingerprint = "f00d") {
  auto model = std::make_shared<SequenceModel>();
  auto tokenizer = std::make_shared<FakeTokenizer>();
  auto pass = std::make_shared<FakeForwardPass>(tokenizer->vocabulary());
  for (char c : script) pass->script.push_back(static_cast<unsigned char>(c));
  model->pass = pass;
  model->tokenizer = tokenizer;
  model->architecture = "fake";
  model->fingerprint = std::move(fingerprint);
  return model;
}

std::unique_ptr<Sequence> new_sequence(const std::string& script) {
  return *RecurrentSequence::create(make_model(script));
}

std::string generate(Sequence& sequence, GenerationParams params, int tokens) {
  params.max_tokens = tokens;
  std::string text;
  auto result = sequence.generate(params, {}, [&](std::string_view piece) { text += piece; });
  return result ? text : "failed: " + result.error().message;
}

std::unique_ptr<Sequence> frozen_and_revived(Sequence& sequence, const std::string& script) {
  const auto bytes = (*sequence.snapshot())->serialise();
  auto revived = new_sequence(script);
  auto restored = revived->restore(**parse_snapshot(bytes));
  return restored ? std::move(revived) : nullptr;
}

ErrorCode code(const auto& result) {
  return result ? ErrorCode::Internal : result.error().code;
}

}  // namespace

Q_DECLARE_METATYPE(eddy::SamplerParams)

class SequenceResumeTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void cut_runs_print_the_same_data() {
    QTest::addColumn<QString>("script");
    QTest::addColumn<SamplerParams>("sampler");
    QTest::addColumn<QStringList>("stops");
    const SamplerParams greedy{.temperature = 0};
    const SamplerParams random{.temperature = 1.3f, .top_k = 50, .top_p = 0.95f, .min_p = 0.01f, .seed = 5};
    const SamplerParams penalised{.temperature = 0.9f,
                                  .repetition_penalty = 1.2f,
                                  .presence_penalty = 0.4f,
                                  .frequency_penalty = 0.3f,
                                  .penalty_decay = 0.98f,
                                  .logit_bias = {{65, 3.0f}},
                                  .seed = 6};
    QTest::newRow("greedy") << "" << greedy << QStringList{};
    QTest::newRow("random") << "" << random << QStringList{};
    QTest::newRow("penalties") << "" << penalised << QStringList{};
    QTest::newRow("stop strings often begun") << "a\n\nUs" << greedy << QStringList{"\n\nUser:", "Usa\n\nb"};
    QTest::newRow("stop string found") << "Some text.\n\nUser: no more" << greedy << QStringList{"\n\nUser:"};
    QTest::newRow("characters of many bytes") << "ä€😀x" << greedy << QStringList{"€x"};
  }

  void cut_runs_print_the_same() {
    QFETCH(QString, script);
    QFETCH(SamplerParams, sampler);
    QFETCH(QStringList, stops);
    GenerationParams params{.sampler = sampler};
    for (const auto& stop : stops) params.stop_strings.push_back(stop.toStdString());
    const auto text = script.toStdString();
    const std::vector<TokenId> prompt{'x', 'y'};

    params.keep_open = true;
    auto whole = new_sequence(text);
    QVERIFY(whole->prefill(prompt).has_value());
    const std::string expected = generate(*whole, params, kTokens);
    for (int cut = 1; cut < kTokens; ++cut) {
      auto first = new_sequence(text);
      QVERIFY(first->prefill(prompt).has_value());
      std::string printed = generate(*first, params, cut);
      if (first->last_generation()->ended == StopReason::StopString) break;
      auto second = frozen_and_revived(*first, text);
      QVERIFY(second != nullptr);
      QVERIFY(second->key() == first->key());
      QVERIFY(second->last_generation()->params.sampler == sampler);
      printed += generate(*second, second->last_generation()->params, kTokens - cut);
      QVERIFY2(printed == expected,
               qPrintable(QString("cut after %1: %2").arg(cut).arg(QString::fromStdString(printed))));
      QVERIFY(second->last_generation()->ended == whole->last_generation()->ended);
    }
  }

  void a_run_goes_on_from_its_tokens_and_its_generation_data() { cut_runs_print_the_same_data(); }
  void a_run_goes_on_from_its_tokens_and_its_generation() {
    QFETCH(QString, script);
    QFETCH(SamplerParams, sampler);
    QFETCH(QStringList, stops);
    GenerationParams params{.sampler = sampler, .keep_open = true};
    for (const auto& stop : stops) params.stop_strings.push_back(stop.toStdString());
    const auto text = script.toStdString();
    std::vector<TokenId> tokens{'x', 'y'};
    auto whole = new_sequence(text);
    QVERIFY(whole->prefill(tokens).has_value());
    const std::string expected = generate(*whole, params, kTokens);
    auto first = new_sequence(text);
    QVERIFY(first->generation_state().empty());
    QVERIFY(first->prefill(tokens).has_value());
    std::string printed;
    for (int cut = 1; cut < kTokens; ++cut) {
      auto one = params;
      one.max_tokens = 1;
      const auto step = first->generate(one, {}, [&](std::string_view piece) { printed += piece; });
      tokens.insert(tokens.end(), step->tokens.begin(), step->tokens.end());
      if (step->reason == StopReason::StopString) break;
      auto second = new_sequence(text);
      QVERIFY(second->prefill(tokens).has_value());
      QVERIFY(second->resume_generation(first->generation_state()));
      QVERIFY2(printed + generate(*second, params, kTokens - cut) == expected, qPrintable(QString::number(cut)));
    }
  }

  void a_generation_of_another_text_or_model_is_refused() {
    const GenerationParams params{.sampler = {.temperature = 1}};
    auto first = new_sequence("");
    QVERIFY(first->prefill(std::vector<TokenId>{1, 2, 3}).has_value());
    (void)generate(*first, params, 5);
    auto state = first->generation_state();
    auto second = new_sequence("");
    QVERIFY(second->prefill(std::vector<TokenId>{1, 2, 3}).has_value());
    QVERIFY(code(second->resume_generation(state)) == ErrorCode::StateMismatch);
    auto third = *RecurrentSequence::create(make_model("", "beef"));
    QVERIFY(code(third->resume_generation(state)) == ErrorCode::StateMismatch);
    state[state.size() / 2] ^= std::byte{1};
    QVERIFY(code(second->resume_generation(state)) == ErrorCode::FileCorrupt);
    QVERIFY(second->prefill(std::vector<TokenId>{4}).has_value());
    const auto never_written = (*second->snapshot())->serialise();
    QVERIFY(code(second->resume_generation(never_written)) == ErrorCode::StateMismatch);
  }

  void a_fresh_seed_is_kept_over_the_cut() {
    const GenerationParams params{.sampler = {.temperature = 2.0f}};
    auto first = new_sequence("");
    QVERIFY(first->prefill(std::vector<TokenId>{1, 2, 3}).has_value());
    (void)generate(*first, params, 5);
    auto second = frozen_and_revived(*first, "");
    QCOMPARE(generate(*second, params, 30), generate(*first, params, 30));
  }

  void another_seed_starts_another_stream() {
    GenerationParams params{.sampler = {.temperature = 2.0f, .seed = 1}};
    auto first = new_sequence("");
    QVERIFY(first->prefill(std::vector<TokenId>{1, 2, 3}).has_value());
    (void)generate(*first, params, 5);
    auto second = frozen_and_revived(*first, "");
    params.sampler.seed = 2;
    QVERIFY(generate(*second, params, 30) != generate(*first, {.sampler = {.temperature = 2.0f, .seed = 1}}, 30));
  }

  // No token is pending then, so the logits of the last one travel along.
  void a_prompt_frozen_before_its_answer_goes_on_without_reading() {
    auto first = new_sequence("");
    QVERIFY(first->prefill(std::vector<TokenId>{1, 2, 3, 4, 5}).has_value());
    auto model = make_model("");
    auto second = *RecurrentSequence::create(model);
    QVERIFY(second->restore(**first->snapshot()).has_value());
    const GenerationParams params{.sampler = {.temperature = 0}};
    QCOMPARE(generate(*second, params, 1), generate(*first, params, 1));
    QVERIFY(static_cast<FakeForwardPass&>(*model->pass).chunks_seen.empty());
    QCOMPARE(generate(*second, params, 20), generate(*first, params, 20));
  }

  void two_branches_of_one_snapshot_are_equal() {
    auto trunk = new_sequence("");
    QVERIFY(trunk->prefill(std::vector<TokenId>{1, 2, 3}).has_value());
    auto snapshot = *trunk->snapshot();
    const GenerationParams params{.sampler = {.temperature = 1, .seed = 3}};
    const auto once = generate(*trunk, params, 10);
    auto branch = new_sequence("");
    QVERIFY(branch->restore(*snapshot).has_value());
    QCOMPARE(generate(*branch, params, 10), once);
    QVERIFY(trunk->restore(*snapshot).has_value());
    QCOMPARE(generate(*trunk, params, 10), once);
  }

  void the_empty_sequence_can_be_frozen() {
    auto first = new_sequence("");
    auto second = frozen_and_revived(*first, "");
    QVERIFY(second != nullptr);
    QCOMPARE(second->position(), std::int64_t(0));
  }

  void snapshots_of_other_models_are_refused_data() {
    QTest::addColumn<int>("change");
    QTest::addColumn<QString>("named");
    QTest::newRow("fingerprint") << 0 << "another model";
    QTest::newRow("architecture") << 1 << "other-7";
    QTest::newRow("layout") << 2 << "another way";
    QTest::newRow("state size") << 3 << "another way";
    QTest::newRow("logits") << 4 << "another way";
    QTest::newRow("pending token") << 5 << "pending";
    QTest::newRow("sampler missing") << 6 << "contradict";
  }

  void snapshots_of_other_models_are_refused() {
    QFETCH(int, change);
    QFETCH(QString, named);
    auto sequence = new_sequence("");
    QVERIFY(sequence->prefill(std::vector<TokenId>{1, 2, 3}).has_value());
    const auto snapshot = *sequence->snapshot();
    auto content = dynamic_cast<const StoredSnapshot&>(*snapshot).content();
    switch (change) {
      case 0:
        content.key.model_fingerprint = "other";
        break;
      case 1:
        content.architecture = "other-7";
        break;
      case 2:
        content.layout_hash ^= 1;
        break;
      case 3:
        content.state = content.state.part(content.state.view().first(content.state.size() - 1));
        break;
      case 4:
        content.logits.pop_back();
        break;
      case 5:
        content.pending = {100000};
        content.logits.clear();
        break;
      case 6:
        content.generation = StoredGeneration{};
        break;
    }
    const auto key = sequence->key();
    auto restored = sequence->restore(StoredSnapshot(content));
    QVERIFY(code(restored) == ErrorCode::StateMismatch);
    QVERIFY2(restored.error().message.find(named.toStdString()) != std::string::npos, restored.error().message.c_str());
    QVERIFY(sequence->key() == key);
    QVERIFY(sequence->generate({}, {}, {}).has_value());
  }

  void a_damaged_sampler_is_refused() {
    auto sequence = new_sequence("");
    QVERIFY(sequence->prefill(std::vector<TokenId>{1, 2, 3}).has_value());
    (void)generate(*sequence, {}, 3);
    const auto snapshot = *sequence->snapshot();
    auto content = dynamic_cast<const StoredSnapshot&>(*snapshot).content();
    content.sampler.resize(content.sampler.size() / 2);
    const auto key = sequence->key();
    QVERIFY(!sequence->restore(StoredSnapshot(content)));
    QVERIFY(sequence->key() == key);
    QVERIFY(sequence->generate({}, {}, {}).has_value());
  }

  void a_snapshot_that_this_engine_did_not_make_is_refused() {
    struct Foreign final : StateSnapshot {
      SnapshotKey none;
      std::string name;
      const SnapshotKey& key() const override { return none; }
      const std::string& architecture() const override { return name; }
      std::span<const TokenId> pending() const override { return {}; }
      std::vector<std::byte> serialise() const override { return {}; }
      std::size_t byte_size() const override { return 0; }
    };
    QVERIFY(code(new_sequence("")->restore(Foreign())) == ErrorCode::StateMismatch);
  }

  void a_state_too_large_to_copy_is_an_error() {
    auto model = make_model("");
    auto sequence = *RecurrentSequence::create(model);
    static_cast<FakeForwardPass&>(*model->pass).layout.slots[0].shape = {-1};  // as bytes: more than there can be
    QVERIFY(code(sequence->snapshot()) == ErrorCode::OutOfMemory);
  }
};

QTEST_APPLESS_MAIN(SequenceResumeTest)
#include "sequence_resume_test.moc"
