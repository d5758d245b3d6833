import QtQuick
import QtTest
import Eddy.App
import "../support"

// The settings tell whose saved states take how much and what was read again, and free what the user no longer wants.
WindowTest {
    id: root
    name: "SavedStates"

    function open() {
        showSettings();
        const flick = find("settingsFlickable"), button = find("openRereadLog");
        tryVerify(() => button.height > 0);
        flick.contentY = Math.min(button.mapToItem(flick.contentItem, 0, 0).y - flick.height / 2, flick.contentHeight - flick.height);
        wait(0);
    }
    function shoot(name) {
        wait(400);
        if (screenshotFolder !== "")
            grabImage(root.window.contentItem.parent).save(screenshotFolder + "/" + name + ".png");
    }
    function rows(name) {
        const found = [];
        const list = find("stateUsage");
        for (let i = 0; i < list.children.length; ++i) {
            if (list.children[i].visible && search(list.children[i], name))
                found.push(list.children[i]);
        }
        return found;
    }

    function test_used_space_is_told_by_chat_and_freed() {
        ask("short one, but with some words in it");
        ask("short two");
        begin();
        ask("short");
        open();
        tryVerify(() => App.states.chats.count >= 2);
        tryVerify(() => find("stateUsage").visible);
        tryValue(() => rows("freeChatStates").length, Math.min(5, App.states.chats.count));
        const before = App.states.chats.count;
        search(rows("keepChatStates")[0], "keepChatStates").clicked();
        tryVerify(() => rows("keepChatStates").some(row => search(row, "keepChatStates").text === "Kept"));
        // The rows are made anew when the list is read again: one that was clicked meanwhile frees nothing.
        tryVerify(() => {
            if (App.states.chats.count < before)
                return true;
            const row = rows("freeChatStates")[0];
            if (row)
                search(row, "freeChatStates").clicked();
            return false;
        });
        find("freeAllStates").clicked();
        tryVerify(() => find("confirmFreeAll") !== null && find("confirmFreeAll").visible);
        find("confirmFreeAll").forceActiveFocus();
        keyClick(Qt.Key_Return);
        tryCompare(App.states.chats, "count", 0);
        tryValue(() => App.settings.stateUsedBytes, 0);
    }
    function test_log_names_causes_and_offers_what_prevents_them_data() {
        return [{ tag: "light", theme: Settings.Light }, { tag: "dark", theme: Settings.Dark }];
    }
    function test_log_names_causes_and_offers_what_prevents_them(data) {
        App.settings.theme = data.theme;
        ask("short");
        open();
        tryVerify(() => App.states.chats.count >= 1);
        shoot(data.tag + "-storage");
        click(find("openRereadLog"));
        tryVerify(() => find("rereadLog") !== null && find("rereadLog").count >= 3);
        const log = find("rereadLog");
        log.forceLayout();
        tryVerify(() => log.itemAtIndex(0).text.includes("tokens in"));
        tryVerify(() => log.itemAtIndex(0).Accessible.name.includes(log.itemAtIndex(0).title));
        shoot(data.tag + "-reread-log");
        let evicted = -1;
        for (let i = 0; i < log.count; ++i) {
            if (App.states.log.data(App.states.log.index(i, 0), Qt.UserRole + 4) === RereadListModel.RaiseBudget)
                evicted = i;
        }
        verify(evicted >= 0);
        const before = App.settings.stateBudgetBytes;
        log.positionViewAtIndex(evicted, ListView.Contain);
        log.forceLayout();
        const button = search(log.itemAtIndex(evicted), "logEntryAction");
        button.forceActiveFocus();
        keyClick(Qt.Key_Return);
        tryValue(() => App.settings.stateBudgetBytes, 2 * before);
        App.settings.stateBudgetBytes = before;
        keyClick(Qt.Key_Escape);
        App.settings.theme = Settings.Light;
    }
}
