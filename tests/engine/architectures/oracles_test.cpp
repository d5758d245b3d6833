// Every architecture against another program's logits of the same file (docs/references.md). One line per oracle.
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "engine/tokenizers/tokenizer.h"
#include "tests/support/engine/oracle.h"

using namespace eddy;
using namespace eddy::test;

namespace {

const std::filesystem::path kOracles = std::filesystem::path(EDDY_REFERENCES) / "oracles";

struct Case {
  const char* name;
  const char* model;  ///< a folder with expected.safetensors in it, or a file with X.expected.safetensors beside it
  double tolerance = 1e-4;
};

constexpr Case kCases[] = {
    {"Falcon-Mamba, transformers", "falcon_mamba"},
    {"Bamba, transformers", "bamba"},
    {"Falcon-H1, transformers", "falcon_h1"},
    {"Granite hybrid, transformers", "granite_hybrid"},
    {"Jamba, transformers", "jamba"},
    {"Mamba, transformers", "mamba"},
    {"Mamba, GGUF", "gguf/mamba-q4_k_m.gguf"},
    {"Mamba-2, transformers", "mamba2"},
    {"Mamba-2, GGUF", "gguf/mamba2-q4_k_m.gguf"},
    {"Nemotron-H, transformers", "nemotron_h"},
    {"Nemotron-H with experts, transformers", "nemotron_h_moe"},
    {"Nemotron-H, GGUF", "gguf/nemotron_h-q4_k_m.gguf"},
    {"Zamba2, transformers", "zamba2"},
    {"RWKV-4, transformers", "rwkv4"},
    {"RWKV-6, GGUF", "gguf/rwkv6-q4_k_m.gguf"},
    {"RWKV-6, flash-linear-attention", "fla_rwkv6"},
    {"GLA, flash-linear-attention", "fla_gla"},
    {"RetNet, flash-linear-attention", "fla_retnet"},
    {"Llama", "llama_rope_default"},
    {"Llama, linear positions", "llama_rope_linear"},
    {"Llama, dynamic NTK", "llama_rope_dynamic"},
    {"Llama, YaRN", "llama_rope_yarn"},
    {"Llama, Llama 3 positions", "llama_rope_llama3"},
    {"Llama, LongRoPE", "llama_rope_longrope"},
    {"Mixtral", "mixtral"},
    {"LFM2", "lfm2"},
    {"LFM2 with experts", "lfm2_moe"},
    {"RecurrentGemma", "recurrent_gemma"},
    {"Olmo-Hybrid, transformers", "olmo_hybrid"},
    {"Qwen3-Next, transformers", "qwen3_next"},
    {"MiniMax, transformers", "minimax"},
    {"KDA, flash-linear-attention", "fla_kda", 2e-3},  // its two kernels differ by 7e-4
};

std::filesystem::path expected_of(const std::filesystem::path& model) {
  if (std::filesystem::is_directory(model)) return model / "expected.safetensors";
  return std::filesystem::path(model).replace_extension(".expected.safetensors");
}

/// A folder holds its expected logits beside the model, so the model is named.
std::filesystem::path model_of(const std::filesystem::path& model) {
  return std::filesystem::is_directory(model) ? model / "model.safetensors" : model;
}

QJsonObject read_config(const std::filesystem::path& folder) {
  QFile file(QString::fromStdString((folder / "config.json").string()));
  return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

struct RwkvCppCase {
  const char* model;
  const char* expected;
  double largest_difference;  ///< of one logit
  double sum;                 ///< of all differences, with their signs
};

// The sums are what rwkv.cpp's own tests allow, but for RWKV-7 in Q5_1: it rounds activations too, and by chance that
// takes a tenth off its 0.065.
constexpr RwkvCppCase kRwkvCppCases[] = {
    {"tiny-rwkv-4v0-660K-FP32.bin", "expected-logits-4v0-660K.bin", 1e-4, 1e-3},
    {"tiny-rwkv-4v0-660K-Q5_1.bin", "expected-logits-4v0-660K.bin", 0.1, 0.278034 * 1.05},
    {"tiny-rwkv-5v2-730K-FP32.bin", "expected-logits-5v2-730K.bin", 1e-4, 1e-3},
    {"tiny-rwkv-5v2-730K-FP16.bin", "expected-logits-5v2-730K.bin", 0.005, 0.455912 * 1.05},
    {"tiny-rwkv-5v2-730K-Q5_1.bin", "expected-logits-5v2-730K.bin", 0.5, 48.068733 * 1.05},
    {"tiny-rwkv-7v0-834K-FP32.bin", "expected-logits-7v0-834K.bin", 1e-4, 1e-3},
    {"tiny-rwkv-7v0-834K-Q5_1.bin", "expected-logits-7v0-834K.bin", 0.005, 0.08},
};

std::vector<float> read_floats(const std::filesystem::path& path) {
  QFile file(QString::fromStdString(path.string()));
  if (!file.open(QIODevice::ReadOnly)) qFatal("cannot open %s", path.string().c_str());
  const QByteArray bytes = file.readAll();
  std::vector<float> values(static_cast<std::size_t>(bytes.size()) / sizeof(float));
  std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
  return values;
}

void add_cases() {
  QTest::addColumn<QString>("model");
  QTest::addColumn<double>("tolerance");
  for (const auto& c : kCases) QTest::newRow(c.name) << QString(c.model) << c.tolerance;
}

}  // namespace

class OraclesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void logits_agree_and_chunk_size_changes_no_bit_data() { add_cases(); }
  void logits_agree_and_chunk_size_changes_no_bit() {
    QFETCH(QString, model);
    QFETCH(double, tolerance);
    const auto path = kOracles / model.toStdString();
    double error = 0;
    const auto wrong = check_logits(model_of(path), read_oracle(expected_of(path)), tolerance, &error);
    QVERIFY2(wrong.empty(), wrong.c_str());
    qInfo("relative error %.2g", error);
  }

