// Conversations, turns and answers: what is kept, and what is refused.
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;

namespace {

constexpr MessageId kNoMessage{987654};
constexpr ConversationId kNoConversation{987654};

std::vector<std::int32_t> some_tokens(int count) {
  std::vector<std::int32_t> tokens;
  for (int i = 0; i < count; ++i) tokens.push_back(i * 7919 - 3);
  return tokens;
}

}  // namespace

class ConversationStoreTest : public QObject {
  Q_OBJECT

 private slots:
  void new_conversation_is_empty() {
    Conversations c;
    const ConversationId id = must(c->create_conversation("", "/models/a.gguf", "Be brief."));
    const Conversation found = must(c->conversation(id));
    QVERIFY(found.title.empty() && found.title_is_automatic && !found.current_leaf && !found.deleted_at);
    QCOMPARE(found.model_path, "/models/a.gguf");
    QCOMPARE(found.system_prompt, "Be brief.");
  }

  void list_is_newest_first_and_previews_the_latest_text() {
    Conversations c;
    const ConversationId first = must(c->create_conversation());
    const ConversationId second = must(c->create_conversation("Named"));
    const Turn turn = must(c->append_turn(first, std::nullopt, "Why is\n the sky blue?"));
    auto list = must(c->list_conversations());
    QCOMPARE(list.size(), 2u);
    QVERIFY(list[0].id == first && list[1].id == second);
    QCOMPARE(list[0].preview, "Why is the sky blue?");
    QCOMPARE(list[0].message_count, 2);
    must(c->finish_answer(turn.assistant_message, {.text = "Because of\r\n\r\nscattering."}));
    must(c->append_turn(second, std::nullopt, "x"));
    list = must(c->list_conversations());
    QVERIFY(list[0].id == second);
    QCOMPARE(list[1].preview, "Because of scattering.");
    QCOMPARE(list[1].title, "Why is the sky blue?");
    QCOMPARE(list[0].title, "Named");
  }

