// Zamba2 with two shared blocks, adapters and rotary positions against a float64 implementation.
#include "tests/support/engine/architecture_checks.h"
#include "tests/support/engine/tiny_hybrid.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr int kVocabulary = 40, kWidth = 16, kInner = 32, kStates = 5, kHeads = 4, kGroups = 2, kLayers = 5;
constexpr int kQueries = 32, kNetwork = 20, kRank = 3;
const std::vector<int> kHybrids{1, 2, 4};  // which take blocks 0, 1, 0

std::string layer_name(int layer) {
  return "model.layers." + std::to_string(layer) + ".";
}
bool is_hybrid(int layer) {
  return std::find(kHybrids.begin(), kHybrids.end(), layer) != kHybrids.end();
}
std::string decoder_name(int layer) {
  return layer_name(layer) + (is_hybrid(layer) ? "mamba_decoder." : "");
}
/// Where the tensors of the block of the j-th hybrid layer are.
std::string block_name_of(int j) {
  return layer_name(kHybrids[j % 2]) + "shared_transformer.";
}

void add_adapter(TinyModel& m, const std::string& name, int out, int in) {
  m.add_linear(name + "0.weight", kRank, in);
  m.add_linear(name + "1.weight", out, kRank);
}

TinyModel make_model() {
  TinyModel m;
  m.add("model.embed_tokens.weight", {kVocabulary, kWidth}, 1);
  m.add("model.final_layernorm.weight", {kWidth}, 0.3f, 1);
  for (int i = 0; i < kLayers; ++i) {
    m.add(decoder_name(i) + "input_layernorm.weight", {kWidth}, 0.3f, 1);
    add_tiny_mamba2(m, decoder_name(i) + "mamba.", kWidth, kHeads, kInner / kHeads, kGroups, kStates);
    if (is_hybrid(i)) m.add_linear(layer_name(i) + "linear.weight", kWidth, kWidth);
  }
  for (int block = 0; block < 2; ++block) {
    const std::string p = block_name_of(block);
    m.add(p + "input_layernorm.weight", {2 * kWidth}, 0.3f, 1);
    m.add(p + "pre_ff_layernorm.weight", {kWidth}, 0.3f, 1);
    for (const char* name : {"q_proj", "k_proj", "v_proj"})
      m.add_linear(p + "self_attn." + name + ".weight", kQueries, 2 * kWidth);
    m.add_linear(p + "self_attn.o_proj.weight", kWidth, kQueries);
    m.add_linear(p + "feed_forward.gate_up_proj.weight", 2 * kNetwork, kWidth);
    m.add_linear(p + "feed_forward.down_proj.weight", kWidth, kNetwork);
    for (std::size_t j = block; j < kHybrids.size(); j += 2) {
      const std::string number = std::to_string(j) + ".";
      add_adapter(m, p + "feed_forward.gate_up_proj_adapter_list." + number, 2 * kNetwork, kWidth);
      for (const char* name : {"q", "k", "v"})
        add_adapter(m, p + "self_attn.linear_" + name + "_adapter_list." + number, kQueries, 2 * kWidth);
    }
  }
  return m;
}

class Reference {
 public:
  explicit Reference(const TinyModel& m) : m_(m), mamba_(kLayers), attention_(kHybrids.size()) {
    for (auto& layer : mamba_) {
      layer.groups = layer.norm_groups = kGroups;
      layer.states = kStates;
      layer.least = 0.001;
    }
    for (auto& layer : attention_) {
      layer.heads = layer.key_heads = 4;
      layer.scale = 0.5;  // of half a head's 8 channels
      layer.turned = 8;
    }
  }

  Vector operator()(int token) {
    const Vector e = m_.row("model.embed_tokens.weight", token);
    Vector x = e;
    for (int i = 0, j = 0; i < kLayers; ++i) {
      const Vector seen = is_hybrid(i) ? x + m_.multiply(layer_name(i) + "linear.weight", block(j++, x, e)) : x;
      const Vector u = rms_norm(seen, m_(decoder_name(i) + "input_layernorm.weight"), 1e-6);
      x = x + mamba_[i](m_, decoder_name(i) + "mamba.", u);
    }
    return m_.multiply("model.embed_tokens.weight", rms_norm(x, m_("model.final_layernorm.weight"), 1e-6));
  }

 private:
  Vector adapted(const std::string& matrix, const std::string& adapter, int j, const Vector& x) const {
    const std::string p = adapter + "_adapter_list." + std::to_string(j) + ".";
    return m_.multiply(matrix + ".weight", x) + m_.multiply(p + "1.weight", m_.multiply(p + "0.weight", x));
  }

