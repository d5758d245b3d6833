// Quantised files of every kind of source are read back and compute nearly the same.
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

#include "engine/api/engine.h"
#include "engine/api/tools.h"
#include "engine/model_files/model_file.h"
#include "tests/engine/model_files/pytorch_builder.h"
#include "tests/support/engine/tiny_model.h"
#include "tests/support/engine/tiny_rwkv7.h"

using namespace eddy;
using namespace eddy::test;
namespace fs = std::filesystem;

namespace {

ErrorCode code(const auto& result) { return result ? ErrorCode::Internal : result.error().code; }

/// A small GLA, whose names llama.cpp does not know.
void write_gla(const fs::path& folder) {
  constexpr int kWidth = 32, kFeedForward = 64, kVocabulary = 256;
  TinyModel m(3);
  m.add("model.embeddings.weight", {kVocabulary, kWidth}, 0.8f);
  m.add("model.norm.weight", {kWidth}, 0.3f, 1);
  m.add_linear("lm_head.weight", kVocabulary, kWidth);
  for (int i = 0; i < 2; ++i) {
    const std::string b = "model.layers." + std::to_string(i) + ".";
    for (const char* name : {"attn_norm.weight", "mlp_norm.weight"}) m.add(b + name, {kWidth}, 0.3f, 1);
    for (const char* name : {"q_proj", "k_proj"}) m.add_linear(b + "attn." + name + ".weight", kWidth / 2, kWidth);
    for (const char* name : {"v_proj", "g_proj", "o_proj"}) m.add_linear(b + "attn." + name + ".weight", kWidth, kWidth);
    m.add_linear(b + "attn.gk_proj.0.weight", 16, kWidth);
    m.add_linear(b + "attn.gk_proj.1.weight", kWidth / 2, 16);
    m.add(b + "attn.gk_proj.1.bias", {kWidth / 2}, 0.2f);
    m.add(b + "attn.g_norm_swish_gate.weight", {kWidth / 2}, 0.3f, 1);
    m.add_linear(b + "mlp.gate_proj.weight", kFeedForward, kWidth);
    m.add_linear(b + "mlp.up_proj.weight", kFeedForward, kWidth);
    m.add_linear(b + "mlp.down_proj.weight", kWidth, kFeedForward);
  }
  fs::create_directories(folder);
  m.write_safetensors(folder / "model.safetensors");
  std::ofstream(folder / "config.json") << R"({"model_type":"gla","num_heads":2,"num_hidden_layers":2,"norm_eps":1e-6,
    "vocab_size":256,"clamp_min":null,"hidden_act":"swish","eos_token_id":7})";
}

/// The same model as a PyTorch checkpoint of bfloat16 numbers, and a safetensors file of exactly these numbers.
void write_as_checkpoint(const fs::path& model, const fs::path& checkpoint_file, const fs::path& twin) {
  auto file = open_model_file(model);
  if (!file) qFatal("%s", file.error().message.c_str());
  std::string entries, header, data;
  std::vector<std::string> storages;
  for (const StoredTensor& t : (*file)->tensors()) {
    std::int64_t count = 1;
    std::string shape;
    for (const std::int64_t s : t.shape) count *= s, shape += (shape.empty() ? "" : ",") + std::to_string(s);
    std::vector<float> floats(static_cast<std::size_t>(count));
    traits(t.format).dequantise(t.bytes.data(), floats.data(), count);
    std::string bytes(static_cast<std::size_t>(2 * count), '\0');
    traits(WeightFormat::BF16).quantise(floats.data(), reinterpret_cast<std::byte*>(bytes.data()), count);
    entries += p_text(t.name) + p_tensor(p_storage("BFloat16Storage", std::to_string(storages.size()), count), 0, t.shape,
                                         contiguous(t.shape));
    header.append(header.empty() ? "{\"" : ",\"").append(t.name).append("\":{\"dtype\":\"BF16\",\"shape\":[");
    header.append(shape).append("],\"data_offsets\":[").append(std::to_string(data.size())).append(",");
    data += bytes;
    header.append(std::to_string(data.size())).append("]}");
    storages.push_back(std::move(bytes));
  }
  std::ofstream(checkpoint_file, std::ios::binary) << checkpoint(p_file(p_dict(entries)), storages).bytes();
  std::ofstream(twin, std::ios::binary) << safetensors(header + "}", data);
}

