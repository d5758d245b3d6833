// The list of conversations: what is done to it is in the database.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/app/offline_app.h"

using namespace eddy;

class ConversationListModelTest : public QObject {
  Q_OBJECT

  static QString titleAt(OfflineApp& app, int row) {
    return app.conversations().data(app.conversations().index(row), ConversationListModel::TitleRole).toString();
  }
  static qint64 idAt(OfflineApp& app, int row) {
    return app.conversations()
        .data(app.conversations().index(row), ConversationListModel::ConversationIdRole)
        .toLongLong();
  }

 private slots:
  void empty_chat_is_used_again() {
    OfflineApp app;
    QVERIFY(app.waitReady());
    const auto first = app.conversations().currentId();
    app.conversations().create();
    QTest::qWait(50);
    QCOMPARE(app.conversations().count(), 1);
    QVERIFY(app.ask(QStringLiteral("short")));
    QTRY_COMPARE_WITH_TIMEOUT(titleAt(app, 0), QStringLiteral("short"), 30000);
    app.conversations().create();
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().count(), 2, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(app.conversations().currentId() != first, 30000);
    QCOMPARE(titleAt(app, 0), QStringLiteral("New chat"));
  }

  void who_goes_elsewhere_before_a_new_chat_is_there_stays() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short one")));
    const auto first = app.conversations().currentId();
    app.conversations().create();
    QTRY_VERIFY_WITH_TIMEOUT(app.conversations().currentId() != first, 30000);
    QVERIFY(app.ask(QStringLiteral("short two")));
    app.conversations().create();
    app.conversations().select(first);
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().count(), 3, 30000);
    QCOMPARE(app.conversations().currentId(), first);
  }

  void latest_comes_first_and_rows_move() {
    OfflineApp app;
    QAbstractItemModelTester tester(&app.conversations());
    QVERIFY(app.ask(QStringLiteral("short one")));
    const auto first = app.conversations().currentId();
    app.conversations().create();
    QTRY_VERIFY_WITH_TIMEOUT(app.conversations().currentId() != first, 30000);
    QVERIFY(app.ask(QStringLiteral("short two")));
    QTRY_COMPARE_WITH_TIMEOUT(titleAt(app, 0), QStringLiteral("short two"), 30000);
    app.conversations().select(first);
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 2, 30000);
    QVERIFY(app.ask(QStringLiteral("short three")));
    QTRY_COMPARE_WITH_TIMEOUT(idAt(app, 0), first, 30000);
    QCOMPARE(titleAt(app, 0), QStringLiteral("short one"));
  }

  void renamed_keeps_its_name() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    app.conversations().rename(app.conversations().currentId(), QStringLiteral("  My \n chat "));
    QTRY_COMPARE_WITH_TIMEOUT(titleAt(app, 0), QStringLiteral("My chat"), 30000);
    QTRY_COMPARE_WITH_TIMEOUT(app.chat().title(), QStringLiteral("My chat"), 30000);
    app.conversations().rename(app.conversations().currentId(), QStringLiteral("   "));
    QVERIFY(app.ask(QStringLiteral("short again")));
    app.restart();
    QTRY_COMPARE_WITH_TIMEOUT(titleAt(app, 0), QStringLiteral("My chat"), 30000);
  }

  void conversation_open_last_is_open_again() {
    OfflineApp app({.sampleChats = true});
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().count(), 3, 30000);
    const auto third = idAt(app, 2);
    app.conversations().select(third);
    QTRY_COMPARE_WITH_TIMEOUT(app.chat().conversationId(), third, 30000);
    app.restart();
    QTRY_COMPARE_WITH_TIMEOUT(app.chat().conversationId(), third, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(!app.chat().isEmpty(), 30000);
  }

  void removed_is_gone_for_good_after_the_undo_is_dismissed() {
    OfflineApp app({.sampleChats = true});
    QAbstractItemModelTester tester(&app.conversations());
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().count(), 3, 30000);
    const auto second = idAt(app, 1);
    app.conversations().remove(second);
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().count(), 2, 30000);
    QVERIFY(app.conversations().undoText().contains(QStringLiteral("Write a letter")));
    app.conversations().dismissUndo();
    QVERIFY(!app.conversations().canUndoRemove());
    app.conversations().undoRemove();
    app.restart();
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().count(), 2, 30000);
  }

  void removing_another_makes_the_first_final() {
    OfflineApp app({.sampleChats = true});
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().count(), 3, 30000);
    const auto first = idAt(app, 0);
    const auto second = idAt(app, 1);
    app.conversations().remove(first);
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().count(), 2, 30000);
    app.conversations().remove(second);
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().count(), 1, 30000);
    app.conversations().undoRemove();
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().count(), 2, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().currentId(), second, 30000);
  }

  void last_one_removed_leaves_a_new_chat() {
    OfflineApp app;
    QVERIFY(app.ask(QStringLiteral("short")));
    const auto id = app.conversations().currentId();
    app.conversations().remove(id);
    QTRY_VERIFY_WITH_TIMEOUT(app.conversations().currentId() != id && app.conversations().currentId() != 0, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().count(), 1, 30000);
    QVERIFY(app.ask(QStringLiteral("short again")));
  }

  void interrupted_answers_are_shown_as_such() {
    OfflineApp app({.sampleChats = true});
    QTRY_COMPARE_WITH_TIMEOUT(app.conversations().count(), 3, 30000);
    app.conversations().select(idAt(app, 1));
    QTRY_COMPARE_WITH_TIMEOUT(app.messages().count(), 2, 30000);
    QCOMPARE(app.messages().at(1).status, static_cast<int>(MessageListModel::Interrupted));
    QVERIFY(!app.messages().at(1).text.isEmpty());
  }
};

QTEST_MAIN(ConversationListModelTest)
#include "conversation_list_model_test.moc"
