import QtQuick
import QtTest
import Eddy.App
import "../support"

// Sending, streaming, stopping, answering again, editing and stepping through versions.
WindowTest {
    id: root
    name: "Turns"

    function test_return_sends_and_the_answer_streams() {
        say("Tell me about slow rivers");
        tryValue(() => message(0).text, "Tell me about slow rivers");
        tryValue(() => App.chat.draft, "");
        tryVerify(() => message(1).status === MessageListModel.Streaming && textOf(1) !== "");
        tryVerify(() => visibleItem("stopButton"));
        App.chat.cancel();
    }
    function test_a_finished_answer_shows_its_blocks_and_figures() {
        ask("Tell me about rivers");
        tryValue(() => message(1).status, MessageListModel.Done);
        tryVerify(() => message(1).blocks.count > 3);
        tryVerify(() => visibleItem("sendButton"));
        tryVerify(() => search(message(1), "speed").visible);
        tryVerify(() => search(message(1), "spinner") === null);
    }
    function test_escape_stops_and_continue_goes_on() {
        say("A slow story");
        tryVerify(() => textOf(1).length > 10);
        keyClick(Qt.Key_Escape);
        finish();
        tryValue(() => message(1).status, MessageListModel.Cancelled);
        const kept = textOf(1);
        tryVerify(() => search(message(1), "unfinishedNote").visible);
        click(search(message(1), "continueMessage"));
        tryVerify(() => textOf(1).length > kept.length);
        tryVerify(() => textOf(1).startsWith(kept));
        App.chat.cancel();
    }
    function test_stop_button_stops() {
        say("A slow story");
        tryVerify(() => visibleItem("stopButton"));
        click(find("stopButton"));
        finish();
        tryValue(() => message(1).status, MessageListModel.Cancelled);
    }
    function test_answering_again_keeps_both_versions() {
        ask("Tell me something short");
        const first = message(1).messageId;
        click(search(message(1), "regenerateMessage"));
        tryVerify(() => message(1).branchCount === 2);
        finish();
        tryValue(() => message(1).branchIndex, 1);
        tryVerify(() => message(1).messageId !== first);
        click(search(message(1), "previousBranch"));
        tryVerify(() => message(1).messageId === first);
        tryValue(() => message(1).branchIndex, 0);
        click(search(message(1), "nextBranch"));
        tryVerify(() => message(1).branchIndex === 1);
    }
    function test_editing_makes_a_version_beside_the_old_one() {
        ask("Something short about cats");
        message(0).editRequested();
        tryVerify(() => find("editArea") !== null);
        const area = find("editArea").area;
        tryValue(() => area.text, "Something short about cats");
        area.text = "Something short about dogs";
        keyClick(Qt.Key_Return);
        tryVerify(() => message(0).text === "Something short about dogs");
        finish();
        tryValue(() => message(0).branchCount, 2);
        tryValue(() => list().count, 2);
        click(search(message(0), "previousBranch"));
        tryVerify(() => message(0).text === "Something short about cats");
    }
    function test_escape_leaves_the_message_as_it_was() {
        ask("Something short");
        keyClick(Qt.Key_Up);
        tryVerify(() => find("editArea") !== null);
        type("x");
        keyClick(Qt.Key_Escape);
        tryVerify(() => find("editArea") === null);
        tryValue(() => message(0).text, "Something short");
        tryValue(() => message(0).branchCount, 1);
    }
    function test_a_failed_answer_says_why_and_can_be_tried_again() {
        say("Please fail");
        tryVerify(() => message(1).status === MessageListModel.Failed);
        tryVerify(() => search(message(1), "inlineError").visible);
        const error = search(message(1), "inlineError");
        tryVerify(() => message(1).errorTitle !== "");
        tryValue(() => message(0).text, "Please fail");
        if (message(1).errorAction === MessageListModel.Retry) {
            click(search(error, "errorRetry"));
            tryVerify(() => message(1).branchCount === 2);  // a new version; the failed one is kept
        }
        finish();
    }
    function test_reading_again_shows_progress() {
        say("prepare " + userInput.paragraphs(3));
        tryVerify(() => find("preparingBar").visible);
        tryVerify(() => find("prepareText").text !== "");
        keyClick(Qt.Key_Escape);
        finish();
        tryVerify(() => !find("preparingBar").visible);
    }
    function test_copying_a_message() {
        ask("Something short");
        userInput.setClipboard("");
        click(search(message(1), "copyMessage"));
        tryValue(() => userInput.clipboard(), textOf(1));
    }
    function test_copying_code_takes_only_the_code() {
        ask("Show me code");
        userInput.setClipboard("");
        const button = search(message(1), "copyCode");
        tryVerify(() => button);
        button.clicked();
        tryVerify(() => userInput.clipboard() !== "");
        tryVerify(() => textOf(1).includes(userInput.clipboard()));
        tryVerify(() => !userInput.clipboard().includes("```"));
    }
    function test_a_link_asks_before_it_opens() {
        ask("Something short");
        message(1).linkRequested("https://example.org/");
        tryVerify(() => find("linkText") !== null && find("linkText").visible);
        tryValue(() => find("linkText").text, "https://example.org/");
        keyClick(Qt.Key_Escape);
        tryVerify(() => !find("linkText") || !find("linkText").visible);
    }
}
