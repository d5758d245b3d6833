// RWKV-7 against the formulas of the paper, written out once more in straight lines and float64, on a made-up tiny
// model.
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <map>

#include "engine/model_files/model_file.h"
#include "engine/sequence/make_forward_pass.h"
#include "tests/support/engine/tiny_rwkv7.h"

using namespace eddy;

namespace {

using Row = std::vector<double>;

double sigmoid(double x) {
  return 1 / (1 + std::exp(-x));
}

/// The paper's network, one token at a time. Everything is read from the file by its authors' names.
class Float64Rwkv7 {
 public:
  explicit Float64Rwkv7(const ModelFile& file) : file_(file) {
    layers_ = 0;
    while (file.find("blocks." + std::to_string(layers_) + ".ln1.weight")) ++layers_;
    width_ = static_cast<std::size_t>(file.find("emb.weight")->shape[1]);
    head_size_ = static_cast<std::size_t>(file.find("blocks.0.att.r_k")->shape[1]);
    att_last_.assign(layers_, Row(width_, 0));
    ffn_last_.assign(layers_, Row(width_, 0));
    wkv_.assign(layers_, Row(width_ * head_size_, 0));
  }

  Row step(int token) {
    const Row& table = tensor("emb.weight");
    Row x(table.begin() + token * static_cast<std::ptrdiff_t>(width_),
          table.begin() + (token + 1) * static_cast<std::ptrdiff_t>(width_));
    x = layer_norm(x, "blocks.0.ln0");
    Row v_first;
    for (std::size_t layer = 0; layer < layers_; ++layer) {
      const std::string block = "blocks." + std::to_string(layer) + ".";
      const Row mixed = time_mix(layer, layer_norm(x, block + "ln1"), v_first);
      for (std::size_t i = 0; i < width_; ++i) x[i] += mixed[i];
      const Row fed = channel_mix(layer, layer_norm(x, block + "ln2"));
      for (std::size_t i = 0; i < width_; ++i) x[i] += fed[i];
    }
    return times("head.weight", layer_norm(x, "ln_out"));
  }

  /// wkv of a layer as [head][value][key], the orientation of the paper.
  const Row& wkv(std::size_t layer) const { return wkv_[layer]; }

 private:
  Row time_mix(std::size_t layer, const Row& x, Row& v_first) {
    const std::string att = "blocks." + std::to_string(layer) + ".att.";
    const auto shifted = [&](const char* mix) {
      const Row& weight = tensor(att + mix);
      Row y(width_);
      for (std::size_t i = 0; i < width_; ++i) y[i] = x[i] + (att_last_[layer][i] - x[i]) * weight[i];
      return y;
    };
    const Row xr = shifted("x_r"), xw = shifted("x_w"), xk = shifted("x_k"), xv = shifted("x_v"), xa = shifted("x_a"),
              xg = shifted("x_g");
    att_last_[layer] = x;
    const Row r = times(att + "receptance.weight", xr);
    Row k = times(att + "key.weight", xk), v = times(att + "value.weight", xv);
    Row w = right_times(xw, att + "w1");
    for (double& value : w) value = std::tanh(value);
    w = right_times(w, att + "w2");
    Row a = right_times(right_times(xa, att + "a1"), att + "a2"), g = right_times(xg, att + "g1");
    for (double& value : g) value = sigmoid(value);
    g = right_times(g, att + "g2");
    for (std::size_t i = 0; i < width_; ++i) {
      w[i] = std::exp(-std::exp(-0.5) * sigmoid(tensor(att + "w0")[i] + w[i]));
      a[i] = sigmoid(tensor(att + "a0")[i] + a[i]);
    }
    if (layer == 0) {
      v_first = v;
    } else {
      const Row s = right_times(right_times(xv, att + "v1"), att + "v2");
      for (std::size_t i = 0; i < width_; ++i) v[i] += (v_first[i] - v[i]) * sigmoid(tensor(att + "v0")[i] + s[i]);
    }
    Row y(width_);
    for (std::size_t begin = 0; begin < width_; begin += head_size_) head(layer, begin, r, w, k, v, a, y);
    for (std::size_t i = 0; i < width_; ++i) y[i] *= g[i];
    return times(att + "output.weight", y);
  }

