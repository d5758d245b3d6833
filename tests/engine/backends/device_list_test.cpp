#include <QTest>

#include "engine/api/placement.h"
#include "engine/sequence/layer_placer.h"

using namespace eddy;

class DeviceListTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void lists_are_read() {
    using List = std::vector<DeviceShare>;
    QVERIFY(*parse_devices("cpu") == (List{{"cpu"}}));
    QVERIFY(*parse_devices("cuda:1=24,vulkan=8GB,cuda:0=500MB,cpu=0") ==
            (List{{"cuda", 1, 24}, {"vulkan", 0, -1, 8'000'000'000}, {"cuda", 0, -1, 500'000'000}, {"cpu", 0, 0}}));
    QCOMPARE((DeviceShare{"cuda", 1}).name(), "cuda:1");
  }
  void what_is_no_device_is_named_data() {
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("culprit");
    for (const char* list : {"", "gpu", "cuda:", "cuda:x", "cuda:-1", "cuda=", "cuda=x", "cuda=-3", "cuda=8gb",
                             "cuda=GB", "cuda=0GB", "cuda:0:1", "cuda=1=2", "cuda=99999999999", "cuda=1.5GB", "auto"})
      QTest::newRow(list) << list << list;
    QTest::newRow("the second") << "cpu,gpux"
                                << "gpux";
    QTest::newRow("behind a comma") << "cpu,"
                                    << "\"\"";
  }
  void what_is_no_device_is_named() {
    QFETCH(QString, list);
    QFETCH(QString, culprit);
    const auto parsed = parse_devices(list.toStdString());
    QVERIFY(!parsed && parsed.error().code == ErrorCode::InvalidArgument);
    QVERIFY2(QString::fromStdString(parsed.error().message).contains(culprit), parsed.error().message.c_str());
  }
  void auto_fills_gpus_before_the_processor() {
    using Lists = std::vector<std::vector<DeviceShare>>;
    using Found = std::vector<std::vector<DeviceInfo>>;
    const auto gpu = [](const char* backend, const char* kind, bool usable = true, bool software = false) {
      return DeviceInfo{.backend = backend, .usable = usable, .software = software, .kind = kind};
    };
    const std::vector<DeviceInfo> two{gpu("cuda", "discrete GPU"), gpu("cuda", "discrete GPU", false),
                                      gpu("cuda", "discrete GPU")};
    const std::vector<DeviceInfo> mixed{gpu("vulkan", "integrated GPU"), gpu("vulkan", "discrete GPU"),
                                        gpu("vulkan", "processor", true, true)};
    QVERIFY(lists_for_auto({}) == (Lists{{{"cpu"}}}));
    QVERIFY(
        lists_for_auto(Found{two}) ==
        (Lists{
            {{"cuda", 0}}, {{"cuda", 2}}, {{"cuda", 0}, {"cuda", 2}}, {{"cpu"}, {"cuda", 0}, {"cuda", 2}}, {{"cpu"}}}));
    QVERIFY(lists_for_auto(Found{mixed}) == (Lists{{{"vulkan", 1}}, {{"cpu"}, {"vulkan", 1}}, {{"cpu"}}}));
    QCOMPARE(lists_for_auto(Found{two, mixed}).size(), 7u);
  }

  void the_environment_says_what_auto_means() {
    qputenv("EDDY_BACKEND", "cpu=2,cpu");
    const auto lists = devices_to_try({});
    QCOMPARE(lists->size(), 1u);
    QVERIFY(lists->front() == (std::vector<DeviceShare>{{"cpu", 0, 2}, {"cpu"}}));
    QVERIFY(devices_to_try({.backend = "cpu"})->front() == (std::vector<DeviceShare>{{"cpu"}}));
    qputenv("EDDY_BACKEND", "cpu=2,gpux");
    QCOMPARE(devices_to_try({}).error().code, ErrorCode::InvalidArgument);
    qputenv("EDDY_BACKEND", "cpu");
    QVERIFY(devices_to_try({})->front() == (std::vector<DeviceShare>{{"cpu"}}));
  }
};

QTEST_GUILESS_MAIN(DeviceListTest)
#include "device_list_test.moc"
