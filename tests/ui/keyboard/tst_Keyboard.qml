import QtQuick
import QtTest
import Eddy.App
import Eddy.Models

// Every page is walked through with Tab: what can have the focus gets it, shows it, and says what it is.
TabWalk {
    id: root
    name: "Keyboard"

    function initTestCase() {
        App.settings.reducedMotion = true;
    }
    function cleanupTestCase() {
        App.settings.reducedMotion = false;
    }
    function closePages() {
        for (const page of [App.shelf, App.notebook, App.devices, App.library])
            page.open = false;
        App.welcome.dismiss();
        root.window.showChat();
    }

    function test_walk_data() {
        return ["chat", "welcome", "models", "catalogue", "folders", "notebook", "devices", "documents", "states", "settings", "find"].map(page => ({ tag: page }));
    }
    function test_walk(data) {
        closePages();
        const open = {
            chat: () => ask("What does an answer look like?"),
            welcome: () => App.welcome.show(),
            models: () => showModels(ModelsPage.Installed),
            catalogue: () => showModels(ModelsPage.Catalogue),
            folders: () => showModels(ModelsPage.Folders),
            notebook: () => { App.notebook.text = "Once upon a time"; root.window.showNotebook(); },
            devices: () => root.window.showDevices(),
            documents: () => root.window.showDocuments(),
            states: () => App.library.open = true,
            settings: () => root.window.showSettings(),
            find: () => { ask("short"); root.window.showFind(); }
        };
        open[data.tag]();
        const reached = walk(root.window.contentItem);
        verify(reached > 5, `only ${reached} were reached`);
        keyClick(Qt.Key_Tab, Qt.ShiftModifier);  // and back again
        verify(root.window.activeFocusItem !== null);
        closePages();
    }
    function showModels(part) {
        App.shelf.open = true;
        tryVerify(() => visibleItem("modelsPage") && !App.shelf.scanning);
        search(find("modelParts"), "choice-" + part).clicked();
    }
}
