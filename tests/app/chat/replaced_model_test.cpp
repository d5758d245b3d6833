// The model's file is replaced by one with other weights behind the program's back: no state of the one is ever used with the
// other, the reason is told, and nothing is lost.
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "tests/support/app/offline_app.h"
#include "tests/support/engine/tiny_chat_models.h"

using namespace eddy;
using namespace eddy::test;
namespace fs = std::filesystem;

class ReplacedModelTest : public QObject {
  Q_OBJECT

  fs::path path(const char* name) const { return fs::path(m_models.path().toStdString()) / name; }
  static constexpr char kWeights[] = "model.safetensors";

  OfflineApp::Options realEngine() const { return {.starter = QString::fromStdString(path("live").string())}; }
  static void makeGreedy(OfflineApp& app) {
    app.settings().setProperty("temperature", 0.0);
    app.settings().setProperty("maxTokens", 30);
  }
  static QString question(int number) {
    return QStringLiteral("question %1, with words enough for a turn to be worth more than a glance, one and all").arg(number);
  }
  static const MessageRow& last(OfflineApp& app) { return app.messages().at(app.messages().count() - 1); }
  static QStringList reasons(OfflineApp& app) {
    auto& states = app.composition().states();
    states.refresh();
    QTest::qWait(100);
    QStringList reasons;
    for (int i = 0; i < states.log()->count(); ++i) reasons += QString::fromStdString(states.log()->at(i).reason);
    return reasons;
  }

  /// The file under the same path, by writing into it or by renaming another one to it; its time and size stay.
  void replaceBy(const char* model, bool inPlace) {
    const auto live = path("live") / kWeights, other = path(model) / kWeights;
    const auto written = fs::last_write_time(live);
    QCOMPARE(fs::file_size(live), fs::file_size(other));
    if (inPlace) {
      std::ifstream from(other, std::ios::binary);
      std::fstream to(live, std::ios::in | std::ios::out | std::ios::binary);
      to << from.rdbuf();
    } else {
      fs::copy_file(other, path("new"), fs::copy_options::overwrite_existing);
      fs::rename(path("new"), live);
    }
    fs::last_write_time(live, written);
  }

  /// The last answer of the chat on show in a folder is what `model` says that has read all before in one go.
  void lastAnswerIsOf(const fs::path& folder, const char* model) {
    auto opened = Stores::open(folder);
    QVERIFY(opened.has_value());
    const auto& store = opened->stores->conversations;
    const auto leaf = store.list_conversations()->front();
    const auto branch = *store.branch(*store.conversation(leaf.id)->current_leaf);
    const auto engine = create_engine();
    const auto loaded = engine->load(path(model), {.backend = "cpu", .threads = 1});
    QVERIFY(loaded.has_value());
    std::vector<TokenId> before;
    for (std::size_t i = 0; i + 1 < branch.size(); ++i) before.insert(before.end(), branch[i].tokens.begin(), branch[i].tokens.end());
    auto sequence = *(*loaded)->new_sequence();
    QVERIFY(sequence->prefill(before).has_value());
    const auto& answer = branch.back();
    QVERIFY(!answer.tokens.empty());
    GenerationParams params{.sampler = {.temperature = 0}, .max_tokens = static_cast<int>(answer.tokens.size())};
    params.stop_strings = (*loaded)->chat_format().stop_strings();
    params.stop_tokens = (*loaded)->chat_format().stop_tokens();
    const auto written = sequence->generate(params, {}, {});
    QVERIFY(written.has_value());
    QVERIFY2(written->tokens == answer.tokens, model);
    QCOMPARE(answer.model_fingerprint, (*loaded)->fingerprint());
  }

 private slots:
  void init() {
    write_chat_model(path("first"), ChatModelKind::Rwkv7, {.seed = 1});
    write_chat_model(path("second"), ChatModelKind::Rwkv7, {.seed = 2});
    fs::remove_all(path("live"));
    fs::copy(path("first"), path("live"));
  }

