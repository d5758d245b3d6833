#include "engine/backends/backend_module.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace eddy;

class BackendModuleTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void a_file_that_is_no_library_is_refused() {
    QTemporaryDir folder;
    QFile file(folder.filePath("libeddy-cuda.so"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no library") > 0);
    file.close();
    const auto module = open_backend_module("cuda", file.fileName().toStdString());
    QVERIFY(!module && module.error().code == ErrorCode::DeviceLost);
    QVERIFY(module.error().message.find("cannot be loaded") != std::string::npos);
  }

  void a_library_without_our_entry_is_refused() {
    const auto module = open_backend_module("cuda", "libm.so.6");
    QVERIFY(!module && module.error().code == ErrorCode::DeviceLost);
    QVERIFY(module.error().message.find("another build") != std::string::npos);
  }

  void an_unknown_module_is_an_error() {
    const auto module = backend_module("abacus");
    QVERIFY(!module && module.error().message.find("abacus") != std::string::npos);
  }

  void auto_always_ends_with_the_cpu() {
    qunsetenv("EDDY_BACKEND");
    const auto backends = backends_to_try("auto");
    QVERIFY(backends && backends->back()->name() == "cpu");
  }

  void the_environment_says_what_auto_means() {
    qputenv("EDDY_BACKEND", "cpu");
    const auto backends = backends_to_try("auto");
    QVERIFY(backends && backends->size() == 1 && backends->front()->name() == "cpu");
    qputenv("EDDY_BACKEND", "abacus");
    QVERIFY(!backends_to_try("auto"));
  }

  void a_backend_without_a_device_says_why() {
    for (const auto& device : devices_of_module("cuda")) {
      QVERIFY(device.backend == "cuda" && device.usable == device.why_not.empty());
      if (device.usable) continue;
      const auto backends = backends_to_try("cuda");  // the module may be there without a device
      const auto model = backends ? backends->front()->load({}, {}, {.backend = "cuda"}, {}, {})
                                  : Result<std::unique_ptr<BackendModel>>(backends.error());
      QVERIFY(!model && model.error().message.find("[cuda]") == 0);
    }
  }
};

QTEST_GUILESS_MAIN(BackendModuleTest)
#include "backend_module_test.moc"
