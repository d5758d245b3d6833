// Presets, personas, and how a chat comes to values and instructions of its own.
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/chat/token_chances_log.h"
#include "tests/support/app/offline_app.h"

using namespace eddy;

namespace {

/// The next answer of the shown chat: what it was asked with.
GenerationParams asked(OfflineApp& app, const QString& question) {
  GenerationParams params;
  auto& turns = app.chat().turns();
  const auto heard = QObject::connect(&turns, &ChatTurns::started, &turns, [&](qint64 id) { params = turns.answering(id)->job().params; });
  if (!app.ask(question)) qWarning("no answer");
  QObject::disconnect(heard);
  return params;
}

}  // namespace

class PresetsTest : public QObject {
  Q_OBJECT

 private slots:
  void what_comes_with_eddy_changes_its_language_at_once() {
    OfflineApp app;
    auto& presets = app.composition().presets();
    auto& personas = app.composition().personas();
    QSignalSpy suggested(&app.chat(), &ChatViewModel::suggestionsChanged), renamed(&presets, &PresetLibrary::changed);
    app.settings().setProperty("language", QStringLiteral("en"));
    const auto preset = presets.nameOf(QStringLiteral("balanced")), persona = personas.nameOf(QStringLiteral("explainer"));
    const auto suggestions = app.chat().suggestions();
    app.settings().setProperty("language", QStringLiteral("de"));
    QVERIFY(presets.nameOf(QStringLiteral("balanced")) != preset);
    QVERIFY(personas.nameOf(QStringLiteral("explainer")) != persona);
    QVERIFY(personas.isBuiltIn(QStringLiteral("explainer")));
    QVERIFY(app.chat().suggestions() != suggestions);
    QVERIFY(suggested.count() > 0 && renamed.count() > 0);
    app.settings().setProperty("language", QStringLiteral("en"));
    QCOMPARE(presets.nameOf(QStringLiteral("balanced")), preset);
  }

  void built_in_presets_are_told_apart_and_taken_over() {
    OfflineApp app;
    auto& presets = app.composition().presets();
    auto& settings = app.settings();
    QCOMPARE(presets.matching(&settings), QStringLiteral("balanced"));
    for (int row = 0; row < presets.count(); ++row) {
      const auto id = presets.data(presets.index(row), PresetLibrary::PresetId).toString();
      QVERIFY(!presets.data(presets.index(row), PresetLibrary::Note).toString().isEmpty());
      presets.apply(id, &settings);
      QCOMPARE(presets.matching(&settings), id);
    }
    presets.apply(QStringLiteral("rwkv-chat"), &settings);
    const auto params = settings.generationParams();
    QCOMPARE(params.sampler.temperature, 1.0f);
    QCOMPARE(params.sampler.top_p, 0.5f);
    QCOMPARE(params.sampler.presence_penalty, 2.0f);
    QCOMPARE(params.sampler.penalty_decay, 0.99f);
  }

  void a_preset_leaves_the_seed_alone() {
    OfflineApp app;
    app.settings().setProperty("seed", QStringLiteral("42"));
    app.composition().presets().apply(QStringLiteral("code"), &app.settings());
    QCOMPARE(app.settings().property("seed").toString(), QStringLiteral("42"));
    QCOMPARE(app.composition().presets().matching(&app.settings()), QStringLiteral("code"));
  }

  void own_presets_are_saved_renamed_deleted_and_come_back() {
    OfflineApp app;
    app.settings().setProperty("temperature", 1.25);
    app.settings().setProperty("stopStrings", QStringList{QStringLiteral("END")});
    auto& presets = app.composition().presets();
    const auto id = presets.save(QStringLiteral(" Mine "), &app.settings());
    QCOMPARE(presets.nameOf(id), QStringLiteral("Mine"));
    QCOMPARE(presets.save(QStringLiteral("Mine"), &app.settings()), id);  // changed, not doubled
    QVERIFY(presets.save(QStringLiteral("  "), &app.settings()).isEmpty());
    presets.rename(id, QStringLiteral("Balanced"));
    QCOMPARE(presets.nameOf(id), QStringLiteral("Balanced (2)"));
    presets.rename(QStringLiteral("code"), QStringLiteral("other"));
    presets.remove(QStringLiteral("code"));
    QCOMPARE(presets.nameOf(QStringLiteral("code")), QStringLiteral("Code"));
    app.restart();
    auto& again = app.composition().presets();
    QCOMPARE(again.nameOf(id), QStringLiteral("Balanced (2)"));
    app.settings().resetGeneration();
    again.apply(id, &app.settings());
    QCOMPARE(app.settings().property("temperature").toDouble(), 1.25);
    QCOMPARE(app.settings().property("stopStrings").toStringList(), QStringList{QStringLiteral("END")});
    again.remove(id);
    QVERIFY(again.nameOf(id).isEmpty());
    QVERIFY(again.undoText().contains(QStringLiteral("Balanced (2)")));
    again.undoRemove();
    QCOMPARE(again.nameOf(id), QStringLiteral("Balanced (2)"));
    again.remove(id);
    again.dismissUndo();
    again.undoRemove();
    QVERIFY(again.nameOf(id).isEmpty());
  }

