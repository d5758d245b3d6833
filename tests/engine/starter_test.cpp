// The model that ships with Eddy: what it says about itself, its logits, and what it can do.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <cmath>
#include <cstring>
#include <map>

#include "engine/api/engine.h"
#include "engine/model/perplexity.h"
#include "engine/model_files/model_file.h"

using namespace eddy;

namespace {

struct Item {
  QString kind, metric;
  std::string prompt;
  QStringList answers;
};

std::vector<Item> heldout_items() {
  QFile file(EDDY_RESOURCES "/starter/eval.jsonl");
  if (!file.open(QIODevice::ReadOnly)) qFatal("cannot read %s", qPrintable(file.fileName()));
  std::vector<Item> items;
  while (!file.atEnd()) {
    const QJsonObject o = QJsonDocument::fromJson(file.readLine()).object();
    QStringList answers;
    for (const QJsonValue& a : o["answers"].toArray()) answers << a.toString();
    items.push_back({o["kind"].toString(), o["metric"].toString(), o["prompt"].toString().toStdString(), answers});
  }
  return items;
}

/// Letters and digits of any case: how answers are compared.
QStringList words(const QString& text) {
  QStringList out;
  QString word;
  for (const QChar c : text.toLower() + ' ') {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      word += c;
    else if (!word.isEmpty())
      out << std::exchange(word, QString());
  }
  return out;
}

/// F measure of the longest common subsequence of words (ROUGE-L).
double rouge_l(const QStringList& a, const QStringList& b) {
  if (a.isEmpty() || b.isEmpty()) return 0;
  std::vector<int> best(std::size_t(b.size()) + 1);
  for (const QString& word : a) {
    int diagonal = 0;
    for (std::size_t j = 1; j < best.size(); ++j) {
      const int above = best[j];
      best[j] = word == b[qsizetype(j) - 1] ? diagonal + 1 : std::max(above, best[j - 1]);
      diagonal = above;
    }
  }
  return 2.0 * best.back() / double(a.size() + b.size());
}

double score(const Item& item, const QString& got) {
  double best = 0;
  const QStringList said = words(got);
  for (const QString& answer : item.answers) {
    const QStringList wanted = words(answer);
    if (item.metric == "rougeL")
      best = std::max(best, rouge_l(said, wanted));
    else if (item.metric == "contains")
      best = std::max(best, double(said.join(' ').contains(wanted.join(' '))));
    else
      best = std::max(best, double(said == wanted));
  }
  return best;
}

}  // namespace

class StarterTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void file_is_small_and_says_what_it_is();
  void logits_equal_those_of_a_separate_implementation_data();
  void logits_equal_those_of_a_separate_implementation();
  void heldout_items_keep_their_score();
  void rounded_activations_keep_the_perplexity_of_heldout_text();

 private:
  std::unique_ptr<Engine> engine_ = create_engine();
  std::shared_ptr<LanguageModel> model_;
};

void StarterTest::initTestCase() {
  auto loaded = engine_->load(EDDY_RESOURCES "/starter");
  QVERIFY2(loaded, loaded ? "" : loaded.error().message.c_str());
  model_ = *loaded;
}

void StarterTest::file_is_small_and_says_what_it_is() {
  const ModelInfo& info = model_->info();
  QVERIFY(info.file_bytes <= 30'000'000);
  QCOMPARE(info.name, std::string("Starter"));
  QCOMPARE(info.description, std::string("Small, English, trained for a first try"));
  QCOMPARE(info.chat_format, std::string("rwkv-blank-line"));
  QCOMPARE(info.architecture, std::string("rwkv7"));
  QVERIFY(!info.tokenizer.empty());
}

void StarterTest::logits_equal_those_of_a_separate_implementation_data() {
  QTest::addColumn<QByteArray>("prompt");
  QTest::addColumn<bool>("exact");
  QTest::newRow("recall, in float") << QByteArray("prompt0") << true;
  QTest::newRow("summary, in float") << QByteArray("prompt1") << true;
  QTest::newRow("recall, with rounded activations") << QByteArray("prompt0") << false;
  QTest::newRow("summary, with rounded activations") << QByteArray("prompt1") << false;
}

