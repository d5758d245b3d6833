// The user's own keys: kept, never twice the same, never one that writing needs.
#include <QTest>

#include "tests/support/app/offline_app.h"

using namespace eddy;

namespace {

class FakeCommand : public QObject {
 public:
  FakeCommand(const QString& name, const QString& text, const QString& usual) {
    setProperty("name", name);
    setProperty("text", text);
    setProperty("usual", usual);
  }
};

}  // namespace

class ShortcutsTest : public QObject {
  Q_OBJECT

  FakeCommand m_new{QStringLiteral("new"), QStringLiteral("New chat"), QStringLiteral("Ctrl+N")};
  FakeCommand m_find{QStringLiteral("find"), QStringLiteral("Find"), QStringLiteral("Ctrl+F")};
  FakeCommand m_pin{QStringLiteral("pin"), QStringLiteral("Pin"), QString()};

  Shortcuts& in(OfflineApp& app) {
    auto& shortcuts = app.composition().shortcuts();
    shortcuts.setCommands({QVariant::fromValue<QObject*>(&m_new), QVariant::fromValue<QObject*>(&m_find), QVariant::fromValue<QObject*>(&m_pin)});
    return shortcuts;
  }

 private slots:
  void keys_are_changed_kept_and_taken_back() {
    OfflineApp app;
    auto& shortcuts = in(app);
    QCOMPARE(shortcuts.rowCount(), 3);
    QVERIFY(shortcuts.assign(QStringLiteral("pin"), QStringLiteral("Ctrl+Alt+P")));
    QVERIFY(shortcuts.assign(QStringLiteral("new"), QString()));
    QCOMPARE(shortcuts.own().value(QStringLiteral("pin")).toString(), QStringLiteral("Ctrl+Alt+P"));
    QCOMPARE(shortcuts.texts().value(QStringLiteral("pin")).toString(), QStringLiteral("Ctrl+Alt+P"));
    app.restart();
    auto& again = in(app);
    QTRY_COMPARE_WITH_TIMEOUT(again.own().size(), 2, 30'000);
    QCOMPARE(again.index(2).data(Shortcuts::Keys).toString(), QStringLiteral("Ctrl+Alt+P"));
    QVERIFY(again.index(0).data(Shortcuts::Keys).toString().isEmpty());
    again.reset(QStringLiteral("new"));
    QCOMPARE(again.index(0).data(Shortcuts::Keys).toString(), QStringLiteral("Ctrl+N"));
    again.resetAll();
    QVERIFY(!again.isChanged());
  }

  void the_usual_key_is_no_change() {
    OfflineApp app;
    auto& shortcuts = in(app);
    QVERIFY(shortcuts.assign(QStringLiteral("new"), QStringLiteral("Ctrl+G")));
    QVERIFY(shortcuts.assign(QStringLiteral("new"), QStringLiteral("Ctrl+N")));
    QVERIFY(!shortcuts.isChanged());
  }

  void a_key_belongs_to_one_command() {
    OfflineApp app;
    auto& shortcuts = in(app);
    QVERIFY(shortcuts.objection(QStringLiteral("pin"), QStringLiteral("Ctrl+F")).contains(u"Find"));
    QVERIFY(!shortcuts.assign(QStringLiteral("pin"), QStringLiteral("Ctrl+F")));
    QVERIFY(shortcuts.assign(QStringLiteral("find"), QStringLiteral("Ctrl+G")));
    QVERIFY(shortcuts.assign(QStringLiteral("pin"), QStringLiteral("Ctrl+F")));
    shortcuts.reset(QStringLiteral("find"));  // its usual key is another's now
    QVERIFY(shortcuts.index(1).data(Shortcuts::Keys).toString().isEmpty());
  }

  void keys_that_writing_needs_are_refused_data() {
    QTest::addColumn<QString>("keys");
    for (const char* keys : {"A", "Shift+A", "Return", "Tab", "Esc", "Ctrl+C", "Ctrl+V", "Ctrl+Left", "Ctrl+K, Ctrl+C"}) QTest::addRow("%s", keys) << QString::fromLatin1(keys);
  }
  void keys_that_writing_needs_are_refused() {
    QFETCH(QString, keys);
    OfflineApp app;
    QVERIFY(!in(app).objection(QStringLiteral("pin"), keys).isEmpty());
    QVERIFY(!in(app).assign(QStringLiteral("pin"), keys));
  }

  void function_keys_may_stand_alone() {
    OfflineApp app;
    QVERIFY(in(app).assign(QStringLiteral("pin"), QStringLiteral("F7")));
  }

  void what_was_pressed_is_named() {
    QCOMPARE(Shortcuts::pressed(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier), QStringLiteral("Ctrl+Shift+G"));
    QCOMPARE(Shortcuts::pressed(Qt::Key_5, Qt::ControlModifier | Qt::KeypadModifier), QStringLiteral("Ctrl+5"));
    QCOMPARE(Shortcuts::pressed(Qt::Key_Control, Qt::ControlModifier), QString());
    QCOMPARE(Shortcuts::pressed(Qt::Key_AltGr, 0), QString());
    QCOMPARE(Shortcuts::pressed(0, 0), QString());
    QCOMPARE(Shortcuts::hint(QStringLiteral("New chat"), QStringLiteral("Ctrl+N")), QStringLiteral("New chat (Ctrl+N)"));
    QCOMPARE(Shortcuts::hint(QStringLiteral("Pin"), QString()), QStringLiteral("Pin"));
  }

  void unknown_commands_and_damaged_settings_change_nothing() {
    OfflineApp app;
    auto& shortcuts = in(app);
    QVERIFY(!shortcuts.assign(QStringLiteral("fly"), QStringLiteral("Ctrl+G")));
    shortcuts.reset(QStringLiteral("fly"));
    shortcuts.restore({{"shortcuts.own", "no json"}});
    QVERIFY(!shortcuts.isChanged());
    shortcuts.restore({{"shortcuts.own", R"({"new": 5, "pin": "Ctrl+G, Ctrl+H", "find": "Ctrl+J"})"}});
    QCOMPARE(shortcuts.own().size(), 1);
  }
};

QTEST_MAIN(ShortcutsTest)
#include "shortcuts_test.moc"