  void presets_travel_as_files() {
    OfflineApp app;
    QTemporaryDir folder;
    const auto file = QUrl::fromLocalFile(folder.filePath(QStringLiteral("p.json")));
    auto& presets = app.composition().presets();
    app.settings().setProperty("topK", 33);
    presets.exportTo(presets.save(QStringLiteral("Travels"), &app.settings()), file);
    presets.importFrom(file);
    const auto last = presets.index(presets.count() - 1);
    QCOMPARE(presets.data(last, PresetLibrary::Name).toString(), QStringLiteral("Travels (2)"));
    AnswerValues values;
    presets.apply(presets.data(last, PresetLibrary::PresetId).toString(), &values);
    QCOMPARE(values.property("topK").toInt(), 33);
    QVERIFY(presets.errorText().isEmpty());
  }

  void files_that_are_no_presets_are_refused_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("another kind") << QByteArray(R"({"kind":"x","name":"a","values":{}})");
    QTest::newRow("no name") << QByteArray(R"({"kind":"eddy-preset","name":" ","values":{}})");
    QTest::newRow("no values") << QByteArray(R"({"kind":"eddy-preset","name":"a","values":3})");
    QTest::newRow("too large") << QByteArray(2 << 20, ' ');
  }
  void files_that_are_no_presets_are_refused() {
    QFETCH(QByteArray, content);
    OfflineApp app;
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("p.json")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    auto& presets = app.composition().presets();
    const int before = presets.count();
    presets.importFrom(QUrl::fromLocalFile(file.fileName()));
    QCOMPARE(presets.count(), before);
    QVERIFY(!presets.errorText().isEmpty());
    presets.dismissError();
    presets.importFrom(QUrl::fromLocalFile(folder.filePath(QStringLiteral("missing.json"))));
    QVERIFY(!presets.errorText().isEmpty());
    presets.exportTo(QStringLiteral("code"), QUrl::fromLocalFile(folder.filePath(QStringLiteral("no/such/p.json"))));
    QVERIFY(!presets.errorText().isEmpty());
  }

  void nonsense_in_a_preset_becomes_the_default() {
    AnswerValues values;
    values.take({{QStringLiteral("temperature"), QStringLiteral("hot")}, {QStringLiteral("topK"), QJsonArray()}, {QStringLiteral("stopStrings"), 3},
                 {QStringLiteral("shape"), 99}, {QStringLiteral("unknown"), 1}});
    QCOMPARE(values.toJson(), AnswerValues().toJson());
  }

  void a_chat_can_have_values_of_its_own() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    auto& style = app.composition().style();
    QTRY_VERIFY_WITH_TIMEOUT(style.available(), 30000);
    QCOMPARE(asked(app, QStringLiteral("short")).sampler.temperature, 0.7f);
    style.applyPreset(QStringLiteral("creative"));
    QVERIFY(style.hasOwn());
    QCOMPARE(style.label(), QStringLiteral("Creative"));
    QTRY_COMPARE_WITH_TIMEOUT(asked(app, QStringLiteral("short")).sampler.temperature, 1.0f, 30000);
    const auto chat = app.chat().conversationId();
    app.conversations().create();
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().conversationId() != chat && style.available() && app.chat().canSend(), 30000);
    QVERIFY(!style.hasOwn());
    QCOMPARE(asked(app, QStringLiteral("short")).sampler.temperature, 0.7f);
    app.restart();
    QVERIFY(app.waitReady());
    app.conversations().select(chat);
    auto& again = app.composition().style();
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().conversationId() == chat && again.available() && again.hasOwn(), 30000);
    QCOMPARE(again.label(), QStringLiteral("Creative"));
    again.setOwn(false);
    QVERIFY(again.label().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(asked(app, QStringLiteral("short")).sampler.temperature, 0.7f, 30000);
  }

  void a_model_can_have_values_of_its_own() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    auto& style = app.composition().style();
    AnswerValues values;
    values.setProperty("temperature", 0.11);
    style.setModelValues(&values);
    QVERIFY(style.modelHasValues());
    QCOMPARE(app.settings().generationParams().sampler.temperature, 0.11f);
    QCOMPARE(app.settings().property("temperature").toDouble(), 0.7);
    app.restart();
    QVERIFY(app.waitReady());
    QCOMPARE(app.settings().generationParams().sampler.temperature, 0.11f);
    app.composition().style().setModelValues(nullptr);
    QCOMPARE(app.settings().generationParams().sampler.temperature, 0.7f);
  }

  void the_shape_of_answers_reaches_the_engine_only_when_it_can_be_used() {
    AnswerValues values;
    values.setProperty("shape", AnswerValues::Grammar);
    values.setProperty("shapeText", QStringLiteral("root ::= \"a\""));
    QVERIFY(values.shapeError().isEmpty());
    QCOMPARE(values.generationParams().sampler.grammar, std::string("root ::= \"a\""));
    values.setProperty("shapeText", QStringLiteral("root ::= ("));
    QVERIFY(values.shapeError().contains(QStringLiteral("line 1, column 10")));
    QVERIFY(values.generationParams().sampler.grammar.empty());
    values.setProperty("shape", AnswerValues::JsonSchema);
    values.setProperty("shapeText", QStringLiteral("{\"type\":\"integer\"}"));
    QVERIFY(values.shapeError().isEmpty());
    QVERIFY(!values.generationParams().sampler.grammar.empty());
  }

  void a_persona_gives_a_new_chat_its_instructions() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    std::string seen;
    app.script().answer = [&seen](const std::string& text) { seen = text; return std::string("ok"); };
    auto& style = app.composition().style();
    QTRY_VERIFY_WITH_TIMEOUT(style.available(), 30000);
    QVERIFY(style.rereadNote().isEmpty());  // nothing was read yet
    style.setPersona(QStringLiteral("programmer"));
    QCOMPARE(style.personaName(), QStringLiteral("Programmer"));
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().canSend(), 30000);
    QCOMPARE(asked(app, QStringLiteral("hello")).sampler.temperature, 0.2f);  // its preset
    QVERIFY(seen.find("experienced programmer") != std::string::npos);
  }

  void changed_instructions_are_read_from_the_start_and_it_says_so() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    std::string seen;
    app.script().answer = [&seen](const std::string& text) { seen = text; return std::string("ok"); };
    QVERIFY(app.ask(QStringLiteral("first")));
    auto& style = app.composition().style();
    QTRY_VERIFY_WITH_TIMEOUT(!style.rereadNote().isEmpty(), 30000);
    style.setInstructions(QStringLiteral("Answer like a pirate."));
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().canSend(), 30000);
    QVERIFY(app.ask(QStringLiteral("second")));
    QVERIFY2(seen.find("like a pirate") < seen.find("first"), seen.c_str());
    style.setInstructions({});
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().canSend(), 30000);
    QVERIFY(app.ask(QStringLiteral("third")));
    QCOMPARE(seen.find("like a pirate"), std::string::npos);
    QVERIFY(seen.find("second") != std::string::npos);
  }

  void own_personas_are_kept() {
    OfflineApp app;
    auto& personas = app.composition().personas();
    const auto id = personas.add(QStringLiteral("Pirate"), QStringLiteral("Arr."), QStringLiteral("creative"));
    QVERIFY(personas.add(QStringLiteral("Nobody"), QStringLiteral("  ")).isEmpty());
    personas.change(id, QStringLiteral("Captain"), QStringLiteral("Arr!"), {});
    personas.change(QStringLiteral("tutor"), QStringLiteral("x"), QStringLiteral("x"), {});
    app.restart();
    auto& again = app.composition().personas();
    QCOMPARE(again.nameOf(id), QStringLiteral("Captain"));
    QCOMPARE(again.textOf(id), QStringLiteral("Arr!"));
    QCOMPARE(again.nameOf(QStringLiteral("tutor")), QStringLiteral("Tutor"));
    QCOMPARE(again.count(), 6);
    again.remove(id);
    again.remove(QStringLiteral("tutor"));
    QCOMPARE(again.count(), 5);
    again.undoRemove();
    QCOMPARE(again.textOf(id), QStringLiteral("Arr!"));
  }

  void token_chances_are_kept_of_the_last_answers_while_they_are_wanted() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    auto& chances = app.composition().chances();
    QVERIFY(app.ask(QStringLiteral("short")));
    const auto before = app.messages().at(app.messages().count() - 1).id;
    QVERIFY(!chances.has(before));
    app.settings().setProperty("tokenChances", true);
    QVERIFY(app.ask(QStringLiteral("short")));
    const auto answer = app.messages().at(app.messages().count() - 1).id;
    QVERIFY(chances.has(answer));
    QVERIFY(chances.count(answer) > 1);
    QVERIFY(chances.marked(answer, QStringLiteral("#ff0000"), QStringLiteral("#000000")).contains(QStringLiteral("href=\"1\"")));
    QCOMPARE(chances.likeliest(answer, 0).size(), 2);
    QVERIFY(std::abs(chances.probability(answer, 0) - 0.6065) < 0.001);
    QVERIFY(chances.likeliest(answer, -1).isEmpty() && chances.token(answer, 1 << 20).isEmpty());
    app.settings().setProperty("tokenChances", false);
    QVERIFY(!chances.has(answer));
  }
};

QTEST_MAIN(PresetsTest)
#include "presets_test.moc"
