#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include "engine/tokenizers/tokenizer.h"
#include "tests/support/engine/metadata_model_file.h"

using namespace eddy;

namespace {

using Values = MetadataModelFile::Values;

QByteArray read(const char* name) {
  QFile file(QString(EDDY_TEST_DATA "/tokenizers/") + name);
  if (!file.open(QIODevice::ReadOnly)) qFatal("no fixture");
  return file.readAll();
}

void write(const QString& path, const QByteArray& bytes) {
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
  file.write(bytes);
}

std::string letter(int byte) {
  const bool printable = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
  int others = 0;
  for (int b = 0; b < byte; ++b) others += !((b >= 0x21 && b <= 0x7E) || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE);
  return QString(QChar(printable ? byte : 256 + others)).toStdString();
}

/// As llama.cpp writes a small GPT-2 tokenizer: 256 letters, "he", " he", a control and a user-defined token.
Values gguf_values() {
  std::vector<std::string> tokens;
  for (int b = 0; b < 256; ++b) tokens.push_back(letter(b));
  tokens.insert(tokens.end(), {"he", letter(' ') + "he", "<|end|>", "    "});
  std::vector<std::int64_t> types(tokens.size(), 1);
  types[258] = 3;
  types[259] = 4;
  return {{"tokenizer.ggml.model", std::string("gpt2")}, {"tokenizer.ggml.pre", std::string("gpt-2")},
          {"tokenizer.ggml.tokens", tokens}, {"tokenizer.ggml.token_type", types},
          {"tokenizer.ggml.merges", std::vector<std::string>{"h e", letter(' ') + " he"}}};
}

}  // namespace

class LoadTokenizerTest : public QObject {
  Q_OBJECT

 private slots:
  void gguf_keys_make_a_byte_level_bpe() {
    const MetadataModelFile model(gguf_values());
    const auto tokenizer = load_tokenizer(model);
    QVERIFY2(tokenizer, tokenizer ? "" : tokenizer.error().message.c_str());
    QCOMPARE((*tokenizer)->encode("he he"), (std::vector<TokenId>{256, 257}));
    QCOMPARE((*tokenizer)->encode("<|end|>    x", true), (std::vector<TokenId>{258, 259, 'x'}));
    QVERIFY((*tokenizer)->encode("<|end|>").size() > 1);
    QCOMPARE(*(*tokenizer)->special("<|end|>"), 258);
    QCOMPARE((*tokenizer)->decode((*tokenizer)->encode("Any \xF0\x9F\x98\x80 text")), std::string("Any \xF0\x9F\x98\x80 text"));
  }

  void the_whole_hugging_face_file_goes_first() {
    Values values = gguf_values();
    values["tokenizer.huggingface.json"] = read("tiny_bpe.json").toStdString();
    const MetadataModelFile model(values);
    QCOMPARE((*load_tokenizer(model))->encode("hello"), std::vector<TokenId>{261});
  }

