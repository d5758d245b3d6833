// Finding models: our folder, those of other programs, and what is no model.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/models/model_facts_json.h"
#include "app/models/model_scan.h"

using namespace eddy;

class ModelScanTest : public QObject {
  Q_OBJECT

  static void write(const QString& path, const QByteArray& bytes = "weights") {
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
  }
  static QStringList names(const PlaceContents& contents, const QString& root) {
    QStringList list;
    for (const auto& model : contents.models) list += QDir(root).relativeFilePath(model.path);
    list.sort();
    return list;
  }

 private slots:
  void models_are_found_and_nothing_else() {
    QTemporaryDir folder;
    const auto root = folder.path();
    write(root + "/a.gguf");
    write(root + "/deep/er/B.GGUF");
    write(root + "/c.pth");
    write(root + "/notes.txt");
    write(root + "/a.gguf.part");
    write(root + "/mmproj-vision.gguf");
    write(root + "/other.bin", "whatever");
    write(root + "/rwkv.bin", "fmgg" + QByteArray(20, 'x'));
    write(root + "/split-00001-of-00002.gguf", "12345");
    write(root + "/split-00002-of-00002.gguf", "123");
    write(root + "/hf/config.json", "{}");
    write(root + "/hf/model-00001-of-00002.safetensors", "1234");
    write(root + "/hf/model-00002-of-00002.safetensors", "1234");
    const auto found = scanPlace({PlaceKind::Added, root});
    QCOMPARE(names(found, root), (QStringList{"a.gguf", "c.pth", "deep/er/B.GGUF", "hf", "rwkv.bin", "split-00001-of-00002.gguf"}));
    for (const auto& model : found.models) {
      if (model.path.endsWith("/hf")) QCOMPARE(model.bytes, 10);
      if (model.path.contains("split")) QCOMPARE(model.bytes, 8);
      QVERIFY(model.changedAt > 0 && model.place == root);
    }
    QVERIFY(found.folders.contains(root + "/deep/er"));
  }

  void folder_that_contains_itself_ends() {
    QTemporaryDir folder;
    write(folder.path() + "/x/a.gguf");
    QVERIFY2(QFile::link(folder.path(), folder.path() + "/x/again"), "a link could not be made");
    QCOMPARE(scanPlace({PlaceKind::Added, folder.path()}).models.size(), std::size_t(1));
  }

  void missing_folder_and_stopped_scan_are_empty() {
    QVERIFY(scanPlace({PlaceKind::Added, "/not/there"}).models.empty());
    QVERIFY(scanPlace({PlaceKind::Ollama, "/not/there"}).models.empty());
    QTemporaryDir folder;
    write(folder.path() + "/a.gguf");
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(scanPlace({PlaceKind::Added, folder.path()}, stop.get_token()).models.empty());
    QCOMPARE(lookAt(folder.path() + "/none.gguf").bytes, -1);
    QCOMPARE(lookAt(folder.path() + "/a.gguf").bytes, 7);
  }

  void ollama_models_have_the_names_of_their_manifests() {
    QTemporaryDir folder;
    const auto root = folder.path();
    const QString hash(64, QLatin1Char('a')), other(64, QLatin1Char('b'));
    const auto manifest = [](const QString& digest) {
      return QByteArray("{\"layers\":[{\"mediaType\":\"application/vnd.ollama.image.license\",\"digest\":\"sha256:1\"},"
                        "{\"mediaType\":\"application/vnd.ollama.image.model\",\"digest\":\"sha256:") + digest.toUtf8() + "\"}]}";
    };
    write(root + "/blobs/sha256-" + hash, "12345");
    write(root + "/manifests/registry.ollama.ai/library/falcon-h1/7b", manifest(hash));
    write(root + "/manifests/registry.ollama.ai/someone/rwkv/latest", manifest(hash));
    write(root + "/manifests/registry.ollama.ai/library/gone/1b", manifest(other));
    write(root + "/manifests/registry.ollama.ai/library/evil/1b", manifest("../../../../etc/passwd"));
    write(root + "/manifests/registry.ollama.ai/library/broken/1b", "{\"layers\":3");
    write(root + "/manifests/registry.ollama.ai/library/list/1b", "[1,2]");
    const auto found = scanPlace({PlaceKind::Ollama, root});
    QStringList all;
    for (const auto& model : found.models) {
      all += model.name;
      QCOMPARE(model.path, root + "/blobs/sha256-" + hash);
      QCOMPARE(model.bytes, 5);
    }
    all.sort();
    QCOMPARE(all, (QStringList{"falcon-h1:7b", "someone/rwkv:latest"}));
  }

