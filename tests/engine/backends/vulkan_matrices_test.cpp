// SPIR-V for one extension's matrices, rewritten for another's (engine/backends/vulkan/vk/cooperative.h).
#include "engine/backends/vulkan/vk/cooperative.h"

#include <QTest>
#include <cstring>
#include <map>

using namespace eddy::vk;

namespace {

using Words = std::vector<std::uint32_t>;

void add(Words& to, std::uint32_t code, const Words& words) {
  to.push_back(static_cast<std::uint32_t>(words.size() + 1) << 16 | code);
  to.insert(to.end(), words.begin(), words.end());
}

Words text(const char* name) {
  Words words(std::strlen(name) / 4 + 1);
  std::memcpy(words.data(), name, std::strlen(name));
  return words;
}

enum Id : std::uint32_t { kUint = 1, kFloat, kHalf, kScope, kRows, kColumns, kDepth, kTrue, kFalse, kSum, kA, kB, kBound };

/// sum[rows, columns] += a[rows, depth] b[depth, columns]
Words module_for_nv() {
  Words m{0x07230203, 0x00010500, 0, kBound, 0};
  add(m, 17, {5357});
  add(m, 10, text("SPV_NV_cooperative_matrix"));
  add(m, 10, text("SPV_KHR_something"));
  add(m, 21, {kUint, 32, 0});
  add(m, 22, {kFloat, 32});
  add(m, 22, {kHalf, 16});
  add(m, 41, {99, kTrue});
  add(m, 42, {99, kFalse});
  add(m, 5358, {kSum, kFloat, kScope, kRows, kColumns});
  add(m, 5358, {kA, kHalf, kScope, kRows, kDepth});
  add(m, 5358, {kB, kHalf, kScope, kDepth, kColumns});
  add(m, 5359, {kA, 50, 51, 52, kFalse, 48, kScope});
  add(m, 5359, {kB, 53, 54, 55, kTrue, 48, kScope});
  add(m, 5361, {kSum, 56, 50, 53, 57});
  add(m, 5360, {58, 56, 59, kFalse});
  add(m, 253, {});
  return m;
}

/// Instructions by number, in their order.
std::multimap<std::uint32_t, Words> instructions(const Words& module) {
  std::multimap<std::uint32_t, Words> found;
  std::size_t at = 5;
  for (; at < module.size() && module[at] >> 16 > 0; at += module[at] >> 16) {
    found.emplace(module[at] & 0xffff, Words(module.begin() + static_cast<std::ptrdiff_t>(at + 1),
                                             module.begin() + static_cast<std::ptrdiff_t>(at + (module[at] >> 16))));
  }
  return at == module.size() ? found : std::multimap<std::uint32_t, Words>{};
}

Words only(const std::multimap<std::uint32_t, Words>& all, std::uint32_t code, std::size_t nth = 0) {
  auto [first, last] = all.equal_range(code);
  if (std::distance(first, last) <= static_cast<std::ptrdiff_t>(nth)) return {};
  std::advance(first, nth);
  return first->second;
}

}  // namespace

class VulkanMatricesTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void every_instruction_is_rewritten() {
    const Words before = module_for_nv(), after = with_khr_matrices(before);
    const auto all = instructions(after);
    QVERIFY(!all.empty());
    QCOMPARE(after[3], std::uint32_t{kBound + 3});
    const std::uint32_t zero = kBound, one = kBound + 1, two = kBound + 2;  // constants of their own
    QCOMPARE(only(all, 43, 0), (Words{kUint, zero, 0}));
    QCOMPARE(only(all, 43, 1), (Words{kUint, one, 1}));
    QCOMPARE(only(all, 43, 2), (Words{kUint, two, 2}));
    QCOMPARE(only(all, 17), Words{6022});
    QCOMPARE(only(all, 10, 0), text("SPV_KHR_cooperative_matrix"));
    QCOMPARE(only(all, 10, 1), text("SPV_KHR_something"));
    QCOMPARE(only(all, 4456, 0), (Words{kSum, kFloat, kScope, kRows, kColumns, two}));
    QCOMPARE(only(all, 4456, 1), (Words{kA, kHalf, kScope, kRows, kDepth, zero}));
    QCOMPARE(only(all, 4456, 2), (Words{kB, kHalf, kScope, kDepth, kColumns, one}));
    QCOMPARE(only(all, 4457, 0), (Words{kA, 50, 51, zero, 52, 48, kScope}));
    QCOMPARE(only(all, 4457, 1), (Words{kB, 53, 54, one, 55, 48, kScope}));
    QCOMPARE(only(all, 4459), (Words{kSum, 56, 50, 53, 57}));
    QCOMPARE(only(all, 4458), (Words{58, 56, zero, 59}));
    QCOMPARE(all.count(253), std::size_t{1});
    for (const std::uint32_t code : {5358u, 5359u, 5360u, 5361u}) QCOMPARE(all.count(code), std::size_t{0});
  }

  void kinds_name_their_extensions() {
    QCOMPARE(matrix_extension(MatrixKind::None), nullptr);
    QCOMPARE(matrix_extension(MatrixKind::Plain), nullptr);
    QCOMPARE(matrix_extension(MatrixKind::Nv), "VK_NV_cooperative_matrix");
    QCOMPARE(matrix_extension(MatrixKind::Khr), "VK_KHR_cooperative_matrix");
  }
};

QTEST_APPLESS_MAIN(VulkanMatricesTest)
#include "vulkan_matrices_test.moc"
