import QtQuick
import QtTest
import Eddy.App
import "../support"

// The notebook is reached by key, goes on by Ctrl+Return, streams into the text, and takes completions back.
WindowTest {
    id: root
    name: "Notebook"

    function open() {
        App.notebook.open = false;
        keyClick(Qt.Key_B, Qt.ControlModifier | Qt.ShiftModifier);
        tryVerify(() => find("notebookPage").visible);
        tryVerify(() => find("notebookArea").activeFocus);
    }
    function shoot(name) {
        wait(300);
        if (screenshotFolder !== "")
            grabImage(root.window.contentItem.parent).save(screenshotFolder + "/" + name + ".png");
    }

    function test_completes_inline_and_takes_back_data() {
        return [{ tag: "light", theme: Settings.Light }, { tag: "dark", theme: Settings.Dark }];
    }
    function test_completes_inline_and_takes_back(data) {
        App.settings.theme = data.theme;
        App.notebook.text = "";
        App.notebook.values.maxTokens = 120;
        open();
        const area = find("notebookArea");
        tryVerify(() => !find("notebookComplete").enabled);
        area.text = "Once upon a time there was";
        tryValue(() => App.notebook.text, area.text);
        area.cursorPosition = area.length;
        keyClick(Qt.Key_Return, Qt.ControlModifier);
        tryVerify(() => !App.notebook.isRunning && area.length > 40);
        tryValue(() => area.text, App.notebook.text);
        tryVerify(() => find("notebookStatus").text !== "");
        find("notebookMore").clicked();
        tryVerify(() => find("notebookValues").visible);
        shoot(data.tag + "-notebook");
        find("notebookMore").clicked();
        find("notebookUndo").clicked();
        tryCompare(area, "text", "Once upon a time there was");
        App.settings.theme = Settings.Light;
    }
    function test_the_cursor_is_kept_with_the_text() {
        App.notebook.text = "";
        open();
        const area = find("notebookArea");
        area.text = "one two three";
        area.cursorPosition = 7;
        tryCompare(App.notebook, "cursor", 7);
        keyClick(Qt.Key_X);
        tryCompare(App.notebook, "cursor", 8);
        tryCompare(App.notebook, "text", "one twox three");
        root.window.destroy();  // as at a new start, another page is filled
        root.window = windowComponent.createObject(null);
        root.window.requestActivate();
        tryCompare(root.window, "active", true);
        open();
        tryVerify(() => find("notebookArea").cursorPosition === 8);
        keyClick(Qt.Key_Escape);
    }
    function test_escape_leaves() {
        open();
        keyClick(Qt.Key_Escape);
        tryVerify(() => !find("notebookPage").visible);
        tryVerify(() => find("composerArea").activeFocus);
    }
}
