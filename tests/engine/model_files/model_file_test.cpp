#include "engine/model_files/model_file.h"

#include <QTemporaryDir>
#include <QTest>

#include "pytorch_builder.h"

using namespace eddy;
using namespace eddy::test;
using Opened = Result<std::shared_ptr<const ModelFile>>;

class ModelFileTest : public QObject {
  Q_OBJECT

 private slots:
  void init() { folder_ = std::make_unique<QTemporaryDir>(); }

  void folder_with_one_model_opens_it_data();
  void folder_with_one_model_opens_it();
  void folder_without_or_with_several_models_is_refused();
  void config_beside_safetensors_becomes_metadata();
  void broken_config_is_named();
  void shards_open_as_one_model_from_any_part();
  void broken_shard_sets_are_refused_data();
  void broken_shard_sets_are_refused();
  void split_gguf_opens_as_one_model_from_any_part();
  void broken_split_gguf_is_refused_data();
  void broken_split_gguf_is_refused();
  void pytorch_checkpoints_open_whole_and_in_shards();
  void originals_inside_gguf_read_like_the_original();
  void other_files_are_refused_with_a_hint_data();
  void other_files_are_refused_with_a_hint();

 private:
  std::filesystem::path write(const char* name, const std::string& bytes) {
    return write_file(folder_->path(), name, bytes);
  }
  std::filesystem::path folder() const { return std::filesystem::path(folder_->path().toStdU16String()); }
  void write_shards() {
    write("model-00001-of-00002.safetensors", safetensors_of({{"a", {1}}}));
    write("model-00002-of-00002.safetensors", safetensors_of({{"b", {2}}, {"c", {3}}}));
    write("model.safetensors.index.json",
          R"({"metadata":{"total_size":12},"weight_map":{"a":"model-00001-of-00002.safetensors",)"
          R"("b":"model-00002-of-00002.safetensors","c":"model-00002-of-00002.safetensors"}})");
  }
  static std::string split_part(int number, int count, int total, const char* tensor) {
    GgufParts g;
    g.key("split.no", 2, raw(std::uint16_t(number))).key("split.count", 2, raw(std::uint16_t(count)));
    g.key("split.tensors.count", 5, raw(std::int32_t(total))).tensor(tensor, {1}, 0, 0);
    g.data = floats({float(number)});
    return g.bytes();
  }
  std::unique_ptr<QTemporaryDir> folder_;
};

#define VERIFY_OPENED(file) QVERIFY2(file, file ? "" : file.error().message.c_str())
#define VERIFY_REFUSED(file, expected_code, part)                                                         \
  QVERIFY(!file);                                                                                         \
  QVERIFY2(QByteArray::fromStdString(file.error().message).contains(part), file.error().message.c_str()); \
  QVERIFY(file.error().code == expected_code)

void ModelFileTest::folder_with_one_model_opens_it_data() {
  QTest::addColumn<QStringList>("names");
  QTest::addColumn<QString>("format");
  QTest::newRow("gguf") << QStringList{"x.gguf", "README.md"} << "gguf";
  QTest::newRow("safetensors") << QStringList{"weights.safetensors", "tokenizer.json"} << "safetensors";
  QTest::newRow("pth") << QStringList{"x.pth", "training_args.bin"} << "pytorch";
  QTest::newRow("bin") << QStringList{"pytorch_model.bin", "optimizer.bin"} << "pytorch";
  QTest::newRow("safetensors before bin") << QStringList{"x.safetensors", "pytorch_model.bin"} << "safetensors";
  QTest::newRow("the usual name wins") << QStringList{"model.safetensors", "optimizer.safetensors"} << "safetensors";
}