  Vector block(int j, const Vector& x, const Vector& e) {
    const std::string p = block_name_of(j), attention = p + "self_attn.", network = p + "feed_forward.";
    Vector both = x;
    both.insert(both.end(), e.begin(), e.end());
    const Vector u = rms_norm(both, m_(p + "input_layernorm.weight"), 1e-6);
    const Vector y = m_.multiply(attention + "o_proj.weight",
                                 attention_[j].read(adapted(attention + "q_proj", attention + "linear_q", j, u),
                                                    adapted(attention + "k_proj", attention + "linear_k", j, u),
                                                    adapted(attention + "v_proj", attention + "linear_v", j, u)));
    const Vector v = rms_norm(y, m_(p + "pre_ff_layernorm.weight"), 1e-6);
    const Vector halves = adapted(network + "gate_up_proj", network + "gate_up_proj", j, v);
    const Vector opened =
        map(slice(halves, 0, kNetwork), [](double g) { return g / 2 * (1 + std::erf(g / std::sqrt(2.0))); });
    return m_.multiply(network + "down_proj.weight", opened * slice(halves, kNetwork, kNetwork));
  }

  const TinyModel& m_;
  std::vector<Mamba2History> mamba_;
  std::vector<AttentionReference> attention_;
};

const std::string kSizes =
    "'model_type':'zamba2','mamba_d_state':5,'mamba_ngroups':2,'num_attention_heads':4,'attention_head_dim':8,"
    "'rms_norm_eps':1e-6,'num_mem_blocks':2,'use_mem_rope':true,'rope_theta':10000.0";
const std::string kList = ",'layers_block_type':['mamba','hybrid','hybrid','mamba','hybrid']";

}  // namespace

class Zamba2Test : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void agrees_with_float64() {
    const TinyModel m = make_model();
    folder_.write(m, kSizes + kList);
    Reference reference(m);
    const auto wrong = check_all(folder_.path(), make_oracle(kVocabulary, [&](int token) { return reference(token); }));
    QVERIFY2(wrong.empty(), wrong.c_str());
  }

  void shared_tensors_may_be_repeated() {
    TinyModel m = make_model();
    folder_.write(m, kSizes + kList);
    const auto logits = folder_.logits();
    const std::string first = layer_name(1) + "shared_transformer.", again = layer_name(4) + "shared_transformer.";
    const auto all = m.tensors();
    for (const auto& [name, tensor] : all) {
      if (!name.starts_with(first)) continue;
      m.add(again + name.substr(first.size()), tensor.shape, 0);
      m[again + name.substr(first.size())] = tensor;
    }
    folder_.write(m, kSizes + kList);
    QVERIFY(folder_.logits() == logits);
  }

  void layers_may_be_listed_in_several_ways() {
    folder_.write(make_model(), kSizes + kList);
    const auto logits = folder_.logits();
    for (const char* list : {",'hybrid_layer_ids':[1,2,4]", ",'layers_block_type':['m','g','g','m','g']"}) {
      folder_.write(make_model(), kSizes + list);
      QVERIFY(folder_.logits() == logits);
    }
  }

  void a_long_context_turns_slower() {
    folder_.write(make_model(), kSizes + kList);
    const auto logits = folder_.logits();
    folder_.write(make_model(), kSizes + kList + ",'use_long_context':true");
    QVERIFY(folder_.logits() != logits);
  }

  void wrong_models_are_refused_data() {
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("tensor");  // taken out
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const char* config, const char* tensor, const char* message) {
      QTest::newRow(name) << QString(config) << QString(tensor) << QString(message);
    };
    row("blocks", "'num_mem_blocks':4", "", "'num_mem_blocks' of its config is no whole number from 1 to 3");
    row("activation", "'hidden_act':'silu'", "", "'hidden_act' of its config makes it a variant");
    row("biases", "'add_bias_linear':true", "", "'add_bias_linear' of its config makes it a variant");
    row("heads", "'num_attention_heads':3", "", "do not divide into 3 heads");
    row("list", "'layers_block_type':['mamba']", "", "lists 1 layers where it has 5");
    row("no network", "'x':1", "model.layers.1.shared_transformer.feed_forward.gate_up_proj.weight",
        "gate_up_proj.weight' is missing or not a matrix");
    row("no linear", "'x':1", "model.layers.4.linear.weight", "'model.layers.4.linear.weight'");
    row("no adapter", "'x':1", "model.layers.2.shared_transformer.self_attn.linear_k_adapter_list.1.1.weight",
        "linear_k_adapter_list.1.1.weight'");
  }

  void wrong_models_are_refused() {
    QFETCH(QString, config);
    QFETCH(QString, tensor);
    QFETCH(QString, message);
    TinyModel m = make_model();
    m.remove(tensor.toStdString());
    folder_.write(m, with_entry(kSizes + kList, config.toStdString()));
    const auto refused = QString::fromStdString(refusal(folder_.path()));
    QVERIFY2(refused.contains(message), qPrintable(refused));
  }

  void matrices_of_another_width_are_refused() {
    const TinyModel whole = make_model();
    for (const auto& [name, tensor] : whole.tensors()) {
      if (tensor.shape.size() < 2 || name.find("embed") != std::string::npos) continue;
      TinyModel m = whole;
      auto shape = tensor.shape;
      (shape.back() == kWidth ? shape.back() : shape[shape.size() - 2]) -= 1;
      m.remove(name);
      m.add(name, shape, 1);
      folder_.write(m, kSizes + kList);
      QVERIFY2(!refusal(folder_.path()).empty(), name.c_str());
    }
  }

 private:
  TinyFolder folder_;
};

QTEST_APPLESS_MAIN(Zamba2Test)
#include "zamba2_test.moc"
