#include "engine/model/world_vocabulary.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "engine/model_files/gguf_writer.h"

using namespace eddy;

class WorldVocabularyTest : public QObject {
  Q_OBJECT

 private slots:
  void vocabulary_written_to_gguf_tokenizes_alike();
};

void WorldVocabularyTest::vocabulary_written_to_gguf_tokenizes_alike() {
  // All single bytes as in the real file, then tokens with quotes, escapes, other scripts and half characters.
  QByteArray text;
  for (int byte = 0; byte < 256; ++byte) {
    const bool ascii = byte < 128;
    text += QByteArray::number(byte + 1) + (ascii ? " '\\x" : " b'\\x") + QByteArray(1, char(byte)).toHex() + "' 1\n";
  }
  text +=
      "257 '\\n\\n' 2\n258 \"it's\" 4\n259 'a\\\\b' 3\n260 '\xc3\xa9t\xc3\xa9' 5\n261 b'\\xe4\\xbd' 2\n262 ' \"x\"' "
      "4\n";
  QTemporaryDir folder;
  QFile file(folder.filePath("rwkv_vocab_v20230424.txt"));
  QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
  file.close();
  const auto from_text = load_tokenizer(std::filesystem::path(file.fileName().toStdU16String()));
  QVERIFY2(from_text, from_text ? "" : from_text.error().message.c_str());

  GgufWriter writer;
  for (const auto& [key, value] : world_vocabulary_for_gguf(**from_text, 270)) writer.set(key, value);
  const std::filesystem::path gguf(folder.filePath("model.gguf").toStdU16String());
  QVERIFY(writer.begin(gguf));
  QVERIFY(writer.commit());
  const auto model = open_model_file(gguf);
  QVERIFY(model);
  QCOMPARE(std::get<std::vector<std::string>>(*(*model)->metadata("tokenizer.ggml.tokens")).size(), 270u);  // padded
  QFile::remove(file.fileName());
  const auto from_gguf = load_tokenizer(**model);
  QVERIFY2(from_gguf, from_gguf ? "" : from_gguf.error().message.c_str());

  for (TokenId id = 0; id < (*from_text)->vocabulary(); ++id)
    QVERIFY((*from_gguf)->piece(id) == (*from_text)->piece(id));
  for (const char* sample : {"it's a\\b \"x\"\n\n\xc3\xa9t\xc3\xa9", "\xe4\xbd\xa0 \t\r", ""}) {
    QVERIFY((*from_gguf)->encode(sample) == (*from_text)->encode(sample));
  }
}

QTEST_APPLESS_MAIN(WorldVocabularyTest)
#include "world_vocabulary_test.moc"
