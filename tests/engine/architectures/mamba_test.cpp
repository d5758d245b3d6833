// Mamba, Falcon-Mamba and Mamba-2 against a float64 implementation written down from the papers.
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_mamba.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kLayers = 2, kVocabulary = 40, kWidth = 24, kChannels = 48, kStates = 5, kRank = 3;
constexpr int kHeads = 6, kGroups = 2;  // Mamba-2
constexpr double kEpsilon = 1e-5;

enum Kind { Mamba, FalconMamba, Mamba2 };

std::string layer_name(int layer) {
  return "backbone.layers." + std::to_string(layer) + ".";
}

TinyModel make_model(Kind kind) {
  TinyModel m;
  m.add("backbone.embeddings.weight", {kVocabulary, kWidth}, 1);
  m.add("backbone.norm_f.weight", {kWidth}, 0.3f, 1);
  m.add_linear("lm_head.weight", kVocabulary, kWidth);
  for (int layer = 0; layer < kLayers; ++layer) {
    m.add(layer_name(layer) + "norm.weight", {kWidth}, 0.3f, 1);
    const std::string mixer = layer_name(layer) + "mixer.";
    if (kind == Mamba2)
      add_tiny_mamba2(m, mixer, kWidth, kHeads, kChannels / kHeads, kGroups, kStates);
    else
      add_tiny_mamba(m, mixer, kWidth, kChannels, kStates, kRank);
  }
  return m;
}

class Reference {
 public:
  Reference(const TinyModel& m, Kind kind) : m_(m), kind_(kind), mamba_(kLayers), mamba2_(kLayers) {
    for (auto& layer : mamba_) layer.norms = kind == FalconMamba;
    for (auto& layer : mamba2_) {
      layer.groups = kGroups;
      layer.states = kStates;
    }
  }

  std::vector<Mamba2History>& mamba2() { return mamba2_; }

  Vector operator()(int token) {
    Vector x = m_.row("backbone.embeddings.weight", token);
    for (int layer = 0; layer < kLayers; ++layer) {
      const std::string block = layer_name(layer), mixer = block + "mixer.";
      const Vector u = rms_norm(x, m_(block + "norm.weight"), kEpsilon);
      x = x + (kind_ == Mamba2 ? mamba2_[layer](m_, mixer, u) : mamba_[layer](m_, mixer, u));
      if (!m_.tensors().count(block + "mlp.fc1.weight")) continue;
      const Vector both = m_.multiply(block + "mlp.fc1.weight", rms_norm(x, m_(block + "norm2.weight"), kEpsilon));
      const int half = int(both.size()) / 2;
      x = x + m_.multiply(block + "mlp.fc2.weight", slice(both, 0, half) * map(slice(both, half, half), silu));
    }
    return m_.multiply("lm_head.weight", rms_norm(x, m_("backbone.norm_f.weight"), kEpsilon));
  }

 private:
  const TinyModel& m_;
  Kind kind_;
  std::vector<MambaHistory> mamba_;
  std::vector<Mamba2History> mamba2_;
};

// Quotes stand for double quotes.
const char* config_of(Kind kind) {
  switch (kind) {
    case Mamba:
      return "'model_type':'mamba','state_size':5,'hidden_size':24";
    case FalconMamba:
      return "'model_type':'falcon_mamba','state_size':5,'mixer_rms_eps':1e-6";
    default:
      return "'model_type':'mamba2','state_size':5,'n_groups':2,'num_heads':6,'head_dim':8,"
             "'time_step_limit':[0.0,Infinity]";
  }
}

}  // namespace

class MambaTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("Mamba") << int(Mamba);
    QTest::newRow("Falcon-Mamba") << int(FalconMamba);
    QTest::newRow("Mamba-2") << int(Mamba2);
  }

  void agrees_with_float64() {
    QFETCH(int, kind);
    const TinyModel m = make_model(Kind(kind));
    write(m, config_of(Kind(kind)));
    Reference reference(m, Kind(kind));
    const auto wrong = check(reference);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void steps_stay_within_the_limits_of_the_config() {
    const TinyModel m = make_model(Mamba2);
    for (const char* limit : {"[0.05,0.5]", "[0.05,{'__float__':'Infinity'}]"}) {
      write(m, "'model_type':'mamba2','state_size':5,'n_groups':2,'time_step_limit':" + std::string(limit));
      Reference reference(m, Mamba2);
      for (auto& layer : reference.mamba2()) {
        layer.least = 0.05;
        if (std::string(limit) == "[0.05,0.5]") layer.most = 0.5;
      }
      const auto wrong = check(reference);
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }

  void readouts_come_without_norm_or_with_the_norm_first() {
    TinyModel m = make_model(Mamba2);
    write(m, std::string(config_of(Mamba2)) + ",'ssm_cfg':{'norm_before_gate':true}");
    Reference first(m, Mamba2);
    for (auto& layer : first.mamba2()) layer.norm_first = true;
    auto wrong = check(first);
    QVERIFY2(wrong.empty(), wrong.c_str());
    for (int layer = 0; layer < kLayers; ++layer) m.remove(layer_name(layer) + "mixer.norm.weight");
    write(m, config_of(Mamba2));
    Reference none(m, Mamba2);
    for (auto& layer : none.mamba2()) layer.norm = false;
    wrong = check(none);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void files_of_the_authors_have_a_norm_per_group() {
    TinyModel m = make_model(Mamba2);
    m.rename("backbone.embeddings.weight", "backbone.embedding.weight");
    write(m, "'d_model':24,'ssm_cfg':{'layer':'Mamba2','d_state':5,'ngroups':2}");
    const TinyModel same_numbers = make_model(Mamba2);
    Reference reference(same_numbers, Mamba2);
    for (auto& layer : reference.mamba2()) layer.norm_groups = kGroups;
    const auto wrong = check(reference);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void a_skip_may_be_given_per_channel() {
    TinyModel m = make_model(Mamba2);
    for (int layer = 0; layer < kLayers; ++layer) {
      m.remove(layer_name(layer) + "mixer.D");
      m.add(layer_name(layer) + "mixer.D", {kChannels}, 1);
    }
    write(m, config_of(Mamba2));
    Reference reference(m, Mamba2);
    const auto wrong = check(reference);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void codestrals_names_begin_with_model() {
    for (Kind kind : {Mamba, Mamba2}) {
      TinyModel m = make_model(kind);
      m.rename("backbone.embeddings.weight", "backbone.embedding.weight");
      write(m, "'d_model':24,'n_layer':2,'ssm_cfg':{'d_state':5},'rms_norm':true");
      const auto logits = logits_of();
      TinyModel codestral;
      for (const auto& [name, tensor] : m.tensors()) {
        codestral.add("model." + name, tensor.shape, 0);
        codestral["model." + name] = tensor;
      }
      write(codestral, "'model_type':'mamba','ssm_cfg':{'d_state':5}");
      QVERIFY(logits_of() == logits);
    }
  }

  void a_gated_network_may_follow_the_mixer() {
    TinyModel m = make_model(Mamba);
    for (int layer = 0; layer < kLayers; ++layer) {
      m.add(layer_name(layer) + "norm2.weight", {kWidth}, 0.3f, 1);
      m.add_linear(layer_name(layer) + "mlp.fc1.weight", 2 * 20, kWidth);
      m.add_linear(layer_name(layer) + "mlp.fc2.weight", kWidth, 20);
    }
    write(m, config_of(Mamba));
    Reference reference(m, Mamba);
    const auto wrong = check(reference);
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void biases_of_projections_count() {
    for (Kind kind : {Mamba, Mamba2}) {
      TinyModel m = make_model(kind);
      write(m, config_of(kind));
      const auto logits = logits_of();
      const int projected = m[layer_name(0) + "mixer.in_proj.weight"].shape[0];
      for (int layer = 0; layer < kLayers; ++layer) {
        m.add(layer_name(layer) + "mixer.in_proj.bias", {projected}, 1);
        m.add(layer_name(layer) + "mixer.out_proj.bias", {kWidth}, 1);
      }
      write(m, config_of(kind));
      QVERIFY(logits_of() != logits);
    }
  }

  void a_tied_head_is_the_table_of_embeddings() {
    TinyModel m = make_model(Mamba);
    m["lm_head.weight"] = m["backbone.embeddings.weight"];
    write(m, config_of(Mamba));
    const auto logits = logits_of();
    m.remove("lm_head.weight");
    write(m, config_of(Mamba));
    QVERIFY(logits_of() == logits);
    write(m, std::string(config_of(Mamba)) + ",'tie_word_embeddings':false");
    QVERIFY(refusal(path()).find("'lm_head.weight'") != std::string::npos);
  }

  void wrong_configs_are_refused_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, Kind kind, const char* config, const char* message) {
      QTest::newRow(name) << int(kind) << QString(config) << QString(message);
    };
    row("layers", Mamba, "'num_hidden_layers':3", "'num_hidden_layers' of its config does not agree with the 2");
    row("width", Mamba, "'hidden_size':64", "'hidden_size' of its config does not agree with the 24");
    row("states", Mamba, "'state_size':-1", "'state_size' of its config is no whole number");
    row("kernel", Mamba, "'conv_kernel':3", "'conv_kernel' of its config does not agree with the 4");
    row("epsilon", Mamba, "'layer_norm_epsilon':-1", "'layer_norm_epsilon' of its config is no small positive number");
    row("activation", Mamba, "'hidden_act':'gelu'", "'hidden_act' of its config makes it a variant");
    row("layer norms", Mamba, "'rms_norm':false", "'rms_norm' of its config makes it a variant");
    row("small epsilon", FalconMamba, "'mixer_rms_eps':2", "'mixer_rms_eps' of its config is no small positive");
    row("heads", Mamba2, "'state_size':5,'num_heads':5", "'num_heads' of its config does not agree with the 6");
    row("head size", Mamba2, "'state_size':5,'head_dim':9", "'head_dim' of its config does not agree with the 8");
    row("groups", Mamba2, "'state_size':5,'n_groups':4", "'n_groups' of its config does not agree with the 2");
    row("states of groups", Mamba2, "'state_size':7", "do not fit together");
    row("huge states", Mamba2, "'state_size':1000000000000", "'state_size' of its config is no whole number from 1");
    row("limits", Mamba2, "'state_size':5,'time_step_limit':[1,0]", "'time_step_limit' of its config is no range");
    row("attention", Mamba2, "'state_size':5,'attn_layer_idx':[1]", "names attention layers");
  }

  void wrong_configs_are_refused() {
    QFETCH(int, kind);
    QFETCH(QString, config);
    QFETCH(QString, message);
    const char* types[] = {"'model_type':'mamba',", "'model_type':'falcon_mamba',", "'model_type':'mamba2',"};
    write(make_model(Kind(kind)), types[kind] + config.toStdString());
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void wrong_tensors_are_refused_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("tensor");
    QTest::addColumn<int>("size");  // of a vector in its place; 0: none
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, Kind kind, const char* tensor, int size, const char* message) {
      QTest::newRow(name) << int(kind) << QString(tensor) << size << QString(message);
    };
    row("no embeddings", Mamba, "backbone.embeddings.weight", 0, "'backbone.embeddings.weight' is missing");
    row("no layers", Mamba, "backbone.layers.0.norm.weight", 0, "'backbone.layers.0.norm.weight' is missing");
    row("missing", Mamba, "backbone.layers.1.mixer.D", 0, "'backbone.layers.1.mixer.D'");
    row("no rates", Mamba, "backbone.layers.0.mixer.A_log", 0, "'backbone.layers.0.mixer.A_log' is missing or not");
    row("rates are a vector", Mamba, "backbone.layers.0.mixer.A_log", 5, "A_log' is missing or not a matrix");
    row("misshapen", Mamba, "backbone.layers.1.mixer.conv1d.weight", 9, "has shape [9] where [48, 4]");
    row("no convolution", Mamba2, "backbone.layers.0.mixer.conv1d.weight", 0, "conv1d.weight' is missing or not");
    row("no heads", Mamba2, "backbone.layers.0.mixer.A_log", 0, "A_log' is missing or empty");
    row("heads that do not divide", Mamba2, "backbone.layers.0.mixer.A_log", 7, "7 heads, 5 states");
    row("misshapen norm", Mamba2, "backbone.layers.1.mixer.norm.weight", 9, "has shape [9] where [48]");
  }

  void wrong_tensors_are_refused() {
    QFETCH(int, kind);
    QFETCH(QString, tensor);
    QFETCH(int, size);
    QFETCH(QString, message);
    TinyModel m = make_model(Kind(kind));
    m.remove(tensor.toStdString());
    if (size > 0) m.add(tensor.toStdString(), {size}, 1);
    write(m, config_of(Kind(kind)));
    const auto refused = QString::fromStdString(refusal(path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void matrices_of_another_width_are_refused() {
    for (Kind kind : {Mamba, Mamba2}) {
      for (const char* name : {"in_proj.weight", "out_proj.weight"}) {
        TinyModel m = make_model(kind);
        const auto shape = m[layer_name(1) + "mixer." + name].shape;
        const bool in = std::string(name) == "in_proj.weight";
        for (int layer = 0; layer < kLayers; ++layer) {
          m.remove(layer_name(layer) + "mixer." + name);
          m.add_linear(layer_name(layer) + "mixer." + name, shape[0] - !in, shape[1] - in);
        }
        write(m, config_of(kind));
        QVERIFY2(refusal(path()).find("has shape") != std::string::npos, name);
      }
    }
  }

  void a_convolution_of_one_token_is_refused() {
    for (Kind kind : {Mamba, Mamba2}) {
      TinyModel m = make_model(kind);
      const std::string conv = layer_name(0) + "mixer.conv1d.weight";
      const int channels = m[conv].shape[0];
      m.remove(conv);
      m.add(conv, {channels, 1}, 1);
      write(m, config_of(kind));
      QVERIFY(refusal(path()).find("convolves nothing") != std::string::npos);
    }
  }

 private:
  std::filesystem::path path() const {
    return std::filesystem::path(folder_.path().toStdString()) / "model.safetensors";
  }

  void write(const TinyModel& m, const std::string& config) const {
    m.write_safetensors(path());
    std::string json = "{" + config + "}";
    std::replace(json.begin(), json.end(), '\'', '"');
    std::ofstream(path().replace_filename("config.json")) << json;
  }

  std::string check(Reference& reference) const {
    return check_all(path(), make_oracle(kVocabulary, [&](int token) { return reference(token); }));
  }

  std::vector<float> logits_of() const {
    const std::vector<TokenId> tokens{3, 1, 4, 1, 5, 9, 2, 6};
    const auto pass = load_pass(path());
    auto state = *pass->new_state();
    return read_tokens(*pass, *state, tokens, tokens.size());
  }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(MambaTest)
#include "mamba_test.moc"
