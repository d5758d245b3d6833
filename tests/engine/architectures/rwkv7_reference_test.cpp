// The starter model and other reference cases, computed by programs that are not ours. Registered only when the folder
// that holds them is configured (EDDY_REFERENCES).
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "engine/model_files/model_file.h"
#include "engine/sequence/make_forward_pass.h"

using namespace eddy;

namespace {

const std::filesystem::path kReferences = EDDY_REFERENCES;

struct Prompt {
  std::vector<TokenId> tokens, greedy;
  std::vector<float> last_logits;
  std::vector<double> max, log_sum_exp, state_norms;
  std::vector<int> argmax;
};

template <class T>
std::vector<T> numbers(const QJsonValue& list) {
  std::vector<T> values;
  for (const auto& value : list.toArray()) values.push_back(static_cast<T>(value.toDouble()));
  return values;
}

std::vector<Prompt> read_prompts() {
  QFile file(QString::fromStdString((kReferences / "starter/reference.json").string()));
  if (!file.open(QIODevice::ReadOnly)) return {};
  std::vector<Prompt> prompts;
  for (const auto& value : QJsonDocument::fromJson(file.readAll())[u"prompts"].toArray()) {
    Prompt prompt{.tokens = numbers<TokenId>(value[u"tokens"]),
                  .greedy = numbers<TokenId>(value[u"greedy_tokens"]),
                  .last_logits = numbers<float>(value[u"last_logits"]),
                  .state_norms = numbers<double>(value[u"state_norm_per_layer"])};
    for (const auto& position : value[u"positions"].toArray()) {
      prompt.argmax.push_back(position[u"argmax"].toInt());
      prompt.max.push_back(position[u"max"].toDouble());
      prompt.log_sum_exp.push_back(position[u"logsumexp"].toDouble());
    }
    prompts.push_back(std::move(prompt));
  }
  return prompts;
}

std::unique_ptr<ForwardPass> load(const std::filesystem::path& path, int threads = 0, int chunk = 0) {
  auto file = open_model_file(path);
  if (!file) qFatal("%s", file.error().message.c_str());
  auto pass = make_forward_pass(*file, {.threads = threads, .prefill_chunk = chunk, .exact = true});
  if (!pass) qFatal("%s", pass.error().message.c_str());
  return *std::move(pass);
}

/// Logits [T, V] of tokens read in chunks, appended to a state.
std::vector<float> read_all(ForwardPass& pass, RecurrentState& state, const std::vector<TokenId>& tokens,
                            std::size_t chunk) {
  const auto vocabulary = static_cast<std::size_t>(pass.vocabulary());
  std::vector<float> logits(tokens.size() * vocabulary, std::nanf(""));
  RecurrentState* states[] = {&state};
  for (std::size_t at = 0; at < tokens.size(); at += chunk) {
    const std::size_t count = std::min(chunk, tokens.size() - at);
    const auto done = pass.run(std::span(tokens).subspan(at, count), states, LogitRows::All,
                               std::span(logits).subspan(at * vocabulary, count * vocabulary));
    if (!done) qFatal("%s", done.error().message.c_str());
  }
  return logits;
}

std::vector<std::byte> bytes_of(const ForwardPass& pass, const RecurrentState& state) {
  std::vector<std::byte> bytes(static_cast<std::size_t>(pass.state_layout().fixed_bytes()));
  state.read(bytes).value();
  return bytes;
}

/// A safetensors file of expected numbers, integers among them, which are no weights.
class ExpectedFile {
 public:
  explicit ExpectedFile(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot open %s", path.string().c_str());
    bytes_ = file.readAll();
    std::uint64_t header = 0;
    std::memcpy(&header, bytes_.data(), sizeof(header));
    entries_ = QJsonDocument::fromJson(bytes_.mid(8, static_cast<qsizetype>(header))).object();
    data_ = 8 + static_cast<qsizetype>(header);
  }

  template <class T>
  std::vector<T> tensor(const char* name) const {
    const auto offsets = entries_[QLatin1String(name)][u"data_offsets"].toArray();
    const auto begin = offsets[0].toInteger(), end = offsets[1].toInteger();
    std::vector<T> values(static_cast<std::size_t>(end - begin) / sizeof(T));
    std::memcpy(values.data(), bytes_.data() + data_ + begin, values.size() * sizeof(T));
    return values;
  }