  void files_beside_the_model_are_found() {
    QTemporaryDir dir;
    const std::filesystem::path folder = dir.path().toStdString();
    const MetadataModelFile model({}, folder);
    auto none = load_tokenizer(model);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::FileNotFound);
    write(dir.filePath("rwkv_vocab_v20230424.txt"), read("tiny_world.txt"));
    QCOMPARE((*load_tokenizer(model))->kind(), std::string_view("rwkv-world"));
    write(dir.filePath("tokenizer.json"), read("tiny_bpe.json"));
    QCOMPARE((*load_tokenizer(model))->kind(), std::string_view("byte-level BPE"));
  }

  void a_file_helps_where_the_header_is_not_understood() {
    QTemporaryDir dir;
    const std::filesystem::path folder = dir.path().toStdString();
    write(dir.filePath("tokenizer.json"), read("tiny_bpe.json"));
    Values values = gguf_values();
    values["tokenizer.ggml.pre"] = std::string("of tomorrow");
    QCOMPARE((*load_tokenizer(MetadataModelFile(values, folder)))->encode("hello"), std::vector<TokenId>{261});
    values["tokenizer.ggml.model"] = std::string("none");
    QVERIFY(load_tokenizer(MetadataModelFile(values, folder)));
  }

  void damaged_gguf_keys_are_refused_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("culprit");
    QTest::newRow("json type") << "tokenizer.huggingface.json" << 1 << "tokenizer.huggingface.json has the wrong type";
    QTest::newRow("model type") << "tokenizer.ggml.model" << 1 << "tokenizer.ggml.model has the wrong type";
    QTest::newRow("model unknown") << "tokenizer.ggml.model" << 2 << "tokenizer.ggml.model 'odd'";
    QTest::newRow("pre type") << "tokenizer.ggml.pre" << 1 << "tokenizer.ggml.pre has the wrong type";
    QTest::newRow("pre unknown") << "tokenizer.ggml.pre" << 2 << "tokenizer.ggml.pre 'odd'";
    QTest::newRow("tokens type") << "tokenizer.ggml.tokens" << 1 << "tokenizer.ggml.tokens has the wrong type";
    QTest::newRow("tokens missing") << "tokenizer.ggml.tokens" << 0 << "tokenizer.ggml.tokens is missing";
    QTest::newRow("types type") << "tokenizer.ggml.token_type" << 1 << "tokenizer.ggml.token_type has the wrong type";
    QTest::newRow("types too few") << "tokenizer.ggml.token_type" << 3 << "tokenizer.ggml.token_type has 2 entries";
    QTest::newRow("merges type") << "tokenizer.ggml.merges" << 1 << "tokenizer.ggml.merges has the wrong type";
    QTest::newRow("merges missing") << "tokenizer.ggml.merges" << 0 << "tokenizer.ggml.merges is missing";
    QTest::newRow("merge without space") << "tokenizer.ggml.merges" << 4 << "tokenizer.ggml.merges[0]";
    QTest::newRow("merge of nothing") << "tokenizer.ggml.merges" << 5 << "tokenizer.ggml.merges[0]";
    QTest::newRow("merge unknown") << "tokenizer.ggml.merges" << 6 << "merges[0]: 'zq'";
    QTest::newRow("space prefix type") << "tokenizer.ggml.add_space_prefix" << 1 << "add_space_prefix has the wrong type";
  }
  void damaged_gguf_keys_are_refused() {
    QFETCH(QString, key);
    QFETCH(int, kind);
    QFETCH(QString, culprit);
    Values values = gguf_values();
    MetadataValue& value = values[key.toStdString()];
    switch (kind) {
      case 0: values.erase(key.toStdString()); break;
      case 1: value = 3.5; break;
      case 2: value = std::string("odd"); break;
      case 3: value = std::vector<std::int64_t>{1, 2}; break;
      case 4: value = std::vector<std::string>{"he"}; break;
      case 5: value = std::vector<std::string>{""}; break;
      default: value = std::vector<std::string>{"zq e"}; break;
    }
    const auto result = load_tokenizer(MetadataModelFile(values));
    QVERIFY(!result);
    const QString message = QString::fromStdString(result.error().message);
    QVERIFY2(message.contains(culprit) && message.contains("model.gguf"), qPrintable(message));
  }

  void a_world_list_in_gguf_is_read() {
    std::vector<std::string> tokens = {"<s>"};
    for (int b = 0; b < 256; ++b) tokens.push_back(QString("\\x%1").arg(b, 2, 16, QChar('0')).toStdString());
    const MetadataModelFile model({{"tokenizer.ggml.model", std::string("rwkv")}, {"tokenizer.ggml.tokens", tokens}});
    QCOMPARE((*load_tokenizer(model))->encode("a"), std::vector<TokenId>{98});
  }

  void missing_and_foreign_files_are_named() {
    QTemporaryDir dir;
    const std::filesystem::path folder = dir.path().toStdString();
    QCOMPARE(load_tokenizer(folder / "no.json").error().code, ErrorCode::FileNotFound);
    write(dir.filePath("x.json"), "\x7F""ELF");
    write(dir.filePath("x.txt"), "\x7F""ELF");
    for (const char* name : {"x.json", "x.txt"}) {
      const auto result = load_tokenizer(folder / name);
      QVERIFY(!result);
      QVERIFY(QString::fromStdString(result.error().message).contains(name));
    }
  }
};

QTEST_APPLESS_MAIN(LoadTokenizerTest)
#include "load_tokenizer_test.moc"