void ModelFileTest::folder_with_one_model_opens_it() {
  QFETCH(QStringList, names);
  QFETCH(QString, format);
  for (const QString& name : names) {
    std::string bytes = safetensors_of({{name.toStdString(), {1}}});
    if (name.endsWith("gguf")) bytes = sound_gguf().bytes();
    if (name.endsWith("pth") || name.endsWith("bin")) bytes = sound_checkpoint().bytes();
    write(qPrintable(name), bytes);
  }
  const Opened file = open_model_file(folder());
  VERIFY_OPENED(file);
  QCOMPARE((*file)->file_format(), std::string_view(format.toStdString()));
  QVERIFY((*file)->path() == folder());
  QVERIFY(std::filesystem::equivalent((*file)->folder(), folder()));
  QVERIFY((*file)->parts() == std::vector<std::filesystem::path>{folder() / names[0].toStdString()});
}

void ModelFileTest::folder_without_or_with_several_models_is_refused() {
  VERIFY_REFUSED(open_model_file(folder()), ErrorCode::FileNotFound, "no .gguf, .safetensors, .pth");
  write("a.gguf", sound_gguf().bytes());
  write("b.gguf", sound_gguf().bytes());
  VERIFY_REFUSED(open_model_file(folder()), ErrorCode::InvalidArgument, "a.gguf, b.gguf");
  VERIFY_REFUSED(open_model_file(folder() / "absent.gguf"), ErrorCode::FileNotFound, "absent.gguf");
}

void ModelFileTest::config_beside_safetensors_becomes_metadata() {
  write("model.safetensors", safetensors_of({{"a", {1}}}));
  write("config.json", R"({"model_type":"rwkv7","rope":{"theta":1e4},"layers":["a","b"]})");
  const Opened file = open_model_file(folder());
  VERIFY_OPENED(file);
  QVERIFY(*(*file)->metadata("model_type") == MetadataValue(std::string("rwkv7")));
  QVERIFY(*(*file)->metadata("rope.theta") == MetadataValue(10000.0));
  QVERIFY(*(*file)->metadata("layers") == MetadataValue(std::vector<std::string>{"a", "b"}));
}

void ModelFileTest::broken_config_is_named() {
  write("model.safetensors", safetensors_of({{"a", {1}}}));
  write("config.json", "{\"a\":");
  VERIFY_REFUSED(open_model_file(folder()), ErrorCode::FileCorrupt, "config.json");
}

void ModelFileTest::shards_open_as_one_model_from_any_part() {
  write_shards();
  for (const char* name : {"", "model.safetensors.index.json", "model-00002-of-00002.safetensors"}) {
    const Opened file = open_model_file(folder() / name);
    VERIFY_OPENED(file);
    QCOMPARE((*file)->tensors().size(), 3u);
    QVERIFY((*file)->find("a") && (*file)->find("c"));
    QCOMPARE((*file)->parts().size(), 2u);
  }
}

void ModelFileTest::broken_shard_sets_are_refused_data() {
  QTest::addColumn<QByteArray>("index");
  QTest::addColumn<QByteArray>("message");
  QTest::newRow("missing shard") << QByteArray(R"({"weight_map":{"a":"gone.safetensors"}})")
                                 << QByteArray("gone.safetensors is missing");
  QTest::newRow("path upwards") << QByteArray(R"({"weight_map":{"a":"../x"}})")
                                << QByteArray("outside the folder: '../x'");
  QTest::newRow("absolute path") << QByteArray(R"({"weight_map":{"a":"/etc/passwd"}})")
                                 << QByteArray("outside the folder");
  QTest::newRow("Windows path") << QByteArray(R"({"weight_map":{"a":"..\\x"}})") << QByteArray("outside the folder");
  QTest::newRow("drive") << QByteArray(R"({"weight_map":{"a":"C:x"}})") << QByteArray("outside the folder");
  QTest::newRow("folder itself") << QByteArray(R"({"weight_map":{"a":".."}})") << QByteArray("outside the folder");
  QTest::newRow("zero byte in the name") << QByteArray(R"({"weight_map":{"a":"x\u0000y"}})")
                                         << QByteArray("outside the folder");
  QTest::newRow("no weight_map") << QByteArray("{}") << QByteArray("no weight_map");
  QTest::newRow("weight_map of numbers") << QByteArray(R"({"weight_map":{"a":1}})") << QByteArray("no file name");
  QTest::newRow("weight_map of objects") << QByteArray(R"({"weight_map":{"a":{"b":"c"}}})")
                                         << QByteArray("no file name");
  QTest::newRow("deep JSON") << QByteArray(R"({"weight_map":)") + QByteArray(9000, '[')
                             << QByteArray("nested too deeply");
  QTest::newRow("tensor not in its shard")
      << QByteArray(R"({"weight_map":{"z":"model-00001-of-00002.safetensors"}})") << QByteArray("tensor 'z'");
  QTest::newRow("tensor in two shards")
      << QByteArray(R"({"weight_map":{"a":"model-00001-of-00002.safetensors","b":"copy.safetensors"}})")
      << QByteArray("another part holds it");
  QTest::newRow("shard is damaged") << QByteArray(R"({"weight_map":{"a":"damaged.safetensors"}})")
                                    << QByteArray("damaged.safetensors");
}

