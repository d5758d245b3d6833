// The catalogue: only what is rightly signed, and of that only what is sound.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <sodium.h>

#include "app/models/catalogue_model.h"
#include "tests/support/app/test_server.h"

using namespace eddy;
using namespace eddy::test;

namespace {

/// A key of the test's own.
struct Key {
  unsigned char open[crypto_sign_PUBLICKEYBYTES], secret[crypto_sign_SECRETKEYBYTES];

  Key() { crypto_sign_keypair(open, secret); }
  QByteArray publicHalf() const { return QByteArray(reinterpret_cast<const char*>(open), sizeof open).toBase64(); }
  QByteArray sign(const QByteArray& bytes) const {
    unsigned char raw[crypto_sign_BYTES];
    crypto_sign_detached(raw, nullptr, reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<unsigned long long>(bytes.size()), secret);
    return QByteArray(reinterpret_cast<char*>(raw), sizeof raw).toBase64();
  }
};

QJsonObject goodFile() {
  return {{"url", "https://models.example/x.gguf"}, {"name", "x.gguf"}, {"bytes", 10}, {"sha256", QString(64, 'a')}};
}
QJsonObject goodEntry(const QString& id = "x") {
  return {{"id", id}, {"name", "X"}, {"family", "RWKV-7"}, {"architecture", "rwkv7"}, {"licence", "Apache-2.0"},
          {"parameters", 1e9}, {"files", QJsonArray{goodFile()}}};
}
QByteArray catalogue(const QJsonArray& entries, const char* issued = "2027-01-01") {
  return QJsonDocument(QJsonObject{{"format", 1}, {"issued", issued}, {"entries", entries}, {"tomorrow", true}}).toJson();
}
QByteArray resource(const char* name) {
  QFile file(QStringLiteral(EDDY_RESOURCES "/catalogue/") + name);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class CatalogueTest : public QObject {
  Q_OBJECT

 private slots:
  void shipped_catalogue_is_signed_and_whole() {
    const auto shipped = openCatalogue(resource("catalogue.json"), resource("catalogue.json.sig"), resource("catalogue.pub"));
    QVERIFY(shipped);
    QCOMPARE(shipped->leftOut, 0);
    QVERIFY(shipped->entries.size() >= 40);
    for (const auto& entry : shipped->entries) {
      QVERIFY(memoryOf(entry, true) < memoryOf(entry, false));
      for (const auto& file : entry.files) QVERIFY(file.url.scheme() == "https");
    }
  }

  void changed_byte_or_key_is_refused() {
    const Key key, other;
    auto json = catalogue({goodEntry()});
    const auto signature = key.sign(json);
    QVERIFY(openCatalogue(json, signature, key.publicHalf()));
    QVERIFY(!openCatalogue(json, signature, other.publicHalf()));
    QVERIFY(!openCatalogue(json, other.sign(json), key.publicHalf()));
    for (const auto& bad : {QByteArray(), QByteArray("x"), signature.left(40), signature + "AAAA", QByteArray("!!!!")})
      QVERIFY(!isSignedBy(json, bad, key.publicHalf()));
    QVERIFY(!isSignedBy(json, signature, "short"));
    json[5] = 'x';
    QCOMPARE(openCatalogue(json, signature, key.publicHalf()).error().code, ErrorCode::FileCorrupt);
  }

  void what_is_no_catalogue_is_refused_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("code");
    const int invalid = int(ErrorCode::InvalidArgument);
    QTest::newRow("nothing") << QByteArray() << invalid;
    QTest::newRow("text") << QByteArray("hello") << invalid;
    QTest::newRow("list") << QByteArray("[]") << invalid;
    QTest::newRow("no date") << QByteArray("{\"format\":1,\"entries\":[]}") << invalid;
    QTest::newRow("no entries") << QByteArray("{\"format\":1,\"issued\":\"2026-01-01\",\"entries\":3}") << invalid;
    QTest::newRow("format as text") << QByteArray("{\"format\":\"1\",\"issued\":\"2026-01-01\",\"entries\":[]}") << invalid;
    QTest::newRow("newer") << QByteArray("{\"format\":2}") << int(ErrorCode::FileTooNew);
    QTest::newRow("huge") << QByteArray(kLargestCatalogue + 1, ' ') << invalid;
    QTest::newRow("deep") << QByteArray(100'000, '[') << invalid;
  }
  void what_is_no_catalogue_is_refused() {
    QFETCH(QByteArray, json);
    QFETCH(int, code);
    const auto parsed = parseCatalogue(json);
    QVERIFY(!parsed);
    QCOMPARE(int(parsed.error().code), code);
  }

  void hostile_entries_are_left_out_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* name, const char* field, QJsonValue value) { QTest::newRow(name) << QString(field) << value; };
    row("name is a number", "name", 3);
    row("name is missing", "name", QJsonValue(QJsonValue::Undefined));
    row("name is empty", "name", " ");
    row("name is huge", "name", QString(10'000, 'x'));
    row("name turns the line round", "name", QString("evil") + QChar(0x202e));
    row("name has line ends", "name", "a\nb");
    row("id goes up", "id", "../x");
    row("parameters are text", "parameters", "many");
    row("parameters are negative", "parameters", -5);
    row("parameters are beyond measure", "parameters", 1e300);
    row("parameters are none", "parameters", 0);
    row("files are text", "files", "https://x/y.gguf");
    row("files hold a number", "files", QJsonArray{5});
  }
  void hostile_entries_are_left_out() {
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    auto entry = goodEntry("bad");
    if (value.isUndefined()) entry.remove(field);
    else entry[field] = value;
    const auto parsed = parseCatalogue(catalogue({entry, goodEntry()}));
    QVERIFY(parsed);
    QCOMPARE(parsed->entries.size(), 1);
    QCOMPARE(parsed->leftOut, 1);
  }

  void hostile_files_take_their_entry_along_data() {
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    const auto row = [](const char* name, const char* field, QJsonValue value) { QTest::newRow(name) << QString(field) << value; };
    row("script", "url", "javascript:alert(1)");
    row("http", "url", "http://models.example/x.gguf");
    row("file", "url", "file:///etc/passwd");
    row("password", "url", "https://a:b@models.example/x.gguf");
    row("no host", "url", "https:///x.gguf");
    row("name goes up", "name", "../../x.gguf");
    row("name is absolute", "name", "/etc/x.gguf");
    row("name is a program", "name", "x.sh");
    row("name is hidden", "name", ".x.gguf");
    row("sum is short", "sha256", "abc");
    row("sum in capitals", "sha256", QString(64, 'A'));
    row("bytes are negative", "bytes", -1);
    row("bytes are broken", "bytes", 1.5);
  }
  void hostile_files_take_their_entry_along() {
    QFETCH(QString, field);
    QFETCH(QJsonValue, value);
    auto file = goodFile();
    file[field] = value;
    auto entry = goodEntry();
    entry["files"] = QJsonArray{file};
    QCOMPARE(parseCatalogue(catalogue({entry}))->leftOut, 1);
  }

  void same_names_and_too_many_are_left_out() {
    auto twice = goodEntry("twice");
    twice["files"] = QJsonArray{goodFile(), goodFile()};
    QCOMPARE(parseCatalogue(catalogue({goodEntry(), goodEntry(), twice}))->entries.size(), 1);
    QJsonArray many;
    for (int i = 0; i < 3000; ++i) many.append(goodEntry("e" + QString::number(i)));
    QCOMPARE(parseCatalogue(catalogue(many))->entries.size(), 2000);
  }

  void fit_is_that_of_this_machine() {
    StorageService storage;
    NetworkSettings settings(storage);
    Downloads downloads(settings);
    CatalogueModel model(downloads, settings);
    QTemporaryDir folder;
    model.start(folder.path());
    QVERIFY(model.count() >= 40);
    const auto fit = [&](const QString& id) {
      for (int row = 0; row < model.count(); ++row)
        if (model.index(row).data(CatalogueModel::IdRole) == id) return model.index(row).data(CatalogueModel::FitRole).toInt();
      return -1;
    };
    QCOMPARE(fit("rwkv7-g1-7.2b"), int(CatalogueModel::FitUnknown));
    model.setMemory({.total = 16'000'000'000, .available = 1, .gpus = {}});
    QCOMPARE(fit("rwkv7-g1-1.5b"), int(CatalogueModel::Fits));
    QCOMPARE(fit("rwkv7-g1-7.2b"), int(CatalogueModel::FitsSmall));
    QCOMPARE(fit("nemotron-3-nano-30b"), int(CatalogueModel::TooLarge));
    model.setMemory({.total = 16'000'000'000, .available = 1, .gpus = {{"Card", 80'000'000'000}}});
    QCOMPARE(fit("nemotron-3-nano-30b"), int(CatalogueModel::Fits));
    model.setSearch("granite");
    QCOMPARE(model.count(), 5);
    model.setSearch({});
    model.setWish(CatalogueModel::RecurrentAlone);
    QCOMPARE(fit("granite-4.0-h-tiny"), -1);
    QVERIFY(!model.download("zamba2-7b").isEmpty());  // nobody told where it is
    QVERIFY(!model.download("none").isEmpty());
  }

  void what_would_come_is_said_with_whose_word_its_checksum_is() {
    StorageService storage;
    NetworkSettings settings(storage);
    Downloads downloads(settings);
    CatalogueModel model(downloads, settings);
    QTemporaryDir folder;
    model.start(folder.path());
    const auto text = [&](const QString& id) {
      for (int row = 0; row < model.count(); ++row)
        if (model.index(row).data(CatalogueModel::IdRole) == id) return model.index(row).data(CatalogueModel::FileRole).toString();
      return QString();
    };
    QVERIFY(text("granite-4.0-h-tiny").startsWith("granite-4.0-h-tiny-Q4_K_M.gguf ("));
    QVERIFY(text("granite-4.0-h-tiny").endsWith("from huggingface.co. Its checksum is in this catalogue."));
    QVERIFY(text("lfm2-1.2b").endsWith("Size and checksum are the host's own word."));
    QVERIFY(text("granite-4.0-h-1b").endsWith(") from huggingface.co. Its checksum is the host's own word."));
    QVERIFY(text("qwen3.5-2b").endsWith(".gguf from huggingface.co. Its checksum is in this catalogue."));
    QVERIFY(text("zamba2-7b").isEmpty());
    QVERIFY(settings.setMirror("https://mirror.example"));
    QVERIFY(text("granite-4.0-h-tiny").contains("mirror.example"));
    QVERIFY(text("rwkv7-g1-1.5b").contains("modelscope.cn"));
    downloads.open(folder.path());
    settings.setNever(true);  // so that nothing is asked of anybody
    QCOMPARE(model.download("granite-4.0-h-tiny"), QString());
    QVERIFY(settings.hosts().contains("mirror.example"));
    QVERIFY(!settings.hosts().contains("huggingface.co"));
  }

  void update_takes_only_what_is_signed_and_newer() {
    TestServer server;
    const Key key, other;
    StorageService storage;
    NetworkSettings settings(storage);
    settings.setProxy(NetworkSettings::NoProxy);
    Downloads downloads(settings);
    QTemporaryDir folder;
    downloads.open(folder.path());
    CatalogueModel model(downloads, settings);
    model.setKey(key.publicHalf());
    model.start(folder.path());
    auto address = server.url("/catalogue.json");
    address.setHost("localhost");
    model.update();  // no address: nothing happens
    QVERIFY(!model.isUpdating());
    QVERIFY(settings.setCatalogueAddress(address.toString()));
    const auto update = [&](const QByteArray& json, const QByteArray& signature) {
      server.serve("/catalogue.json", json);
      server.serve("/catalogue.json.sig", signature);
      model.update();
      return QTest::qWaitFor([&] { return !model.isUpdating(); }, 20'000) ? model.updateText() : QString();
    };
    const int before = model.count();
    const auto good = catalogue({goodEntry()}), old = catalogue({goodEntry()}, "2020-01-01");
    QVERIFY(update(good, other.sign(good)).contains("not rightly signed"));
    QVERIFY(update("{}", key.sign("{}")).contains("no catalogue"));
    QVERIFY(update("{\"format\":9}", key.sign("{\"format\":9}")).contains("newer"));
    QVERIFY(update(old, key.sign(old)).contains("older"));
    QCOMPARE(model.count(), before);
    QVERIFY(update(good, key.sign(good)).contains("up to date"));
    QCOMPARE(model.count(), 1);
    CatalogueModel later(downloads, settings);  // the next start
    later.setKey(key.publicHalf());
    later.start(folder.path());
    QCOMPARE(later.count(), 1);
    QFile kept(folder.path() + "/catalogue.json");
    QVERIFY(kept.open(QIODevice::Append));
    kept.write(" ");
    kept.close();
    CatalogueModel damaged(downloads, settings);
    damaged.setKey(key.publicHalf());
    damaged.start(folder.path());
    QCOMPARE(damaged.count(), before);
    QVERIFY(damaged.updateText().contains("not rightly signed"));
  }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
