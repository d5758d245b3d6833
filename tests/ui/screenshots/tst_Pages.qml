import QtQuick
import QtTest
import Eddy.App
import Eddy.Documents
import Eddy.Models
import Eddy.Settings
import Eddy.Shell
import "../support"

// Every page and dialog once, as a picture. Run by take.sh, which chooses how it looks: EDDY_LOOK names the theme or the language,
// -reverse mirrors the window, QT_SCALE_FACTOR enlarges it. "300" is what a screen of 2560 x 1600 has room for then, with the largest letters.
WindowTest {
    id: root
    name: "Pages"

    readonly property string folder: "file://" + documentsFolder + "/"
    readonly property bool smallest: screenshotLook === "300"
    windowComponent: Component {
        Main {
            width: root.smallest ? 853 : 1100
            height: root.smallest ? 533 : 760
        }
    }

    function initTestCase() {
        App.settings.theme = screenshotLook === "dark" ? Settings.Dark : Settings.Light;
        App.settings.language = screenshotLook === "de" ? "de" : "en";
        App.settings.reducedMotion = true;
        App.settings.fontSize = root.smallest ? 22 : 15;
        for (const name of ["granite-4.0-h-tiny-Q4_K_M.gguf", "broken.gguf", "A model with a very long name that nobody would ever want to read to its end, F16.gguf"])
            userInput.makeFile(modelsFolder + "/" + name);
    }
    function cleanup() {
        for (const page of [App.shelf, App.notebook, App.devices, App.library])
            page.open = false;
        App.answers.stopAll();
        App.answers.dismiss();
        App.answers.count = 1;
        App.travel.close();
        App.welcome.dismiss();
        App.settings.tokenChances = false;
        App.chat.cancel();
        root.window.close();
        root.window.destroy();
        wait(0);
    }
    function shoot(name) {
        wait(250);
        verify(userInput.takePicture(root.window, screenshotFolder === "" ? "" : screenshotFolder + "/" + name + ".png"), name);
    }
    function press(name) {
        tryVerify(() => visibleItem(name), 20000, name);
        find(name).clicked();
    }
    // From its top to its end, where it is higher than the window.
    function shootAll(name, flick) {
        shoot(name);
        for (let part = 2; root.smallest && flick.contentY < flick.contentHeight - flick.height - 4 && part < 30; ++part) {
            flick.contentY = Math.min(flick.contentHeight - flick.height, flick.contentY + 0.9 * flick.height);
            shoot(name + "-" + part);
        }
    }
    // The dialogs of the window, which are in no tree before they open.
    function dialogs() {
        const children = root.window.contentItem.children;
        for (let i = 0; i < children.length; ++i)
            if (children[i].unlock !== undefined)
                return children[i];
        return null;
    }
    function openChat(start) {
        const chats = find("conversationList");
        tryVerify(() => {
            for (let i = 0; i < chats.count; ++i) {
                chats.positionViewAtIndex(i, ListView.Contain);
                const item = chats.itemAtIndex(i);
                if (item && item.title !== undefined && item.title.startsWith(start)) {
                    item.clicked();
                    return true;
                }
            }
            return false;
        });
        tryVerify(() => list().count > 0);
    }
    function read(file) {
        tryVerify(() => !App.documents.hasDocuments);
        verify(userInput.drop(root.window, root.folder + file));
        tryVerify(() => App.documents.hasDocuments);
        tryCompare(App.documents, "status", DocumentsViewModel.Complete);
        tryCompare(App.chat, "canSend", true);
    }
    function showModels(part) {
        App.shelf.open = true;
        tryVerify(() => visibleItem("modelsPage") && !App.shelf.scanning && App.shelf.installed.total > 0);
        search(find("modelParts"), "choice-" + part).clicked();
    }
    function showSettings(section) {
        root.window.showSettings();
        tryVerify(() => visibleItem("aboutButton"));
        const flick = find("settingsFlickable");
        tryVerify(() => flick.contentHeight > flick.height);
        const top = section === "" ? 0 : find(section).mapToItem(flick.contentItem, 0, 0).y - 12;
        flick.contentY = Math.max(0, Math.min(top, flick.contentHeight - flick.height));
    }

    function test_chat() {
        shoot("empty");
        App.welcome.show();
        tryVerify(() => visibleItem("welcomePanel"));
        shoot("welcome");
        App.welcome.dismiss();
        ask("What does an answer look like?");
        App.conversations.rename(App.chat.conversationId, "Rivers and state");
        shoot("chat");
        list().positionViewAtBeginning();
        shoot("chat-top");
        root.window.showFind();
        find("findField").text = "point";
        shoot("find-in-chat");
        keyClick(Qt.Key_Escape);
        say("And a slow one");
        wait(700);
        shoot("chat-streaming");
        App.chat.cancel();
        finish();
        say("Please fail");
        finish();
        shoot("chat-error");
        root.window.toggleSidebar();
        ask("A formula, please");
        shoot("chat-formulas-without-sidebar");
        root.window.toggleSidebar();
    }
    function test_chat_dialogs() {
        App.settings.tokenChances = true;
        ask("What does an answer look like?");
        search(message(1), "answerMenu").chancesRequested();
        tryVerify(() => visibleItem("tokenChancesView"));
        shoot("dialog-token-chances");
        keyClick(Qt.Key_Escape);
        root.window.showChatStyle();
        tryVerify(() => visibleItem("chatStyleFlickable"));
        shootAll("dialog-chat-style", find("chatStyleFlickable"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("chatStyleFlickable"));
        root.window.saveChat(App.chat.conversationId);
        tryVerify(() => visibleItem("exportFormat"));
        shoot("dialog-export");
        keyClick(Qt.Key_Escape);
        find("messageList").linkRequested("https://example.org/a/rather/long/address?with=parameters");
        tryVerify(() => visibleItem("openLink"));
        shoot("dialog-link");
        keyClick(Qt.Key_Escape);
        App.library.pointRequested(message(1).messageId);
        tryVerify(() => visibleItem("saveState"));
        shoot("dialog-save-state");
        keyClick(Qt.Key_Escape);
        root.window.chooseModel();
        tryVerify(() => visibleItem("closeModelDialog"));
        shoot("dialog-model");
        keyClick(Qt.Key_Escape);
        root.window.showAbout();
        tryVerify(() => visibleItem("closeAbout"));
        shoot("dialog-about");
    }
    function test_answers() {
        openChat("Show me what");
        search(message(list().count - 1), "reread").parent.parent.forceActiveFocus();
        keyClick(Qt.Key_Return);
        tryVerify(() => visibleItem("messageRereads"));
        shoot("answer-details");
        keyClick(Qt.Key_Escape);
        begin();
        App.answers.count = 3;
        App.chat.draft = "short question";
        find("composerArea").forceActiveFocus();
        keyClick(Qt.Key_Return);
        tryVerify(() => App.answers.shown && !App.answers.running);
        shoot("answers-side-by-side");
    }
    function test_states() {
        ask("short one");
        ask("short two");
        keyClick(Qt.Key_T, Qt.ControlModifier);
        tryVerify(() => visibleItem("timeTravelBar"));
        shoot("time-travel");
        App.travel.close();
        App.library.pointRequested(message(1).messageId);
        tryVerify(() => visibleItem("saveState"));
        find("stateName").text = "Harbour master";
        press("saveState");
        tryVerify(() => App.library.count > 0 && !visibleItem("saveState"));
        App.library.open = true;
        tryVerify(() => visibleItem("statesPage"));
        shoot("states");
    }
    function test_models() {
        showModels(ModelsPage.Installed);
        shoot("models");
        showModels(ModelsPage.Catalogue);
        tryVerify(() => App.shelf.catalogue.count > 40);
        shoot("catalogue");
        showModels(ModelsPage.Folders);
        shoot("model-folders");
        press("addModelAddress");
        tryVerify(() => visibleItem("fetchAddress"));
        shoot("dialog-model-address");
        keyClick(Qt.Key_Escape);
    }
    function test_documents() {
        root.window.showDocuments();
        shoot("documents-none");
        root.window.showChat();
        read("harbour.pdf");
        shoot("document-read");
        ask("What does Torvald carry?");
        tryVerify(() => search(message(1), "quote0").visible);
        search(message(1), "quote0").clicked();
        tryVerify(() => visibleItem("documentPreview") && App.documents.page.picture.toString() !== "");
        shoot("document-quote");
        root.window.closePreview();
        root.window.showDocuments();
        tryVerify(() => visibleItem("documentsPage"));
        shoot("documents");
    }
    function test_finding() {
        root.window.showSearch();
        tryVerify(() => visibleItem("pickerField"));
        find("pickerField").text = "lighthouse";
        find("pickerField").textEdited();
        tryVerify(() => find("pickerList").count > 0);
        shoot("search");
        keyClick(Qt.Key_Escape);
        root.window.showPalette();
        tryVerify(() => visibleItem("pickerField"));
        shoot("palette");
        keyClick(Qt.Key_Escape);
    }
    function test_pages() {
        App.notebook.text = "Once upon a time there was a lighthouse at the edge of the map.";
        root.window.showNotebook();
        tryVerify(() => visibleItem("notebookPage"));
        press("notebookMore");
        shoot("notebook");
        root.window.showDevices();
        tryVerify(() => App.devices.open);
        shoot("devices");
    }
    function test_settings_data() {
        return root.smallest ? [{ tag: "all", section: "" }] : ["", "accessibilitySection", "generationSection", "devicesSection", "storageSection", "encryptionSection", "noticesSection", "shortcutsSection",
            "privacySection", "updatesSection", "advancedSection"].map(section => ({ tag: section === "" ? "appearanceSection" : section, section: section }));
    }
    function test_settings(data) {
        showSettings(data.section);
        shootAll("settings-" + data.tag.replace("Section", ""), find("settingsFlickable"));
    }
    function test_encryption() {
        showSettings("encryptionSection");
        click(find("turnEncryptionOn"));
        wait(300);
        shoot("dialog-passphrase");
        keyClick(Qt.Key_Escape);
        root.window.showChat();
        dialogs().unlock.open();
        tryVerify(() => visibleItem("unlockButton"));
        shoot("unlock");
        dialogs().unlock.close();
    }
    function test_narrow() {
        ask("What does an answer look like?");
        root.window.width = 720;
        root.window.height = 560;
        shoot("narrow");
        root.window.toggleSidebar();
        shoot("narrow-sidebar");
    }
}
