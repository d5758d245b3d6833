// Every architecture against another program's logits of the same file (docs/references.md). One line per oracle.
#include <QFile>
#include <QTest>

#include "tests/support/engine/oracle.h"

using namespace eddy;
using namespace eddy::test;

namespace {

const std::filesystem::path kOracles = std::filesystem::path(EDDY_REFERENCES) / "oracles";

struct Case {
  const char* name;
  const char* model;     ///< a folder with expected.safetensors in it, or a file with X.expected.safetensors beside it
  double tolerance = 1e-4;
};

constexpr Case kCases[] = {
    {"RWKV-4, transformers", "rwkv4"},
};

std::filesystem::path expected_of(const std::filesystem::path& model) {
  if (std::filesystem::is_directory(model)) return model / "expected.safetensors";
  return std::filesystem::path(model).replace_extension(".expected.safetensors");
}

/// A folder holds its expected logits beside the model, so the model is named.
std::filesystem::path model_of(const std::filesystem::path& model) {
  return std::filesystem::is_directory(model) ? model / "model.safetensors" : model;
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

  void sequences_go_on_data() { add_cases(); }
  void sequences_go_on() {
    QFETCH(QString, model);
    const auto path = kOracles / model.toStdString();
    const auto oracle = read_oracle(expected_of(path));
    const auto pass = load_pass(model_of(path));
    for (const auto& wrong : {check_greedy(*pass, oracle), check_snapshot(*pass, oracle), check_batch(*pass, oracle)}) {
      QVERIFY2(wrong.empty(), wrong.c_str());
    }
  }
};

QTEST_APPLESS_MAIN(OraclesTest)
#include "oracles_test.moc"
