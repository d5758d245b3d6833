#include "engine/api/engine.h"

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <chrono>
#include <fstream>

#include "tests/support/engine/tiny_rwkv7.h"

using namespace eddy;
namespace fs = std::filesystem;

namespace {

ErrorCode code(const auto& result) {
  return result ? ErrorCode::Internal : result.error().code;
}

std::string text_of(Sequence& sequence, int tokens, const SamplerParams& sampler) {
  GenerationParams params{.sampler = sampler, .max_tokens = tokens, .keep_open = true};
  auto result = sequence.generate(params, {}, {});
  return result ? result->text : result.error().message;
}

}  // namespace

Q_DECLARE_METATYPE(eddy::LoadOptions)

class EngineTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    folder_ = fs::path(dir_.path().toStdString());
    model_ = folder_ / "tiny";
    test::write_tiny_model(model_);
    engine_ = create_engine();
  }

  void the_processor_is_a_device_and_missing_backends_say_why() {
    const auto devices = engine_->devices();
    QVERIFY(devices[0].backend == "cpu" && devices[0].usable && devices[0].memory_bytes > 0 &&
            !devices[0].name.empty());
    for (std::size_t i = 1; i < devices.size(); ++i) QCOMPARE(devices[i].usable, devices[i].why_not.empty());
  }

  /// Its name is made from its bytes first, and then the weights: they must be the same bytes.
  void a_file_that_changes_while_it_is_loaded_is_refused() {
    const auto moving = folder_ / "moving";
    test::write_tiny_model(moving);
    const auto file = moving / "model.safetensors";
    const auto before = engine_->load(moving, {.backend = "cpu"});
    QVERIFY(before.has_value());
    bool changed = false;
    const auto change = [&](double fraction) {
      if (changed || fraction < 0.4) return;
      changed = true;
      const auto written = fs::last_write_time(file);
      std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
      bytes.seekp(-3, std::ios::end);
      bytes.put('\x3f');
      bytes.close();
      fs::last_write_time(file, written + std::chrono::seconds(1));
    };
    const auto refused = engine_->load(moving, {.backend = "cpu"}, {}, change);
    QVERIFY(changed);
    QCOMPARE(code(refused), ErrorCode::FileUnreadable);
    QVERIFY(refused.error().message.find("model.safetensors was changed while it was loaded") != std::string::npos);
    const auto after = engine_->load(moving, {.backend = "cpu"});
    QVERIFY(after.has_value() && (*after)->fingerprint() != (*before)->fingerprint());
  }

  void a_folder_is_inspected_without_loading() {
    auto info = engine_->inspect(model_);
    QVERIFY(info.has_value());
    QVERIFY2(info->runnable, info->why_not.c_str());
    QCOMPARE(info->name, std::string("tiny"));  // "model" says nothing
    QCOMPARE(info->architecture, std::string("rwkv7"));
    QCOMPARE(info->file_format, std::string("safetensors"));
    QCOMPARE(info->vocabulary, std::int64_t(257));
    QCOMPARE(info->layers, std::int64_t(2));
    QCOMPARE(info->width, std::int64_t(64));
    QCOMPARE(info->state_bytes, std::int64_t(2 * (64 * 32 + 2 * 64) * 4));
    QCOMPARE(info->kv_bytes_per_token, std::int64_t(0));
    QCOMPARE(info->tokenizer, std::string("byte-level BPE"));
    QCOMPARE(info->weight_formats[0].first, std::string("F32"));
    QVERIFY(info->parameters > 100000 && info->memory_bytes > info->parameters);
    QCOMPARE(engine_->inspect(model_ / "model.safetensors")->parameters, info->parameters);
  }

  void a_file_of_an_unknown_network_is_described_and_not_run() {
    const fs::path folder = folder_ / "unknown";
    fs::create_directories(folder);
    test::TinyFile file(1);
    file.add("some.weight", {3, 4}, 1);
    file.write(folder / "model.safetensors");
    std::ofstream(folder / "config.json") << R"({"model_type": "strange-net"})";
    auto info = engine_->inspect(folder);
    QVERIFY(info.has_value());
    QVERIFY(!info->runnable && !info->why_not.empty());
    QCOMPARE(info->parameters, std::int64_t(12));
    QCOMPARE(info->architecture, std::string("strange-net"));
    QVERIFY(code(engine_->load(folder)) == ErrorCode::UnsupportedArchitecture);
  }

  void what_cannot_be_read_is_an_error() {
    QVERIFY(code(engine_->inspect(folder_ / "nothing")) == ErrorCode::FileNotFound);
    QVERIFY(code(engine_->load(folder_ / "nothing")) == ErrorCode::FileNotFound);
    std::ofstream(folder_ / "short.safetensors") << "abc";
    QVERIFY(code(engine_->inspect(folder_ / "short.safetensors")) == ErrorCode::FileCorrupt);
    QVERIFY(code(engine_->load(folder_ / "short.safetensors")) == ErrorCode::FileCorrupt);
  }

  void wrong_options_are_named_data() {
    QTest::addColumn<LoadOptions>("options");
    QTest::addColumn<QString>("named");
    QTest::newRow("vulkan") << LoadOptions{.backend = "vulkan", .device = 99} << "[vulkan]";
    QTest::newRow("unknown") << LoadOptions{.backend = "abacus"} << "abacus";
    QTest::newRow("device") << LoadOptions{.device = 3} << "device 3";
    QTest::newRow("threads") << LoadOptions{.threads = -1} << "threads";
    QTest::newRow("chunk") << LoadOptions{.prefill_chunk = -1} << "chunk";
  }

  void wrong_options_are_named() {
    QFETCH(LoadOptions, options);
    QFETCH(QString, named);
    const auto devices = engine_->devices();
    const bool there = std::any_of(devices.begin(), devices.end(), [&](const auto& device) { return device.backend == options.backend && device.usable; });
    const bool missing = options.backend == "vulkan" && !there;  // no module or no driver on this machine
    auto loaded = engine_->load(model_, options);
    QVERIFY(code(loaded) == (missing ? ErrorCode::DeviceLost : ErrorCode::InvalidArgument));
    QVERIFY2(loaded.error().message.find(named.toStdString()) != std::string::npos, loaded.error().message.c_str());
  }

  void a_backend_without_a_device_is_an_error() {
    const auto devices = engine_->devices();
    const bool usable = std::any_of(devices.begin(), devices.end(),
                                    [](const auto& device) { return device.backend == "cuda" && device.usable; });
    auto loaded = engine_->load(model_, {.backend = "cuda"});
    QCOMPARE(loaded.has_value(), usable);
    if (!loaded) QVERIFY(loaded.error().code == ErrorCode::DeviceLost && loaded.error().message.starts_with("[cuda]"));
  }

  void loading_reports_progress_and_can_be_stopped() {
    std::vector<double> seen;
    QVERIFY(engine_->load(model_, {}, {}, [&](double fraction) { seen.push_back(fraction); }).has_value());
    QVERIFY(seen.size() >= 2 && std::is_sorted(seen.begin(), seen.end()) && seen.front() >= 0 && seen.back() <= 1);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(code(engine_->load(model_, {}, stop.get_token())) == ErrorCode::Cancelled);
  }

  void text_becomes_tokens_and_text_again() {
    auto model = *engine_->load(model_);
    QVERIFY(model->has_text().has_value());
    const std::string text = "Grüße, 世界 😀\n";
    QCOMPARE(model->detokenize(model->tokenize(text)), text);
    QCOMPARE(model->tokenize("<|endoftext|>", true).size(), std::size_t(1));
    QVERIFY(model->tokenize("<|endoftext|>").size() > 1);
    QVERIFY(!model->tokenizer_fingerprint().empty());
    QVERIFY(!model->chat_format().name().empty());
  }

  void without_a_tokenizer_ids_work_and_text_says_what_is_missing() {
    const fs::path folder = folder_ / "bare";
    fs::create_directories(folder);
    test::write_tiny_rwkv7(folder / "model.safetensors");
    auto model = *engine_->load(folder);
    QVERIFY(model->info().runnable && model->info().tokenizer.empty());
    QVERIFY(code(model->has_text()) == ErrorCode::FileNotFound);
    QVERIFY(model->has_text().error().message.find("tokenizer.json") != std::string::npos);
    QVERIFY(model->tokenize("abc").empty());
    auto sequence = *model->new_sequence();
    QVERIFY(sequence->logits(std::vector<TokenId>{1, 2}).has_value());
    QVERIFY(code(sequence->generate({}, {}, {})) == ErrorCode::FileNotFound);
  }

  void chunks_and_threads_do_not_change_logits() {
    std::vector<TokenId> tokens;
    for (int i = 0; i < 150; ++i) tokens.push_back(i * 37 % 257);
    auto model = *engine_->load(model_, {.threads = 1});
    const auto expected = *(*model->new_sequence())->logits(tokens, 1);
    for (int threads : {1, 2}) {
      auto other = *engine_->load(model_, {.threads = threads, .prefill_chunk = 100});
      for (int chunk : {0, 1, 7, 64}) {
        const auto rows = *(*other->new_sequence())->logits(tokens, chunk);
        double difference = 0, norm = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
          difference += double(rows[i] - expected[i]) * (rows[i] - expected[i]);
          norm += double(expected[i]) * expected[i];
        }
        QVERIFY2(std::sqrt(difference / norm) < 1e-5, qPrintable(QString::number(std::sqrt(difference / norm))));
      }
    }
  }

  // Through bytes, in a freshly loaded model, at every tenth place.
  void a_run_cut_in_two_prints_the_same() {
    const SamplerParams sampler{.temperature = 1.2f,
                                .top_p = 0.95f,
                                .presence_penalty = 0.3f,
                                .frequency_penalty = 0.2f,
                                .penalty_decay = 0.99f,
                                .seed = 9};
    auto model = *engine_->load(model_);
    const auto prompt = model->tokenize("Once upon a time");
    auto whole = *model->new_sequence();
    QVERIFY(whole->prefill(prompt).has_value());
    const std::string expected = text_of(*whole, 100, sampler);
    for (int cut = 1; cut < 100; cut += 11) {
      auto first = *model->new_sequence();
      QVERIFY(first->prefill(prompt).has_value());
      std::string printed = text_of(*first, cut, sampler);
      const auto bytes = (*first->snapshot())->serialise();
      auto other = *engine_->load(model_, {.threads = 1});
      auto second = *other->new_sequence();
      QVERIFY(second->restore(**parse_snapshot(bytes)).has_value());
      printed += text_of(*second, 100 - cut, sampler);
      QCOMPARE(printed, expected);
    }
  }

  void a_sequence_outlives_its_engine_and_the_handle_of_its_model() {
    auto sequence = [&] {
      auto model = *create_engine()->load(model_);
      return *model->new_sequence();
    }();
    QVERIFY(sequence->prefill(std::vector<TokenId>{1, 2, 3}).has_value());
  }

 private:
  QTemporaryDir dir_;
  fs::path folder_;
  fs::path model_;
  std::unique_ptr<Engine> engine_;
};

QTEST_APPLESS_MAIN(EngineTest)
#include "engine_test.moc"
