import QtQuick
import QtTest
import Eddy.App
import "../support"

// Writing: what Return does, input methods, size, drafts.
WindowTest {
    id: root
    name: "Composer"

    function test_it_has_the_focus_at_the_start() {
        tryVerify(() => find("composerArea").activeFocus);
    }
    function test_shift_return_breaks_the_line() {
        type("a");
        keyClick(Qt.Key_Return, Qt.ShiftModifier);
        type("b");
        tryValue(() => find("composerArea").text, "a\nb");
        tryValue(() => list().count, 0);
    }
    function test_nothing_to_send_data() {
        return [{ tag: "empty", text: "" }, { tag: "blanks", text: "  \n " }];
    }
    function test_nothing_to_send(data) {
        App.chat.draft = data.text;
        keyClick(Qt.Key_Return);
        tryValue(() => list().count, 0);
        tryVerify(() => !find("sendButton").enabled);
    }
    function test_an_unfinished_composition_is_not_sent() {
        type("a");
        userInput.compose("に");
        tryVerify(() => find("composerArea").inputMethodComposing);
        keyClick(Qt.Key_Return);
        tryValue(() => list().count, 0);
        userInput.compose("");
        tryValue(() => find("composerArea").text, "a");
        keyClick(Qt.Key_Return);
        tryVerify(() => list().count === 2);
        finish();
    }
    function test_a_huge_paste_scrolls_inside() {
        userInput.setClipboard(userInput.paragraphs(1700));
        find("composerArea").paste();
        tryVerify(() => find("composerArea").length > 100000);
        tryVerify(() => find("composer").height < root.window.height / 2);
        App.chat.draft = "";
        tryVerify(() => find("composer").height < 80);
    }
    function test_a_draft_stays_with_its_conversation() {
        ask("Something short");
        const first = App.chat.conversationId;
        type("half a thought");
        App.conversations.create();
        tryCompare(find("composerArea"), "text", "");
        App.conversations.select(first);
        tryCompare(find("composerArea"), "text", "half a thought");
    }
    function test_right_to_left_and_endless_words_stay_inside_data() {
        return [
            { tag: "arabic", text: "مرحبا بالعالم، كيف حالك اليوم؟" },
            { tag: "one long word", text: "x".repeat(3000) }
        ];
    }
    function test_right_to_left_and_endless_words_stay_inside(data) {
        ask("short " + data.text);
        const bubble = search(message(0), "bubble");
        tryVerify(() => bubble.width <= message(0).width);
        tryVerify(() => message(0).height > 0);
    }
    function test_suggestions_begin_a_conversation() {
        tryVerify(() => find("emptyState").visible);
        click(find("suggestion"));
        tryVerify(() => list().count === 2);
        tryVerify(() => !find("emptyState").visible);
        App.chat.cancel();
    }
}