  void between_two_starts_data() {
    QTest::addColumn<bool>("inPlace");
    QTest::newRow("written into") << true;
    QTest::newRow("renamed over") << false;
  }
  void between_two_starts() {
    QFETCH(bool, inPlace);
    OfflineApp app(realEngine());
    makeGreedy(app);
    for (int turn = 1; turn <= 2; ++turn) QVERIFY(app.ask(question(turn)));
    app.stop();
    lastAnswerIsOf(app.folder(), "first");
    replaceBy("second", inPlace);
    app.start();
    QVERIFY(app.waitReady());
    QTRY_COMPARE_WITH_TIMEOUT(reasons(app), QStringList{QStringLiteral("model-changed")}, 30000);
    QCOMPARE(app.messages().count(), 4);
    QVERIFY(app.ask(question(3)));
    app.stop();
    lastAnswerIsOf(app.folder(), "second");

    // The first one comes back: what it has read is still known, the other's turn is all that is read.
    replaceBy("first", inPlace);
    app.start();
    QVERIFY(app.waitReady());
    QTRY_COMPARE_WITH_TIMEOUT(reasons(app).size(), 2, 30000);
    const auto entry = app.composition().states().log()->at(0);
    QCOMPARE(QString::fromStdString(entry.reason), QStringLiteral("model-changed"));
    QVERIFY(entry.restored_tokens > entry.tokens);
    QVERIFY(app.ask(question(4)));
    app.stop();
    lastAnswerIsOf(app.folder(), "first");
  }

  void under_the_running_program_data() { between_two_starts_data(); }
  void under_the_running_program() {
    QFETCH(bool, inPlace);
    OfflineApp app(realEngine());
    makeGreedy(app);
    QVERIFY(app.ask(question(1)));
    replaceBy("second", inPlace);
    // The weights that were loaded go on, and what is saved is named after them.
    QVERIFY(app.ask(question(2)));
    QCOMPARE(last(app).tokensReread, 0);
    app.stop();
    lastAnswerIsOf(app.folder(), "first");
    app.start();
    QVERIFY(app.waitReady());
    QTRY_COMPARE_WITH_TIMEOUT(reasons(app), QStringList{QStringLiteral("model-changed")}, 30000);
    QVERIFY(app.ask(question(3)));
    app.stop();
    lastAnswerIsOf(app.folder(), "second");
  }

  void loading_it_again_takes_the_new_one() {
    OfflineApp app(realEngine());
    makeGreedy(app);
    QVERIFY(app.ask(question(1)));
    replaceBy("second", true);
    app.models().load(QString::fromStdString(path("live").string()));
    QVERIFY(QTest::qWaitFor([&] { return app.models().status() == ModelsViewModel::Loading; }, 10'000));
    QVERIFY(app.waitReady());
    QTRY_COMPARE_WITH_TIMEOUT(reasons(app), QStringList{QStringLiteral("model-changed")}, 30000);
    QVERIFY(app.ask(question(2)));
    app.stop();
    lastAnswerIsOf(app.folder(), "second");
  }

  void a_file_that_was_only_touched_is_the_same_model() {
    OfflineApp app(realEngine());
    makeGreedy(app);
    QVERIFY(app.ask(question(1)));
    app.stop();
    fs::last_write_time(path("live") / kWeights, fs::file_time_type::clock::now() + std::chrono::hours(1));
    app.start();
    QVERIFY(app.ask(question(2)));
    QCOMPARE(last(app).tokensReread, 0);
    QCOMPARE(reasons(app), QStringList());
  }

  void one_that_was_cut_short_is_refused_and_the_chat_is_there() {
    OfflineApp app(realEngine());
    makeGreedy(app);
    QVERIFY(app.ask(question(1)));
    const auto answer = last(app).text;
    app.stop();
    fs::resize_file(path("live") / kWeights, fs::file_size(path("live") / kWeights) / 2);
    app.start();
    QTRY_COMPARE_WITH_TIMEOUT(app.models().status(), ModelsViewModel::Failed, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 2, 30000);
    QCOMPARE(last(app).text, answer);
    app.stop();
    fs::copy_file(path("first") / kWeights, path("live") / kWeights, fs::copy_options::overwrite_existing);
    app.start();
    QVERIFY(app.ask(question(2)));
    QCOMPARE(last(app).tokensReread, 0);
  }

 private:
  QTemporaryDir m_models;
};

QTEST_MAIN(ReplacedModelTest)
#include "replaced_model_test.moc"