  void hub_snapshots_are_named_by_their_repository() {
    QTemporaryDir folder;
    const auto root = folder.path();
    write(root + "/models--RWKV--goose/blobs/0123", "weights");
    write(root + "/models--RWKV--goose/snapshots/abc/config.json", "{}");
    QVERIFY2(QFile::link(root + "/models--RWKV--goose/blobs/0123", root + "/models--RWKV--goose/snapshots/abc/model.safetensors"),
             "a link could not be made");
    write(root + "/models--x--y/snapshots/def/small.gguf");
    const auto found = scanPlace({PlaceKind::HuggingFace, root});
    QStringList all;
    for (const auto& model : found.models) all += model.name;
    all.sort();
    QCOMPARE(all, (QStringList{"RWKV/goose", "x/y/small.gguf"}));
  }

  void other_programs_are_found_where_they_are() {
    QTemporaryDir folder;
    const auto home = folder.path();
    QProcessEnvironment environment;
    QVERIFY(foundPlaces(home, environment).empty() || foundPlaces(home, environment).front().path.startsWith(u"/"));
    for (const auto* path : {"/.lmstudio/models", "/.ollama/models", "/.cache/huggingface/hub", "/elsewhere/blobs"}) QVERIFY(QDir().mkpath(home + path));
    environment.insert("OLLAMA_MODELS", home + "/elsewhere");
    const auto places = foundPlaces(home, environment);
    const auto has = [&](PlaceKind kind, const char* below) {
      return std::any_of(places.begin(), places.end(), [&](const auto& p) { return p.kind == kind && p.path == home + below; });
    };
    QVERIFY(has(PlaceKind::LmStudio, "/.lmstudio/models"));
    QVERIFY(has(PlaceKind::Ollama, "/.ollama/models"));
    QVERIFY(has(PlaceKind::Ollama, "/elsewhere"));
    QVERIFY(has(PlaceKind::HuggingFace, "/.cache/huggingface/hub"));
    QVERIFY(!programOf(PlaceKind::Jan).isEmpty() && programOf(PlaceKind::Own).isEmpty());
  }

  void facts_come_back_as_they_were() {
    ModelFacts facts;
    facts.looked = true;
    facts.code = ErrorCode::FileCorrupt;
    facts.program = "0.1";
    facts.info.name = "a \xff name";
    facts.info.architecture = "rwkv7";
    facts.info.weight_formats = {{"Q5_K", 12}, {"F32", 3}};
    facts.info.memory = {.weights = 1, .state = 2, .rows = {{3, 4}}, .work = 5, .plans = 6, .tables = 7};
    facts.info.kv_bytes_per_token = 8;
    facts.info.runnable = true;
    const auto back = factsFromJson(toJson(facts));
    QVERIFY(back.looked && back.info.runnable);
    QVERIFY(back.code == ErrorCode::FileCorrupt && back.program == "0.1" && back.info.architecture == "rwkv7");
    QVERIFY(back.info.weight_formats == facts.info.weight_formats && back.info.memory.rows == facts.info.memory.rows);
    QCOMPARE(back.info.memory.total(256), facts.info.memory.total(256));
    for (const auto* text : {"", "{", "[]", "{\"code\":\"x\"}", "null"}) QVERIFY(!factsFromJson(text).looked);
  }
};

QTEST_GUILESS_MAIN(ModelScanTest)
#include "model_scan_test.moc"
