#include "engine/model/fingerprint.h"

#include <QTemporaryDir>
#include <QTest>

#include "engine/api/engine.h"
#include "engine/core/thread_pool.h"
#include "tests/support/engine/tiny_rwkv7.h"

using namespace eddy;
namespace fs = std::filesystem;

class FingerprintTest : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { folder_ = fs::path(dir_.path().toStdString()); }

  void every_part_counts() {
    const auto base = of("a", [](auto& file) { file.add("w", {2, 3}, 1), file.add("v", {4}, 1); });
    QCOMPARE(of("b", [](auto& file) { file.add("w", {2, 3}, 1), file.add("v", {4}, 1); }), base);
    QVERIFY(of("name", [](auto& file) { file.add("x", {2, 3}, 1), file.add("v", {4}, 1); }) != base);
    QVERIFY(of("shape", [](auto& file) { file.add("w", {3, 2}, 1), file.add("v", {4}, 1); }) != base);
    QVERIFY(of("content", [](auto& file) { file.add("w", {2, 3}, 1), file.add("v", {4}, 1, 0.001f); }) != base);
    QVERIFY(of("more", [](auto& file) {
              file.add("w", {2, 3}, 1), file.add("v", {4}, 1), file.add("z", {1}, 1);
            }) != base);
    const auto two = [](auto& file) { file.add("w", {2, 3}, 1), file.add("v", {4}, 1); };
    QVERIFY(of("a", two, "other") != base);
    QVERIFY(of("a", two, "net", 2) != base);
    QVERIFY(of("a", two, "net", 1, "other tokenizer") != base);
  }

  void threads_do_not_count() {
    test::write_tiny_rwkv7(folder_ / "tiny.safetensors", {.width = 256, .vocabulary = 2000});
    auto file = *open_model_file(folder_ / "tiny.safetensors");
    std::string first;
    for (int threads : {1, 2, 3}) {
      ModelHash content(*file);
      QVERIFY(content.read_rest(threads, {}, {}).has_value());
      const auto hex = content.fingerprint("rwkv7", {}, "");
      if (first.empty()) first = hex;
      QCOMPARE(hex, first);
    }
    QCOMPARE(first.size(), std::size_t(32));
  }

  void a_stop_request_cancels() {
    test::write_tiny_rwkv7(folder_ / "stop.safetensors");
    auto file = *open_model_file(folder_ / "stop.safetensors");
    std::stop_source stop;
    stop.request_stop();
    const auto read = ModelHash(*file).read_rest(1, stop.get_token(), {});
    QVERIFY(!read && read.error().code == ErrorCode::Cancelled);
  }

  // Backends read what they need, in pieces of their own, some of it twice and by several threads.
  void who_reads_first_does_not_count() {
    test::TinyFile written(7);
    written.add("big", {3, 400'000}, 1), written.add("small", {5}, 1), written.add("unused", {2, 2}, 1);
    written.write(folder_ / "read.safetensors");
    auto file = *open_model_file(folder_ / "read.safetensors");
    ModelHash whole(*file), pieces(*file);
    QVERIFY(whole.read_rest(1, {}, {}).has_value());
    std::vector<std::span<const std::byte>> parts;
    for (const auto& tensor : file->tensors()) {
      if (tensor.name == "unused") continue;
      for (std::size_t at = 0; at < tensor.bytes.size(); at += 300'001) {
        parts.push_back(tensor.bytes.subspan(at, std::min<std::size_t>(700'000, tensor.bytes.size() - at)));
      }
    }
    ThreadPool pool(3);
    pool.parallel_for(static_cast<std::int64_t>(parts.size()), [&](std::int64_t i) { pieces.read(parts[static_cast<std::size_t>(i)]); });
    pieces.read({});
    int rounds = 0;
    QVERIFY(pieces.read_rest(1, {}, [&](double) { ++rounds; }).has_value());
    QCOMPARE(rounds, 1);  // "unused"
    QVERIFY(pieces.read_rest(1, {}, [&](double) { ++rounds; }).has_value());
    QCOMPARE(rounds, 1);
    QCOMPARE(pieces.fingerprint("net", {}, ""), whole.fingerprint("net", {}, ""));
  }

  // One number of one weight, and a state of the old model does not fit any more.
  void a_changed_weight_makes_another_model() {
    test::write_tiny_model(folder_ / "one");
    test::write_tiny_model(folder_ / "two");
    std::fstream file(folder_ / "two" / "model.safetensors", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(-1, std::ios::end);
    file.put('\x3e');
    file.close();
    auto engine = create_engine();
    auto one = *engine->load(folder_ / "one");
    auto two = *engine->load(folder_ / "two");
    QVERIFY(one->fingerprint() != two->fingerprint());
    auto sequence = *one->new_sequence();
    QVERIFY(sequence->prefill(std::vector<TokenId>{1, 2}).has_value());
    auto restored = (*two->new_sequence())->restore(**sequence->snapshot());
    QVERIFY(!restored && restored.error().code == ErrorCode::StateMismatch);
  }

 private:
  template <class Fill>
  std::string of(const std::string& name, const Fill& fill, std::string_view architecture = "net", int version = 1,
                 std::string_view tokenizer = "tokenizer") {
    test::TinyFile written(7);
    fill(written);
    written.write(folder_ / (name + ".safetensors"));
    auto file = *open_model_file(folder_ / (name + ".safetensors"));
    StateLayout layout;
    layout.version = version;
    ModelHash content(*file);
    return content.read_rest(2, {}, {}) ? content.fingerprint(architecture, layout, tokenizer) : "";
  }

  QTemporaryDir dir_;
  fs::path folder_;
};

QTEST_APPLESS_MAIN(FingerprintTest)
#include "fingerprint_test.moc"