  void automatic_title_is_a_short_line() {
    QFETCH(QString, text);
    QFETCH(QString, title);
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    must(c->append_turn(id, std::nullopt, text.toStdString()));
    QCOMPARE(QString::fromStdString(must(c->conversation(id)).title), title);
  }
  void automatic_title_is_a_short_line_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("title");
    QTest::newRow("short") << "Hello" << "Hello";
    QTest::newRow("blanks folded") << " \n a\t\tb  \n" << "a b";
    QTest::newRow("only blanks") << " \n\t" << "";
    QTest::newRow("cut between words") << QString("word ").repeated(30) << QString("word ").repeated(12).trimmed() + "…";
    QTest::newRow("exactly 60") << QString(60, 'x') << QString(60, 'x');
    QTest::newRow("one long word") << QString(61, 'x') << QString(60, 'x') + "…";
    QTest::newRow("Chinese") << QString::fromUtf8("天").repeated(100) << QString::fromUtf8("天").repeated(60) + "…";
    QTest::newRow("emoji") << QString::fromUtf8("🚀").repeated(61) << QString::fromUtf8("🚀").repeated(60) + "…";
  }

  void name_given_by_the_user_stays() {
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    must(c->rename(id, "Mine"));
    must(c->append_turn(id, std::nullopt, "Other"));
    QCOMPARE(must(c->conversation(id)).title, "Mine");
    QVERIFY(!must(c->conversation(id)).title_is_automatic);
  }

  void small_properties_are_kept() {
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    must(c->set_draft(id, "half a thou"));
    must(c->set_model_path(id, "/m"));
    must(c->set_system_prompt(id, "s"));
    const Conversation found = must(c->conversation(id));
    QCOMPARE(found.draft + found.model_path + found.system_prompt, "half a thou/ms");
  }

  void removed_conversation_can_be_brought_back_until_purged() {
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    const Turn turn = must(c->append_turn(id, std::nullopt, "keep me"));
    must(c->remove(id));
    QVERIFY(must(c->list_conversations()).empty());
    must(c->finish_answer(turn.assistant_message, {.text = "late"}));  // it was streaming when it was removed
    must(c->undo_remove(id));
    QCOMPARE(must(c->list_conversations()).size(), 1u);
    QCOMPARE(must(c->message(turn.assistant_message)).text, "late");
    must(c->remove(id));
    QVERIFY(must(c->purge_removed()) == std::vector{id});
    QVERIFY(must(c->purge_removed()).empty());
    QVERIFY(!c->conversation(id));
    QVERIFY(!c->message(turn.user_message));
  }

  void purged_text_is_gone_from_the_file() {
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    must(c->append_turn(id, std::nullopt, "xylophone-secret"));
    must(c->remove(id));
    must(c->purge_removed());
    must(c.database().run("PRAGMA wal_checkpoint(TRUNCATE)"));
    QFile file(QString::fromStdString(path_text(c.folder() / "eddy.db")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("xylophone-secret"));
  }

  void ids_are_never_used_twice() {
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    const Turn turn = must(c->append_turn(id, std::nullopt, "a"));
    must(c->remove(id));
    must(c->purge_removed());
    const ConversationId next = must(c->create_conversation());
    QVERIFY(next > id);
    QVERIFY(must(c->append_turn(next, std::nullopt, "b")).user_message > turn.assistant_message);
  }

  void turn_is_a_done_question_and_a_pending_answer() {
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    const Turn turn = must(c->append_turn(id, std::nullopt, "Hi"));
    const auto branch = must(c->branch(turn.assistant_message));
    QCOMPARE(branch.size(), 2u);
    QVERIFY(branch[0].author == Author::User && branch[0].status == MessageStatus::Done && !branch[0].parent);
    QVERIFY(branch[1].author == Author::Assistant && branch[1].status == MessageStatus::Pending);
    QVERIFY(branch[1].parent == turn.user_message);
    QVERIFY(must(c->conversation(id)).current_leaf == turn.assistant_message);
  }

  void any_text_comes_back_byte_for_byte() {
    QFETCH(QByteArray, text);
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    const Turn turn = must(c->append_turn(id, std::nullopt, text.toStdString()));
    must(c->finish_answer(turn.assistant_message, {.text = text.toStdString()}));
    QVERIFY(must(c->message(turn.user_message)).text == text.toStdString());
    QVERIFY(must(c->message(turn.assistant_message)).text == text.toStdString());
    QCOMPARE(must(c->list_conversations()).size(), 1u);
  }
  void any_text_comes_back_byte_for_byte_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("unicode") << QByteArray("naïve 日本語 🚀👩‍👩‍👧 \u202Eעברית");
    QTest::newRow("quotes") << QByteArray("'; DROP TABLE messages; --\"");
    QTest::newRow("zero byte") << QByteArray("a\0b", 3);
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x80 \xc3", 5);
    QTest::newRow("10 MB") << QByteArray(10'000'000, 'x');
  }

  void answer_record_comes_back_whole() {
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    const Turn turn = must(c->append_turn(id, std::nullopt, "Hi"));
    const AnswerRecord record{.status = MessageStatus::Failed, .text = "t", .tokens = some_tokens(2000),
        .tokenizer_fingerprint = "tok", .model_fingerprint = "mod", .model_name = "name", .stop_reason = "stop",
        .error_code = "code", .error_text = "text", .seconds_to_first_token = 0.25, .seconds = 3.5, .tokens_generated = 7,
        .tokens_reread = 8, .reread_reason = "why", .user_tokens = some_tokens(63)};
    must(c->finish_answer(turn.assistant_message, record));
    const Message m = must(c->message(turn.assistant_message));
    QVERIFY(m.status == record.status && m.text == record.text && m.tokens == record.tokens);
    QCOMPARE(m.tokenizer_fingerprint + m.model_fingerprint + m.model_name + m.stop_reason, "tokmodnamestop");
    QCOMPARE(m.error_code + m.error_text + m.reread_reason, "codetextwhy");
    QCOMPARE(m.seconds_to_first_token + m.seconds, 3.75);
    QCOMPARE(m.tokens_generated * 10 + m.tokens_reread, 78);
    const Message question = must(c->message(turn.user_message));
    QVERIFY(question.tokens == some_tokens(63));
    QCOMPARE(question.tokenizer_fingerprint, "tok");
    QCOMPARE(question.text, "Hi");
  }

  void question_keeps_its_tokens_when_an_answer_brings_none() {
    Conversations c;
    const Turn turn = must(c->append_turn(must(c->create_conversation()), std::nullopt, "Hi"));
    must(c->set_tokens(turn.user_message, some_tokens(5), "tok"));
    must(c->finish_answer(turn.assistant_message, {}));
    QVERIFY(must(c->message(turn.user_message)).tokens == some_tokens(5));
  }

  void commits_wait_for_the_disk_and_deleted_text_is_overwritten() {
    Conversations c;
    QVERIFY(must(c.database().integer("PRAGMA synchronous")) == 2);  // FULL
    QVERIFY(must(c.database().integer("PRAGMA foreign_keys")) == 1);
    QVERIFY(must(c.database().integer("PRAGMA secure_delete")) == 1);
    Rows mode = c.database().query("PRAGMA journal_mode");
    QVERIFY(mode.next());
    QCOMPARE(mode.text(0), "wal");
  }

  void tokens_lie_little_endian_in_the_file() {
    Conversations c;
    const Turn turn = must(c->append_turn(must(c->create_conversation()), std::nullopt, "Hi"));
    must(c->set_tokens(turn.user_message, std::vector<std::int32_t>{1, 0x01020304, -1}, ""));
    Rows rows = c.database().query("SELECT hex(tokens) FROM messages WHERE id = ?", turn.user_message);
    QVERIFY(rows.next());
    QCOMPARE(rows.text(0), "0100000004030201FFFFFFFF");
  }

  void unfinished_answers_are_interrupted_at_the_next_start() {
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    const Turn first = must(c->append_turn(id, std::nullopt, "1"));
    must(c->finish_answer(first.assistant_message, {.text = "done"}));
    const Turn second = must(c->append_turn(id, first.assistant_message, "2"));
    must(c->save_partial_answer(second.assistant_message, "half an ans", some_tokens(3)));
    QVERIFY(must(c->message(second.assistant_message)).status == MessageStatus::Streaming);
    const Turn third = must(c->append_edited_turn(second.user_message, "2, otherwise"));
    QCOMPARE(must(c->recover_interrupted()), 2);
    const Message half = must(c->message(second.assistant_message));
    QVERIFY(half.status == MessageStatus::Interrupted && half.text == "half an ans" && half.tokens == some_tokens(3));
    QVERIFY(must(c->message(third.assistant_message)).status == MessageStatus::Interrupted);
    QVERIFY(must(c->message(first.assistant_message)).status == MessageStatus::Done);
    QCOMPARE(must(c->recover_interrupted()), 0);
  }

  void reopened_answer_grows_from_its_text() {
    Conversations c;
    const Turn turn = must(c->append_turn(must(c->create_conversation()), std::nullopt, "Hi"));
    must(c->finish_answer(turn.assistant_message, {.status = MessageStatus::Failed, .text = "Hel", .error_text = "e"}));
    must(c->reopen_answer(turn.assistant_message));
    const Message m = must(c->message(turn.assistant_message));
    QVERIFY(m.status == MessageStatus::Streaming && m.text == "Hel" && m.error_text.empty());
  }

  void what_does_not_fit_is_refused_and_changes_nothing() {
    Conversations c;
    const ConversationId id = must(c->create_conversation());
    const ConversationId other = must(c->create_conversation());
    const ConversationId removed = must(c->create_conversation());
    must(c->remove(removed));
    const Turn turn = must(c->append_turn(id, std::nullopt, "Hi"));
    const auto refused = [](const auto& result) { return !result && result.error().code == ErrorCode::InvalidArgument; };
    QVERIFY(refused(c->append_turn(kNoConversation, std::nullopt, "x")));
    QVERIFY(refused(c->append_turn(removed, std::nullopt, "x")));
    QVERIFY(refused(c->append_turn(other, turn.assistant_message, "x")));
    QVERIFY(refused(c->append_turn(id, turn.user_message, "x")));
    QVERIFY(refused(c->append_turn(id, kNoMessage, "x")));
    QVERIFY(refused(c->append_answer(turn.assistant_message)));
    QVERIFY(refused(c->append_answer(kNoMessage)));
    QVERIFY(refused(c->append_edited_turn(turn.assistant_message, "x")));
    QVERIFY(refused(c->append_edited_turn(kNoMessage, "x")));
    QVERIFY(refused(c->save_partial_answer(turn.user_message, "x", {})));
    QVERIFY(refused(c->finish_answer(turn.user_message, {})));
    QVERIFY(refused(c->finish_answer(kNoMessage, {})));
    QVERIFY(refused(c->reopen_answer(turn.user_message)));
    QVERIFY(refused(c->set_tokens(kNoMessage, {}, "")));
    QVERIFY(refused(c->set_current_leaf(other, turn.assistant_message)));
    QVERIFY(refused(c->set_current_leaf(id, kNoMessage)));
    QVERIFY(refused(c->message(kNoMessage)) && refused(c->branch(kNoMessage)) && refused(c->siblings(kNoMessage)));
    QVERIFY(refused(c->deepest_leaf(kNoMessage)));
    QVERIFY(refused(c->conversation(kNoConversation)) && refused(c->rename(kNoConversation, "x")));
    QVERIFY(refused(c->remove(kNoConversation)) && refused(c->undo_remove(kNoConversation)));
    QVERIFY(refused(c->set_draft(kNoConversation, "")) && refused(c->set_model_path(kNoConversation, "")));
    QVERIFY(refused(c->set_system_prompt(kNoConversation, "")));
    QCOMPARE(must(c->all_messages(id)).size(), 2u);
    QVERIFY(must(c->conversation(id)).current_leaf == turn.assistant_message);
  }
};

QTEST_APPLESS_MAIN(ConversationStoreTest)
#include "conversation_store_test.moc"
