// Search over all conversations: what is found, what never is, and what is left of deleted words.
#include "app/storage/conversation_search.h"

#include <QFile>

#include "app/storage/migrations.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;

namespace {

/// A conversation with one question and one answer.
Turn talk(Conversations& c, std::string_view question, std::string_view answer, ConversationId* made = nullptr) {
  const ConversationId id = must(c->create_conversation());
  const Turn turn = must(c->append_turn(id, std::nullopt, question));
  must(c->finish_answer(turn.assistant_message, {.text = std::string(answer)}));
  if (made) *made = id;
  return turn;
}

std::vector<SearchHit> find(Conversations& c, std::string_view words) {
  return must(ConversationSearch(c.database()).find(words));
}

bool finds(Conversations& c, std::string_view words) { return !find(c, words).empty(); }

std::string marked(const SearchHit& hit) {
  std::string text;
  for (const ExcerptMark& mark : hit.marks) text += "[" + hit.excerpt.substr(mark.begin, mark.end - mark.begin) + "]";
  return text;
}

void sweep(Conversations& c) {
  ConversationSearch search(c.database());
  for (int step = 0; !must(search.sweep(8)); ++step) QVERIFY(step < 1000);
}

QByteArray bytes_of(Conversations& c) {
  must(c.database().run("PRAGMA wal_checkpoint(TRUNCATE)"));
  QFile file(QString::fromStdString(path_text(c.folder() / "eddy.db")));
  return file.open(QIODevice::ReadOnly) ? file.readAll().toLower() : QByteArray();
}

}  // namespace

class ConversationSearchTest : public QObject {
  Q_OBJECT

