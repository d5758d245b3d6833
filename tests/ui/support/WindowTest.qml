import QtQuick
import QtTest
import Eddy.App
import Eddy.Shell

// A test case with the real window in front. Every test starts in a new conversation.
TestCase {
    id: root

    property Main window: null
    property Component windowComponent: Component {
        Main {
            width: 1100
            height: 760
        }
    }

    when: windowShown

    function init() {
        App.settings.sidebarOpen = true;
        App.conversations.create();
        root.window = windowComponent.createObject(null);
        root.window.requestActivate();
        tryCompare(root.window, "active", true);
        tryVerify(() => App.chat.isEmpty && App.chat.canSend);
        tryCompare(root.window, "pagesMade", true);
        App.chat.draft = "";
    }
    function cleanup() {
        App.chat.cancel();
        tryCompare(App.chat, "isGenerating", false);
        root.window.close();
        root.window.destroy();
        wait(0);
    }

    // Until it holds; what is not there yet does not hold yet. Models are filled by other threads and laid out a frame later.
    // What held once is not asked again: asking may press a key, and what moves may be elsewhere by then.
    function tryVerify(expression, timeout = 20000, message = "") {
        if (!becomes(expression, timeout))
            verify(expression(), message);
    }
    // The same for a value, which is shown where it stays another.
    function tryValue(expression, expected, timeout = 20000) {
        if (!becomes(() => expression() === expected, timeout))
            compare(expression(), expected);
    }
    function tryCompare(object, property, expected, timeout = 20000) {
        if (!becomes(() => object[property] == expected, timeout))
            compare(object[property], expected, property);
    }
    function becomes(expression, timeout) {
        const ended = Date.now() + timeout;
        let held = holds(expression);
        while (!held && Date.now() < ended) {
            wait(20);
            held = holds(expression);
        }
        return held;
    }
    function holds(expression) {
        try {
            return expression();
        } catch (problem) {
            return false;
        }
    }
    // The item with this object name anywhere in the window, popups included.
    function find(name) {
        return search(root.window.contentItem.parent, name);
    }
    function search(item, name) {
        if (!item)
            return null;
        if (item.objectName === name)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = search(item.children[i], name);
            if (found)
                return found;
        }
        return null;
    }
    // The same, but only what can be seen.
    function visibleItem(name) {
        const item = find(name);
        return item !== null && item.visible;
    }
    function list() {
        return find("messageListView");
    }
    // What is in the row, which comes a little after it.
    function message(index) {
        list().forceLayout();
        for (let i = 0; i < 200 && list().itemAtIndex(index)?.item === null; ++i)
            wait(10);
        return list().itemAtIndex(index)?.item ?? null;
    }
    // With all of its sections, which come one after another.
    function showSettings() {
        root.window.showSettings();
        tryVerify(() => visibleItem("aboutButton"));
    }
    function textOf(index) {
        return App.chat.textOf(message(index).messageId);
    }
    // A dialog that is on its way out still catches what is aimed at the page under it.
    function leftAlone(item) {
        const layers = root.window.contentItem.parent.children;
        for (let i = 0; i < layers.length; ++i) {
            if (layers[i] === root.window.contentItem || !layers[i].visible || layers[i].z < 1000000)
                continue;
            for (let inner = item; inner; inner = inner.parent)
                if (inner === layers[i])
                    return true;
            const dialogs = layers[i].children;
            for (let k = 0; k < dialogs.length; ++k)
                if (dialogs[k].visible && dialogs[k].width >= layers[i].width)
                    return false;
        }
        return true;
    }
    function click(item) {
        verify(item, "nothing to click");
        tryVerify(() => root.leftAlone(item));
        waitForRendering(item, 500);
        waitUntilStill(item);
        mouseClick(item);
    }
    // A list that was filled a moment ago, or a panel that slides in, still moves what is to be clicked.
    function waitUntilStill(item) {
        let before = null, now = place(item);
        for (let i = 0; i < 100 && before !== now; ++i) {
            wait(20);
            before = now;
            now = place(item);
        }
    }
    function place(item) {
        const corner = item.mapToItem(null, 0, 0);
        return [corner.x, corner.y, item.width, item.height].join();
    }
    function type(text) {
        for (const letter of text)
            keyClick(letter);
    }
    function begin() {
        keyClick(Qt.Key_N, Qt.ControlModifier);
        tryVerify(() => App.chat.isEmpty && App.chat.canSend);
    }
    // Writes into the composer and sends.
    function say(text) {
        const before = list().count;
        find("composerArea").forceActiveFocus();
        App.chat.draft = text;
        tryCompare(App.chat, "canSend", true);
        keyClick(Qt.Key_Return);
        tryVerify(() => list().count === before + 2);
    }
    function finish() {
        tryCompare(App.chat, "isGenerating", false);
    }
    function ask(text) {
        say(text);
        finish();
    }
}
