// Making a smaller copy: what it will be like is said first, and a stop leaves nothing.
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/models/model_quantiser.h"

using namespace eddy;

namespace {

struct Bench {
  QTemporaryDir folder;
  InstalledModels models;
  ModelQuantiser quantiser{models};
  std::atomic<int> estimates{0};
  std::optional<Error> failure;
  std::atomic<bool> hold{false};

  Bench() {
    InstalledModel model;
    model.file.path = folder.path() + "/big.gguf";
    model.file.bytes = 4'000'000'000;
    model.facts.looked = true;
    model.facts.info.runnable = true;
    model.facts.info.weight_formats = {{"F16", 4'000'000'000}};
    model.speed = {.last = 12, .median = 10, .answers = 3};
    models.sync({model});
    quantiser.setFolder(folder.path() + "/own");
    quantiser.setPorts({.estimate = [this](const QuantizeRequest& wanted, std::stop_token) -> Result<QuantizeEstimate> {
                          ++estimates;
                          if (failure) return *failure;
                          return QuantizeEstimate{.file_bytes = wanted.format == "Q8_0" ? 100'000'000 : 50'000'000, .relative_error = 0.031, .tensors_measured = wanted.format == "Q6_K" ? 0 : 24};
                        },
                        .quantise = [this](const QuantizeRequest& wanted, std::stop_token stop, const LoadProgress& progress) -> Result<QuantizeSummary> {
                          for (int i = 0; i <= 10 || hold; ++i) {
                            if (stop.stop_requested()) return Error{ErrorCode::Cancelled, "stopped", {}};
                            progress(std::min(i, 10) / 10.0);
                            if (hold) std::this_thread::yield();
                          }
                          if (failure) return *failure;
                          QFile file(QString::fromStdString(wanted.out.string()));
                          if (!file.open(QIODevice::WriteOnly)) return Error{ErrorCode::FileUnreadable, "cannot write", {}};
                          return QuantizeSummary{.file_bytes = 50'000'000, .relative_error = 0.03, .tensors = {}};
                        }});
  }
  QString path() const { return folder.path() + "/big.gguf"; }
  bool measured() { return QTest::qWaitFor([this] { return !quantiser.isMeasuring(); }, 20'000); }
};

}  // namespace

class ModelQuantiserTest : public QObject {
  Q_OBJECT

 private slots:
  void size_loss_and_speed_are_said_first() {
    Bench bench;
    bench.quantiser.prepare(bench.path());
    QVERIFY(bench.quantiser.isMeasuring() && !bench.quantiser.canStart());
    QVERIFY(bench.measured());
    QVERIFY(bench.quantiser.sizeWords().contains("50.0 MB") && bench.quantiser.sizeWords().contains("4.0 GB"));
    QVERIFY(bench.quantiser.lossWords().contains("3.1 %"));
    QVERIFY(bench.quantiser.speedWords().contains("800 tokens/s") && bench.quantiser.speedWords().contains("10 tokens/s"));
    QVERIFY(bench.quantiser.canStart());
    bench.quantiser.setFormat("Q8_0");
    QVERIFY(bench.measured());
    QVERIFY(bench.quantiser.sizeWords().contains("100.0 MB"));
    bench.quantiser.setFormat("nonsense");
    QCOMPARE(bench.quantiser.format(), QStringLiteral("Q8_0"));
    QCOMPARE(bench.estimates.load(), 2);
    bench.models.update(bench.path(), [](InstalledModel& model) { model.speed = {}; });
    QVERIFY(bench.quantiser.speedWords().contains("40.0 times"));
  }

  void copy_lands_in_our_folder() {
    Bench bench;
    QSignalSpy made(&bench.quantiser, &ModelQuantiser::made);
    for (const auto* name : {"/own/big-Q5_K.gguf", "/own/big-Q5_K (2).gguf"}) {
      bench.quantiser.prepare(bench.path());
      QVERIFY(bench.measured());
      bench.quantiser.start();
      QTRY_VERIFY_WITH_TIMEOUT(!bench.quantiser.isBusy(), 30000);
      QVERIFY2(bench.quantiser.problem().isEmpty(), qPrintable(bench.quantiser.problem()));
      QVERIFY(QFile::exists(bench.folder.path() + name));
      QVERIFY(!bench.quantiser.done().isEmpty());
    }
    QCOMPARE(made.count(), 2);
  }

  void stopped_copy_is_no_copy() {
    Bench bench;
    bench.hold = true;
    bench.quantiser.prepare(bench.path());
    QVERIFY(bench.measured());
    bench.quantiser.start();
    QTRY_VERIFY_WITH_TIMEOUT(bench.quantiser.progress() > 0, 30000);
    QVERIFY(bench.quantiser.isBusy());
    bench.quantiser.setFormat("Q4_K");  // not while it works
    QCOMPARE(bench.quantiser.format(), QStringLiteral("Q5_K"));
    bench.quantiser.cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!bench.quantiser.isBusy(), 30000);
    QVERIFY(bench.quantiser.problem().isEmpty() && bench.quantiser.done().isEmpty());
    QVERIFY(QDir(bench.folder.path() + "/own").isEmpty());
  }

  void failures_are_told() {
    Bench bench;
    bench.quantiser.setFormat("Q6_K");
    QVERIFY(bench.measured());
    bench.quantiser.prepare(bench.path());
    QVERIFY(bench.measured());
    QVERIFY(!bench.quantiser.canStart() && !bench.quantiser.problem().isEmpty());
    bench.quantiser.setFormat("Q4_K");
    QVERIFY(bench.measured());
    bench.failure = Error{ErrorCode::DiskFull, "[gguf] no space", {}};
    bench.quantiser.start();
    QTRY_VERIFY_WITH_TIMEOUT(!bench.quantiser.isBusy(), 30000);
    QVERIFY(bench.quantiser.problem().contains("The disk is full") && bench.quantiser.problem().contains("no space"));
    bench.quantiser.prepare(bench.path());
    QVERIFY(bench.measured());
    QVERIFY(bench.quantiser.problem().contains("no space") && !bench.quantiser.canStart());
    bench.quantiser.prepare("/not/there");
    bench.quantiser.start();
    QVERIFY(!bench.quantiser.isBusy());
  }
};

QTEST_GUILESS_MAIN(ModelQuantiserTest)
#include "model_quantiser_test.moc"
