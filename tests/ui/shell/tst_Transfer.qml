import QtQuick
import QtTest
import Eddy.App
import "../support"

// Chats as files and the private chat, as the window shows them.
WindowTest {
    id: root
    name: "Transfer"

    function forgetPrivate() {
        App.privateChat.close();
        tryVerify(() => !App.privateChat.isShown && App.conversations.currentId !== 0);
    }
    function shownConversation() {
        const list = find("conversationList");
        list.forceLayout();
        for (let i = 0; i < list.count; ++i) {
            if (list.itemAtIndex(i)?.conversationId === App.chat.conversationId)
                return list.itemAtIndex(i);
        }
        return null;
    }
    function openMenu() {
        click(find("sidebarMenuButton"));
        tryVerify(() => visibleItem("menuPrivate"));
    }

    function test_private_chat_is_marked_and_forgotten() {
        const before = App.chat.conversationId;
        openMenu();
        click(find("menuPrivate"));
        tryVerify(() => App.privateChat.isShown);
        tryVerify(() => visibleItem("privateBanner"));
        tryVerify(() => visibleItem("privateChat"));
        tryVerify(() => App.chat.canSend);
        ask("Something short and secret");
        tryValue(() => find("headerTitle").text, "Private chat");
        App.conversations.select(before);
        tryVerify(() => !visibleItem("privateBanner"));
        click(find("privateChat"));
        tryVerify(() => list().count === 2 && message(0).text === "Something short and secret");
        click(find("closePrivate"));
        tryVerify(() => !visibleItem("privateChat"));
        tryCompare(App.chat, "conversationId", before);
        tryVerify(() => !visibleItem("privateBanner"));
    }
    function test_keys_open_the_private_chat() {
        keyClick(Qt.Key_N, Qt.ControlModifier | Qt.ShiftModifier);
        tryVerify(() => App.privateChat.isShown);
        tryVerify(() => find("composerArea").activeFocus);
        forgetPrivate();
    }
    function test_export_tells_what_goes_along() {
        ask("Something short");
        keyClick(Qt.Key_S, Qt.ControlModifier | Qt.ShiftModifier);
        tryVerify(() => visibleItem("exportExplanation"));
        tryVerify(() => visibleItem("exportStates"));
        const last = find("exportSize").text;
        click(search(find("exportStates"), "choice-" + TransferViewModel.NoStates));
        tryVerify(() => find("exportSize").text !== last);
        click(search(find("exportFormat"), "choice-" + TransferViewModel.Markdown));
        tryVerify(() => !visibleItem("exportStates"));
        tryValue(() => App.transfer.suggestedName(TransferViewModel.Markdown), "Something short.md");
        click(find("cancelExport"));
        tryVerify(() => !visibleItem("exportExplanation"));
    }
    function test_the_menu_of_a_conversation_saves_it() {
        ask("Something short");
        tryVerify(() => shownConversation() !== null);
        const item = shownConversation();
        mouseClick(item, item.width / 2, item.height / 2, Qt.RightButton);
        tryVerify(() => visibleItem("menuExport"));
        click(find("menuExport"));
        tryVerify(() => visibleItem("exportExplanation"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("exportExplanation"));
    }
    function test_a_file_that_is_gone_is_told() {
        App.transfer.open(["file:///nowhere/tea.eddy"]);
        tryVerify(() => visibleItem("transferError"));
        tryVerify(() => find("transferError").text.includes("tea.eddy"));
        App.transfer.dismissError();
        tryVerify(() => !visibleItem("transferError"));
    }
}