  void rounded_activations_stay_near_data() {
    QTest::addColumn<QString>("model");
    for (const auto& entry : std::filesystem::directory_iterator(kOracles / "gguf")) {
      if (entry.path().extension() != ".gguf") continue;
      const auto name = entry.path().filename().string();
      QTest::newRow(name.c_str()) << QString::fromStdString("gguf/" + name);
    }
  }
  void rounded_activations_stay_near() {
    QFETCH(QString, model);
    const auto path = kOracles / model.toStdString();
    double error = 0;
    // State space models take roundings of their inputs harder (llama.cpp: 0.6e-2 to 3.1e-2).
    const bool state_space = model.contains("mamba") || model.contains("nemotron_h");
    const double tolerance = state_space ? 2e-2 : 1e-2;
    const auto wrong = check_logits(path, read_oracle(expected_of(path)), tolerance, &error, false);
    QVERIFY2(wrong.empty(), wrong.c_str());
    qInfo("relative error %.2g", error);
  }

  void older_configs_mean_the_same_data() {
    QTest::addColumn<QString>("model");
    for (const auto& c : kCases) {
      const auto config = read_config(kOracles / c.model);
      if (config.contains("rope_parameters")) QTest::newRow(c.name) << QString(c.model);
    }
  }

  /// Until 2025 configs held rope_theta and rope_scaling (with "type" in the oldest) where they now have rope_parameters.
  void older_configs_mean_the_same() {
    QFETCH(QString, model);
    const auto path = kOracles / model.toStdString();
    QJsonObject config = read_config(path), scaling = config.take("rope_parameters").toObject();
    config["rope_theta"] = scaling.take("rope_theta");
    if (scaling.contains("partial_rotary_factor")) config["partial_rotary_factor"] = scaling.take("partial_rotary_factor");
    scaling["type"] = scaling.take("rope_type");
    config["rope_scaling"] = scaling["type"] == "default" ? QJsonValue() : QJsonValue(scaling);
    QTemporaryDir folder;
    QVERIFY(QFile::link(QString::fromStdString((path / "model.safetensors").string()), folder.filePath("model.safetensors")));
    QFile file(folder.filePath("config.json"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(config).toJson()) > 0);
    file.close();
    const auto wrong = check_logits(folder.filePath("model.safetensors").toStdString(), read_oracle(expected_of(path)), 1e-4);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void sequences_go_on_data() { add_cases(); }
  void sequences_go_on() {
    QFETCH(QString, model);
    const auto path = kOracles / model.toStdString();
    auto oracle = read_oracle(expected_of(path));
    // There the whole text was read anew for every token, which turns all earlier keys a little further.
    if (model == "llama_rope_dynamic") oracle.greedy.resize(20);
    const auto pass = load_pass(model_of(path));
    for (const auto& wrong : {check_greedy(*pass, oracle), check_snapshot(*pass, oracle), check_batch(*pass, oracle)}) {
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void rwkv_cpp_files_give_its_logits_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<double>("largest");
    QTest::addColumn<double>("largest_sum");
    for (const auto& c : kRwkvCppCases) {
      QTest::newRow(c.model) << QString(c.model) << QString(c.expected) << c.largest_difference << c.sum;
    }
  }

  void rwkv_cpp_files_give_its_logits() {
    QFETCH(QString, model);
    QFETCH(QString, expected);
    QFETCH(double, largest);
    QFETCH(double, largest_sum);
    const auto folder = kOracles / "rwkv_cpp";
    const auto pass = load_pass(folder / model.toStdString());
    const auto tokenizer = load_tokenizer(*open_or_die(folder / model.toStdString()));
    QVERIFY2(tokenizer, tokenizer ? "" : tokenizer.error().message.c_str());
    const auto tokens = (*tokenizer)->encode("\"in");
    QCOMPARE(tokens, (std::vector<TokenId>{'"', 'i', 'n'}));
    const auto reference = read_floats(folder / expected.toStdString());
    QCOMPARE(reference.size(), std::size_t{256});
    for (std::size_t chunk : {1, 3}) {
      auto state = *pass->new_state();
      const auto logits = read_tokens(*pass, *state, tokens, chunk);
      double difference = 0, sum = 0;
      for (std::size_t i = 0; i < reference.size(); ++i) {
        difference = std::max(difference, std::abs(double(logits[2 * 256 + i]) - reference[i]));
        sum += double(logits[2 * 256 + i]) - reference[i];
      }
      qInfo("largest difference %.2g, sum %.2g", difference, sum);
      QVERIFY(difference <= largest && std::abs(sum) <= largest_sum);
    }
  }
};

QTEST_APPLESS_MAIN(OraclesTest)
#include "oracles_test.moc"