void StarterTest::logits_equal_those_of_a_separate_implementation() {
  QFETCH(QByteArray, prompt);
  const auto golden = open_model_file(EDDY_TEST_DATA "/starter/logits.safetensors");
  QVERIFY2(golden, golden ? "" : golden.error().message.c_str());
  std::vector<TokenId> ids;
  for (const ForeignTensor& t : (*golden)->foreign_tensors()) {
    if (t.name != prompt.toStdString() + ".ids") continue;
    for (std::size_t at = 0; at < t.bytes.size(); at += 8) {
      std::int64_t id;
      std::memcpy(&id, t.bytes.data() + at, 8);
      ids.push_back(TokenId(id));
    }
  }
  const StoredTensor* stored = (*golden)->find(prompt.toStdString() + ".logits");
  QVERIFY(stored && !ids.empty());
  std::vector<float> expected(stored->bytes.size() / 4);
  std::memcpy(expected.data(), stored->bytes.data(), stored->bytes.size());

  QFETCH(bool, exact);
  const auto model = engine_->load(EDDY_RESOURCES "/starter", {.exact = exact});
  QVERIFY2(model, model ? "" : model.error().message.c_str());
  auto sequence = (*model)->new_sequence();
  QVERIFY(sequence);
  const auto logits = (*sequence)->logits(ids, 0, true);
  QVERIFY2(logits, logits ? "" : logits.error().message.c_str());
  QCOMPARE(logits->size(), expected.size());
  double difference = 0, size = 0;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    difference += (double((*logits)[i]) - expected[i]) * (double((*logits)[i]) - expected[i]);
    size += double(expected[i]) * expected[i];
  }
  const double error = std::sqrt(difference / size);
  qInfo("relative error %.2g", error);
  QVERIFY2(error <= (exact ? 1e-4 : 1.5e-2), qPrintable(QString::number(error)));  // rounded: 0.011 measured
}

void StarterTest::heldout_items_keep_their_score() {
  const GenerationParams params{
      .sampler = {.temperature = 0}, .max_tokens = 90, .stop_strings = {"\n\n"}, .stop_tokens = {0}};
  auto sequence = model_->new_sequence();
  QVERIFY(sequence);
  std::map<QString, std::pair<double, int>> by_kind;
  double total = 0;
  int count = 0;
  for (const Item& item : heldout_items()) {
    (*sequence)->reset();
    QVERIFY((*sequence)->prefill(model_->tokenize(item.prompt)));
    const auto answer = (*sequence)->generate(params, {}, [](std::string_view) {});
    QVERIFY2(answer, answer ? "" : answer.error().message.c_str());
    const double points = score(item, QString::fromStdString(answer->text));
    by_kind[item.kind].first += points;
    by_kind[item.kind].second += 1;
    total += points;
    ++count;
  }
  for (const auto& [kind, sum] : by_kind) qInfo("%-12s %5.2f of %d", qPrintable(kind), sum.first, sum.second);
  qInfo("total %.2f of %d", total, count);
  // Measured 97.94 of 120 for this file. A different order of additions may tip a few answers.
  QVERIFY(total >= 95.0);
}

void StarterTest::rounded_activations_keep_the_perplexity_of_heldout_text() {
  std::string text;
  for (const Item& item : heldout_items()) text += item.prompt + ' ' + item.answers[0].toStdString() + "\n\n";
  const std::vector<TokenId> tokens = model_->tokenize(text);
  const auto of = [&](bool exact) {
    auto file = open_model_file(EDDY_RESOURCES "/starter");
    if (!file) qFatal("%s", file.error().message.c_str());
    const auto found = perplexity(*std::move(file), tokens, {.backend = "cpu", .exact = exact});
    if (!found) qFatal("%s", found.error().message.c_str());
    return *found;
  };
  const double exact = of(true), rounded = of(false);
  qInfo("%zu tokens: %.4f in float, %.4f with rounded activations", tokens.size(), exact, rounded);
  QVERIFY(exact > 1 && std::abs(rounded / exact - 1) <= 0.005);
}

QTEST_GUILESS_MAIN(StarterTest)
#include "starter_test.moc"
