// What a model is said to need is what it takes: the peak of a process that loads it and chats.
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "engine/model/memory_needs.h"
#include "tests/support/engine/tiny_chat_models.h"

using namespace eddy;
using namespace eddy::test;

class MemoryPromiseTest : public QObject {
  Q_OBJECT

  struct Outcome {
    double promised = 0, measured = 0;
    QString error;
  };

  std::filesystem::path path(const std::string& name) const {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

  Outcome probe(const std::filesystem::path& model, int tokens, const QStringList& limit = {}) const {
    QProcess process;
    process.start(QStringLiteral(EDDY_MEMORY_PROBE),
                  QStringList{QString::fromStdString(model.string()), QString::fromStdString(path("tiny").string()),
                              QString::number(tokens), QStringLiteral("2")} + limit);
    process.waitForFinished(120'000);
    const auto words = process.readAllStandardOutput().trimmed().split(' ');
    return {words.value(0).toDouble(), words.value(1).toDouble(), QString::fromUtf8(process.readAllStandardError())};
  }

  static void compare(const Outcome& o, double tolerance) {
    QVERIFY2(o.error.isEmpty() && o.promised > 0, qPrintable(o.error));
    const double off = o.measured / o.promised - 1;
    qInfo("said %.1f MB, took %.1f MB: %+.1f %%", o.promised / 1e6, o.measured / 1e6, 100 * off);
    QVERIFY2(std::abs(off) <= tolerance, qPrintable(QString::number(off)));
  }

 private Q_SLOTS:
  void initTestCase() { write_chat_model(path("tiny"), ChatModelKind::Rwkv7); }

  void the_peak_is_what_was_said_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("layers");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<double>("tolerance");
    const auto row = [](ChatModelKind kind, int layers, int tokens, double tolerance) {
      QTest::addRow("%s, %d tokens", name_of(kind), tokens) << int(kind) << layers << tokens << tolerance;
    };
    row(ChatModelKind::Rwkv7, 12, 150, 0.05);
    row(ChatModelKind::Rwkv4, 16, 150, 0.05);
    row(ChatModelKind::Mamba2, 16, 150, 0.05);
    row(ChatModelKind::Bamba, 12, 150, 0.08);
    row(ChatModelKind::Bamba, 12, 600, 0.08);
    row(ChatModelKind::FalconH1, 6, 400, 0.08);
    row(ChatModelKind::GatedDelta, 12, 150, 0.08);
  }
  void the_peak_is_what_was_said() {
    QFETCH(int, kind);
    QFETCH(int, layers);
    QFETCH(int, tokens);
    QFETCH(double, tolerance);
    const auto model = path("model");
    write_chat_model(model, ChatModelKind(kind), {.layers = layers, .width = 384});
    compare(probe(model, tokens), tolerance);
  }

  void the_starter_takes_what_is_said() {
    compare(probe(std::filesystem::path(EDDY_RESOURCES) / "starter" / "starter.gguf", 1000), 0.05);
  }

  void a_model_that_cannot_fit_is_refused_before_it_is_loaded() {
    const auto model = path("large");
    write_chat_model(model, ChatModelKind::Bamba, {.layers = 12, .width = 384});
    // The mapped file takes 82 MB of it.
    const auto outcome = probe(model, 200, {QStringLiteral("140000000")});
    QVERIFY2(outcome.error.startsWith("[engine] this model needs "), qPrintable(outcome.error));
    QVERIFY2(outcome.error.contains("are free"), qPrintable(outcome.error));
    QVERIFY2(outcome.error.contains("make a smaller file of it: in "), qPrintable(outcome.error));
  }

  void what_fits_in_no_format_says_so() {
    ModelInfo info;
    info.memory = {.weights = 4'000'000'000, .state = 50'000'000};
    const NetworkFacts facts{.parameters = 2'000'000'000};
    QVERIFY(check_memory_needs(info, facts, 4'050'000'000));
    QVERIFY(check_memory_needs(info, facts, 0));
    const auto q8 = check_memory_needs(info, facts, 3'000'000'000), none = check_memory_needs(info, facts, 500'000'000);
    QVERIFY(!q8 && !none);
    QCOMPARE(q8.error().code, ErrorCode::OutOfMemory);
    QVERIFY2(q8.error().message.find("in Q8_0 it needs about 2.1 GB") != std::string::npos, q8.error().message.c_str());
    QVERIFY2(none.error().message.find("fits in no weight format") != std::string::npos, none.error().message.c_str());
  }

  void rows_grow_with_the_text_until_their_window_is_full() {
    const MemoryNeeds needs{.weights = 1000, .rows = {{10, 0}, {2, 512}}};
    QCOMPARE(needs.rows_at(0), 0);
    QCOMPARE(needs.rows_at(1), 12 * 256);
    QCOMPARE(needs.rows_at(257), 12 * 512);
    QCOMPARE(needs.rows_at(10'240), 10 * 10'240 + 2 * 512);
    QCOMPARE(needs.total(1), 1000 + 12 * 256);
  }

 private:
  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(MemoryPromiseTest)
#include "memory_promise_test.moc"