void ModelFileTest::broken_shard_sets_are_refused() {
  QFETCH(QByteArray, index);
  QFETCH(QByteArray, message);
  write_shards();
  write("copy.safetensors", safetensors_of({{"a", {1}}, {"b", {1}}}));
  write("damaged.safetensors", "12345678{");
  write("model.safetensors.index.json", index.toStdString());
  const Opened file = open_model_file(folder() / "model.safetensors.index.json");
  const bool missing = message.contains("missing");
  VERIFY_REFUSED(file, (missing ? ErrorCode::FileNotFound : ErrorCode::FileCorrupt), message);
}

void ModelFileTest::split_gguf_opens_as_one_model_from_any_part() {
  write("m-00001-of-00002.gguf", split_part(0, 2, 2, "a"));
  write("m-00002-of-00002.gguf", split_part(1, 2, 2, "b"));
  for (const char* name : {"", "m-00001-of-00002.gguf", "m-00002-of-00002.gguf"}) {
    const Opened file = open_model_file(folder() / name);
    VERIFY_OPENED(file);
    QCOMPARE((*file)->tensors().size(), 2u);
    QVERIFY((*file)->find("b"));
  }
}

void ModelFileTest::broken_split_gguf_is_refused_data() {
  QTest::addColumn<QByteArray>("second");
  QTest::addColumn<QByteArray>("message");
  const auto row = [](const char* name, const std::string& second, const char* message) {
    QTest::newRow(name) << QByteArray::fromStdString(second) << QByteArray(message);
  };
  row("missing part", "", "m-00002-of-00002.gguf is missing");
  row("other number", split_part(0, 2, 2, "b"), "split.no is not 1");
  row("other count", split_part(1, 3, 2, "b"), "split.count is not 2");
  row("no split keys", sound_gguf().bytes(), "split.count is not 2");
  row("tensor in two parts", split_part(1, 2, 2, "a"), "another part holds it");
  row("damaged part", "GGUF", "m-00002-of-00002.gguf");
}

void ModelFileTest::broken_split_gguf_is_refused() {
  QFETCH(QByteArray, second);
  QFETCH(QByteArray, message);
  write("m-00001-of-00002.gguf", split_part(0, 2, 2, "a"));
  if (!second.isEmpty()) write("m-00002-of-00002.gguf", second.toStdString());
  const Opened file = open_model_file(folder() / "m-00001-of-00002.gguf");
  const bool missing = message.contains("missing");
  VERIFY_REFUSED(file, (missing ? ErrorCode::FileNotFound : ErrorCode::FileCorrupt), message);

  write("total-00001-of-00001.gguf", split_part(0, 2, 2, "a"));
  VERIFY_REFUSED(open_model_file(folder() / "total-00001-of-00001.gguf"), ErrorCode::FileCorrupt,
                 "split.count is not 1");
  write("renamed.gguf", split_part(0, 2, 2, "a"));
  VERIFY_REFUSED(open_model_file(folder() / "renamed.gguf"), ErrorCode::FileCorrupt, "not named like one");
  write("t-00001-of-00002.gguf", split_part(0, 2, 5, "a"));
  write("t-00002-of-00002.gguf", split_part(1, 2, 5, "b"));
  VERIFY_REFUSED(open_model_file(folder() / "t-00001-of-00002.gguf"), ErrorCode::FileCorrupt,
                 "split.tensors.count says 5");
}

