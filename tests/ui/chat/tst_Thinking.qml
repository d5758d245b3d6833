import QtQuick
import QtTest
import Eddy.App
import Eddy.Chat
import Eddy.Style
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
    // The row of the thinking with the current place.
    function foundRow() {
        const thoughts = block("thoughts");
        for (let i = 0; thoughts && i < thoughts.count; ++i) {
            const row = thoughts.itemAtIndex(i);
            if (row && row.marks.currentPosition() >= 0)
                return row;
        }
        return null;
    }
    // It is in sight, and marked.
    function shown() {
        const row = foundRow(), place = row.placeOfCurrent();
        const inFrame = row.mapToItem(block("thoughts"), 0, place.y).y, inList = row.mapToItem(list(), 0, place.y).y;
        if (inFrame < 0 || inFrame + place.height > block("thoughts").height || inList < 0 || inList + place.height > list().height)
            return false;
        const at = row.mapToItem(root.window.contentItem, place.x + 3, place.y + 2);
        return Qt.colorEqual(grabImage(root.window.contentItem).pixel(at.x, at.y), Style.colors.foundCurrent);
    }
    function test_find_opens_the_thinking_that_it_comes_to() {
        askAtLength("ponder that");
        finish();
        tryVerify(() => block("thinkingHeader") !== null);
        tryVerify(() => !block("thinkingBlock").shown);
        keyClick(Qt.Key_F, Qt.ControlModifier);
        App.find.query = "way 47";
        tryCompare(App.find, "count", 1);
        tryVerify(() => block("thoughts") !== null);
        tryVerify(shown, 20000, "way 47 is not shown");
        // Another place of the same thinking, and one of the answer: it stays open.
        App.find.query = "weighed";
        tryCompare(App.find, "count", 60);
        tryVerify(shown, 20000, "the first place is not shown");
        keyClick(Qt.Key_Return, Qt.ShiftModifier);
        tryCompare(App.find, "position", 60);
        tryVerify(shown, 20000, "the last place is not shown");
        App.find.query = "second way";
        tryCompare(App.find, "count", 1);
        verify(block("thinkingBlock").shown);
        App.find.close();
        tryVerify(() => block("thoughts") === null);
        verify(!block("thinkingBlock").open);
    }
    function test_thinking_that_find_has_opened_can_be_folded() {
        askAtLength("ponder which");
        finish();
        keyClick(Qt.Key_F, Qt.ControlModifier);
        App.find.query = "way 47";
        tryVerify(() => block("thoughts") !== null);
        click(block("thinkingHeader"));
        tryVerify(() => block("thoughts") === null);
        App.find.close();
    }
    function test_find_opens_what_a_tool_said() {
        ask("toolbox again");
        tryVerify(() => block("foldCode") !== null && block("codeText") === null);
        keyClick(Qt.Key_F, Qt.ControlModifier);
        App.find.query = "oslo";
        tryCompare(App.find, "count", 1);
        tryVerify(() => block("codeText") !== null && block("codeText").text.includes("Oslo"));
        App.find.close();
        tryVerify(() => block("codeText") === null);
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
