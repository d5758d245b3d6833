import QtQuick
import QtTest
import Eddy.App
import "../support"

// Messages come into their rows after the list has gone somewhere: it must be the right place then, and stay it.
WindowTest {
    id: root
    name: "Jumps"

    // All in view has come, and nothing moves any more.
    function settle() {
        let before = "", still = 0;
        for (let i = 0; i < 400 && still < 5; ++i) {
            wait(20);
            const now = [list().contentY, list().contentHeight, rows().map(row => row.item ? row.height : -1).join()].join();
            still = now === before && rows().every(row => row.item) ? still + 1 : 0;
            before = now;
        }
        compare(still, 5);
    }
    // Those in view.
    function rows() {
        return Array.from(list().contentItem.children).filter(row => row.messageId !== undefined && row.y < list().contentY + list().height && row.y + row.height > list().contentY);
    }
    function tell(times) {
        for (let i = 0; i < times; ++i)
            ask(i % 2 ? "A long story" : "tour");
        settle();
    }
    function test_a_message_that_is_wanted_begins_the_view() {
        tell(6);
        for (const index of [2, 6, 3, 0]) {
            const id = App.chat.messages.data(App.chat.messages.index(index, 0), messageIdRole());
            App.find.messageWanted(id);
            settle();
            fuzzyCompare(list().itemAtIndex(index).y, list().contentY, 1);
        }
    }
    function messageIdRole() {
        return Qt.UserRole + 1;
    }
    function test_the_end_is_the_end() {
        tell(5);
        list().forceActiveFocus();
        keyClick(Qt.Key_Home);
        settle();
        compare(list().itemAtIndex(0).y > list().contentY - 1, true);
        keyClick(Qt.Key_End);
        settle();
        fuzzyCompare(list().contentY, list().originY + list().contentHeight - list().height, list().bottomMargin + 1);
        verify(list().isNearEnd);
    }
    function test_a_found_place_is_in_view() {
        tell(6);
        root.window.showFind();
        type("story");
        tryVerify(() => App.find.count > 1);
        for (let i = 0; i < App.find.count; ++i) {
            const row = App.find.currentRow();
            tryVerify(() => rows().some(one => one.index === row && one.item));
            settle();
            verify(rows().some(one => one.index === row), "place " + i);
            keyClick(Qt.Key_Return);
            wait(50);
        }
        keyClick(Qt.Key_Escape);
    }
    function test_a_chat_that_is_opened_again_is_at_its_end() {
        tell(4);
        const id = App.chat.conversationId;
        begin();
        App.conversations.select(id);
        tryVerify(() => list().count === 8);
        settle();
        verify(list().isNearEnd);
    }
    // The last messages of a chat that one leaves go without being asked for anything.
    function test_switching_in_the_middle_of_it() {
        tell(3);
        const older = App.chat.conversationId;
        begin();
        ask("Another chat");
        const newer = App.chat.conversationId;
        for (let i = 0; i < 12; ++i) {
            App.conversations.select(i % 2 ? newer : older);
            wait(i * 3);
        }
        tryVerify(() => App.chat.conversationId === newer && list().count === 2);
        settle();
        compare(message(0).text, "Another chat");
    }
}
