import QtQuick
import QtTest
import Eddy.App
import "../support"

// The figures under an answer open a page that says how it came about, with everything that had to be read again.
WindowTest {
    id: root
    name: "AnswerDetails"

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
    function footer(item) {
        return search(item, "reread").parent.parent;
    }
    function shoot(name) {
        wait(400);
        if (screenshotFolder !== "")
            grabImage(root.window.contentItem.parent).save(screenshotFolder + "/" + name + ".png");
    }

    function test_answer_tells_what_was_read_again_data() {
        return [{ tag: "light", theme: Settings.Light }, { tag: "dark", theme: Settings.Dark }];
    }
    function test_answer_tells_what_was_read_again(data) {
        App.settings.theme = data.theme;
        openTitled("Show me what");
        tryVerify(() => list().count === 4);
        if (message(3).tokensReread !== 812)
            click(search(message(3), "previousBranch"));
        tryVerify(() => message(3).tokensReread === 812);
        footer(message(3)).forceActiveFocus();
        keyClick(Qt.Key_Return);
        tryVerify(() => visibleItem("messageRereads"));
        tryVerify(() => find("messageRereads").count >= 2);
        shoot(data.tag + "-answer-details");
        keyClick(Qt.Key_Escape);
        tryVerify(() => find("messageRereads") === null);
        App.settings.theme = Settings.Light;
    }
    function test_answer_from_a_saved_state_says_so() {
        ask("short");
        ask("short again");
        click(footer(message(3)));
        tryVerify(() => visibleItem("rereadSummary"));
        tryVerify(() => find("rereadSummary").text.includes("nothing had to be read again"));
        click(find("closeAnswerDetails"));
        tryVerify(() => find("rereadSummary") === null);
    }
}
