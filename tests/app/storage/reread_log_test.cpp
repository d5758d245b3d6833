// What was read again stays told, in the order it happened, and what decides over saved states is read from the tree.
#include "app/storage/reread_log.h"
#include "app/storage/state_wishes.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;

namespace {

Reread reread(ConversationId conversation, std::int64_t message, std::int64_t tokens = 100) {
  return {.conversation = conversation, .title = {}, .message = MessageId{message}, .reason = "damaged", .tokens = tokens, .restored_tokens = 7,
          .seconds = 1.5, .model_fingerprint = "f", .model_name = "Starter"};
}

}  // namespace

class RereadLogTest : public QObject {
  Q_OBJECT

 private slots:
  void entry_comes_back_as_it_was() {
    Conversations conversations;
    const auto chat = must(conversations->create_conversation());
    must(conversations->rename(chat, "Oslo"));
    RereadLog log(conversations.database(), [] { return std::int64_t{1234}; });
    must(log.add(reread(chat, 5)));
    const auto list = must(log.recent());
    QCOMPARE(list.size(), 1u);
    const Reread& r = list[0];
    QVERIFY(r.conversation == chat && r.title == "Oslo" && r.message == MessageId{5} && r.at == 1234 && r.reason == "damaged");
    QVERIFY(r.tokens == 100 && r.restored_tokens == 7 && r.seconds == 1.5 && r.model_fingerprint == "f" && r.model_name == "Starter");
    QCOMPARE(must(log.of_message(MessageId{5})).size(), 1u);
    QVERIFY(must(log.of_message(MessageId{6})).empty());
    must(log.clear());
    QVERIFY(must(log.recent()).empty());
  }

  void order_is_that_of_happening_even_when_the_clock_goes_backwards() {
    Conversations conversations;
    const auto chat = must(conversations->create_conversation());
    std::int64_t now = 1'000'000;
    RereadLog log(conversations.database(), [&now] { return now -= 1000; });
    for (std::int64_t tokens = 1; tokens <= 5; ++tokens) must(log.add(reread(chat, 1, tokens)));
    const auto list = must(log.recent(3));
    QCOMPARE(list.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i) QCOMPARE(list[i].tokens, static_cast<std::int64_t>(5 - i));
  }

  void log_keeps_the_newest_thousand() {
    Conversations conversations;
    const auto chat = must(conversations->create_conversation());
    RereadLog log(conversations.database());
    must(in_transaction(conversations.database(), [&]() -> Result<void> {
      for (int i = 0; i < 1010; ++i) {
        auto added = conversations.database().run(
            "INSERT INTO reread_log(conversation_id, message_id, at, reason, tokens, restored_tokens, seconds, model_fingerprint, model_name) "
            "VALUES (?, 1, 0, 'evicted', ?, 0, 0, '', '')", chat, i);
        if (!added) return added;
      }
      return {};
    }));
    must(log.add(reread(chat, 1, 5000)));
    const auto list = must(log.recent(5000));
    QCOMPARE(list.size(), 1000u);
    QCOMPARE(list.front().tokens, 5000);
    QCOMPARE(list.back().tokens, 11);
  }

  void removed_chat_is_not_told_of() {
    Conversations conversations;
    const auto chat = must(conversations->create_conversation());
    RereadLog log(conversations.database());
    must(log.add(reread(chat, 1)));
    must(conversations->remove(chat));
    QVERIFY(must(log.recent()).empty());
    must(conversations->undo_remove(chat));
    QCOMPARE(must(log.recent()).size(), 1u);
    must(conversations->remove(chat));
    must(conversations->purge_removed());
    QCOMPARE(*must(conversations.database().integer("SELECT count(*) FROM reread_log")), 0);
    QVERIFY(!log.add(reread(chat, 1)));  // of a chat that is no more
  }

  void places_tell_corners_from_turns_between() {
    Conversations conversations;
    const auto chat = must(conversations->create_conversation());
    const auto one = must(conversations->append_turn(chat, std::nullopt, "1"));
    const auto two = must(conversations->append_turn(chat, one.assistant_message, "2"));
    const auto three = must(conversations->append_turn(chat, two.assistant_message, "3"));
    const auto four = must(conversations->append_turn(chat, three.assistant_message, "4"));
    auto places = must(read_state_wishes(conversations.database())).places;
    QCOMPARE(places.size(), 8u);
    for (const auto& [turn, ids] : std::map<int, Turn>{{1, one}, {2, two}, {3, three}, {4, four}}) {
      QCOMPARE(places.at(ids.assistant_message).turn, turn);
      QCOMPARE(places.at(ids.assistant_message).corner, turn == 4);
    }
    must(conversations->append_answer(three.user_message));     // a second answer: the second turn's state is gone on from
    must(conversations->append_edited_turn(two.user_message, "2, edited"));
    const auto wishes = must(read_state_wishes(conversations.database()));
    QVERIFY(wishes.places.at(one.assistant_message).corner);    // two questions after it
    QVERIFY(wishes.places.at(two.assistant_message).corner);    // one question, two answers
    QVERIFY(!wishes.places.at(three.assistant_message).corner);
    const auto leaf = must(conversations->conversation(chat)).current_leaf;
    QVERIFY(leaf && wishes.on_show == std::set<MessageId>{*leaf});
  }

  void wishes_are_kept_and_taken_back() {
    Conversations conversations;
    const auto chat = must(conversations->create_conversation());
    auto& database = conversations.database();
    must(keep_states_of(database, chat, true));
    must(keep_states_of(database, chat, true));
    must(keep_states_of(database, "model", true));
    auto wishes = must(read_state_wishes(database));
    QVERIFY(wishes.conversations == std::set<ConversationId>{chat} && wishes.models == std::set<std::string>{"model"});
    must(keep_states_of(database, "model", false));
    must(keep_states_of(database, chat, false));
    wishes = must(read_state_wishes(database));
    QVERIFY(wishes.conversations.empty() && wishes.models.empty());
    QVERIFY(!keep_states_of(database, ConversationId{99}, true));  // there is no such chat
  }
};

QTEST_APPLESS_MAIN(RereadLogTest)
#include "reread_log_test.moc"