 private:
  QByteArray bytes_;
  QJsonObject entries_;
  qsizetype data_ = 0;
};

double relative_error(std::span<const float> out, std::span<const float> reference) {
  double difference = 0, size = 0;
  for (std::size_t i = 0; i < reference.size(); ++i) {
    difference += std::pow(double(out[i]) - reference[i], 2);
    size += std::pow(double(reference[i]), 2);
  }
  return std::sqrt(difference / size);
}

int argmax(std::span<const float> logits) {
  return static_cast<int>(std::max_element(logits.begin(), logits.end()) - logits.begin());
}

double log_sum_exp(std::span<const float> logits) {
  const double top = *std::max_element(logits.begin(), logits.end());
  const double sum = std::accumulate(logits.begin(), logits.end(), 0.0,
                                     [&](double total, float logit) { return total + std::exp(logit - top); });
  return top + std::log(sum);
}

/// Norms of the wkv slots of each layer.
std::vector<double> state_norms(const ForwardPass& pass, const RecurrentState& state) {
  const auto bytes = bytes_of(pass, state);
  const auto* values = reinterpret_cast<const float*>(bytes.data());
  std::vector<double> norms;
  for (const auto& slot : pass.state_layout().slots) {
    const std::span slot_values(values, static_cast<std::size_t>(slot.elements()));
    values += slot.elements();
    if (!slot.name.ends_with(".wkv")) continue;
    norms.push_back(std::sqrt(std::accumulate(slot_values.begin(), slot_values.end(), 0.0,
                                              [](double sum, float x) { return sum + double(x) * x; })));
  }
  return norms;
}

}  // namespace

