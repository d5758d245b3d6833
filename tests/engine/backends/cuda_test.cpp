// What CUDA alone says no to. Its ops and networks are tested by gpu_ops_test.cpp, the tests of the ops and gpu_networks_test.cpp.
#include <QTest>

#include "engine/backends/backend.h"

using namespace eddy;

class CudaTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rows_per_token_are_refused() {
    const auto backend = find_backend("cuda");
    QVERIFY(backend);
    StateLayout hybrid;
    hybrid.slots.push_back({.name = "keys", .kind = SlotKind::PerToken, .shape = {4}});
    const auto refused = (*backend)->load({}, hybrid, {.backend = "cuda"}, {}, {});
    QVERIFY(!refused && refused.error().code == ErrorCode::UnsupportedArchitecture);
  }
};

QTEST_GUILESS_MAIN(CudaTest)
#include "cuda_test.moc"
