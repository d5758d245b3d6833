import QtQuick
import QtTest
import Eddy.App
import Eddy.Settings
import "../support"

// Every dialog and every menu by keyboard alone: the focus goes in, shows where it is, reaches everything and nothing outside, Esc puts the
// dialog away, and the focus is again where it was.
TabWalk {
    id: root
    name: "Dialogs"

    function initTestCase() {
        App.settings.reducedMotion = true;
        userInput.makeFile(modelsFolder + "/good.gguf");
    }
    function cleanupTestCase() {
        App.settings.reducedMotion = false;
    }
    function cleanup() {
        App.shelf.open = false;
        App.library.open = false;
        App.pictures.close();
        App.settings.tokenChances = false;
        App.chat.cancel();
        root.window.close();
        root.window.destroy();
        wait(0);
    }
    // What lies directly in the layer of popups and holds this item.
    function popupOf(item) {
        const layers = root.window.contentItem.parent;
        for (let at = item; at && at.parent; at = at.parent)
            if (at.parent.parent === layers && at.parent !== root.window.contentItem)
                return at;
        return null;
    }
    function inSettings() {
        showSettings();
        find("settingsPage").forceActiveFocus();
    }
    function inModels() {
        App.shelf.open = true;
        tryVerify(() => visibleItem("modelsPage") && !App.shelf.scanning && App.shelf.installed.total > 0);
    }
    function dialog(name) {
        return findChild(root.window, name);
    }
    function answer() {
        ask("Something short");
        find("composerArea").forceActiveFocus();
        return message(1).messageId;
    }

    // `mark` is in the dialog; what opens it may first go somewhere, and says from where it was opened if that is not where the focus is anyway.
    function test_dialog_data() {
        return [
            { tag: "model", mark: "closeModelDialog", open: () => root.window.chooseModel() },
            { tag: "commands", mark: "pickerField", open: () => root.window.showPalette() },
            { tag: "search", mark: "pickerField", open: () => root.window.showSearch() },
            { tag: "about", mark: "closeAbout", open: () => root.window.showAbout() },
            { tag: "folder", mark: "folderField", before: answer, open: () => root.window.chooseFolder([App.chat.conversationId]) },
            { tag: "rename a folder", mark: "folderField", open: () => dialog("folderDialog").rename("Work") },
            { tag: "export", mark: "cancelExport", before: answer, open: () => root.window.saveChat(App.chat.conversationId) },
            { tag: "chat style", mark: "closeChatStyle", open: () => root.window.showChatStyle() },
            { tag: "persona", mark: "nameField", before: () => { root.window.showChatStyle(); tryVerify(() => visibleItem("savePersona")); }, open: () => dialog("personaNameDialog").ask("") },
            { tag: "link", mark: "openLink", open: () => dialog("linkDialog").ask("https://example.org/") },
            { tag: "picture", mark: "closePicture", open: () => App.pictures.open("file:///none.png", "tide") },
            { tag: "save a point", mark: "stateName", before: answer, open: () => App.library.pointRequested(message(1).messageId) },
            { tag: "address", mark: "downloadAddress", before: inModels, open: () => dialog("addressDialog").ask("") },
            { tag: "delete a model", mark: "keepModel", before: inModels, open: () => dialog("deleteModelDialog").ask("/tmp/x.gguf", "x", true) },
            { tag: "smaller copy", mark: "closeQuantise", before: inModels, open: () => dialog("quantiseDialog").open() },
            { tag: "passphrase", mark: "newPassphrase", before: inSettings, open: () => dialog("passphraseDialog").ask(PassphraseDialog.TurnOn) },
            { tag: "read again", mark: "closeRereadLog", before: inSettings, open: () => dialog("rereadLogDialog").open() },
            { tag: "free all", mark: "confirmFreeAll", before: inSettings, open: () => dialog("freeAllDialog").open() },
            { tag: "settings back", mark: "confirmResetAll", before: inSettings, open: () => dialog("resetAllDialog").open() },
            { tag: "preset", mark: "nameField", before: inSettings, open: () => dialog("presetSaveDialog").ask("Mine") },
            { tag: "how an answer came about", mark: "closeAnswerDetails", before: answer, open: () => search(message(1), "answerFigures").clicked() },
            { tag: "token probabilities", mark: "closeTokenChances", before: () => { App.settings.tokenChances = true; answer(); }, open: () => search(message(1), "answerMenu").chancesRequested() }
        ];
    }
    function test_dialog(data) {
        find("composerArea").forceActiveFocus();
        if (data.before)
            data.before();
        const from = root.window.activeFocusItem;
        data.open();
        tryVerify(() => visibleItem(data.mark));
        const popup = popupOf(find(data.mark));
        verify(popup, "the dialog is not in the layer of dialogs");
        tryVerify(() => root.window.activeFocusItem !== popup && within(root.window.activeFocusItem, popup), 5000, "the focus does not go into the dialog");
        verify(hasRing(root.window.activeFocusItem), described(root.window.activeFocusItem) + " does not show that it has the focus");
        walk(popup);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem(data.mark), 5000, "Esc does not put it away");
        tryVerify(() => root.window.activeFocusItem === from, 5000, "the focus goes elsewhere");
    }
    function test_dialog_that_stays_data() {
        return [
            { tag: "cannot be opened", mark: "quitButton", name: "startupErrorDialog" },
            { tag: "locked", mark: "unlockPassphrase", name: "unlockPage" }
        ];
    }
    function test_dialog_that_stays(data) {
        dialog(data.name).open();
        tryVerify(() => visibleItem(data.mark));
        const popup = popupOf(find(data.mark));
        tryVerify(() => root.window.activeFocusItem !== popup && within(root.window.activeFocusItem, popup), 5000, "the focus does not go into the dialog");
        walk(popup);
        keyClick(Qt.Key_Escape);
        verify(visibleItem(data.mark));
        dialog(data.name).close();
        tryVerify(() => !visibleItem(data.mark));
    }

    // Menus: the arrows go through them, each entry has words and looks different where they are, Esc leaves them.
    function test_menu_data() {
        return [
            { tag: "ways to begin", from: () => find("sidebarMenuButton"), entry: "menuPrivate" },
            { tag: "conversation", before: answer, from: () => find("conversationList"), key: Qt.Key_Menu, entry: "menuRename" },
            { tag: "answer", before: answer, from: () => search(message(1), "answerMenu"), entry: "again2" },
            { tag: "number of answers", from: () => find("answerCount"), entry: "count1" },
            { tag: "kind of models", before: inModels, from: () => find("modelKind"), entry: "option-0" },
            { tag: "model", before: inModels, from: () => search(find("installedList"), "modelMenu"), entry: "keepWarm" },
            { tag: "presets", before: inSettings, from: () => find("presetButton"), entry: "presetSave" }
        ];
    }
    function test_menu(data) {
        if (data.before)
            data.before();
        tryVerify(() => data.from() !== null);
        const button = data.from();
        button.forceActiveFocus(Qt.TabFocusReason);
        const from = root.window.activeFocusItem;
        keyClick(data.key || Qt.Key_Return);
        tryVerify(() => visibleItem(data.entry));
        const entries = new Set();
        for (let step = 0; step < 30; ++step) {
            keyClick(Qt.Key_Down);
            const item = root.window.activeFocusItem;
            verify(item && item.highlighted !== undefined, described(item) + " is no entry of the menu");
            verify(item.highlighted, described(item) + " does not show that it is chosen");
            verify(spoken(item) !== "", "an entry says nothing");
            if (entries.has(item))
                break;
            entries.add(item);
        }
        const entry = find(data.entry);
        const all = Array.from(entry.parent.children).filter(item => item.highlighted !== undefined && item.visible && item.enabled);
        compare(entries.size, all.length, "entries are not reached with the arrows");
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem(data.entry), 5000, "Esc does not put it away");
        tryVerify(() => root.window.activeFocusItem === from, 5000, "the focus goes elsewhere");
    }
}
