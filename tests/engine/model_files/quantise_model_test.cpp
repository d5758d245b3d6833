#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <cmath>

#ifdef Q_OS_UNIX
#include <sys/resource.h>

#include <csignal>
#endif

#include "engine/model_files/gguf_writer.h"
#include "engine/model_files/quantise_model.h"
#include "rwkv7_builder.h"

using namespace eddy;
using namespace eddy::test;

namespace {

std::vector<float> values(const ModelFile& file, const char* name) {
  const StoredTensor* t = file.find(name);
  if (!t) qFatal("no tensor %s", name);
  std::int64_t n = 1;
  for (const std::int64_t s : t->shape) n *= s;
  std::vector<float> out(static_cast<std::size_t>(n));
  traits(t->format).dequantise(t->bytes.data(), out.data(), n);
  return out;
}

}  // namespace

class QuantiseModelTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }

  void writer_and_reader_agree_on_every_value();
  void rwkv7_gets_gguf_names_shapes_and_keys();
  void sensitive_tensors_stay_exact();
  void report_matches_the_file();
  void rows_that_fit_no_block_fall_back();
  void gguf_can_be_quantised_again();
  void block_formats_are_never_made_larger();
  void threads_do_not_change_the_file();
  void tokenizer_beside_the_source_is_embedded();
  void broken_sources_are_refused_data();
  void broken_sources_are_refused();
  void numbers_too_large_for_a_format_are_refused();
  void other_networks_keep_their_names();
  void five_dimensions_are_refused();
  void source_is_not_overwritten();
  void stop_leaves_nothing_behind();
  void full_disk_leaves_nothing_behind();
  void missing_folder_is_reported();

 private:
  std::shared_ptr<const ModelFile> source(const std::string& bytes) {
    auto file = open_model_file(write_file(folder_->path(), "source.safetensors", bytes));
    if (!file) qFatal("%s", file.error().message.c_str());
    return *file;
  }
  std::filesystem::path out() const { return std::filesystem::path(folder_->filePath("out.gguf").toStdU16String()); }
  std::unique_ptr<QTemporaryDir> folder_;
};

void QuantiseModelTest::writer_and_reader_agree_on_every_value() {
  const Metadata metadata{{"bool", true},
                          {"int", std::int64_t(7)},
                          {"negative", std::int64_t(-7)},
                          {"large", std::int64_t(1) << 40},
                          {"real", 0.5},
                          {"text", std::string("\xc3\xa9")},
                          {"ints", std::vector<std::int64_t>{-1, 2}},
                          {"large ints", std::vector<std::int64_t>{1, std::int64_t(1) << 40}},
                          {"reals", std::vector<double>{0.5, 0.1}},
                          {"texts", std::vector<std::string>{"", "b"}}};
  GgufWriter writer;
  for (const auto& [key, value] : metadata) writer.set(key, value);
  writer.declare("empty", WeightFormat::F32, {0, 4});
  writer.declare("matrix", WeightFormat::F32, {2, 3});
  writer.declare("row", WeightFormat::Q8_0, {32});
  QVERIFY(writer.begin(out()));
  const std::string matrix = floats({1, 2, 3, 4, 5, 6});
  QVERIFY(writer.write(std::as_bytes(std::span(matrix)).first(10)));  // in pieces
  QVERIFY(writer.write(std::as_bytes(std::span(matrix)).subspan(10)));
  const std::string row(34, '\1');
  QVERIFY(writer.write(std::as_bytes(std::span(row))));
  QVERIFY(writer.commit());

  const auto file = open_model_file(out());
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  QCOMPARE((*file)->metadata_keys().size(), metadata.size());
  for (const auto& [key, value] : metadata)
    QVERIFY2((*file)->metadata(key) && *(*file)->metadata(key) == value, key.c_str());
  QVERIFY(((*file)->find("matrix")->shape == std::vector<std::int64_t>{2, 3}));
  QCOMPARE(values(**file, "matrix")[5], 6.0f);
}