  void head(std::size_t layer, std::size_t begin, const Row& r, const Row& w, const Row& k, const Row& v, const Row& a,
            Row& y) {
    const std::string att = "blocks." + std::to_string(layer) + ".att.";
    const std::size_t n = head_size_;
    Row kk(n), key(n);
    double norm = 0;
    for (std::size_t j = 0; j < n; ++j) {
      kk[j] = k[begin + j] * tensor(att + "k_k")[begin + j];
      norm += kk[j] * kk[j];
      key[j] = k[begin + j] * (1 + (a[begin + j] - 1) * tensor(att + "k_a")[begin + j]);
    }
    for (double& value : kk) value /= std::max(std::sqrt(norm), 1e-12);
    double mean = 0, variance = 0, bonus = 0;
    for (std::size_t i = 0; i < n; ++i) {
      double* s = &wkv_[layer][(begin + i) * n];  // S[value i][key j]
      double under = 0, read = 0;
      for (std::size_t j = 0; j < n; ++j) under -= s[j] * kk[j];
      for (std::size_t j = 0; j < n; ++j) {
        s[j] = s[j] * w[begin + j] + under * kk[j] * a[begin + j] + v[begin + i] * key[j];
        read += s[j] * r[begin + j];
      }
      y[begin + i] = read;
      mean += read / static_cast<double>(n);
      bonus += r[begin + i] * key[i] * tensor(att + "r_k")[begin + i];
    }
    for (std::size_t i = 0; i < n; ++i) variance += std::pow(y[begin + i] - mean, 2) / static_cast<double>(n);
    for (std::size_t i = begin; i < begin + n; ++i) {
      y[i] = (y[i] - mean) / std::sqrt(variance + 64e-5) * tensor(att + "ln_x.weight")[i] +
             tensor(att + "ln_x.bias")[i] + bonus * v[i];
    }
  }

  Row channel_mix(std::size_t layer, const Row& x) {
    const std::string ffn = "blocks." + std::to_string(layer) + ".ffn.";
    Row mixed(width_);
    for (std::size_t i = 0; i < width_; ++i) mixed[i] = x[i] + (ffn_last_[layer][i] - x[i]) * tensor(ffn + "x_k")[i];
    ffn_last_[layer] = x;
    Row k = times(ffn + "key.weight", mixed);
    for (double& value : k) value = value > 0 ? value * value : 0;
    return times(ffn + "value.weight", k);
  }

  Row layer_norm(const Row& x, const std::string& name) {
    double mean = 0, variance = 0;
    for (double value : x) mean += value / static_cast<double>(x.size());
    for (double value : x) variance += (value - mean) * (value - mean) / static_cast<double>(x.size());
    Row y(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
      y[i] = (x[i] - mean) / std::sqrt(variance + 1e-5) * tensor(name + ".weight")[i] + tensor(name + ".bias")[i];
    }
    return y;
  }

  /// W x, W [out, in].
  Row times(const std::string& name, const Row& x) {
    const Row& weight = tensor(name);
    Row y(weight.size() / x.size(), 0);
    for (std::size_t o = 0; o < y.size(); ++o) {
      for (std::size_t i = 0; i < x.size(); ++i) y[o] += weight[o * x.size() + i] * x[i];
    }
    return y;
  }

  /// x W, W [in, out].
  Row right_times(const Row& x, const std::string& name) {
    const Row& weight = tensor(name);
    Row y(weight.size() / x.size(), 0);
    for (std::size_t i = 0; i < x.size(); ++i) {
      for (std::size_t o = 0; o < y.size(); ++o) y[o] += x[i] * weight[i * y.size() + o];
    }
    return y;
  }

  const Row& tensor(const std::string& name) {
    Row& row = cache_[name];
    if (row.empty()) {
      const StoredTensor* stored = file_.find(name);
      if (!stored) qFatal("no tensor %s", name.c_str());
      std::vector<float> values(stored->bytes.size() / sizeof(float));
      std::memcpy(values.data(), stored->bytes.data(), stored->bytes.size());
      row.assign(values.begin(), values.end());
    }
    return row;
  }

