// Ids and decodings of the tokenizers library, for every folder below EDDY_REFERENCES/oracles/tokenizers.
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "engine/tokenizers/tokenizer.h"

using namespace eddy;

class ReferenceTest : public QObject {
  Q_OBJECT

 private slots:
  void ids_and_decodings_equal_the_library_data() {
    QTest::addColumn<QString>("file");
    const QDir root(QString(EDDY_REFERENCES) + "/oracles/tokenizers");
    for (const QString& name : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
      for (const char* file : {"/tokenizer.json", "/tokenizer.model"}) {
        if (QFile::exists(root.filePath(name + file))) QTest::newRow(qPrintable(name)) << root.filePath(name + file);
      }
    }
  }
  void ids_and_decodings_equal_the_library() {
    QFETCH(QString, file);
    const auto tokenizer = load_tokenizer(std::filesystem::path(file.toStdString()));
    QVERIFY2(tokenizer, tokenizer ? "" : tokenizer.error().message.c_str());
    QFile cases(QFileInfo(file).dir().filePath("cases.jsonl"));
    QVERIFY(cases.open(QIODevice::ReadOnly));
    int count = 0;
    for (; !cases.atEnd(); ++count) {
      const QJsonObject line = QJsonDocument::fromJson(cases.readLine()).object();
      const std::string text = line["text"].toString().toStdString();
      std::vector<TokenId> expected;
      for (const auto& id : line["ids"].toArray()) expected.push_back(id.toInt());
      const auto ids = (*tokenizer)->encode(text);
      QVERIFY2(ids == expected, qPrintable(QString("ids of '%1'").arg(line["text"].toString())));
      QCOMPARE(QString::fromStdString((*tokenizer)->decode(ids)), line["decoded"].toString());
      Detokenizer stream(*tokenizer, true);
      std::string streamed;
      for (TokenId id : ids) streamed += stream.push(id);
      QCOMPARE(QString::fromStdString(streamed + stream.flush()), line["decoded"].toString());
    }
    QVERIFY(count > 50);
  }
};

QTEST_APPLESS_MAIN(ReferenceTest)
#include "reference_test.moc"