void ModelFileTest::pytorch_checkpoints_open_whole_and_in_shards() {
  write("config.json", R"({"model_type":"mamba"})");
  const auto part = [](const char* name) {
    return checkpoint(p_file(p_dict(p_text(name) + p_tensor(p_storage("FloatStorage", "0", 1), 0, {1}, {1}))),
                      {floats({5})})
        .bytes();
  };
  write("pytorch_model-00001-of-00002.bin", part("a"));
  write("pytorch_model-00002-of-00002.bin", part("b"));
  write("pytorch_model.bin.index.json", R"({"weight_map":{"a":"pytorch_model-00001-of-00002.bin",)"
                                        R"("b":"pytorch_model-00002-of-00002.bin"}})");
  for (const char* name : {"", "pytorch_model.bin.index.json", "pytorch_model-00002-of-00002.bin"}) {
    const Opened file = open_model_file(folder() / name);
    VERIFY_OPENED(file);
    QCOMPARE((*file)->file_format(), std::string_view("pytorch"));
    QCOMPARE((*file)->tensors().size(), 2u);
    QVERIFY((*file)->metadata("model_type"));
  }
  write("pytorch_model-00002-of-00002.bin", part("c"));
  VERIFY_REFUSED(open_model_file(folder()), ErrorCode::FileCorrupt, "[pytorch] tensor 'b'");
}

void ModelFileTest::originals_inside_gguf_read_like_the_original() {
  const auto with = [&](const char* source, const char* config) {
    GgufParts g;
    g.text_key("general.architecture", "eddy").text_key("eddy.source_format", source).text_key("eddy.config", config);
    g.tensor("model.embed.weight", {4, 2}, 0, 0).data = floats({1, 2, 3, 4, 5, 6, 7, 8});
    return open_model_file(write("x.gguf", g.bytes()));
  };
  const Opened file = with("safetensors", R"({"model_type":"mamba","time_step_limit":[0.0,Infinity]})");
  VERIFY_OPENED(file);
  QCOMPARE((*file)->file_format(), std::string_view("safetensors"));
  QCOMPARE((*file)->container(), std::string_view("gguf"));
  QVERIFY((*file)->metadata("model_type") && !(*file)->metadata("general.architecture"));
  VERIFY_REFUSED(with("safetensors", "{"), ErrorCode::FileCorrupt, "key 'eddy.config' in x.gguf");
  VERIFY_REFUSED(with("onnx", "{}"), ErrorCode::UnsupportedFormat, "eddy.source_format");
}

void ModelFileTest::other_files_are_refused_with_a_hint_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QByteArray>("message");
  QTest::newRow("text") << "notes.txt" << QByteArray("hello") << QByteArray("is no GGUF, safetensors, PyTorch or rwkv.cpp file");
  QTest::newRow("pickle alone") << "model.pth" << QByteArray("\x80\x02}.") << QByteArray("is no GGUF");
  QTest::newRow("web page") << "model.bin" << QByteArray("<!DOCTYPE html>") << QByteArray("web page");
  QTest::newRow("pointer") << "model.safetensors" << QByteArray("version https://git-lfs.github.com/spec/v1")
                           << QByteArray("pointer");
}

void ModelFileTest::other_files_are_refused_with_a_hint() {
  QFETCH(QString, name);
  QFETCH(QByteArray, bytes);
  QFETCH(QByteArray, message);
  const Opened file = open_model_file(write(qPrintable(name), bytes.toStdString()));
  VERIFY_REFUSED(file, ErrorCode::UnsupportedFormat, message);
}

QTEST_APPLESS_MAIN(ModelFileTest)
#include "model_file_test.moc"
