import QtQuick
import QtTest
import Eddy.App
import "../support"

// Keys are changed by pressing them; they work at once, and conflicts are named.
WindowTest {
    id: root
    name: "Shortcuts"

    function cleanup() {
        App.shortcuts.resetAll();
    }
    function row(name) {
        showSettings();
        const section = find("shortcutsSection");
        if (!section.unfolded)
            click2(find("unfoldShortcuts"));
        tryVerify(() => find("shortcut-" + name) !== null, 10000);
        return find("shortcut-" + name);
    }
    // What lies further down on the page is scrolled to first.
    function click2(item) {
        const flick = find("settingsFlickable");
        tryVerify(() => item.mapToItem(flick.contentItem, 0, 0).y >= 0, 10000);
        let last = -1;
        tryVerify(() => {
            flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, item.mapToItem(flick.contentItem, 0, 0).y - flick.height / 2));
            const before = last;
            last = item.mapToItem(flick, 0, 0).y;
            return last === before && last > 20 && last + item.height < flick.height - 20;
        }, 10000, "can be seen and stands still");
        click(item);
    }
    function test_a_key_is_changed_and_works() {
        const notebook = row("notebook");
        click2(search(notebook, "shortcutKey"));
        tryVerify(() => notebook.listening, 10000);
        keyClick(Qt.Key_G, Qt.ControlModifier | Qt.AltModifier);
        tryCompare(notebook, "keys", "Ctrl+Alt+G", 10000);
        verify(!notebook.listening);
        root.window.showChat();
        keyClick(Qt.Key_G, Qt.ControlModifier | Qt.AltModifier);
        tryVerify(() => App.notebook.open, 10000);
        root.window.showChat();
        keyClick(Qt.Key_B, Qt.ControlModifier | Qt.ShiftModifier);
        wait(100);
        verify(!App.notebook.open, "the usual key is free now");
        const again = row("notebook");
        click2(search(again, "resetShortcut"));
        tryCompare(again, "keys", "Ctrl+Shift+B", 10000);
    }
    function test_a_conflict_is_named_and_nothing_changed() {
        const pin = row("pin");
        click2(search(pin, "shortcutKey"));
        tryVerify(() => pin.listening, 10000, "listens");
        keyClick(Qt.Key_N, Qt.ControlModifier);
        tryVerify(() => pin.objection.indexOf("New chat") >= 0, 10000, "objection: " + pin.objection);
        verify(pin.listening, "one may try another");
        compare(pin.keys, "");
        keyClick(Qt.Key_Escape);
        tryVerify(() => !pin.listening, 10000, "ends");
        verify(visibleItem("settingsPage"), "Escape ended the listening alone");
    }
    function test_a_key_can_be_taken_away_and_all_come_back() {
        const documents = row("documents");
        click2(search(documents, "clearShortcut"));
        tryCompare(documents, "keys", "", 10000);
        keyClick(Qt.Key_D, Qt.ControlModifier);
        wait(100);
        verify(!root.window.documentsOpen);
        click2(find("resetShortcuts"));
        tryCompare(documents, "keys", "Ctrl+D", 10000);
        verify(!App.shortcuts.changed);
    }
    function test_hints_say_the_keys_in_force() {
        App.shortcuts.assign("newChat", "Ctrl+Alt+C");
        compare(App.shortcuts.texts.newChat, "Ctrl+Alt+C");
        const actions = find("actions");
        verify(actions.hint(actions.newChat).indexOf("Ctrl+Alt+C") > 0);
    }
}
