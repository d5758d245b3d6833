// Pictures of messages: they wait for a message, go with it, are copied and deleted with it, and are bounded.
#include "app/storage/conversation_import.h"
#include "app/storage/picture_store.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;

namespace {

Picture picture(std::string name, std::size_t bytes = 100) {
  return {.message = {}, .name = std::move(name), .media_type = "image/png", .width = 40, .height = 30, .content = std::vector<std::byte>(bytes, std::byte{7})};
}

std::vector<std::string> names(const std::vector<PictureFacts>& facts, std::optional<MessageId> of) {
  std::vector<std::string> names;
  for (const auto& one : facts) {
    if (one.message == of) names.push_back(one.name);
  }
  return names;
}

}  // namespace

class PictureStoreTest : public QObject {
  Q_OBJECT

 private slots:
  void they_wait_for_the_next_message_and_go_with_it() {
    Conversations c;
    PictureStore pictures(c.database());
    const auto chat = must(c->create_conversation()), other = must(c->create_conversation());
    const auto first = must(pictures.add(chat, picture("a.png")));
    must(pictures.add(other, picture("elsewhere.png")));
    QCOMPARE(names(must(pictures.facts(chat)), std::nullopt), (std::vector<std::string>{"a.png"}));
    QVERIFY(must(pictures.all(chat)).empty());  // what waits does not travel
    const auto turn = must(c->append_turn(chat, {}, "look"));
    QCOMPARE(names(must(pictures.facts(chat)), turn.user_message), (std::vector<std::string>{"a.png"}));
    QCOMPARE(names(must(pictures.facts(other)), std::nullopt), (std::vector<std::string>{"elsewhere.png"}));
    QCOMPARE(must(pictures.content(first)).size(), std::size_t{100});
    must(pictures.remove(first));  // it is a message's now
    QCOMPARE(must(pictures.content(first)).size(), std::size_t{100});
    const auto next = must(c->append_turn(chat, turn.assistant_message, "and now"));
    QVERIFY(names(must(pictures.facts(chat)), next.user_message).empty());
  }

  void a_question_asked_otherwise_keeps_its_own() {
    Conversations c;
    PictureStore pictures(c.database());
    const auto chat = must(c->create_conversation());
    must(pictures.add(chat, picture("a.png")));
    const auto turn = must(c->append_turn(chat, {}, "look"));
    must(pictures.add(chat, picture("waits.png")));
    const auto edited = must(c->append_edited_turn(turn.user_message, "look again"));
    const auto facts = must(pictures.facts(chat));
    QCOMPARE(names(facts, edited.user_message), (std::vector<std::string>{"a.png"}));
    QCOMPARE(names(facts, std::nullopt), (std::vector<std::string>{"waits.png"}));
  }

  void copies_and_imports_have_them_and_a_purge_takes_them() {
    Conversations c;
    PictureStore pictures(c.database());
    const auto chat = must(c->create_conversation());
    must(pictures.add(chat, picture("a.png")));
    const auto turn = must(c->append_turn(chat, {}, "look"));
    const auto copy = must(c->duplicate(chat, "copy"));
    QCOMPARE(names(must(pictures.facts(copy.id)), copy.messages.at(turn.user_message)), (std::vector<std::string>{"a.png"}));

    ConversationContent content{.conversation = {}, .messages = must(c->all_messages(chat)), .pictures = must(pictures.all(chat)), .origin = {}};
    for (std::size_t i = 0; i < content.messages.size(); ++i) content.messages[i].id = MessageId{static_cast<std::int64_t>(i) + 1};
    content.messages[1].parent = MessageId{1};
    content.pictures[0].message = MessageId{1};
    const auto imported = must(import_conversations(c.database(), std::vector{content}));
    QCOMPARE(names(must(pictures.facts(imported[0].id)), imported[0].messages[0]), (std::vector<std::string>{"a.png"}));

    for (const auto id : {chat, copy.id, imported[0].id}) must(c->remove(id));
    must(c->purge_removed());
    QCOMPARE(must(c.database().integer("SELECT count(*) FROM pictures")).value(), 0);
    QCOMPARE(pictures.content(PictureId{1}).error().code, ErrorCode::FileNotFound);
  }

  void what_is_no_picture_or_too_much_is_refused() {
    Conversations c;
    PictureStore pictures(c.database());
    const auto chat = must(c->create_conversation());
    auto vector = picture("a.svg");
    vector.media_type = "image/svg+xml";
    auto wide = picture("wide.png");
    wide.width = kWidestPicture + 1;
    auto many = picture("many.png");
    many.width = many.height = 10'000;
    for (const auto& bad : {vector, wide, many, picture("empty.png", 0), picture("large.png", kLargestPicture + 1), picture(""), picture("\xff")}) {
      const auto added = pictures.add(chat, bad);
      QVERIFY(!added && added.error().code == ErrorCode::InvalidArgument);
    }
    for (int i = 0; i < kMostPictures; ++i) must(pictures.add(chat, picture("a.png")));
    QVERIFY(!pictures.add(chat, picture("one too many.png")));
    QVERIFY(!pictures.add(ConversationId{999}, picture("nowhere.png")));
    QCOMPARE(static_cast<int>(must(pictures.facts(chat)).size()), kMostPictures);
  }

  void the_last_of_a_name_is_found() {
    Conversations c;
    PictureStore pictures(c.database());
    const auto chat = must(c->create_conversation());
    must(pictures.add(chat, picture("a.png")));
    const auto second = must(pictures.add(chat, picture("a.png")));
    QVERIFY(must(pictures.named(chat, "a.png")) == second);
    QVERIFY(!must(pictures.named(chat, "b.png")));
    QVERIFY(!must(pictures.named(ConversationId{999}, "a.png")));
  }
};

QTEST_APPLESS_MAIN(PictureStoreTest)
#include "picture_store_test.moc"
