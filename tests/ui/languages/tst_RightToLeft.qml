import QtQuick
import QtTest
import Eddy.App
import "../support"

// Read from right to left: the window stands the other way round and can be used.
WindowTest {
    id: root
    name: "RightToLeft"

    function mirror() {
        root.window.LayoutMirroring.enabled = true;
        root.window.LayoutMirroring.childrenInherit = true;
        wait(100);
    }
    function middle(item) {
        return item.mapToItem(root.window.contentItem, item.width / 2, 0).x;
    }
    function test_sidebar_stands_on_the_right() {
        const chip = find("modelChip");
        const before = middle(chip);
        mirror();
        const half = root.window.width / 2;
        tryVerify(() => middle(find("sidebar")) > half, 10000, "sidebar at " + middle(find("sidebar")));
        tryVerify(() => (before > half) !== (middle(chip) > half) || Math.abs(before - middle(chip)) > 100);
    }
    // A pin and a folder's arrow stand before the words, not upon them.
    function test_titles_beside_a_pin_and_an_arrow_have_room() {
        ask("Something short");
        const id = App.chat.conversationId;
        mirror();
        const widthOf = (item, words) => {
            for (let i = 0; item && i < item.children.length; ++i) {
                const child = item.children[i];
                const width = child.text === words && child.contentWidth !== undefined && child.visible ? child.width : widthOf(child, words);
                if (width > 0)
                    return width;
            }
            return 0;
        };
        App.organizer.setPinned([id], true);
        tryVerify(() => widthOf(find("conversationList"), "Something short") > 40, 10000, "the pinned chat has no room");
        App.organizer.setPinned([id], false);
        App.organizer.setFolder([id], "Work");
        tryVerify(() => widthOf(find("conversationList"), "Work") > 40, 10000, "the folder has no room");
        App.organizer.setFolder([id], "");
    }
    function test_chatting_works_as_ever() {
        mirror();
        ask("What does an answer look like?");
        tryVerify(() => list().count >= 2);
        if (screenshotFolder !== "") {
            wait(300);
            grabImage(root.window.contentItem.parent).save(screenshotFolder + "/rtl-conversation.png");
        }
        click(find("modelChip"));
        keyClick(Qt.Key_Escape);
        showSettings();
        tryVerify(() => find("settingsPage").visible);
        if (screenshotFolder !== "") {
            wait(300);
            grabImage(root.window.contentItem.parent).save(screenshotFolder + "/rtl-settings.png");
        }
    }
}
