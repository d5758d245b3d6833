import QtQuick
import QtTest
import Eddy.App
import Eddy.Chat
import "../support"

// What a model thinks, asks of tools and gets from them is folded; footnotes and tasks are shown; hostile text harms nothing.
WindowTest {
    id: root
    name: "Thinking"

    function askAtLength(question) {
        App.settings.maxTokens = 100000;
        say(question);
    }
    function cleanupTestCase() {
        App.settings.maxTokens = 1024;
    }
    function block(name) {
        return search(message(1), name);
    }
    function test_thinking_is_folded_and_opens() {
        askAtLength("ponder this");
        finish();
        tryVerify(() => block("thinkingBlock") !== null);
        tryVerify(() => !block("thinkingBlock").running);
        tryVerify(() => !block("thinkingBlock").open);
        tryVerify(() => block("thoughts") === null);
        tryVerify(() => block("thinkingHeader").text.startsWith("Thought"));
        const folded = message(1).height;
        click(block("thinkingHeader"));
        tryVerify(() => block("thoughts") !== null);
        tryVerify(() => block("thoughts").contentHeight > block("thoughts").height);  // scrolls in a frame of its own
        tryVerify(() => message(1).height > folded && message(1).height < folded + 400);
        block("thinkingHeader").forceActiveFocus();
        keyClick(Qt.Key_Return);
        tryVerify(() => block("thoughts") === null);
        tryVerify(() => message(1).height === folded);
    }
    function test_thinking_says_how_long_it_has_taken_and_stops() {
        askAtLength("slow ponder");
        tryVerify(() => block("thinkingBlock") !== null && block("thinkingBlock").running);
        tryVerify(() => block("thinkingBlock").waited > 0);
        tryVerify(() => block("thinkingHeader").text.includes(String(block("thinkingBlock").waited)));
        click(block("thinkingHeader"));
        tryVerify(() => block("thoughts") !== null && block("thoughts").atYEnd);
        keyClick(Qt.Key_Escape);
        finish();
        tryValue(() => message(1).status, MessageListModel.Cancelled);
    }
    function test_what_tools_said_is_folded() {
        ask("toolbox please");
        tryVerify(() => block("foldCode") !== null);
        tryVerify(() => block("codeText") === null);
        const before = message(1).height;
        click(block("foldCode"));
        tryVerify(() => block("codeText").visible && block("codeText").text.includes("tide"));
        tryVerify(() => message(1).height > before);
        click(block("foldCode"));
        tryVerify(() => block("codeText") === null);
        tryVerify(() => message(1).height === before);
    }
    function test_hostile_text_harms_nothing() {
        askAtLength("malice");
        tryVerify(() => textOf(1).length > 30000, 60000);
        App.chat.cancel();
        finish();
        // The window still answers: keys, another chat, and back.
        begin();
        ask("Something short");
        tryValue(() => message(1).status, MessageListModel.Done);
    }
}
