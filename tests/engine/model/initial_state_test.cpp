// Tuned initial states: what state tuning wrote is what the network begins with.
#include <QTemporaryDir>
#include <QTest>

#include "engine/api/engine.h"
#include "engine/model/initial_state.h"
#include "tests/engine/model_files/pytorch_builder.h"
#include "tests/support/engine/tiny_states.h"

using namespace eddy;
using namespace eddy::test;
namespace fs = std::filesystem;

namespace {

constexpr int kLayers = 2, kHeads = 2, kSize = 32;

/// Made-up numbers, by layer.
TinyModel::Tensor numbers(std::vector<int> shape, int seed) {
  TinyModel::Tensor tensor{.shape = std::move(shape)};
  std::size_t count = 1;
  for (int n : tensor.shape) count *= static_cast<std::size_t>(n);
  for (std::size_t i = 0; i < count; ++i) tensor.values.push_back(0.3f * std::sin(0.7f * static_cast<float>(i) + static_cast<float>(seed)));
  return tensor;
}

TinyModel tuned(const std::string& prefix = "blocks.", const std::string& suffix = ".att.time_state", int layers = kLayers,
                std::vector<int> shape = {kHeads, kSize, kSize}, int seed = 0) {
  TinyModel file;
  for (int i = 0; i < layers; ++i) file.put(prefix + std::to_string(i) + suffix, numbers(shape, seed + i));
  return file;
}

/// The same as PyTorch saves it.
std::string as_checkpoint(const TinyModel& file) {
  std::string entries;
  std::vector<std::string> storages;
  for (const auto& [name, tensor] : file.tensors()) {
    const std::vector<std::int64_t> shape(tensor.shape.begin(), tensor.shape.end());
    const auto count = static_cast<std::int64_t>(tensor.values.size());
    entries += p_text(name) + p_tensor(p_storage("FloatStorage", std::to_string(storages.size()), count), 0, shape,
                                       contiguous(shape));
    storages.emplace_back(reinterpret_cast<const char*>(tensor.values.data()), tensor.values.size() * sizeof(float));
  }
  return checkpoint(p_file(p_dict(entries)), storages).bytes();
}

std::vector<float> state_of(const StateSnapshot& snapshot) {
  const auto& bytes = dynamic_cast<const StoredSnapshot&>(snapshot).content().state;
  std::vector<float> state(bytes.size() / sizeof(float));
  std::memcpy(state.data(), bytes.data(), bytes.size());
  return state;
}

}  // namespace

class InitialStateTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { model_ = load_tiny(StateKind::Rwkv7); }

  void the_row_of_a_file_is_the_value_and_ours_is_the_key_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"pth", "safetensors", "huggingface", "fla"}) QTest::newRow(kind) << kind;
  }

  void the_row_of_a_file_is_the_value_and_ours_is_the_key() {
    QFETCH(QString, kind);
    TinyModel file = tuned();
    if (kind == "huggingface") file = tuned("base_model.model.model.layers.", ".attn.time_state", kLayers, {1, kHeads, kSize, kSize});
    if (kind == "fla") file = tuned("model.layers.", ".attn.initial_state");
    const auto snapshot = kind == "pth" ? read_bytes("state.pth", as_checkpoint(file)) : read(file);
    QVERIFY2(snapshot.has_value(), snapshot ? "" : snapshot.error().message.c_str());
    QCOMPARE((*snapshot)->key().tokens, std::int64_t{0});
    QVERIFY((*snapshot)->key().token_hash != 0);
    QCOMPARE((*snapshot)->key().model_fingerprint, model_->fingerprint);
    const auto state = state_of(**snapshot);
    std::size_t offset = 0;
    int layer = 0;
    for (const auto& slot : model_->pass->state_layout().slots) {
      const auto count = static_cast<std::size_t>(slot.elements());
      if (!slot.name.ends_with(".wkv")) {
        for (std::size_t i = 0; i < count; ++i) QCOMPARE(state[offset + i], 0.0f);
      } else {
        const auto values = numbers({kHeads, kSize, kSize}, layer++).values;
        for (std::size_t h = 0; h < kHeads; ++h) {
          for (std::size_t k = 0; k < kSize; ++k) {
            for (std::size_t v = 0; v < kSize; ++v) {
              const auto there = kind == "fla" ? (h * kSize + k) * kSize + v : (h * kSize + v) * kSize + k;
              QCOMPARE(state[offset + (h * kSize + k) * kSize + v], values[there]);
            }
          }
        }
      }
      offset += count;
    }
    QCOMPARE(layer, kLayers);
  }

  void a_sequence_begins_there_and_its_states_are_told_from_others() {
    const auto first = *read(tuned()), second = *read(tuned("blocks.", ".att.time_state", kLayers, {kHeads, kSize, kSize}, 9));
    QVERIFY(first->key().token_hash != second->key().token_hash);
    auto plain = *RecurrentSequence::create(model_), begun = *RecurrentSequence::create(model_);
    QVERIFY(begun->restore(*first).has_value());
    QCOMPARE(begun->position(), std::int64_t{0});
    const std::vector<TokenId> text{'O', 'n', 'c', 'e'};
    const auto without = *plain->logits(text, 0, true, {}), with = *begun->logits(text, 0, true, {});
    QVERIFY(without != with);
    // The same four tokens, but no state of the one beginning is taken for one of the other.
    QCOMPARE(begun->key().tokens, plain->key().tokens);
    QVERIFY(begun->key() != plain->key());
    QCOMPARE(begun->key().token_hash, hash_tokens(first->key().token_hash, text));
    // It goes on from bytes as any snapshot does, mounted without reading the model again.
    auto revived = *RecurrentSequence::create(model_);
    QVERIFY(revived->restore(**parse_snapshot(first->serialise())).has_value());
    QVERIFY(*revived->logits(text, 0, true, {}) == with);
  }

  void a_state_of_zeros_changes_nothing() {
    TinyModel zeros = tuned();
    for (int i = 0; i < kLayers; ++i) std::ranges::fill(zeros["blocks." + std::to_string(i) + ".att.time_state"].values, 0.0f);
    auto plain = *RecurrentSequence::create(model_), begun = *RecurrentSequence::create(model_);
    QVERIFY(begun->restore(**read(zeros)).has_value());
    const std::vector<TokenId> text{1, 2, 3};
    QVERIFY(*plain->logits(text, 0, true, {}) == *begun->logits(text, 0, true, {}));
  }

  void misfits_are_refused_with_a_reason_data() {
    QTest::addColumn<int>("which");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, int which, ErrorCode code, const char* words) {
      QTest::newRow(name) << which << int(code) << words;
    };
    row("more layers", 0, ErrorCode::StateMismatch, "has 3 layers, this model 2");
    row("fewer layers", 1, ErrorCode::StateMismatch, "has 1 layers, this model 2");
    row("other heads", 2, ErrorCode::StateMismatch, "is [4, 32, 32], layer 0 of this model takes [2, 32, 32]");
    row("other sizes", 3, ErrorCode::StateMismatch, "is [2, 16, 16]");
    row("other rank", 4, ErrorCode::StateMismatch, "is [2, 1024]");
    row("no state inside", 5, ErrorCode::UnsupportedFormat, "no tuned state");
    row("not finite", 6, ErrorCode::FileCorrupt, "not finite");
    row("no file", 7, ErrorCode::FileNotFound, "");
    row("cut off", 8, ErrorCode::FileCorrupt, "");
  }

  void misfits_are_refused_with_a_reason() {
    QFETCH(int, which);
    QFETCH(int, code);
    QFETCH(QString, words);
    TinyModel broken = tuned();
    broken["blocks.1.att.time_state"].values[5] = std::numeric_limits<float>::quiet_NaN();
    TinyModel unrelated;
    unrelated.add("blocks.0.att.key.weight", {4, 4}, 1);
    const auto got = which == 0   ? read(tuned("blocks.", ".att.time_state", 3))
                     : which == 1 ? read(tuned("blocks.", ".att.time_state", 1))
                     : which == 2 ? read(tuned("blocks.", ".att.time_state", 2, {4, 32, 32}))
                     : which == 3 ? read(tuned("blocks.", ".att.time_state", 2, {2, 16, 16}))
                     : which == 4 ? read(tuned("blocks.", ".att.time_state", 2, {2, 1024}))
                     : which == 5 ? read(unrelated)
                     : which == 6 ? read(broken)
                     : which == 7 ? read_initial_state(folder() / "nothing.pth", *model_)
                                  : read_bytes("cut.pth", as_checkpoint(tuned()).substr(0, 900));
    QVERIFY(!got);
    QVERIFY2(int(got.error().code) == code, got.error().message.c_str());
    QVERIFY2(QString::fromStdString(got.error().message).contains(words), got.error().message.c_str());
  }

  void networks_without_such_a_state_say_so() {
    const auto mamba = load_tiny(StateKind::Mamba);
    tuned().write_safetensors(folder() / "state.safetensors");
    const auto refused = read_initial_state(folder() / "state.safetensors", *mamba);
    QVERIFY(!refused && refused.error().code == ErrorCode::UnsupportedFormat);
    QVERIFY2(refused.error().message.find("mamba") != std::string::npos, refused.error().message.c_str());
  }

  void a_state_of_another_model_is_refused_at_once() {
    const auto snapshot = *read(tuned());
    auto other = std::make_shared<SequenceModel>(*model_);
    other->fingerprint = "another";
    const auto restored = (*RecurrentSequence::create(other))->restore(*snapshot);
    QVERIFY(!restored && restored.error().code == ErrorCode::StateMismatch);
  }

  void a_loaded_model_has_the_doors() {
    write_tiny_model(folder() / "model");
    const auto model = create_engine()->load(folder() / "model");
    QVERIFY(model.has_value());
    tuned().write_safetensors(folder() / "state.safetensors");
    const auto state = (*model)->read_initial_state(folder() / "state.safetensors");
    QVERIFY2(state.has_value(), state ? "" : state.error().message.c_str());
    std::vector<std::unique_ptr<Sequence>> sequences;
    std::vector<SequenceRun> runs;
    for (const auto seed : seeds_of_answers(1, 3)) {
      sequences.push_back(*(*model)->new_sequence());
      QVERIFY(sequences.back()->restore(**state).has_value());
      QVERIFY(sequences.back()->prefill((*model)->tokenize("Once")).has_value());
      runs.push_back({.sequence = sequences.back().get(), .params = {.sampler = {.seed = seed}, .max_tokens = 6}});
    }
    QVERIFY((*model)->memory_of_batch(3, 4, 6).fits());
    for (const auto& result : (*model)->generate_together(runs)) QVERIFY(result.has_value());
  }

 private:
  fs::path folder() const { return folder_.path().toStdString(); }
  Result<std::shared_ptr<const StateSnapshot>> read(const TinyModel& file) {
    file.write_safetensors(folder() / "state.safetensors");
    return read_initial_state(folder() / "state.safetensors", *model_);
  }
  Result<std::shared_ptr<const StateSnapshot>> read_bytes(const char* name, const std::string& bytes) {
    std::ofstream(folder() / name, std::ios::binary) << bytes;
    return read_initial_state(folder() / name, *model_);
  }

  QTemporaryDir folder_;
  std::shared_ptr<const SequenceModel> model_;
};

QTEST_APPLESS_MAIN(InitialStateTest)
#include "initial_state_test.moc"