 private slots:
  void words_are_found_in_any_order_and_from_their_beginning() {
    QFETCH(QString, words);
    QFETCH(bool, found);
    Conversations c;
    const Turn turn = talk(c, "x", "A Lighthouse keeper \xC3\xBC" "bersah das Caf\xC3\xA9; std::sort(v) in 2024. 机器学习很有趣，真的。"
                                   " ひらがなを書く. 한국어 텍스트. Ты видел маяк?");
    const auto hits = find(c, words.toStdString());
    QCOMPARE(!hits.empty(), found);
    if (found) QVERIFY(hits.front().message == turn.assistant_message);
  }
  void words_are_found_in_any_order_and_from_their_beginning_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("found");
    QTest::newRow("whole") << "lighthouse" << true;
    QTest::newRow("any case") << "LIGHTHOUSE" << true;
    QTest::newRow("beginning") << "lighth" << true;
    QTest::newRow("two letters") << "li" << true;
    QTest::newRow("inside of a word") << "house" << false;
    QTest::newRow("two words turned round") << "keeper light" << true;
    QTest::newRow("one word missing") << "keeper boat" << false;
    QTest::newRow("phrase") << "\"lighthouse keeper\"" << true;
    QTest::newRow("phrase turned round") << "\"keeper lighthouse\"" << false;
    QTest::newRow("phrase is no beginning") << "\"lighth\"" << false;
    QTest::newRow("open quote") << "\"lighthouse" << true;
    QTest::newRow("accents do not matter") << "cafe ubersah" << true;
    QTest::newRow("accents given") << QString::fromUtf8("café") << true;
    QTest::newRow("code") << "std::sort" << true;
    QTest::newRow("number") << "2024" << true;
    QTest::newRow("Chinese, two characters") << QString::fromUtf8("学习") << true;
    QTest::newRow("Chinese, one character") << QString::fromUtf8("趣") << true;
    QTest::newRow("Chinese, not beside each other") << QString::fromUtf8("机习") << false;
    QTest::newRow("Chinese, across a comma") << QString::fromUtf8("有趣，真的") << true;
    QTest::newRow("Japanese") << QString::fromUtf8("がな") << true;
    QTest::newRow("Korean") << QString::fromUtf8("한국") << true;
    QTest::newRow("Russian") << QString::fromUtf8("МАЯК") << true;
    QTest::newRow("operators are words") << "lighthouse OR keeper" << false;
    QTest::newRow("syntax is nothing") << "lighthouse* ( ^ : - + {" << true;
    QTest::newRow("column") << "text:lighthouse" << false;
    QTest::newRow("only marks") << "*** ---" << false;
    QTest::newRow("nothing") << "" << false;
    QTest::newRow("quotes") << "\"\" \"" << false;
  }

  void titles_come_first_then_the_latest_message() {
    Conversations c;
    ConversationId named{};
    talk(c, "first about moss", "ok", &named);
    must(c->rename(named, "Moss and stone"));
    const Turn newest = talk(c, "later", "more moss");
    const auto hits = find(c, "moss");
    QVERIFY(hits.size() >= 3);
    QVERIFY(!hits[0].message && hits[0].conversation == named);
    QCOMPARE(marked(hits[0]), "[Moss]");
    QVERIFY(hits[1].message == newest.assistant_message);
    QVERIFY(hits[1].author == Author::Assistant);
  }

  void excerpt_is_one_line_around_the_word() {
    Conversations c;
    talk(c, "x", std::string(3000, 'a') + " some\n\nwords then\ta Needle\r\nand " + std::string(3000, 'b'));
    const auto hits = find(c, "needle");
    QCOMPARE(hits.size(), 1u);
    QVERIFY(hits[0].excerpt.find("words then a Needle and") != std::string::npos);
    QCOMPARE(marked(hits[0]), "[Needle]");
  }

  void marks_survive_control_characters_in_the_text() {
    Conversations c;
    talk(c, "x", "\x02 a \x01\x01 needle \x02\x01 z");
    const auto hits = find(c, "needle");
    QCOMPARE(hits.size(), 1u);
    for (const ExcerptMark& mark : hits[0].marks) QVERIFY(mark.begin <= mark.end && mark.end <= hits[0].excerpt.size());
  }

  void one_conversation_does_not_fill_the_list() {
    Conversations c;
    talk(c, "moss", "y");
    ConversationId chatty{};
    std::optional<MessageId> leaf = talk(c, "x", "moss", &chatty).assistant_message;
    for (int i = 0; i < 20; ++i) {
      const Turn turn = must(c->append_turn(chatty, leaf, "moss again"));
      must(c->finish_answer(turn.assistant_message, {.text = "moss"}));
      leaf = turn.assistant_message;
    }
    const auto hits = must(ConversationSearch(c.database()).find("moss", 60, 3));
    int of_chatty = 0, of_others = 0;
    for (const auto& hit : hits) {
      if (hit.message) ++(hit.conversation == chatty ? of_chatty : of_others);
    }
    QCOMPARE(of_chatty, 3);
    QCOMPARE(of_others, 1);
    QCOMPARE(must(ConversationSearch(c.database()).find("moss", 2, 9)).size(), 2u);
  }

  void answer_is_found_when_it_has_ended() {
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    const Turn turn = must(c->append_turn(id, std::nullopt, "q"));
    must(c->save_partial_answer(turn.assistant_message, "half a needle", {}));
    QVERIFY(!finds(c, "needle"));
    must(c->finish_answer(turn.assistant_message, {.text = "half a needle, whole"}));
    QVERIFY(finds(c, "needle"));
    must(c->reopen_answer(turn.assistant_message));
    QVERIFY(!finds(c, "needle"));
    must(c->recover_interrupted());
    QVERIFY(finds(c, "needle"));
    must(c->finish_answer(turn.assistant_message, {.text = "something else"}));
    QVERIFY(!finds(c, "needle"));
    QVERIFY(finds(c, "something"));
  }

  void renamed_title_is_found_by_its_new_words_alone() {
    Conversations c;
    const ConversationId id = must(c->create_conversation("Rivers"));
    QVERIFY(finds(c, "rivers"));
    must(c->rename(id, "Lakes"));
    QVERIFY(!finds(c, "rivers"));
    QVERIFY(finds(c, "lakes"));
  }

  void removed_conversation_is_not_found_until_it_is_back() {
    Conversations c;
    ConversationId id{};
    talk(c, "a needle", "in hay", &id);
    must(c->remove(id));
    QVERIFY(!finds(c, "needle"));
    QVERIFY(!finds(c, "hay"));
    must(c->undo_remove(id));
    QVERIFY(finds(c, "needle"));
  }

  void purged_words_are_gone_from_the_file() {
    Conversations c;
    ConversationId id{};
    for (int i = 0; i < 40; ++i) talk(c, "kept question " + std::to_string(i), "kept answer");
    talk(c, "the xylophonesecret word", "says quuxanswer", &id);
    must(c->rename(id, "Zanzibartitle"));
    for (int i = 0; i < 40; ++i) talk(c, "kept question again " + std::to_string(i), "kept answer");
    QVERIFY(bytes_of(c).contains("xylophonesecret"));
    must(c->remove(id));
    must(c->purge_removed());
    QVERIFY(must(ConversationSearch(c.database()).must_sweep()));
    sweep(c);
    QVERIFY(!must(ConversationSearch(c.database()).must_sweep()));
    const QByteArray bytes = bytes_of(c);
    QVERIFY(!bytes.contains("xylophone"));
    QVERIFY(!bytes.contains("quuxans"));
    QVERIFY(!bytes.contains("zanzibar"));
    QVERIFY(finds(c, "kept"));
    QCOMPARE(find(c, "\"question 7\"").size(), 2u);  // title and message
    must(c.database().run("INSERT INTO message_search(message_search, rank) VALUES ('integrity-check', 1)"));
    must(c.database().run("INSERT INTO title_search(title_search, rank) VALUES ('integrity-check', 1)"));
    must(c.database().quick_check());
  }

  void sweep_without_a_purge_is_done_at_once() {
    Conversations c;
    talk(c, "a", "b");
    QVERIFY(must(ConversationSearch(c.database()).sweep()));
  }

  void index_agrees_with_the_messages_after_random_changes() {
    Conversations c;
    std::uint32_t seed = 7;
    const auto dice = [&](std::uint32_t sides) { return (seed = seed * 1664525u + 1013904223u) / 65536u % sides; };
    std::vector<std::pair<ConversationId, Turn>> turns;
    for (int step = 0; step < 300; ++step) {
      const std::string word = "w" + std::to_string(dice(20));
      switch (turns.empty() ? 0 : dice(6)) {
        case 0: {
          ConversationId id{};
          const Turn turn = talk(c, word, word + " " + word, &id);
          turns.push_back({id, turn});
          break;
        }
        case 1: must(c->finish_answer(turns[dice(turns.size())].second.assistant_message, {.text = word})); break;
        case 2: must(c->reopen_answer(turns[dice(turns.size())].second.assistant_message)); break;
        case 3: must(c->save_partial_answer(turns[dice(turns.size())].second.assistant_message, word, {})); break;
        case 4: must(c->recover_interrupted()); break;
        case 5: {
          const auto at = dice(turns.size());
          must(c->remove(turns[at].first));
          must(c->purge_removed());
          turns.erase(turns.begin() + static_cast<std::ptrdiff_t>(at));
          if (dice(3) == 0) sweep(c);
          break;
        }
      }
    }
    must(c.database().run("INSERT INTO message_search(message_search, rank) VALUES ('integrity-check', 1)"));
    must(c.database().run("INSERT INTO title_search(title_search, rank) VALUES ('integrity-check', 1)"));
  }

  void older_database_is_searchable_and_keeps_everything() {
    Folder folder;
    {
      auto database = must(Database::open(folder / "eddy.db", OpenMode::ReadWrite));
      must(database->configure(Durability::Full));
      must(migrate(*database, Schema{conversation_schema().application_id, conversation_schema().migrations.first(1)}));
      must(database->run_script(
          "INSERT INTO conversations VALUES (5, 'Old title', 0, 1, 2, NULL, 12, '', '', 'a draft');"
          "INSERT INTO messages(id, conversation_id, parent_id, author, status, created_at, text) VALUES"
          " (11, 5, NULL, 0, 2, 1, 'an old needle'), (12, 5, 11, 1, 1, 1, 'half an answer')"));
    }
    auto opened = must(open_conversation_database(folder.path(), OpenMode::ReadWrite));
    ConversationStore store(*opened.database);
    const ConversationSearch search(*opened.database);
    QCOMPARE(must(search.find("needle")).size(), 1u);
    QCOMPARE(must(search.find("old")).size(), 2u);
    QVERIFY(must(search.find("answer")).empty());
    must(store.recover_interrupted());
    QCOMPARE(must(search.find("answer")).size(), 1u);
    QCOMPARE(must(store.conversation(ConversationId{5})).draft, "a draft");
    QVERIFY(!must(store.list_conversations()).at(0).pinned);
    must(opened.database->run("INSERT INTO message_search(message_search, rank) VALUES ('integrity-check', 1)"));
  }

  void damaged_index_is_an_error_not_a_crash() {
    Conversations c;
    talk(c, "needle", "y");
    must(c.database().run("DROP TABLE message_search"));
    const auto hits = ConversationSearch(c.database()).find("needle");
    QVERIFY(!hits);
    const auto swept = ConversationSearch(c.database()).sweep();
    QVERIFY(swept);  // nothing was asked for
    must(ConversationSearch::ask_for_sweep(c.database()));
    QVERIFY(!ConversationSearch(c.database()).sweep());
  }
};

QTEST_APPLESS_MAIN(ConversationSearchTest)
#include "conversation_search_test.moc"
