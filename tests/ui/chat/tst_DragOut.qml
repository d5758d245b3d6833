import QtQuick
import QtTest
import Eddy.App
import "../support"

// What is dragged out of the window: a message from its copy button, the chat from its title.
WindowTest {
    id: root
    name: "DragOut"

    function load(item) {
        return item.load() ? item.Drag.mimeData["text/plain"] : "";
    }
    function test_messages_and_the_chat_hand_over_their_text() {
        verify(!find("dragChat").load());
        ask("short one");
        tryVerify(() => search(message(1), "dragMessage"));
        mouseMove(search(message(0), "bubble"));
        tryVerify(() => search(message(0), "dragMessage"));
        compare(load(search(message(0), "dragMessage")), "short one");
        compare(load(search(message(1), "dragMessage")), App.chat.textOf(message(1).messageId));
        verify(load(search(message(1), "dragMessage")).startsWith("I have read"));
        const whole = load(find("dragChat"));
        verify(whole.startsWith("**You**\n\nshort one\n\n**Model**\n\nI have read"), whole);
        compare(find("dragChat").Drag.mimeData["text/markdown"], whole);
        showSettings();
        verify(!find("dragChat").enabled);
    }
}
