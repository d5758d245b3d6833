import QtQuick
import QtTest
import Eddy.App
import "../support"

// Ordinary tasks never keep the window's thread busy for long. Processor time is counted, so that other programs do not matter; each
// task is done once before, so that pages and fonts are there. What the window costs on a quiet machine: docs/benchmarks.md.
WindowTest {
    id: root
    name: "GuiThread"

    // `most` milliseconds are several times what it takes on a slow machine that is busy with other things: another's processor may be slower still.
    function bounded(most, task) {
        task();
        wait(100);
        userInput.forgetWork();
        task();
        wait(100);
        verify(userInput.longestWork() < most, userInput.longestWork() + " ms in " + userInput.longestWorkName());
    }
    // Each would become a string of the script engine's with every word that comes, and a few of those make it collect its garbage.
    function test_long_texts_stay_out_of_the_script_engine() {
        ask("Something long");
        verify(message(1).text === undefined);
        ask("ponder please");
        verify(search(message(3), "thinkingBlock").text === undefined);
    }
    function texts(item) {
        let all = item.paragraph !== undefined && item.blockIndex >= 0 ? [item.length] : [];
        for (let i = 0; i < item.children.length; ++i)
            all = all.concat(texts(item.children[i]));
        return all;
    }
    function test_every_block_has_its_words() {
        ask("tour");
        tryVerify(() => texts(message(1)).length >= 6 && texts(message(1)).every(length => length > 0));
    }
    function test_pages() {
        bounded(100, () => {
            for (const page of ["showSettings", "showDocuments", "showNotebook", "showDevices"]) {
                root.window[page]();
                wait(200);
                root.window.showChat();
                wait(50);
            }
        });
    }
    function test_searching() {
        bounded(90, () => {
            root.window.showSearch();
            wait(100);
            type("river");
            wait(200);
            keyClick(Qt.Key_Escape);
        });
    }
    function test_asking_and_reading() {
        bounded(90, () => ask("Tell me something"));
    }
    function test_a_long_answer() {
        bounded(90, () => ask("Something long"));
    }
    function test_switching_chats() {
        ask("One chat");
        const first = App.chat.conversationId;
        begin();
        ask("Another chat");
        const second = App.chat.conversationId;
        bounded(70, () => {
            App.conversations.select(first);
            tryVerify(() => list().count === 2 && message(0).text === "One chat");
            App.conversations.select(second);
            tryVerify(() => list().count === 2 && message(0).text === "Another chat");
        });
    }
    function test_scrolling() {
        for (let i = 0; i < 4; ++i)
            ask("Tell me more");
        bounded(70, () => {
            list().positionViewAtBeginning();
            for (let i = 0; i < 40; ++i) {
                list().contentY += 80;
                wait(0);
            }
        });
    }
    // From one end to the other: what is in view is made a little at a time, and what was is taken down so.
    function test_jumping() {
        for (let i = 0; i < 4; ++i)
            ask("tour");
        bounded(70, () => {
            for (let i = 0; i < 6; ++i) {
                i % 2 ? list().positionViewAtEnd() : list().positionViewAtBeginning();
                tryVerify(() => list().itemAtIndex(i % 2 ? 7 : 0)?.item);
                wait(50);
            }
        });
    }
    function test_the_palette() {
        bounded(60, () => {
            root.window.showPalette();
            wait(100);
            type("dark");
            wait(100);
            keyClick(Qt.Key_Escape);
        });
    }
    function test_writing() {
        find("composerArea").forceActiveFocus();
        bounded(60, () => type("The river turns back on itself."));
        App.chat.draft = "";
    }
}