  const ModelFile& file_;
  std::map<std::string, Row> cache_;
  std::size_t layers_ = 0, width_ = 0, head_size_ = 0;
  std::vector<Row> att_last_, ffn_last_, wkv_;
};

std::unique_ptr<ForwardPass> load(const std::filesystem::path& path, int threads = 1, int chunk = 0) {
  const auto file = open_model_file(path);
  if (!file) qFatal("%s", file.error().message.c_str());
  auto pass = make_forward_pass(*file, {.threads = threads, .prefill_chunk = chunk});
  if (!pass) qFatal("%s", pass.error().message.c_str());
  return *std::move(pass);
}

std::vector<float> read_all(ForwardPass& pass, RecurrentState& state, const std::vector<TokenId>& tokens,
                            std::size_t chunk) {
  const auto vocabulary = static_cast<std::size_t>(pass.vocabulary());
  std::vector<float> logits(tokens.size() * vocabulary, std::numeric_limits<float>::quiet_NaN());
  RecurrentState* states[] = {&state};
  for (std::size_t at = 0; at < tokens.size(); at += chunk) {
    const std::size_t count = std::min(chunk, tokens.size() - at);
    const auto done = pass.run(std::span(tokens).subspan(at, count), states, LogitRows::All,
                               std::span(logits).subspan(at * vocabulary, count * vocabulary));
    if (!done) qFatal("%s", done.error().message.c_str());
  }
  return logits;
}

std::vector<float> state_of(const ForwardPass& pass, const RecurrentState& state) {
  std::vector<float> values(static_cast<std::size_t>(pass.state_layout().fixed_bytes()) / sizeof(float));
  state.read(std::as_writable_bytes(std::span(values))).value();
  return values;
}

std::vector<TokenId> some_tokens(std::size_t count, int vocabulary) {
  std::vector<TokenId> tokens;
  for (std::size_t i = 0; i < count; ++i)
    tokens.push_back(static_cast<TokenId>((i * i * 31 + i * 7 + 3) % static_cast<std::size_t>(vocabulary)));
  return tokens;
}

}  // namespace

