import QtQuick
import QtTest
import Eddy.App
import "../support"

// Conversations from the database look as they did when they were left.
WindowTest {
    id: root
    name: "Stored"

    function openTitled(start) {
        const conversations = find("conversationList");
        for (let i = 0; i < conversations.count; ++i) {
            conversations.positionViewAtIndex(i, ListView.Contain);
            const item = conversations.itemAtIndex(i);
            if (item.title.startsWith(start)) {
                item.clicked();
                tryVerify(() => list().count > 0);
                return;
            }
        }
        fail("no conversation called " + start);
    }

    function test_reading_again_is_told_with_its_reason() {
        openTitled("Show me what");
        tryVerify(() => list().count === 4);
        tryValue(() => message(3).branchCount, 2);
        click(search(message(3), "previousBranch"));
        tryVerify(() => message(3).tokensReread === 812);
        tryValue(() => search(message(3), "reread").text, "812 tokens re-read");
        tryVerify(() => message(3).rereadReason !== "");
    }
    function test_an_interrupted_answer_can_be_continued() {
        openTitled("Write a letter");
        tryVerify(() => message(1) && message(1).status === MessageListModel.Interrupted);
        tryVerify(() => search(message(1), "unfinishedNote").visible);
        tryVerify(() => search(message(1), "continueMessage").visible);
    }
    function test_a_failed_answer_still_says_why() {
        openTitled("How do I sort");
        tryVerify(() => list().count === 4 && message(3).status === MessageListModel.Failed);
        tryVerify(() => search(message(3), "inlineError").visible);
        tryVerify(() => search(message(3), "errorRetry").visible);
    }
}
