// Hybrids whose attention remembers little: a document is read and summarised at the same time, through the whole application
// with the real engine. The reading's state is that of a reading alone, and every note is that of an empty sequence.
#include "app/documents/summary_plan.h"
#include "app/inference/document_format.h"
#include "tests/app/documents/documents_window.h"
#include "tests/support/engine/tiny_chat_models.h"

using namespace eddy;
using namespace eddy::test;
namespace fs = std::filesystem;

namespace {

constexpr int kWidth = 32, kLayers = 3, kWindow = 64;

/// Samba: Mamba in turn with attention that sees 64 tokens.
void write_window_model(const fs::path& folder) {
  fs::create_directories(folder);
  TinyModel m(3);
  m.add("model.embeddings.weight", {kByteVocabulary, kWidth}, 1);
  m.add("model.norm_f.weight", {kWidth}, 0.3f, 1);
  m.add_linear("lm_head.weight", kByteVocabulary, kWidth);
  for (int i = 0; i < kLayers; ++i) {
    const std::string layer = "model.layers." + std::to_string(i) + ".";
    for (const char* norm : {"mixer_norm.weight", "mlp_norm.weight"}) m.add(layer + norm, {kWidth}, 0.3f, 1);
    if (i == 1) chat_models::add_attention(m, layer + "mixer.", {.layers = kLayers, .width = kWidth});
    else add_tiny_mamba(m, layer + "mixer.", kWidth, 64, 8, 3);
    chat_models::add_network(m, layer + "mlp.", kWidth, 64);
  }
  std::fill_n(m["lm_head.weight"].values.begin(), kWidth, 0.0f);  // the end of a text is never the likeliest
  m.write_safetensors(folder / "model.safetensors");
  std::string config = "{'model_type':'samba','norm_eps':1e-5,'hidden_act':'swish','attn':{'layers':[1],'num_heads':4,"
                       "'num_kv_heads':2,'window_size':" + std::to_string(kWindow) + ",'rope_theta':500.0}}";
  std::replace(config.begin(), config.end(), '\'', '"');
  std::ofstream(folder / "config.json") << config;
  write_byte_tokenizer(folder / "tokenizer.json");
}

template <class T>
T must(Result<T> result) {
  if (!result) qFatal("%s", result.error().message.c_str());
  return *std::move(result);
}

/// What the application wrote down.
struct Kept {
  std::vector<ReadingStep> steps;
  std::vector<std::string> stretches;  // the text of each note
  std::vector<DocumentNote> notes;
  std::vector<std::byte> state;
};

Result<Kept> keptIn(Stores& stores) {
  Kept kept;
  const auto reading = must(stores.documents.readings()).front();
  const auto document = reading.documents.front();
  kept.steps = must(stores.documents.steps(reading.id, 0, std::numeric_limits<std::int64_t>::max()));
  kept.notes = must(stores.documents.notes(document, reading.model_fingerprint));
  for (const auto& note : kept.notes) {
    std::string text;
    for (const auto& one : must(stores.documents.passages(document, note.first_passage, note.last_passage - note.first_passage + 1)))
      text += one.passage.text + "\n";
    kept.stretches.push_back(text);
  }
  const auto saved = must(stores.snapshots.get(state_of(reading.id), reading.model_fingerprint));
  if (!saved) qFatal("the reading has no state");
  kept.state = must(parse_pieces(*saved))->serialise();
  return kept;
}

/// The same model, alone.
class Alone {
 public:
  explicit Alone(const fs::path& folder) : model_(must(engine_->load(folder, {.backend = "cpu", .threads = 1}))) {}

  std::shared_ptr<const StateSnapshot> read(const std::vector<ReadingStep>& steps) const {
    const auto sequence = must(model_->new_sequence());
    for (const auto& step : steps) must(sequence->prefill(DocumentFormat(*model_).tokens(sequence->tail(), step)));
    return must(sequence->snapshot());
  }
  /// And how many tokens its attention could see at the end.
  std::pair<std::string, std::int64_t> note(const std::string& stretch) const {
    const auto sequence = must(model_->new_sequence());
    const auto& format = model_->chat_format();
    const auto prompt = format.turn({.tail = {}, .user = summary_prompt(stretch), .system = {}, .thinking = false});
    must(sequence->prefill(model_->tokenize_chat(prompt)));
    GenerationParams params{.max_tokens = kNoteTokens, .stop_strings = format.stop_strings(), .stop_tokens = format.stop_tokens()};
    params.sampler.temperature = 0;
    std::string text;
    must(sequence->generate(params, {}, [&](std::string_view part) { text += part; }));
    return {clean_note(format.trim_answer(text)), sequence->position()};
  }

 private:
  std::unique_ptr<Engine> engine_ = create_engine();
  std::shared_ptr<LanguageModel> model_;
};

}  // namespace

class HybridSummaryTest : public QObject {
  Q_OBJECT

 private slots:
  void a_summary_beside_the_reading_keeps_both_whole_data() {
    QTest::addColumn<bool>("window");
    QTest::newRow("attention over a window") << true;
    QTest::newRow("attention over everything") << false;
  }
  void a_summary_beside_the_reading_keeps_both_whole() {
    QFETCH(bool, window);
    const QTemporaryDir folder;
    const fs::path model = fs::path(folder.path().toStdString()) / "model";
    if (window) write_window_model(model);
    else write_chat_model(model, ChatModelKind::Bamba);
    Kept kept;
    {
      Window app({.starter = QString::fromStdString(model.string())});
      QVERIFY(app.waitReady());
      app.documents().add({story(folder, "long.txt", 60)});
      QVERIFY(app.wait([&] { return app.documents().hasDocuments() && app.documents().status() != DocumentsViewModel::NotRead; }));
      QVERIFY(app.summarise(DocumentSummaries::Bullets));
      for (const auto& point : app.points()) QVERIFY(!point.toMap().value("place").toString().isEmpty());
      QVERIFY(app.summarise(DocumentSummaries::Line));
      QTRY_COMPARE_WITH_TIMEOUT(app.points().size(), 1, kPatience);
      QVERIFY(app.waitStatus(DocumentsViewModel::Complete));
      kept = app.inStorage<Kept>(keptIn);
    }
    const Alone alone(model);
    const auto state = alone.read(kept.steps);
    QVERIFY2(state->serialise() == kept.state, "the notes did not touch the state of the reading");
    QVERIFY(kept.notes.size() >= 3);
    for (std::size_t i = 0; i < kept.notes.size(); ++i) {
      const auto [text, tokens] = alone.note(kept.stretches[i]);
      QCOMPARE(kept.notes[i].text, text);
      QVERIFY2(tokens < 2200, "a note sees its stretch, however long the document is");
    }
    const auto half = alone.read({kept.steps.begin(), kept.steps.begin() + static_cast<std::ptrdiff_t>(kept.steps.size() / 2)});
    const double grown = static_cast<double>(state->byte_size()) / static_cast<double>(half->byte_size());
    if (window) QVERIFY2(grown < 1.7, "a window's rows do not grow with the text");
  }
};

QTEST_MAIN(HybridSummaryTest)
#include "hybrid_summary_test.moc"
