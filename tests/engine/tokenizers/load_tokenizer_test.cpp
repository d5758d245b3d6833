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

/// As llama.cpp writes a small SentencePiece model.
Values piece_values() {
  const std::string space = "\xE2\x96\x81";
  return {{"tokenizer.ggml.model", std::string("llama")},
          {"tokenizer.ggml.tokens", std::vector<std::string>{"<unk>", "<s>", "</s>", space, "a", "b", "ab", space + "a", space + "ab", "<user>"}},
          {"tokenizer.ggml.scores", std::vector<double>{0, 0, 0, -5, -6, -7, -1, -2, -3, 0}},
          {"tokenizer.ggml.token_type", std::vector<std::int64_t>{2, 3, 3, 1, 1, 1, 1, 1, 1, 4}},
          {"tokenizer.ggml.bos_token_id", std::int64_t{1}}};
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

  void gguf_pieces_with_scores_make_a_sentencepiece_model() {
    const auto tokenizer = load_tokenizer(MetadataModelFile(piece_values()));
    QVERIFY2(tokenizer, tokenizer ? "" : tokenizer.error().message.c_str());
    const auto& t = **tokenizer;
    QCOMPARE(t.kind(), std::string_view("sentencepiece"));
    QCOMPARE(t.encode("ab a"), (std::vector<TokenId>{8, 7}));
    QCOMPARE(t.encode("</s>a<user>"), (std::vector<TokenId>{3, 0, 4, 9}));  // nobody's text ends a text
    QCOMPARE(t.encode("</s>a", true), (std::vector<TokenId>{2, 7}));
    QCOMPARE(t.decode(t.encode("ab a")), std::string("ab a"));
    QCOMPARE(t.text_beginning(), std::vector<TokenId>{1});
    // Text that goes on gets no space in front; behind a special token a text begins anew.
    QCOMPARE(t.encode_marked("ab", {}, false), (std::vector<TokenId>{6}));
    QCOMPARE(t.encode_marked("ab</s>ab", {}, false), (std::vector<TokenId>{6, 2, 8}));
    const std::size_t breaks[] = {1};
    QCOMPARE(t.encode_marked("</s>", breaks), t.encode("</s>"));
  }

  void texts_begin_as_the_header_says_data() {
    QTest::addColumn<int>("add");
    QTest::addColumn<QString>("pre");
    QTest::addColumn<bool>("begins");
    QTest::newRow("said") << 1 << "gpt-2" << true;
    QTest::newRow("denied") << 0 << "llama-bpe" << false;
    QTest::newRow("usual") << -1 << "llama-bpe" << true;
    QTest::newRow("not usual") << -1 << "qwen2" << false;
  }
  void texts_begin_as_the_header_says() {
    QFETCH(int, add);
    QFETCH(QString, pre);
    QFETCH(bool, begins);
    Values values = gguf_values();
    values["tokenizer.ggml.pre"] = pre.toStdString();
    values["tokenizer.ggml.bos_token_id"] = std::int64_t{258};
    if (add >= 0) values["tokenizer.ggml.add_bos_token"] = add == 1;
    const auto tokenizer = load_tokenizer(MetadataModelFile(values));
    QCOMPARE((*tokenizer)->text_beginning(), begins ? std::vector<TokenId>{258} : std::vector<TokenId>());
  }

  void every_named_pre_tokenizer_is_understood() {
    for (const char* name : {"default", "gpt-2", "mpt", "olmo", "llama-bpe", "llama3", "falcon3", "falcon-h1", "lfm2", "dbrx",
                             "smaug-bpe", "glm4", "qwen2", "deepseek-r1-qwen", "stablelm2", "hunyuan", "qwen35", "tekken", "pixtral",
                             "gpt-4o", "llama4", "minimax-m2", "falcon", "starcoder", "refact", "codeshell", "smollm", "command-r",
                             "exaone", "exaone4", "deepseek-v3", "deepseek-coder", "kimi-k2", "bloom", "viking", "bailingmoe2",
                             "seed-coder", "exaone-moe", "youtu", "minicpm5"}) {
      Values values = gguf_values();
      values["tokenizer.ggml.pre"] = std::string(name);
      const auto tokenizer = load_tokenizer(MetadataModelFile(values));
      QVERIFY2(tokenizer, name);
      const std::string text = "I'll say: \xE4\xBD\xA0\xE5\xA5\xBD  12345 x\r\n\t\xC3\xA9!";
      QCOMPARE((*tokenizer)->decode((*tokenizer)->encode(text)), text);
    }
  }

  void damaged_piece_lists_are_refused_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("culprit");
    QTest::newRow("no scores") << "tokenizer.ggml.scores" << 0 << "scores is missing";
    QTest::newRow("scores type") << "tokenizer.ggml.scores" << 1 << "scores has the wrong type";
    QTest::newRow("scores too few") << "tokenizer.ggml.scores" << 2 << "scores has 1 entries";
    QTest::newRow("no types") << "tokenizer.ggml.token_type" << 0 << "token_type is missing";
    QTest::newRow("types too few") << "tokenizer.ggml.token_type" << 3 << "token_type has 1 entries";
    QTest::newRow("type unknown") << "tokenizer.ggml.token_type" << 4 << "token_type[0] is unknown";
    QTest::newRow("prefix type") << "tokenizer.ggml.add_space_prefix" << 1 << "add_space_prefix has the wrong type";
    QTest::newRow("spaces type") << "tokenizer.ggml.remove_extra_whitespaces" << 1 << "remove_extra_whitespaces has the wrong type";
    QTest::newRow("map type") << "tokenizer.ggml.precompiled_charsmap" << 1 << "precompiled_charsmap has the wrong type";
    QTest::newRow("bos type") << "tokenizer.ggml.bos_token_id" << 1 << "bos_token_id has the wrong type";
    QTest::newRow("add bos type") << "tokenizer.ggml.add_bos_token" << 1 << "add_bos_token has the wrong type";
    QTest::newRow("map outside") << "tokenizer.ggml.precompiled_charsmap" << 6 << "damaged SentencePiece model";
    QTest::newRow("piece twice") << "tokenizer.ggml.tokens" << 5 << "no SentencePiece model";
  }
  void damaged_piece_lists_are_refused() {
    QFETCH(QString, key);
    QFETCH(int, kind);
    QFETCH(QString, culprit);
    Values values = piece_values();
    MetadataValue& value = values[key.toStdString()];
    switch (kind) {
      case 0: values.erase(key.toStdString()); break;
      case 1: value = std::string("odd"); break;
      case 2: value = std::vector<double>{1}; break;
      case 3: value = std::vector<std::int64_t>{1}; break;
      case 4: value = std::vector<std::int64_t>(10, 9); break;
      case 6: value = std::vector<std::int64_t>{4, 0, 0, 0, 255, 255, 255, 127, 'a', 0}; break;
      default: value = std::vector<std::string>(10, "a"); break;
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
