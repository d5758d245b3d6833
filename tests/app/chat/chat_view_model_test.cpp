// The chat as its screen sees it, on the fake engine and a real database.
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <fstream>

#include "tests/support/app/offline_app.h"

using namespace eddy;

class ChatViewModelTest : public QObject {
  Q_OBJECT

  static const MessageRow& last(OfflineApp& app) { return app.messages().at(app.messages().count() - 1); }
  static QString canned(const char* conversation) { return QString::fromStdString(fake::canned_answer(conversation)); }

 private slots:
  void starts_empty_and_ready() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QVERIFY(app.chat().isEmpty());
    QVERIFY(!app.chat().suggestions().isEmpty());
    QCOMPARE(app.chat().title(), QStringLiteral("New chat"));
    QCOMPARE(app.conversations().count(), 1);
    QCOMPARE(app.chat().modelName(), QStringLiteral("Starter"));
    QCOMPARE(app.app().startupError(), QString());
  }

  void question_is_answered_in_a_stream() {
    OfflineApp app({.tokenUs = 300});
    QAbstractItemModelTester tester(&app.messages());
    QVERIFY(app.waitReady());
    app.chat().send(QStringLiteral("  hello there \n"));
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 2, 30000);
    QVERIFY(app.chat().isGenerating());
    QCOMPARE(app.messages().at(0).text, QStringLiteral("hello there"));
    QTRY_VERIFY_WITH_TIMEOUT(last(app).status == MessageListModel::Streaming, 30000);
    QVERIFY(app.waitIdle());
    QCOMPARE(last(app).text, canned("User: hello there\n\n"));
    QCOMPARE(last(app).status, static_cast<int>(MessageListModel::Done));
    QVERIFY(last(app).tokensPerSecond > 0);
    QVERIFY(last(app).timeToFirstToken > 0);
    QCOMPARE(last(app).tokensReread, 0);
    QVERIFY(app.messages().data(app.messages().index(1), MessageListModel::IsLastRole).toBool());
  }

  void blocks_stay_the_same_object_while_text_streams() {
    OfflineApp app({.tokenUs = 500});
    QVERIFY(app.waitReady());
    app.chat().send(QStringLiteral("hello"));
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 2, 30000);
    const auto blocks =
        app.messages().data(app.messages().index(1), MessageListModel::BlocksRole).value<MessageBlocksModel*>();
    QVERIFY(app.waitIdle());
    QCOMPARE(app.messages().data(app.messages().index(1), MessageListModel::BlocksRole).value<MessageBlocksModel*>(),
             blocks);
    QVERIFY(blocks->count() > 5);
  }

  void title_comes_from_the_first_question() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short question about lighthouses")));
    QTRY_COMPARE_WITH_TIMEOUT(app.chat().title(), QStringLiteral("short question about lighthouses"), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(app.conversations()
                    .data(app.conversations().index(0), ConversationListModel::PreviewRole)
                    .toString()
                    .startsWith(u"I have read"), 30000);
  }

  void question_is_on_disk_before_the_model_sees_it() {
    OfflineApp app({.prefillMsPerChunk = 300});
    QVERIFY(app.waitReady());
    app.chat().send(QStringLiteral("short and safe"));
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 2, 30000);
    const auto read = app.script().tokens_read.load();
    auto database = open_conversation_database(app.folder(), OpenMode::ReadOnly);
    QVERIFY(database.has_value());
    ConversationStore store(*database->database);
    const auto stored = store.message(MessageId{app.messages().at(0).id});
    QVERIFY(stored.has_value());
    QCOMPARE(stored->text, std::string("short and safe"));
    QCOMPARE(read, 0);
    QVERIFY(app.waitIdle());
  }

  void partial_answer_is_saved_with_its_tokens() {
    OfflineApp app({.tokenUs = 3000});
    QVERIFY(app.waitReady());
    app.chat().send(QStringLiteral("long"));
    QTRY_VERIFY_WITH_TIMEOUT(app.messages().count() == 2 && last(app).text.size() > 400, 30000);
    auto database = open_conversation_database(app.folder(), OpenMode::ReadOnly);
    QVERIFY(database.has_value());
    ConversationStore store(*database->database);
    const auto stored = store.message(MessageId{last(app).id});
    QVERIFY(stored.has_value());
    QVERIFY(stored->status == MessageStatus::Streaming);
    QVERIFY(stored->text.size() > 50);
    QCOMPARE(stored->tokens.size(), stored->text.size() + 1);  // the blank before it
    QVERIFY(!stored->tokenizer_fingerprint.empty());
    app.chat().cancel();
    QVERIFY(app.waitIdle());
  }

  void stop_keeps_what_was_written_and_it_can_go_on() {
    OfflineApp app({.tokenUs = 1000});
    QVERIFY(app.waitReady());
    app.chat().send(QStringLiteral("long"));
    QTRY_VERIFY_WITH_TIMEOUT(app.messages().count() == 2 && last(app).text.size() > 20, 30000);
    app.chat().cancel();
    QVERIFY(app.waitIdle());
    QCOMPARE(last(app).status, static_cast<int>(MessageListModel::Cancelled));
    const auto kept = last(app).text;
    QVERIFY(canned("User: long\n\n").startsWith(kept));
    app.script().token_us = 0;
    app.chat().continueAnswer(last(app).id);
    QVERIFY(app.waitIdle());
    QTRY_COMPARE_WITH_TIMEOUT(last(app).text.size(),
                 static_cast<int>(std::min<qsizetype>(kept.size() + 1024, canned("User: long\n\n").size())), 30000);
    QVERIFY(canned("User: long\n\n").startsWith(last(app).text));
    QCOMPARE(app.messages().count(), 2);
  }

  void regenerate_makes_a_branch_that_can_be_stepped() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    QVERIFY(app.ask(QStringLiteral("short two")));
    const auto first = last(app).id;
    app.chat().regenerate(first);
    QTRY_VERIFY_WITH_TIMEOUT(last(app).id != first, 30000);
    QVERIFY(app.waitIdle());
    const auto second = last(app).id;
    QCOMPARE(app.messages().count(), 4);
    QCOMPARE(last(app).branchIndex, 1);
    QCOMPARE(last(app).branchCount, 2);
    QCOMPARE(last(app).text, QStringLiteral("I have read %1 bytes.").arg(last(app).text.split(u' ')[3]));
    app.chat().previousBranch(second);
    QTRY_COMPARE_WITH_TIMEOUT(last(app).id, first, 30000);
    QCOMPARE(last(app).branchIndex, 0);
    QCOMPARE(last(app).branchCount, 2);
    app.chat().nextBranch(first);
    QTRY_COMPARE_WITH_TIMEOUT(last(app).id, second, 30000);
    app.chat().nextBranch(second);  // nothing beyond the last
    QVERIFY(app.waitIdle());
    QCOMPARE(last(app).id, second);
  }

  void edited_question_is_answered_beside_the_old_one() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    QVERIFY(app.ask(QStringLiteral("short two")));
    const auto question = app.messages().at(0).id;
    app.chat().editMessage(question, QStringLiteral("short edited"));
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 2, 30000);
    QVERIFY(app.waitIdle());
    QCOMPARE(app.messages().at(0).text, QStringLiteral("short edited"));
    QCOMPARE(app.messages().at(0).branchCount, 2);
    QCOMPARE(last(app).text, canned("User: short edited\n\n"));
    app.chat().previousBranch(app.messages().at(0).id);
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 4, 30000);
    QCOMPARE(app.messages().at(0).id, question);
  }

  void failed_turn_shows_an_error_and_can_be_retried() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    app.script().fail_prefill = true;
    QVERIFY(app.ask(QStringLiteral("short two")));
    QCOMPARE(last(app).status, static_cast<int>(MessageListModel::Failed));
    QVERIFY(!last(app).errorTitle.isEmpty() && !last(app).errorText.isEmpty());
    QCOMPARE(last(app).errorAction, static_cast<int>(MessageListModel::Retry));
    app.script().fail_prefill = false;
    const auto id = last(app).id;
    app.chat().retry(id);
    QVERIFY(QTest::qWaitFor([&] { return last(app).status == MessageListModel::Done; }));
    QCOMPARE(last(app).id, id);
    QCOMPARE(last(app).errorTitle, QString());
    QVERIFY(last(app).text.startsWith(u"I have read"));
  }

  void turn_that_fails_half_way_keeps_its_text() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("please fail")));
    QCOMPARE(last(app).status, static_cast<int>(MessageListModel::Failed));
    QVERIFY(!last(app).text.isEmpty());
    const auto failed = last(app).id;
    app.restart();
    QVERIFY(app.waitReady());
    QCOMPARE(last(app).status, static_cast<int>(MessageListModel::Failed));
    QVERIFY(!last(app).errorTitle.isEmpty());
    QCOMPARE(last(app).id, failed);
  }

  void reopened_conversation_goes_on_without_reading_again() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    QVERIFY(app.ask(QStringLiteral("short two")));
    app.restart();
    QVERIFY(app.waitReady());
    QCOMPARE(app.messages().count(), 4);
    const auto read = app.script().tokens_read.load();
    QVERIFY(app.ask(QStringLiteral("short three")));
    QCOMPARE(last(app).tokensReread, 0);
    QCOMPARE(app.chat().noticeText(), QString());
    QCOMPARE(app.script().tokens_read.load() - read, qint64(QByteArray("\n\nUser: short three\n\nAssistant:").size()));
  }

  void lost_states_are_replayed_with_the_reason() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    QVERIFY(app.ask(QStringLiteral("short two")));
    app.stop();
    for (const auto* name : {"states.db", "states.db-wal", "states.db-shm"})
      std::filesystem::remove(app.folder() / name);
    std::filesystem::remove_all(app.folder() / "states");
    app.start();
    QVERIFY(app.waitReady());
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().noticeText().contains(QStringLiteral("re-read because")), 30000);
    QVERIFY(app.ask(QStringLiteral("short three")));
    QCOMPARE(last(app).tokensReread, 0);  // the preparation had read it
    const auto text = last(app).text;
    app.stop();
    OfflineApp other;
    QVERIFY(other.ask(QStringLiteral("short")));
    QVERIFY(other.ask(QStringLiteral("short two")));
    QVERIFY(other.ask(QStringLiteral("short three")));
    QCOMPARE(text, last(other).text);
  }

  void damaged_states_are_replayed_with_the_reason() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    app.stop();
    int damaged = 0;
    for (const auto& entry : std::filesystem::directory_iterator(app.folder() / "states")) {
      std::fstream file(entry.path(), std::ios::in | std::ios::out | std::ios::binary);
      file.seekp(10);
      file.put('\x7f');
      ++damaged;
    }
    QVERIFY(damaged > 0);
    app.start();
    QVERIFY(app.waitReady());
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().noticeText().contains(QStringLiteral("damaged")), 30000);
    QVERIFY(app.ask(QStringLiteral("short two")));
    QCOMPARE(last(app).status, static_cast<int>(MessageListModel::Done));
  }

  void question_sent_while_the_conversation_is_read_again_is_answered_after_that() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("long")));
    app.stop();
    std::filesystem::remove_all(app.folder() / "states");
    app.script().prefill_ms_per_chunk = 60;
    app.start();
    QVERIFY(app.waitReady());
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().isPreparing(), 30000);
    QCOMPARE(app.chat().prepareText().startsWith(u"Reading the conversation again: "), true);
    QVERIFY(!app.chat().prepareReason().isEmpty());
    app.chat().send(QStringLiteral("short"));
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 4, 30000);
    QVERIFY(app.waitIdle());
    QCOMPARE(last(app).status, static_cast<int>(MessageListModel::Done));
    QVERIFY(last(app).text.startsWith(u"I have read"));
    QCOMPARE(last(app).tokensReread, 0);
  }

  void reading_again_can_be_stopped() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("long")));
    app.stop();
    std::filesystem::remove_all(app.folder() / "states");
    app.script().prefill_ms_per_chunk = 60;
    app.start();
    QVERIFY(app.waitReady());
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().isPreparing(), 30000);
    app.chat().cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!app.chat().isPreparing(), 30000);
    app.script().prefill_ms_per_chunk = 0;
    QVERIFY(app.ask(QStringLiteral("short")));
    QVERIFY(last(app).tokensReread > 1000);
    QVERIFY(!last(app).rereadReason.isEmpty());
    QVERIFY(app.chat().noticeText().contains(QStringLiteral("re-read because")));
  }

  void interrupted_answer_can_be_continued_and_asked_anew() {
    OfflineApp app({.sampleChats = true});
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().count(), 3, 30000);
    app.conversations().select(
        app.conversations().data(app.conversations().index(1), ConversationListModel::ConversationIdRole).toLongLong());
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 2, 30000);
    QVERIFY(app.waitReady());
    const auto start = last(app).text;
    QCOMPARE(last(app).status, static_cast<int>(MessageListModel::Interrupted));
    app.chat().continueAnswer(last(app).id);
    QTRY_COMPARE_WITH_TIMEOUT(last(app).status, static_cast<int>(MessageListModel::Done), 30000);
    QVERIFY(last(app).text.startsWith(start) && last(app).text.size() > start.size());
    QVERIFY(app.waitIdle());
    app.chat().regenerate(last(app).id);
    QTRY_COMPARE_WITH_TIMEOUT(last(app).branchCount, 2, 30000);
    QVERIFY(app.waitIdle());
    QVERIFY(last(app).text.startsWith(u"# A small tour"));
  }

  void other_model_reads_the_conversation_again_and_says_so() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    app.script().model_version = "2";
    app.models().load(QStringLiteral("/fake/other"));
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().noticeText().contains(QStringLiteral("another model")), 30000);
    QVERIFY(app.ask(QStringLiteral("short two")));
    QCOMPARE(last(app).status, static_cast<int>(MessageListModel::Done));
  }

  void quitting_while_writing_keeps_the_text() {
    OfflineApp app({.tokenUs = 1000});
    QVERIFY(app.waitReady());
    app.chat().send(QStringLiteral("long"));
    QTRY_VERIFY_WITH_TIMEOUT(app.messages().count() == 2 && last(app).text.size() > 50, 30000);
    const auto shown = last(app).text;
    QElapsedTimer timer;
    timer.start();
    app.stop();
    QVERIFY(timer.elapsed() < 1500);
    app.start();
    QVERIFY(app.waitReady());
    QVERIFY(last(app).text.startsWith(shown));
    QCOMPARE(last(app).status, static_cast<int>(MessageListModel::Cancelled));
  }

  void deleting_the_conversation_stops_its_turn_and_can_be_undone() {
    OfflineApp app({.tokenUs = 1000});
    QVERIFY(app.ask(QStringLiteral("short")));
    const auto doomed = app.chat().conversationId();
    app.chat().send(QStringLiteral("long"));
    QTRY_VERIFY_WITH_TIMEOUT(app.messages().count() == 4 && last(app).text.size() > 20, 30000);
    app.conversations().remove(doomed);
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().conversationId() != doomed && app.chat().conversationId() != 0, 30000);
    QVERIFY(app.waitReady());
    QVERIFY(app.chat().isEmpty());
    QVERIFY(app.conversations().canUndoRemove());
    app.conversations().undoRemove();
    QTRY_COMPARE_WITH_TIMEOUT(app.chat().conversationId(), doomed, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 4, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(last(app).status, static_cast<int>(MessageListModel::Cancelled), 30000);
    QVERIFY(!last(app).text.isEmpty());
  }

  void answer_goes_on_while_another_conversation_is_shown() {
    OfflineApp app({.tokenUs = 500});
    QVERIFY(app.ask(QStringLiteral("short")));
    const auto first = app.chat().conversationId();
    app.chat().send(QStringLiteral("hello"));
    QTRY_VERIFY_WITH_TIMEOUT(app.messages().count() == 4 && last(app).text.size() > 20, 30000);
    app.conversations().create();
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().conversationId() != first, 30000);
    QVERIFY(app.waitReady());
    QVERIFY(app.chat().isEmpty());
    const auto row = app.conversations().index(1);
    QVERIFY(app.conversations().data(row, ConversationListModel::IsGeneratingRole).toBool());
    app.conversations().select(first);
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 4, 30000);
    QVERIFY(app.chat().isGenerating());
    const auto shown = last(app).text;
    QVERIFY(shown.size() > 20);
    QVERIFY(app.waitIdle());
    QVERIFY(last(app).text.startsWith(shown));
    QCOMPARE(last(app).status, static_cast<int>(MessageListModel::Done));
    QVERIFY(last(app).text.endsWith(u"(https://example.org/eddy).\n"));
  }

  void draft_is_kept_per_conversation() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    const auto first = app.chat().conversationId();
    app.chat().setDraft(QStringLiteral("half a thought"));
    app.conversations().create();
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().conversationId() != first, 30000);
    QCOMPARE(app.chat().draft(), QString());
    app.conversations().select(first);
    QTRY_COMPARE_WITH_TIMEOUT(app.chat().draft(), QStringLiteral("half a thought"), 30000);
    app.chat().setDraft(QStringLiteral("another half"));
    app.restart();
    QVERIFY(app.waitReady());
    QCOMPARE(app.chat().draft(), QStringLiteral("another half"));
    QVERIFY(app.ask(app.chat().draft()));
    QCOMPARE(app.chat().draft(), QString());
  }

  void message_that_cannot_be_saved_stays_in_the_composer() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    // As a full disk would: the database may not grow any more.
    bool limited = false;
    app.composition().storage().submit(
        &app.composition(), [](Stores& stores) { return stores.database->run_script("PRAGMA max_page_count = 1"); },
        [&](const Result<void>& done) { limited = done.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(limited, 30000);
    const QString text(300'000, u'x');
    app.chat().send(text);
    QTRY_VERIFY_WITH_TIMEOUT(!app.chat().noticeText().isEmpty(), 30000);
    QCOMPARE(app.chat().draft(), text);
    QCOMPARE(app.messages().count(), 2);
    QVERIFY(app.chat().noticeText().contains(QStringLiteral("disk is full")));
    QVERIFY(app.chat().canSend());
    app.chat().dismissNotice();
    QCOMPARE(app.chat().noticeText(), QString());
  }

  void slow_reading_is_shown_with_progress() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    QSignalSpy changed(&app.chat(), &ChatViewModel::prepareChanged);
    app.chat().send(QStringLiteral("prepare for something short"));
    QTRY_VERIFY_WITH_TIMEOUT(app.chat().isPreparing(), 30000);
    QVERIFY(app.chat().prepareProgress() > 0 && app.chat().prepareProgress() < 1);
    QVERIFY(app.chat().prepareText().startsWith(u"Reading your message: "));
    QCOMPARE(app.chat().prepareReason(), QString());
    QVERIFY(app.waitIdle());
    QVERIFY(!app.chat().isPreparing());
    QVERIFY(!changed.isEmpty());
  }

  void text_can_be_copied() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    app.chat().copyText(last(app).id);
    QCOMPARE(QGuiApplication::clipboard()->text(), last(app).text);
    app.chat().copyToClipboard(QStringLiteral("code"));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("code"));
    QCOMPARE(app.chat().lastUserMessageId(), app.messages().at(0).id);
  }

  void nothing_is_sent_without_words_or_model() {
    OfflineApp app({.model = QStringLiteral("/fake/missing")});
    QTRY_VERIFY_WITH_TIMEOUT(app.models().status() == ModelsViewModel::Failed, 30000);
    QVERIFY(!app.chat().canSend());
    app.chat().send(QStringLiteral("hello"));
    QCOMPARE(app.chat().draft(), QStringLiteral("hello"));
    app.models().loadStarter();
    QVERIFY(app.waitReady());
    app.chat().send(QStringLiteral("  \n "));
    QTest::qWait(50);
    QVERIFY(app.chat().isEmpty());
  }
};

QTEST_MAIN(ChatViewModelTest)
#include "chat_view_model_test.moc"
