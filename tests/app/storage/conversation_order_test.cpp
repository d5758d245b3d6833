// Pins, the archive, folders, copies, and many conversations at once.
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;

namespace {

ConversationSummary summary(Conversations& c, ConversationId id) {
  for (const auto& one : must(c->list_conversations())) {
    if (one.id == id) return one;
  }
  return {};
}

const std::vector kNobody{ConversationId{987654}};

}  // namespace

class ConversationOrderTest : public QObject {
  Q_OBJECT

 private slots:
  void order_is_kept_for_each_conversation() {
    Conversations c;
    const std::vector both{must(c->create_conversation("a")), must(c->create_conversation("b"))};
    const ConversationId third = must(c->create_conversation("c"));
    must(c->set_pinned(both, true));
    must(c->set_archived(both, true));
    must(c->set_folder(both, "Work"));
    for (const ConversationId id : both) {
      const auto one = summary(c, id);
      QVERIFY(one.pinned && one.archived);
      QCOMPARE(one.folder, "Work");
    }
    const auto other = summary(c, third);
    QVERIFY(!other.pinned && !other.archived && other.folder.empty());
    must(c->rename_folder("Work", "Play"));
    QCOMPARE(summary(c, both[1]).folder, "Play");
    must(c->rename_folder("Play", ""));
    QCOMPARE(summary(c, both[0]).folder, "");
  }

  void one_unknown_conversation_leaves_all_as_they_were() {
    Conversations c;
    const ConversationId id = must(c->create_conversation("a"));
    const std::vector some{id, kNobody[0]};
    QVERIFY(!c->set_pinned(some, true));
    QVERIFY(!c->set_archived(some, true));
    QVERIFY(!c->set_folder(some, "x"));
    QVERIFY(!c->remove_all(some));
    QVERIFY(!c->undo_remove_all(kNobody));
    QVERIFY(!c->duplicate(kNobody[0], "x"));
    const auto one = summary(c, id);
    QVERIFY(one.id == id && !one.pinned && !one.archived && one.folder.empty());
  }

  void many_are_removed_and_brought_back_together() {
    Conversations c;
    const std::vector both{must(c->create_conversation("a")), must(c->create_conversation("b"))};
    must(c->remove_all(both));
    QVERIFY(must(c->list_conversations()).empty());
    must(c->undo_remove_all(both));
    QCOMPARE(must(c->list_conversations()).size(), 2u);
  }

  void copy_has_every_branch_and_token_and_is_its_own() {
    Conversations c;
    const ConversationId id = must(c->create_conversation("Original"));
    const Turn first = must(c->append_turn(id, std::nullopt, "one"));
    const std::vector<std::int32_t> tokens{5, -7, 1 << 30};
    must(c->finish_answer(first.assistant_message, {.text = "uno", .tokens = tokens, .tokenizer_fingerprint = "t"}));
    const MessageId second = must(c->append_answer(first.user_message));
    must(c->finish_answer(second, {.text = "eins", .model_name = "m"}));
    const Turn next = must(c->append_turn(id, first.assistant_message, "two"));  // its answer is pending
    must(c->set_folder(std::vector{id}, "Work"));
    must(c->set_draft(id, "draft"));

    const ConversationCopy copy = must(c->duplicate(id, "Copy"));
    QCOMPARE(copy.messages.size(), 5u);
    const Conversation made = must(c->conversation(copy.id));
    QCOMPARE(made.title, "Copy");
    QCOMPARE(made.draft, "draft");
    QCOMPARE(summary(c, copy.id).folder, "Work");
    QVERIFY(made.current_leaf == copy.messages.at(next.assistant_message));
    QVERIFY((texts(must(c->branch(*made.current_leaf))) == std::vector<std::string>{"one", "uno", "two", ""}));
    QVERIFY(must(c->message(*made.current_leaf)).status == MessageStatus::Interrupted);
    QVERIFY(must(c->message(next.assistant_message)).status == MessageStatus::Pending);
    const Message answer = must(c->message(copy.messages.at(first.assistant_message)));
    QVERIFY(answer.tokens == tokens && answer.sibling_count == 2 && answer.conversation == copy.id);
    QCOMPARE(must(c->message(copy.messages.at(second))).model_name, "m");
    QVERIFY(answer.parent == copy.messages.at(first.user_message));

    must(c->remove(id));
    must(c->purge_removed());
    QCOMPARE(must(c->branch(*made.current_leaf)).size(), 4u);
  }

  void copy_of_an_empty_conversation_is_empty() {
    Conversations c;
    const auto copy = must(c->duplicate(must(c->create_conversation()), "Copy"));
    QVERIFY(copy.messages.empty() && !must(c->conversation(copy.id)).current_leaf);
  }

  void message_of_another_branch_is_put_on_show() {
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    const Turn first = must(c->append_turn(id, std::nullopt, "one"));
    const Turn after = must(c->append_turn(id, first.assistant_message, "two"));
    const MessageId other = must(c->append_answer(first.user_message));
    QVERIFY(must(c->conversation(id)).current_leaf == other);
    must(c->show_message(id, first.user_message));  // on both branches
    QVERIFY(must(c->conversation(id)).current_leaf == other);
    must(c->show_message(id, first.assistant_message));
    QVERIFY(must(c->conversation(id)).current_leaf == after.assistant_message);
    QVERIFY(!c->show_message(id, MessageId{987654}));
    QVERIFY(!c->show_message(must(c->create_conversation()), other));
  }
};

QTEST_APPLESS_MAIN(ConversationOrderTest)
#include "conversation_order_test.moc"