std::vector<float> logits_of(const fs::path& model) {
  auto engine = create_engine();
  auto loaded = engine->load(model, {.threads = 1, .exact = true}, {}, {});  // the file is asked about, not how products round
  if (!loaded) qFatal("%s", loaded.error().message.c_str());
  auto sequence = (*loaded)->new_sequence();
  std::vector<TokenId> tokens;
  for (int i = 0; i < 40; ++i) tokens.push_back((i * 37 + 11) % 250);
  auto logits = (*sequence)->logits(tokens);
  if (!logits) qFatal("%s", logits.error().message.c_str());
  return *std::move(logits);
}

double relative_error(const std::vector<float>& x, const std::vector<float>& reference) {
  double lost = 0, total = 0;
  for (std::size_t i = 0; i < reference.size(); ++i) {
    lost += (double(x[i]) - reference[i]) * (double(x[i]) - reference[i]);
    total += double(reference[i]) * reference[i];
  }
  return x.size() == reference.size() ? std::sqrt(lost / total) : 1;
}

}  // namespace

class QuantiseFileTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    folder_ = fs::path(dir_.path().toStdString());
    write_tiny_model(folder_ / "rwkv7");
    write_gla(folder_ / "gla");
    fs::create_directories(folder_ / "pth");
    fs::create_directories(folder_ / "twin");
    write_as_checkpoint(folder_ / "rwkv7", folder_ / "pth" / "rwkv-x070.pth", folder_ / "twin" / "x.safetensors");
  }

  void estimate_is_near_the_real_file_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("format");
    for (const char* model : {"rwkv7", "gla", "pth"}) {
      for (const char* format : {"Q8_0", "Q4_0"}) QTest::addRow("%s %s", model, format) << QString(model) << QString(format);
    }
  }
  void estimate_is_near_the_real_file() {
    QFETCH(QString, model);
    QFETCH(QString, format);
    QuantizeRequest request;
    request.in = folder_ / model.toStdString();
    request.out = folder_ / "estimated.gguf";
    request.format = format.toStdString();
    request.threads = 1;
    const auto estimate = estimate_quantize(request);
    QVERIFY2(bool(estimate), estimate ? "" : estimate.error().message.c_str());
    QVERIFY(estimate->tensors_measured > 0);
    const auto summary = quantize_file(request);
    QVERIFY(bool(summary));
    std::int64_t bytes = 0;
    for (const auto& tensor : summary->tensors) bytes += tensor.bytes;
    QCOMPARE(estimate->file_bytes, bytes);
    QVERIFY(std::abs(estimate->relative_error - summary->relative_error) < 0.5 * summary->relative_error);
  }

  void estimates_fail_with_words() {
    QuantizeRequest request;
    request.in = folder_ / "rwkv7";
    request.format = "Q9_9";
    QCOMPARE(code(estimate_quantize(request)), ErrorCode::InvalidArgument);
    request.format = "Q8_0";
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(code(estimate_quantize(request, stop.get_token())), ErrorCode::Cancelled);
    request.in = folder_ / "nothing";
    QCOMPARE(code(estimate_quantize(request)), ErrorCode::FileNotFound);
  }

  void checkpoints_compute_what_safetensors_do() {
    QVERIFY(logits_of(folder_ / "pth") == logits_of(folder_ / "twin"));
    QCOMPARE(create_engine()->inspect(folder_ / "pth")->architecture, std::string("rwkv7"));
  }

  void quantised_models_read_back_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("format");
    QTest::addColumn<double>("bound");
    for (const char* model : {"rwkv7", "gla", "pth"}) {
      const auto row = [&](const char* format, double bound) {
        QTest::addRow("%s %s", model, format) << model << format << bound;
      };
      row("F32", 1e-6);
      row("F16", 4e-3);
      row("BF16", 3e-2);
      row("Q8_0", 4e-2);
      row("Q4_0", 4e-1);
      row("IQ4_NL", 4e-1);
    }
  }

  void quantised_models_read_back() {
    QFETCH(QString, model);
    QFETCH(QString, format);
    QFETCH(double, bound);
    const fs::path in = folder_ / model.toStdString(), out = folder_ / "out.gguf";
    auto summary = quantize_file({.in = in, .out = out, .format = format.toStdString(), .threads = 1});
    QVERIFY2(summary.has_value(), summary ? "" : summary.error().message.c_str());
    const double error = relative_error(logits_of(out), logits_of(in));
    QVERIFY2(error <= bound, qPrintable(QString::number(error)));
    if (format != "F32" && format != "BF16") QVERIFY(summary->relative_error > 0 || model == "pth");
  }

  void unknown_names_are_kept_with_the_config_inside() {
    const fs::path out = folder_ / "gla.gguf";
    QVERIFY(quantize_file({.in = folder_ / "gla", .out = out, .format = "q8_0", .name = "Small"}));
    auto file = open_model_file(out);
    QVERIFY(file && (*file)->container() == "gguf" && (*file)->file_format() == "safetensors");
    QVERIFY(*(*file)->metadata("model_type") == MetadataValue(std::string("gla")));
    const auto format = [&](const char* name) { return (*file)->find(name)->format; };
    QVERIFY(format("model.layers.1.mlp.up_proj.weight") == WeightFormat::Q8_0);
    QVERIFY(format("lm_head.weight") == WeightFormat::Q8_0);
    QVERIFY(format("model.layers.1.attn_norm.weight") == WeightFormat::F32);
    auto info = create_engine()->inspect(out);
    QVERIFY(info->runnable);
    QCOMPARE(info->name, std::string("Small"));
    QCOMPARE(info->file_format, std::string("gguf"));
    // Once more: the result of a result.
    const fs::path again = folder_ / "again.gguf";
    QVERIFY(quantize_file({.in = out, .out = again, .format = "Q4_0"}));
    auto smaller = open_model_file(again);
    QVERIFY(smaller && (*smaller)->find("model.layers.1.mlp.up_proj.weight")->format == WeightFormat::Q4_0);
    QVERIFY(*(*smaller)->metadata("general.name") == MetadataValue(std::string("Small")));
    QVERIFY(relative_error(logits_of(again), logits_of(folder_ / "gla")) < 0.4);
  }

  void errors_are_reported_tensor_by_tensor() {
    auto summary = quantize_file({.in = folder_ / "gla", .out = folder_ / "out.gguf", .format = "Q4_0"});
    QVERIFY(summary);
    int changed = 0;
    for (const QuantizedTensor& t : summary->tensors) {
      QVERIFY2(t.relative_error < 0.12, t.name.c_str());
      QCOMPARE(t.relative_error > 0, t.from != t.to);
      changed += t.from != t.to;
    }
    QVERIFY(changed >= 15);
  }

  void perplexity_is_compared_on_a_text() {
    const fs::path text = folder_ / "text.txt";
    std::ofstream(text) << "The library reads a file and gives back what it holds. The library reads another file.";
    auto summary = quantize_file(
        {.in = folder_ / "gla", .out = folder_ / "out.gguf", .format = "F32", .text = text, .text_tokens = 70});
    QVERIFY2(summary.has_value(), summary ? "" : summary.error().message.c_str());
    QCOMPARE(summary->text_tokens, 70);
    QVERIFY(summary->perplexity_before > 1 && summary->perplexity_before < 1e6);
    QVERIFY(std::abs(summary->perplexity_after / summary->perplexity_before - 1) < 1e-6);
    auto rounded = quantize_file({.in = folder_ / "gla", .out = folder_ / "out.gguf", .format = "Q4_0", .text = text});
    QVERIFY(rounded && rounded->text_tokens < 100 && rounded->perplexity_after != rounded->perplexity_before);
  }

  void tokenizers_travel_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("beside");
    QTest::addColumn<QString>("kind");
    QTest::newRow("tokenizer.json") << "tiny_bpe.json" << "tokenizer.json" << "byte-level BPE";
    QTest::newRow("sentencepiece") << "tiny_sentencepiece.model" << "tokenizer.model" << "sentencepiece";
    QTest::newRow("World") << "tiny_world.txt" << "rwkv_vocab_v20230424.txt" << "rwkv-world";
  }

  void tokenizers_travel() {
    QFETCH(QString, file);
    QFETCH(QString, beside);
    QFETCH(QString, kind);
    const fs::path in = folder_ / file.toStdString(), out = folder_ / "travelled" / "out.gguf";
    write_gla(in);
    fs::create_directories(out.parent_path());
    fs::copy_file(fs::path(EDDY_TEST_DATA) / "tokenizers" / file.toStdString(), in / beside.toStdString());
    auto before = open_model_tokenizer(in);
    QVERIFY2(before.has_value(), before ? "" : before.error().message.c_str());
    QVERIFY(quantize_file({.in = in, .out = out, .format = "Q8_0"}));
    auto after = open_model_tokenizer(out);
    QVERIFY2(after.has_value(), after ? "" : after.error().message.c_str());
    QCOMPARE(create_engine()->inspect(out)->tokenizer, kind.toStdString());
    for (const char* text : {"the library", "a\n b", ""}) QVERIFY((*before)->tokenize(text) == (*after)->tokenize(text));
  }

  void chat_templates_travel() {
    const fs::path in = folder_ / "chatty", out = folder_ / "travelled_chat" / "out.gguf";
    write_gla(in);
    fs::create_directories(out.parent_path());
    fs::copy_file(fs::path(EDDY_TEST_DATA) / "tokenizers" / "tiny_bpe.json", in / "tokenizer.json");
    std::ofstream(in / "tokenizer_config.json") << R"({"chat_template":"{{ messages[0].content }}"})";
    QVERIFY(quantize_file({.in = in, .out = out, .format = "Q8_0"}));
    auto file = open_model_file(out);
    QVERIFY(file);
    const auto* text = (*file)->metadata("tokenizer.chat_template");
    QVERIFY(text && *text == MetadataValue(std::string("{{ messages[0].content }}")));
    const auto* end = (*file)->metadata("tokenizer.ggml.eos_token_id");  // of config.json
    QVERIFY(end && *end == MetadataValue(std::int64_t(7)));
  }

  void wrong_requests_are_refused() {
    const fs::path out = folder_ / "none.gguf";
    QVERIFY(code(quantize_file({.in = folder_ / "gla", .out = out, .format = "F16", .text = folder_ / "none.txt"})) ==
            ErrorCode::FileNotFound);
    std::ofstream(folder_ / "short.txt") << "a";
    QVERIFY(code(quantize_file({.in = folder_ / "gla", .out = out, .format = "F16", .text = folder_ / "short.txt"})) ==
            ErrorCode::InvalidArgument);
    std::ofstream(folder_ / "other.safetensors", std::ios::binary) << safetensors_of({{"x", {1}}});
    QVERIFY(code(quantize_file({.in = folder_ / "other.safetensors", .out = out, .format = "F16"})) ==
            ErrorCode::UnsupportedArchitecture);
    QVERIFY(!fs::exists(out));
  }

 private:
  QTemporaryDir dir_;
  fs::path folder_;
};

QTEST_APPLESS_MAIN(QuantiseFileTest)
#include "quantise_file_test.moc"