void QuantiseModelTest::rwkv7_gets_gguf_names_shapes_and_keys() {
  const auto in = source(rwkv7());
  QVERIFY(
      quantise_model(*in, out(), {.formats = formats_for(WeightFormat::F32), .name = "Tiny", .chat_format = "rwkv"}));
  const auto file = open_model_file(out());
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  const auto is = [&](const char* key, MetadataValue v) {
    return (*file)->metadata(key) && *(*file)->metadata(key) == v;
  };
  QVERIFY(is("general.architecture", std::string("rwkv7")) && is("general.name", std::string("Tiny")));
  QVERIFY(is("rwkv7.block_count", kLayers) && is("rwkv7.embedding_length", kWidth) &&
          is("rwkv7.feed_forward_length", kFeedForward));
  QVERIFY(is("rwkv7.wkv.head_size", kWidth / 2) && is("rwkv7.attention.gate_lora_rank", std::int64_t(32)));
  QVERIFY(is("eddy.chat_format", std::string("rwkv")));

  const auto shape = [&](const char* name) { return (*file)->find(name)->shape; };
  using S = std::vector<std::int64_t>;
  QVERIFY((shape("token_embd.weight") == S{kVocabulary, kWidth}));
  QVERIFY((shape("blk.1.time_mix_w1.weight") == S{32, kWidth}));
  QVERIFY((shape("blk.1.time_mix_w2.weight") == S{kWidth, 32}));
  QVERIFY((shape("blk.0.time_mix_lerp_fused.weight") == S{6, 1, 1, kWidth}));
  QVERIFY((shape("blk.0.time_mix_r_k.weight") == S{kWidth}));
  QVERIFY((shape("blk.0.channel_mix_key.weight") == S{kFeedForward, kWidth}));

  const std::vector<float> w1 = values(*in, "blocks.1.att.w1"), turned = values(**file, "blk.1.time_mix_w1.weight");
  QCOMPARE(turned[5 * kWidth + 3], w1[3 * 32 + 5]);
  const std::vector<float> fused = values(**file, "blk.1.time_mix_lerp_fused.weight");
  QCOMPARE(fused[4 * kWidth + 7], values(*in, "blocks.1.att.x_a")[7]);  // r, w, k, v, a, g
  QVERIFY(values(**file, "blk.0.time_mix_v2.weight") == values(**file, "blk.0.time_mix_a2.weight"));
}

void QuantiseModelTest::sensitive_tensors_stay_exact() {
  const auto in = source(rwkv7());
  QVERIFY(quantise_model(*in, out(), {.formats = formats_for(WeightFormat::Q4_0)}));
  const auto file = open_model_file(out());
  QVERIFY(file);
  for (const auto& [from, to] : {std::pair("blocks.1.att.w0", "blk.1.time_mix_w0.weight"),
                                 {"blocks.1.att.r_k", "blk.1.time_mix_r_k.weight"},
                                 {"blocks.0.ln0.bias", "token_embd_norm.bias"},
                                 {"blocks.1.ffn.x_k", "blk.1.channel_mix_lerp_k.weight"}}) {
    QVERIFY((*file)->find(to)->format == WeightFormat::F32);
    QVERIFY(values(*in, from) == values(**file, to));
  }
  QVERIFY((*file)->find("blk.1.time_mix_w1.weight")->format == WeightFormat::F32);  // low ranks: as stored
  QVERIFY((*file)->find("blk.1.time_mix_key.weight")->format == WeightFormat::Q4_0);
}