class Rwkv7Test : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void logits_and_state_follow_the_paper_data() {
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("head_size");
    QTest::newRow("heads of 32") << 3 << 64 << 32;
    QTest::newRow("heads of 64") << 2 << 128 << 64;
    QTest::newRow("heads no vector fits") << 2 << 42 << 14;
    QTest::newRow("one layer") << 1 << 32 << 16;
  }

  void logits_and_state_follow_the_paper() {
    QFETCH(int, layers);
    QFETCH(int, width);
    QFETCH(int, head_size);
    const auto path = write({.layers = layers, .width = width, .head_size = head_size, .vocabulary = 100});
    const auto file = open_model_file(path);
    Float64Rwkv7 paper(**file);
    const auto pass = load(path);
    const auto tokens = some_tokens(40, 100);
    auto state = *pass->new_state();
    const auto logits = read_all(*pass, *state, tokens, 16);
    double wrong = 0, size = 0;
    for (std::size_t t = 0; t < tokens.size(); ++t) {
      const Row expected = paper.step(tokens[t]);
      for (std::size_t i = 0; i < expected.size(); ++i) {
        wrong += std::pow(logits[t * expected.size() + i] - expected[i], 2);
        size += expected[i] * expected[i];
      }
    }
    const double error = std::sqrt(wrong / size);
    QVERIFY2(error < 1e-5, std::to_string(error).c_str());
    check_wkv(*pass, *state, paper, static_cast<std::size_t>(head_size));
  }

  void chunks_batches_and_threads_change_no_bit() {
    const auto path = write({});
    const auto tokens = some_tokens(100, 257);
    const auto whole = load(path, 1, 100);
    auto whole_state = *whole->new_state();
    const auto expected = read_all(*whole, *whole_state, tokens, 100);
    const auto pass = load(path, 3);
    for (std::size_t chunk : {1, 7, 63, 64}) {
      auto state = *pass->new_state();
      QVERIFY(read_all(*pass, *state, tokens, chunk) == expected);
      QVERIFY(state_of(*pass, *state) == state_of(*whole, *whole_state));
    }
    auto a = *pass->new_state(), b = *pass->new_state();
    std::vector<TokenId> both(tokens.begin(), tokens.begin() + 20);
    both.insert(both.end(), tokens.begin(), tokens.begin() + 20);
    std::vector<float> logits(both.size() * 257);
    RecurrentState* states[] = {a.get(), b.get()};
    QVERIFY(pass->run(both, states, LogitRows::All, logits));
    QVERIFY(std::equal(logits.begin(), logits.begin() + 20 * 257, expected.begin()));
    QVERIFY(std::equal(logits.begin() + 20 * 257, logits.end(), expected.begin()));
  }

  void last_and_no_logits_leave_the_same_state() {
    const auto pass = load(write({}));
    const auto tokens = some_tokens(10, 257);
    auto all = *pass->new_state(), last = *pass->new_state(), none = *pass->new_state();
    const auto expected = read_all(*pass, *all, tokens, 10);
    std::vector<float> row(257);
    RecurrentState *one[] = {last.get()}, *other[] = {none.get()};
    QVERIFY(pass->run(tokens, one, LogitRows::Last, row));
    QVERIFY(std::equal(row.begin(), row.end(), expected.end() - 257));
    QVERIFY(pass->run(tokens, other, LogitRows::None, {}));
    QVERIFY(state_of(*pass, *last) == state_of(*pass, *all));
    QVERIFY(state_of(*pass, *none) == state_of(*pass, *all));
  }

  void written_state_continues_identically() {
    const auto pass = load(write({}));
    const auto tokens = some_tokens(30, 257);
    auto state = *pass->new_state(), copy = *pass->new_state();
    read_all(*pass, *state, tokens, 30);
    const auto written = state_of(*pass, *state);
    copy->write(std::as_bytes(std::span(written))).value();
    QVERIFY(read_all(*pass, *copy, tokens, 1) == read_all(*pass, *state, tokens, 30));
    copy->clear().value();
    const auto cleared = state_of(*pass, *copy);
    QVERIFY(std::ranges::all_of(cleared, [](float x) { return x == 0; }));
  }

  void facts_are_those_of_the_loaded_network() {
    const auto path = write({});
    const auto file = open_model_file(path);
    const auto facts = network_facts(**file);
    QVERIFY2(facts, facts ? "" : facts.error().message.c_str());
    QCOMPARE(facts->architecture, std::string("rwkv7"));
    QCOMPARE(facts->layers, 2);
    QCOMPARE(facts->width, 64);
    QCOMPARE(facts->vocabulary, 257);
    QCOMPARE(facts->state_layout.fixed_bytes(), 2 * (64 + 64 * 32 + 64) * 4);
    const auto pass = *make_forward_pass(*file, {.backend = "cpu"});
    QCOMPARE(facts->memory_bytes, pass->memory_bytes() + facts->state_layout.fixed_bytes());
    QVERIFY(facts->weight_bytes_per_step < facts->weight_bytes);
  }

  void progress_rises_to_one_and_a_stop_is_obeyed() {
    const auto file = *open_model_file(write({}));
    std::vector<double> fractions;
    QVERIFY(make_forward_pass(file, {}, {}, [&](double fraction) { fractions.push_back(fraction); }));
    QVERIFY(std::ranges::is_sorted(fractions));
    QCOMPARE(fractions.back(), 1.0);
    std::stop_source stop;
    const auto stopped = make_forward_pass(file, {}, stop.get_token(), [&](double fraction) {
      if (fraction > 0.5) stop.request_stop();
    });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
  }

  void options_out_of_range_are_named_data() {
    QTest::addColumn<QString>("backend");
    QTest::addColumn<int>("device");
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("chunk");
    QTest::addColumn<QString>("culprit");
    QTest::newRow("backend") << "abacus" << 0 << 0 << 0 << "abacus";
    QTest::newRow("device") << "cpu" << 1 << 0 << 0 << "device 1";
    QTest::newRow("threads") << "cpu" << 0 << -1 << 0 << "-1 threads";
    QTest::newRow("many threads") << "cpu" << 0 << 5000 << 0 << "5000 threads";
    QTest::newRow("chunk") << "cpu" << 0 << 0 << -5 << "-5 tokens";
    QTest::newRow("large chunk") << "cpu" << 0 << 0 << 100000 << "100000 tokens";
  }

  void options_out_of_range_are_named() {
    QFETCH(QString, backend);
    QFETCH(int, device);
    QFETCH(int, threads);
    QFETCH(int, chunk);
    QFETCH(QString, culprit);
    const auto file = *open_model_file(write({}));
    const auto pass = make_forward_pass(
        file, {.backend = backend.toStdString(), .device = device, .threads = threads, .prefill_chunk = chunk});
    QVERIFY(!pass);
    QCOMPARE(pass.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(pass.error().message.find(culprit.toStdString()) != std::string::npos, pass.error().message.c_str());
  }

 private:
  std::filesystem::path write(const test::TinyRwkv7& model) {
    const std::filesystem::path path = folder_.filePath("model.safetensors").toStdString();
    test::write_tiny_rwkv7(path, model);
    return path;
  }

  /// Our slots are [key][value], the paper's matrices [value][key].
  static void check_wkv(const ForwardPass& pass, const RecurrentState& state, const Float64Rwkv7& paper,
                        std::size_t n) {
    const auto values = state_of(pass, state);
    const float* at = values.data();
    for (const auto& slot : pass.state_layout().slots) {
      if (slot.name.ends_with(".wkv")) {
        const Row& expected = paper.wkv(static_cast<std::size_t>(slot.layer));
        for (std::size_t i = 0; i < expected.size(); ++i) {
          const std::size_t head = i / (n * n), value = i / n % n, key = i % n;
          QVERIFY(std::abs(at[head * n * n + key * n + value] - expected[i]) < 1e-4 * (1 + std::abs(expected[i])));
        }
      }
      at += slot.elements();
    }
  }

  QTemporaryDir folder_;
};

QTEST_APPLESS_MAIN(Rwkv7Test)
#include "rwkv7_test.moc"
