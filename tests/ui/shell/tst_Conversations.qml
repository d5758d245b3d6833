import QtQuick
import QtTest
import Eddy.App
import "../support"

// The conversation list: new, select, rename, delete and undo.
WindowTest {
    id: root
    name: "Conversations"

    function conversation(index) {
        find("conversationList").forceLayout();
        return find("conversationList").itemAtIndex(index);
    }
    function current() {
        return withId(App.conversations.currentId);
    }
    function withId(id) {
        for (let i = 0; i < find("conversationList").count; ++i) {
            if (conversation(i) && conversation(i).conversationId === id)
                return conversation(i);
        }
        return null;
    }

    function test_switching_shows_the_other_messages() {
        ask("Something short about birds");
        const birds = App.chat.conversationId;
        begin();
        tryVerify(() => App.chat.conversationId !== birds);
        tryVerify(() => find("emptyState").visible);
        ask("Something short about fish");
        App.conversations.select(birds);
        tryVerify(() => list().count === 2 && message(0).text === "Something short about birds");
        tryVerify(() => current().conversationId === birds);
    }
    function test_a_click_opens_a_conversation() {
        ask("Something short about birds");
        const birds = App.chat.conversationId;
        begin();
        ask("Something short about fish");
        click(withId(birds));
        tryVerify(() => App.chat.conversationId === birds);
        tryVerify(() => find("composerArea").activeFocus);
    }
    function test_f2_renames_in_place() {
        ask("Something short");
        keyClick(Qt.Key_F2);
        tryVerify(() => find("renameField") !== null);
        find("renameField").selectAll();
        type("Rivers");
        keyClick(Qt.Key_Return);
        tryVerify(() => find("renameField") === null);
        tryVerify(() => current().title === "Rivers");
        tryCompare(App.chat, "title", "Rivers");
        tryValue(() => find("headerTitle").text, "Rivers");
    }
    function test_escape_keeps_the_old_title() {
        ask("Something short");
        const before = current().title;
        keyClick(Qt.Key_F2);
        tryVerify(() => find("renameField").activeFocus);
        type("Nonsense");
        keyClick(Qt.Key_Escape);
        tryVerify(() => find("renameField") === null);
        tryValue(() => current().title, before);
    }
    function test_delete_can_be_undone() {
        ask("Something short about moss");
        const moss = App.chat.conversationId;
        const count = App.conversations.count;
        App.conversations.remove(moss);
        tryVerify(() => find("undoToast").visible);
        tryCompare(App.conversations, "count", count - 1);
        tryVerify(() => App.chat.conversationId !== moss);
        wait(300);
        click(search(find("undoToast"), "toastAction"));
        tryCompare(App.conversations, "count", count);
        App.conversations.select(moss);
        tryVerify(() => list().count === 2 && message(0).text === "Something short about moss");
    }
    function test_delete_key_removes_the_conversation_in_focus() {
        ask("Something short");
        const count = App.conversations.count;
        find("conversationList").forceActiveFocus();
        keyClick(Qt.Key_Delete);
        tryCompare(App.conversations, "count", count - 1);
        keyClick(Qt.Key_Z, Qt.ControlModifier);
        tryCompare(App.conversations, "count", count);
    }
    function test_the_menu_offers_rename_and_delete() {
        ask("Something short");
        mouseClick(current(), current().width / 2, current().height / 2, Qt.RightButton);
        tryVerify(() => visibleItem("menuRename"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("menuRename"));
        mouseClick(current(), current().width / 2, current().height / 2, Qt.RightButton);
        tryVerify(() => visibleItem("menuRename"));
        click(find("menuRename"));
        tryVerify(() => find("renameField") !== null);
        keyClick(Qt.Key_Escape);
    }
}