class Rwkv7ReferenceTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    prompts_ = read_prompts();
    QCOMPARE(prompts_.size(), std::size_t{5});
    starter_ = load(kReferences / "starter/starter-rwkv7-36m.safetensors");
  }

  void starter_gives_the_reference_logits() {
    for (const auto& prompt : prompts_) {
      auto state = *starter_->new_state();
      const auto logits = read_all(*starter_, *state, prompt.tokens, 64);
      const auto vocabulary = static_cast<std::size_t>(starter_->vocabulary());
      for (std::size_t t = 0; t < prompt.tokens.size(); ++t) {
        const auto row = std::span(logits).subspan(t * vocabulary, vocabulary);
        QCOMPARE(argmax(row), prompt.argmax[t]);
        QVERIFY(std::abs(row[static_cast<std::size_t>(prompt.argmax[t])] - prompt.max[t]) <=
                1e-4 * std::abs(prompt.max[t]));
        QVERIFY(std::abs(log_sum_exp(row) - prompt.log_sum_exp[t]) <= 1e-4 * std::abs(prompt.log_sum_exp[t]));
      }
      const double error = relative_error(std::span(logits).last(vocabulary), prompt.last_logits);
      QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
      const auto norms = state_norms(*starter_, *state);
      QCOMPARE(norms.size(), prompt.state_norms.size());
      for (std::size_t i = 0; i < norms.size(); ++i) QVERIFY(std::abs(norms[i] / prompt.state_norms[i] - 1) <= 1e-4);
    }
  }

  void starter_continues_as_the_reference() {
    for (const auto& prompt : prompts_) {
      auto state = *starter_->new_state();
      const auto read = read_all(*starter_, *state, prompt.tokens, 64);
      auto logits = std::vector<float>(read.end() - starter_->vocabulary(), read.end());
      std::vector<TokenId> continuation;
      while (continuation.size() < prompt.greedy.size()) {
        continuation.push_back(argmax(logits));
        logits = read_all(*starter_, *state, {continuation.back()}, 1);
      }
      QCOMPARE(continuation, prompt.greedy);
    }
  }

  void chunk_size_changes_no_bit_data() {
    QTest::addColumn<int>("chunk");
    QTest::newRow("token by token") << 1;
    QTest::newRow("7") << 7;
    QTest::newRow("31") << 31;
    QTest::newRow("64") << 64;
  }

  void chunk_size_changes_no_bit() {
    QFETCH(int, chunk);
    const auto whole = load(kReferences / "starter/starter-rwkv7-36m.safetensors", 0, 256);
    std::vector<TokenId> tokens;
    for (const auto& prompt : prompts_) tokens.insert(tokens.end(), prompt.tokens.begin(), prompt.tokens.end());
    auto state = *starter_->new_state();
    auto whole_state = *whole->new_state();
    const auto logits = read_all(*starter_, *state, tokens, static_cast<std::size_t>(chunk));
    QVERIFY(logits == read_all(*whole, *whole_state, tokens, tokens.size()));
    QVERIFY(bytes_of(*starter_, *state) == bytes_of(*whole, *whole_state));
  }

  void batch_of_three_equals_singles() {
    constexpr std::size_t kTokens = 6;
    const auto vocabulary = static_cast<std::size_t>(starter_->vocabulary());
    std::vector<TokenId> together;
    std::vector<std::unique_ptr<RecurrentState>> states;
    std::vector<RecurrentState*> pointers;
    for (std::size_t b = 0; b < 3; ++b) {
      together.insert(together.end(), prompts_[b].tokens.begin(), prompts_[b].tokens.begin() + kTokens);
      states.push_back(*starter_->new_state());
      pointers.push_back(states.back().get());
    }
    std::vector<float> logits(3 * kTokens * vocabulary);
    QVERIFY(starter_->run(together, pointers, LogitRows::All, logits));
    for (std::size_t b = 0; b < 3; ++b) {
      auto state = *starter_->new_state();
      const std::vector<TokenId> tokens(together.begin() + b * kTokens, together.begin() + (b + 1) * kTokens);
      const auto alone = read_all(*starter_, *state, tokens, kTokens);
      QVERIFY(std::equal(alone.begin(), alone.end(), logits.begin() + b * kTokens * vocabulary));
      QVERIFY(bytes_of(*starter_, *state) == bytes_of(*starter_, *states[b]));
    }
  }

  void thread_count_changes_no_bit() {
    const auto path = kReferences / "starter/starter-rwkv7-36m.safetensors";
    const auto one = load(path, 1), two = load(path, 2), five = load(path, 5);
    const auto& tokens = prompts_[4].tokens;
    auto first = *one->new_state(), second = *two->new_state(), third = *five->new_state();
    const auto logits = read_all(*one, *first, tokens, 20);
    QVERIFY(logits == read_all(*two, *second, tokens, 20));
    QVERIFY(logits == read_all(*five, *third, tokens, 20));
    QVERIFY(bytes_of(*one, *first) == bytes_of(*two, *second));
  }

  void gguf_gives_the_reference_logits_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"rwkv7-f16", "rwkv7_1-q4_0", "rwkv7_1-q4_1", "rwkv7_1-q5_0", "rwkv7_1-q5_1",
                             "rwkv7_1-q8_0", "rwkv7_1-q4_k_m", "rwkv7_1-q5_k_m", "rwkv7_1-q6_k", "rwkv7_1-q2_k",
                             "rwkv7_1-q3_k_m", "rwkv7_1-iq4_nl", "rwkv7_1-iq4_xs", "rwkv7_1-mxfp4_moe"}) {
      QTest::newRow(name) << QString(name);
    }
  }

  void gguf_gives_the_reference_logits() {
    QFETCH(QString, name);
    const auto folder = kReferences / "oracles/gguf";
    const auto pass = load(folder / (name.toStdString() + ".gguf"));
    const ExpectedFile expected(folder / (name.toStdString() + ".expected.safetensors"));
    const auto ids = expected.tensor<std::int64_t>("input_ids");
    const auto positions = expected.tensor<std::int64_t>("positions");
    const auto reference = expected.tensor<float>("logits");
    const auto vocabulary = static_cast<std::size_t>(pass->vocabulary());
    QCOMPARE(reference.size(), positions.size() * vocabulary);
    auto state = *pass->new_state();
    const auto logits = read_all(*pass, *state, {ids.begin(), ids.end()}, 64);
    std::vector<float> chosen;
    for (const auto position : positions) {
      const auto row = logits.begin() + position * static_cast<std::int64_t>(vocabulary);
      chosen.insert(chosen.end(), row, row + static_cast<std::int64_t>(vocabulary));
    }
    const double error = relative_error(chosen, reference);
    QVERIFY2(error <= 1e-4, std::to_string(error).c_str());
  }

 private:
  std::vector<Prompt> prompts_;
  std::unique_ptr<ForwardPass> starter_;
};

QTEST_APPLESS_MAIN(Rwkv7ReferenceTest)
#include "rwkv7_reference_test.moc"
