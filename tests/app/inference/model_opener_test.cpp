// Which devices a model is opened on.
#include <QTest>
#include <algorithm>

#include "app/inference/model_opener.h"
#include "tests/support/app/fake_engine.h"

using namespace eddy;

namespace {

/// A computer with two cards, which Vulkan finds too, and a processor. A load takes a list of devices by their names.
class Computer final : public Engine {
 public:
  explicit Computer(std::vector<std::string>& asked, std::vector<std::string> enough) : asked_(asked), enough_(std::move(enough)) {}
  std::vector<DeviceInfo> devices() override {
    return {device("cpu", "cpu"), device("cuda", "card-a"), device("cuda", "card-b"), device("vulkan", "card-a-again")};
  }
  Result<ModelInfo> inspect(const std::filesystem::path&) override { return ModelInfo{.runnable = true}; }
  Result<std::shared_ptr<LanguageModel>> load(const std::filesystem::path& path, const LoadOptions& options, std::stop_token stop,
                                              const LoadProgress& progress) override {
    std::string name;
    for (const auto& share : options.devices) name += (name.empty() ? "" : ",") + share.name();
    if (name.empty()) name = DeviceShare{options.backend, options.device}.name();
    asked_.push_back(name);
    if (std::ranges::find(enough_, name) == enough_.end()) return Error{ErrorCode::OutOfMemory, "[computer] " + name + " is too small"};
    return fake_->load(path, options, stop, progress);
  }

 private:
  static DeviceInfo device(const char* backend, const char* id) { return {.backend = backend, .id = id, .name = id, .usable = true}; }
  std::vector<std::string>& asked_;
  std::vector<std::string> enough_;
  std::unique_ptr<Engine> fake_ = fake::make_engine(std::make_shared<fake::Script>());
};

using Names = std::vector<std::string>;

}  // namespace

class ModelOpenerTest : public QObject {
  Q_OBJECT

 private slots:
  void devices_that_are_too_small_alone_go_together_data() {
    QTest::addColumn<Names>("wished");
    QTest::addColumn<Names>("enough");
    QTest::addColumn<Names>("asked");
    QTest::addColumn<QString>("device");
    QTest::newRow("the first suffices") << Names{"cuda:card-a", "cpu:cpu"} << Names{"cuda:0", "cpu"} << Names{"cuda:0"} << "cuda:card-a";
    QTest::newRow("with the processor") << Names{"cuda:card-b", "cpu:cpu"} << Names{"cpu,cuda:1", "cpu"} << Names{"cuda:1", "cpu,cuda:1"}
                                        << "cuda:card-b";
    QTest::newRow("one card is counted once") << Names{"cuda:card-a", "vulkan:card-a-again", "cuda:card-b", "cpu:cpu"}
                                              << Names{"cpu,cuda:0,cuda:1"} << Names{"cuda:0", "cpu,cuda:0,cuda:1"} << "cuda:card-a";
    QTest::newRow("the next ones") << Names{"cuda:card-a", "cpu:cpu"} << Names{"cpu"} << Names{"cuda:0", "cpu,cuda:0", "cpu"} << "cpu:cpu";
    QTest::newRow("a choice is a choice") << Names{"cuda:card-a"} << Names{"cpu"} << Names{"cuda:0"} << "";
    QTest::newRow("what is not there") << Names{"cuda:card-c", "cuda:card-b"} << Names{"cuda:1"} << Names{"cuda:1"} << "cuda:card-b";
    QTest::newRow("nothing wished") << Names{} << Names{"auto:0"} << Names{"auto:0"} << "";
  }
  void devices_that_are_too_small_alone_go_together() {
    QFETCH(Names, wished);
    QFETCH(Names, enough);
    QFETCH(Names, asked);
    QFETCH(QString, device);
    Names tried;
    ModelOpener opener([&] { return std::make_unique<Computer>(tried, enough); });
    const auto opened = opener.open({.path = "model", .devices = wished}, [] {}, {});
    QVERIFY(tried == asked);
    QCOMPARE(opened.has_value(), !device.isEmpty() || wished.empty());
    if (opened) QCOMPARE(QString::fromStdString(opened->device), device);
  }
};

QTEST_GUILESS_MAIN(ModelOpenerTest)
#include "model_opener_test.moc"