void QuantiseModelTest::report_matches_the_file() {
  const auto in = source(rwkv7());
  QuantiseOptions options{.formats = formats_for(WeightFormat::Q8_0)};
  options.formats.low_rank = WeightFormat::F16;
  double last = 0;
  const auto report = quantise_model(*in, out(), options, {}, [&](double fraction) {
    QVERIFY(fraction >= last);
    last = fraction;
  });
  QVERIFY2(report, report ? "" : report.error().message.c_str());
  QCOMPARE(last, 1.0);
  QCOMPARE(report->file_bytes, std::int64_t(std::filesystem::file_size(out())));
  const auto file = open_model_file(out());
  QCOMPARE(report->tensors.size(), (*file)->tensors().size());
  for (const QuantisedTensor& t : report->tensors) {
    const StoredTensor* stored = (*file)->find(t.name);
    QVERIFY(stored && stored->format == t.to && std::int64_t(stored->bytes.size()) == t.bytes);
    QVERIFY2(t.relative_error < 0.0055 && (t.to != WeightFormat::F32 || t.relative_error == 0), t.name.c_str());
  }
  const std::vector<float> x = values(*in, "head.weight"), y = values(**file, "output.weight");
  double lost = 0, total = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    lost += (double(x[i]) - y[i]) * (double(x[i]) - y[i]);
    total += double(x[i]) * x[i];
  }
  for (const QuantisedTensor& t : report->tensors) {
    if (t.name == "output.weight") QVERIFY(std::fabs(t.relative_error - std::sqrt(lost / total)) < 1e-9);
  }
}

void QuantiseModelTest::rows_that_fit_no_block_fall_back() {
  const auto in = source(rwkv7());  // rows of 64 fit no block of 256, rows of 256 do
  QVERIFY(quantise_model(*in, out(), {.formats = formats_for(WeightFormat::Q5_K)}));
  const auto file = open_model_file(out());
  QVERIFY((*file)->find("blk.0.time_mix_key.weight")->format == WeightFormat::Q8_0);
  QVERIFY((*file)->find("blk.0.channel_mix_value.weight")->format == WeightFormat::Q5_K);
}

void QuantiseModelTest::gguf_can_be_quantised_again() {
  QVERIFY(quantise_model(*source(rwkv7()), out(), {.formats = formats_for(WeightFormat::F16), .name = "First"}));
  const auto first = open_model_file(out());
  const std::filesystem::path second_path = out().parent_path() / "second.gguf";
  QVERIFY(quantise_model(**first, second_path, {.formats = formats_for(WeightFormat::Q8_0), .description = "smaller"}));
  const auto second = open_model_file(second_path);
  QVERIFY2(second, second ? "" : second.error().message.c_str());
  QVERIFY(*(*second)->metadata("general.name") == MetadataValue(std::string("First")));
  QVERIFY(*(*second)->metadata("general.description") == MetadataValue(std::string("smaller")));
  QCOMPARE((*second)->tensors().size(), (*first)->tensors().size());
  QVERIFY((*second)->find("blk.1.time_mix_key.weight")->format == WeightFormat::Q8_0);
  QVERIFY((*second)->find("blk.1.time_mix_ln.weight")->format == WeightFormat::F32);
  QVERIFY((*second)->find("blk.1.time_mix_w1.weight")->format == WeightFormat::F32);
}

void QuantiseModelTest::block_formats_are_never_made_larger() {
  QuantiseOptions options{.formats = formats_for(WeightFormat::Q4_0)};
  options.formats.low_rank = WeightFormat::Q8_0;
  QVERIFY(quantise_model(*source(rwkv7()), out(), options));
  const auto first = open_model_file(out());
  const std::filesystem::path second_path = out().parent_path() / "second.gguf";
  QVERIFY(quantise_model(**first, second_path, {.formats = formats_for(WeightFormat::Q5_0)}));
  const auto second = open_model_file(second_path);
  for (const StoredTensor& t : (*first)->tensors()) {
    const StoredTensor* same = (*second)->find(t.name);
    QVERIFY2(same && same->format == t.format && std::ranges::equal(same->bytes, t.bytes), t.name.c_str());
  }
}

