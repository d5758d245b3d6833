#include "engine/api/tools.h"

#include <QTemporaryDir>
#include <QTest>

#include "tests/support/engine/tiny_rwkv7.h"

using namespace eddy;
namespace fs = std::filesystem;

namespace {
ErrorCode code(const auto& result) {
  return result ? ErrorCode::Internal : result.error().code;
}
}  // namespace

class ToolsTest : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    folder_ = fs::path(dir_.path().toStdString());
    test::write_tiny_model(folder_ / "tiny");
  }

  void tokenizers_open_from_models_and_files() {
    auto of_model = open_model_tokenizer(folder_ / "tiny");
    auto of_file = open_tokenizer_file(folder_ / "tiny" / "tokenizer.json");
    QVERIFY(of_model && of_file);
    QVERIFY((*of_model)->tokenize("a b") == (*of_file)->tokenize("a b"));
    QCOMPARE((*of_file)->detokenize((*of_file)->tokenize("a b")), std::string("a b"));
    QVERIFY(code(open_model_tokenizer(folder_ / "none")) == ErrorCode::FileNotFound);
    QVERIFY(code(open_tokenizer_file(folder_ / "none.json")) == ErrorCode::FileNotFound);
  }

  void benchmarks_give_a_figure_a_run() {
    auto result = run_benchmark(folder_ / "tiny", {}, {.prefill = 9, .decode = 3, .batch = 2, .repeat = 4});
    QVERIFY(result.has_value());
    QCOMPARE(result->prefill_tokens_per_second.size(), std::size_t(4));
    QCOMPARE(result->decode_tokens_per_second.size(), std::size_t(4));
    for (double figure : result->decode_tokens_per_second) QVERIFY(figure > 0);
    QVERIFY(result->weight_bytes_per_step > 100000);
    QVERIFY(result->state_bytes > 0);
    QVERIFY(result->threads >= 1);
  }

  void wrong_benchmarks_are_refused() {
    QVERIFY(code(run_benchmark(folder_ / "tiny", {}, {.prefill = 0})) == ErrorCode::InvalidArgument);
    QVERIFY(code(run_benchmark(folder_ / "none", {}, {})) == ErrorCode::FileNotFound);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(code(run_benchmark(folder_ / "tiny", {}, {}, stop.get_token())) == ErrorCode::Cancelled);
  }

  void models_become_smaller() {
    const fs::path out = folder_ / "small.gguf";
    auto summary = quantize_file({.in = folder_ / "tiny", .out = out, .format = "q8_0", .name = "Small"});
    QVERIFY2(summary.has_value(), summary ? "" : summary.error().message.c_str());
    QVERIFY(summary->file_bytes < static_cast<std::int64_t>(fs::file_size(folder_ / "tiny" / "model.safetensors")) / 2);
    QVERIFY(summary->relative_error > 0 && summary->relative_error < 0.02);
    auto info = create_engine()->inspect(out);
    QVERIFY(info->runnable);
    QCOMPARE(info->name, std::string("Small"));
    QCOMPARE(info->tokenizer, std::string("byte-level BPE"));
  }

  void wrong_formats_are_refused() {
    QVERIFY(code(quantize_file({.in = folder_ / "tiny", .out = folder_ / "x.gguf", .format = "Q99"})) ==
            ErrorCode::InvalidArgument);
    QVERIFY(code(quantize_file({.in = folder_ / "none", .out = folder_ / "x.gguf", .format = "Q8_0"})) ==
            ErrorCode::FileNotFound);
    QVERIFY(!quantize_formats().empty());
  }

 private:
  QTemporaryDir dir_;
  fs::path folder_;
};

QTEST_APPLESS_MAIN(ToolsTest)
#include "tools_test.moc"
