// What is kept of models: folders, facts of files, wishes, and the speed of their answers.
#include "app/storage/model_store.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;

class ModelStoreTest : public QObject {
  Q_OBJECT

  static void add_answer(Database& database, const char* model, int tokens, double seconds) {
    must(database.run("INSERT INTO messages(conversation_id, author, status, created_at, model_fingerprint, tokens_generated, "
                      "seconds, text) VALUES (1, 1, 2, 0, ?, ?, ?, '')",
                      std::string_view(model), tokens, seconds));
  }

 private slots:
  void folders_are_kept_by_path() {
    Conversations chats;
    ModelStore store(chats.database());
    must(store.put_folder({"/b", true, true}));
    must(store.put_folder({"/a", false, false}));
    must(store.put_folder({"/b", true, false}));
    const auto folders = must(store.folders());
    QCOMPARE(folders.size(), std::size_t(2));
    QVERIFY(folders[0].path == "/a" && !folders[0].added && !folders[0].used);
    QVERIFY(folders[1].path == "/b" && folders[1].added && !folders[1].used);
    must(store.remove_folder("/b"));
    QCOMPARE(must(store.folders()).size(), std::size_t(1));
  }

  void fingerprint_lasts_as_long_as_the_file() {
    Conversations chats;
    ModelStore store(chats.database());
    must(store.put_file({"/m", 10, 100, "", "{}"}));
    must(store.put_fingerprint("/m", "abc"));
    must(store.put_file({"/m", 10, 100, "", "{\"x\":1}"}));
    QVERIFY(must(store.files()).front().fingerprint == "abc");
    QVERIFY(must(store.files()).front().facts == "{\"x\":1}");
    must(store.put_file({"/m", 11, 100, "", "{}"}));
    QVERIFY(must(store.files()).front().fingerprint.empty());
  }

  void forgotten_file_takes_its_settings_along() {
    Conversations chats;
    ModelStore store(chats.database());
    must(store.put_file({"/m", 10, 100, "", "{}"}));
    must(store.set("/m", "hidden", "1"));
    must(store.set("/n", "system_prompt", "Be kind."));
    must(store.forget_file("/m"));
    QVERIFY(must(store.files()).empty());
    const auto settings = must(store.settings());
    QVERIFY(!settings.contains("/m"));
    QVERIFY(settings.at("/n").at("system_prompt") == "Be kind.");
    must(store.set("/n", "system_prompt", ""));
    QVERIFY(must(store.settings()).empty());
  }

  void speed_is_that_of_long_enough_answers() {
    Conversations chats;
    must(chats.database().run("INSERT INTO conversations(id, title, title_is_automatic, created_at, updated_at, model_path, "
                              "system_prompt, draft) VALUES (1, '', 1, 0, 0, '', '', '')"));
    ModelStore store(chats.database());
    QVERIFY(must(store.speeds()).empty());
    add_answer(chats.database(), "m", 100, 10);  // 10 tokens/s
    add_answer(chats.database(), "m", 3, 0.001);
    add_answer(chats.database(), "m", 100, 5);
    add_answer(chats.database(), "m", 60, 2);
    add_answer(chats.database(), "m", 60, 0);
    add_answer(chats.database(), "other", 60, 1);
    const auto speeds = must(store.speeds());
    QCOMPARE(speeds.at("m").last, 30.0);
    QCOMPARE(speeds.at("m").median, 20.0);
    QCOMPARE(speeds.at("m").answers, 3);
    QCOMPARE(speeds.at("other").answers, 1);
  }
};

QTEST_APPLESS_MAIN(ModelStoreTest)
#include "model_store_test.moc"