void QuantiseModelTest::threads_do_not_change_the_file() {
  const auto in = source(rwkv7());
  const auto bytes = [&](int threads) {
    if (!quantise_model(*in, out(), {.formats = formats_for(WeightFormat::Q4_1), .threads = threads}))
      return QByteArray();
    QFile file(folder_->filePath("out.gguf"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  };
  const QByteArray one = bytes(1);
  QVERIFY(!one.isEmpty());
  QVERIFY(one == bytes(3));
}

void QuantiseModelTest::tokenizer_beside_the_source_is_embedded() {
  const auto in = source(rwkv7());
  const std::string json = R"({"model":{"type":"BPE"}})";
  write_file(folder_->path(), "tokenizer.json", json);
  QVERIFY(quantise_model(*in, out(), {}));
  QVERIFY(*(*open_model_file(out()))->metadata("tokenizer.huggingface.json") == MetadataValue(json));

  write_file(folder_->path(), "tokenizer.json", "{broken");
  const auto broken = quantise_model(*in, out(), {});
  QVERIFY(!broken && broken.error().code == ErrorCode::FileCorrupt);
  QVERIFY(broken.error().message.starts_with("[tokenizer] tokenizer.json"));
  const auto absent = quantise_model(*in, out(), {.tokenizer = "absent.json"});
  QVERIFY(!absent && absent.error().code == ErrorCode::FileNotFound);
}

void QuantiseModelTest::broken_sources_are_refused_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<int>("code");
  QTest::addColumn<QByteArray>("message");
  const auto row = [](const char* name, const std::string& bytes, ErrorCode code, const char* message) {
    QTest::newRow(name) << QByteArray::fromStdString(bytes) << int(code) << QByteArray(message);
  };
  row("another network", safetensors_of({{"model.weight", {1}}}), ErrorCode::UnsupportedArchitecture,
      "blocks.0.att.r_k");
  row("missing vector", rwkv7("blocks.1.att.w0"), ErrorCode::FileCorrupt, "'blocks.1.att.w0' in the model: is missing");
  row("missing lerp", rwkv7("blocks.1.att.x_k"), ErrorCode::FileCorrupt, "'blocks.1.att.x_k' in the model: is missing");
  row("missing head", rwkv7("head.weight"), ErrorCode::FileCorrupt, "'head.weight' in the model: is missing");
  row("wrong width", rwkv7("", "blocks.1.att.key.weight"), ErrorCode::FileCorrupt,
      "has size 65 where the rest of the model has 64");
  row("wrong vector", rwkv7("", "blocks.1.att.x_g"), ErrorCode::FileCorrupt, "has size 65");
  row("wrong bonus", rwkv7("", "blocks.1.att.r_k"), ErrorCode::FileCorrupt, "one number per channel");
  row("unknown tensor", rwkv7("", "", "blocks.0.ffn.s_emb"), ErrorCode::UnsupportedArchitecture,
      "'blocks.0.ffn.s_emb' in the model: is not part of RWKV-7");
  row("undefined numbers", rwkv7("", "", "", NAN), ErrorCode::FileCorrupt, "infinite or undefined");
}

void QuantiseModelTest::broken_sources_are_refused() {
  QFETCH(QByteArray, bytes);
  QFETCH(int, code);
  QFETCH(QByteArray, message);
  const auto report = quantise_model(*source(bytes.toStdString()), out(), {.formats = formats_for(WeightFormat::Q8_0)});
  QVERIFY(!report);
  QCOMPARE(int(report.error().code), code);
  QVERIFY2(QByteArray::fromStdString(report.error().message).contains(message), report.error().message.c_str());
  QCOMPARE(QDir(folder_->path()).entryList(QDir::Files), QStringList{"source.safetensors"});
}

void QuantiseModelTest::numbers_too_large_for_a_format_are_refused() {
  const auto report =
      quantise_model(*source(rwkv7("", "", "", 1e6f)), out(), {.formats = formats_for(WeightFormat::F16)});
  QVERIFY(!report && report.error().code == ErrorCode::InvalidArgument);
  QVERIFY2(report.error().message.find("too large for F16") != std::string::npos, report.error().message.c_str());
}

void QuantiseModelTest::other_networks_keep_their_names() {
  Source s;
  s.add("model.embed_tokens.weight", {8, 32});
  s.add("layers.0.mlp.experts.weight", {2, 4, 32});
  s.add("layers.0.mlp.gate.weight", {2, 32});
  s.add("layers.0.conv1d.weight", {4, 1, 32});
  s.add("layers.0.x_proj.weight", {4, 32});
  s.add("layers.0.turned.weight", {32, 32});
  s.add("layers.0.norm.weight", {32});
  const auto in = source(s.bytes());
  QuantiseOptions options{.formats = formats_for(WeightFormat::Q4_0)};
  for (const StoredTensor& t : in->tensors()) {
    if (t.name != "layers.0.turned.weight") options.matrices.insert(t.name);  // not read as a matrix in row order
  }
  QVERIFY(quantise_model(*in, out(), options));
  const auto file = open_model_file(out());
  QVERIFY2(file, file ? "" : file.error().message.c_str());
  QCOMPARE((*file)->file_format(), std::string_view("safetensors"));
  const auto format = [&](const char* name) { return (*file)->find(name)->format; };
  QVERIFY(format("model.embed_tokens.weight") == WeightFormat::Q6_K || format("model.embed_tokens.weight") == WeightFormat::Q8_0);
  QVERIFY(format("layers.0.mlp.experts.weight") == WeightFormat::Q4_0);
  for (const char* name : {"layers.0.mlp.gate.weight", "layers.0.conv1d.weight", "layers.0.x_proj.weight",
                           "layers.0.turned.weight", "layers.0.norm.weight"}) {
    QVERIFY2(format(name) == WeightFormat::F32 && values(**file, name) == values(*in, name), name);
  }
  QVERIFY(((*file)->find("layers.0.mlp.experts.weight")->shape == std::vector<std::int64_t>{2, 4, 32}));
}

void QuantiseModelTest::five_dimensions_are_refused() {
  Source s;
  s.add("x.weight", {1, 1, 1, 2, 32});
  QuantiseOptions options{.formats = formats_for(WeightFormat::Q8_0)};
  options.matrices = {"x.weight"};
  const auto report = quantise_model(*source(s.bytes()), out(), options);
  QVERIFY(!report && report.error().code == ErrorCode::UnsupportedFormat);
  QVERIFY2(report.error().message.find("'x.weight'") != std::string::npos, report.error().message.c_str());
}

void QuantiseModelTest::source_is_not_overwritten() {
  QVERIFY(quantise_model(*source(rwkv7()), out(), {.formats = formats_for(WeightFormat::F16)}));
  const auto file = open_model_file(out());
  const auto report = quantise_model(**file, out(), {.formats = formats_for(WeightFormat::Q8_0)});
  QVERIFY(!report && report.error().code == ErrorCode::InvalidArgument);
}

void QuantiseModelTest::stop_leaves_nothing_behind() {
  std::stop_source stop;
  const auto report = quantise_model(*source(rwkv7()), out(), {}, stop.get_token(), [&](double fraction) {
    if (fraction > 0.5) stop.request_stop();
  });
  QVERIFY(!report && report.error().code == ErrorCode::Cancelled);
  QCOMPARE(QDir(folder_->path()).entryList(QDir::Files), QStringList{"source.safetensors"});
}

void QuantiseModelTest::full_disk_leaves_nothing_behind() {
#ifdef Q_OS_UNIX
  const auto in = source(rwkv7());
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before;
  QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
  const rlimit small{20000, before.rlim_max};
  QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto report = quantise_model(*in, out(), {});
  QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
  QVERIFY(!report);
  QVERIFY2(report.error().code == ErrorCode::DiskFull, report.error().message.c_str());
  QCOMPARE(QDir(folder_->path()).entryList(QDir::Files), QStringList{"source.safetensors"});
#endif
}

void QuantiseModelTest::missing_folder_is_reported() {
  const auto report = quantise_model(*source(rwkv7()), out().parent_path() / "absent" / "out.gguf", {});
  QVERIFY(!report && report.error().code == ErrorCode::FileUnreadable);
  QVERIFY(report.error().message.find("out.gguf cannot be written") != std::string::npos);
}

QTEST_APPLESS_MAIN(QuantiseModelTest)
#include "quantise_model_test.moc"
