import QtQuick
import QtTest
import Eddy.App
import "../support"

// The order of the sidebar: pins, folders, the archive, sorting, several chats at once.
WindowTest {
    id: root
    name: "Order"

    function cleanup() {
        App.sidebar.clearSelection();
    }
    function row(id) {
        return App.sidebar.rowOfConversation(id);
    }
    function item(id) {
        const view = find("conversationList");
        view.positionViewAtIndex(row(id), ListView.Contain);
        view.forceLayout();
        return view.itemAtIndex(row(id));
    }
    function made(text) {
        begin();
        ask(text);
        return App.chat.conversationId;
    }

    function test_pinned_chats_stand_first() {
        const pinned = made("Something short to pin");
        made("Something short and newer");
        item(pinned);
        mouseClick(item(pinned), 40, 10, Qt.RightButton);
        tryVerify(() => visibleItem("menuPin"));
        click(find("menuPin"));
        tryVerify(() => row(pinned) === 1);
        tryVerify(() => find("heading0") !== null && find("heading0").title === "Pinned");
        App.organizer.setPinned([pinned], false);
        tryVerify(() => row(pinned) > 1);
    }
    function test_chats_go_into_folders_that_fold() {
        const first = made("Something short for the folder");
        root.window.chooseFolder([first]);
        tryVerify(() => visibleItem("folderField"));
        find("folderField").text = "Work";
        click(find("folderApply"));
        tryVerify(() => App.sidebar.folders.length === 1 && App.sidebar.folders[0] === "Work");
        tryVerify(() => row(first) > 0);
        App.sidebar.fold(row(first) - 1);
        tryValue(() => row(first), -1);
        App.sidebar.fold(App.sidebar.folders.length === 1 ? findHeading("Work") : -1);
        tryVerify(() => row(first) > 0);
        App.organizer.renameFolder("Work", "Play");
        tryVerify(() => App.sidebar.folders[0] === "Play");
        App.organizer.renameFolder("Play", "");
        tryVerify(() => App.sidebar.folders.length === 0);
    }
    function findHeading(title) {
        for (let i = 0; i < App.sidebar.count; ++i) {
            const view = find("conversationList");
            view.positionViewAtIndex(i, ListView.Contain);
            const heading = view.itemAtIndex(i);
            if (heading && heading.title === title && heading.foldable)
                return i;
        }
        return -1;
    }
    function test_archived_chats_are_out_of_the_way_and_come_back() {
        const old = made("Something short for the archive");
        made("Something short that stays");
        App.organizer.toggleArchived([old]);
        tryVerify(() => row(old) === -1);
        const archive = findHeading("Archive");
        verify(archive > 0);
        App.sidebar.fold(archive);
        tryVerify(() => row(old) > archive);
        App.sidebar.fold(archive);
        App.organizer.toggleArchived([old]);
        tryVerify(() => row(old) > 0);
    }
    function test_a_copy_is_opened() {
        const original = made("Something short to copy");
        App.organizer.duplicate(original);
        tryVerify(() => App.chat.conversationId !== original && App.chat.conversationId !== 0 && App.chat.title.endsWith("(copy)"));
        tryVerify(() => list().count === 2 && message(0).text === "Something short to copy");
    }
    function test_several_are_deleted_and_brought_back_together() {
        const a = made("Something short one");
        const b = made("Something short two");
        const count = App.conversations.count;
        mouseClick(item(a), 40, 10, Qt.LeftButton, Qt.ControlModifier);
        mouseClick(item(b), 40, 10, Qt.LeftButton, Qt.ControlModifier);
        tryValue(() => App.sidebar.selectedCount, 2);
        tryVerify(() => visibleItem("selectionBar"));
        tryValue(() => find("selectedCount").text, "2 selected");
        click(find("selectedDelete"));
        tryCompare(App.conversations, "count", count - 2);
        tryVerify(() => find("undoToast").visible && App.conversations.undoText === "2 chats were deleted");
        tryValue(() => App.sidebar.selectedCount, 0);
        keyClick(Qt.Key_Z, Qt.ControlModifier);
        tryCompare(App.conversations, "count", count);
        tryVerify(() => row(a) > 0 && row(b) > 0);
    }
    function test_shift_and_arrows_select_and_escape_lets_go() {
        made("Something short one");
        made("Something short two");
        find("conversationList").forceActiveFocus();
        keyClick(Qt.Key_Down, Qt.ShiftModifier);
        tryValue(() => App.sidebar.selectedCount, 2);
        keyClick(Qt.Key_Escape);
        tryValue(() => App.sidebar.selectedCount, 0);
    }
    function test_sorting_by_title() {
        const zebra = made("Something short z");
        App.conversations.rename(zebra, "AAA first");
        App.sidebar.sort = SidebarModel.ByTitle;
        tryVerify(() => row(zebra) === 1);
        tryVerify(() => find("heading0") !== null && find("heading0").title === "All chats");
        App.sidebar.sort = SidebarModel.ByChange;
    }
}
