import QtQuick
import QtTest
import Eddy.App
import "../support"

// Every screen once, as a user would see it. With EDDY_SCREENSHOTS=<folder> each becomes a picture.
WindowTest {
    id: root
    name: "Screens"

    function shoot(name) {
        wait(400);
        const picture = grabImage(root.window.contentItem.parent);
        tryVerify(() => picture.width > 0);
        if (screenshotFolder !== "")
            picture.save(screenshotFolder + "/" + name + ".png");
    }
    function test_screens_data() {
        return [{ tag: "light", theme: Settings.Light }, { tag: "dark", theme: Settings.Dark }];
    }
    function test_screens(data) {
        App.settings.theme = data.theme;
        shoot(data.tag + "-empty");
        ask("What does an answer look like?");
        App.conversations.rename(App.chat.conversationId, "Rivers and state");
        shoot(data.tag + "-conversation");
        say("And a slow one");
        wait(700);
        shoot(data.tag + "-streaming");
        App.chat.cancel();
        finish();
        say("Please fail");
        finish();
        shoot(data.tag + "-error");
        click(find("modelChip"));
        shoot(data.tag + "-model");
        keyClick(Qt.Key_Escape);
        showSettings();
        shoot(data.tag + "-settings");
        root.window.showChat();
        root.window.width = 720;
        root.window.height = 560;
        shoot(data.tag + "-narrow");
        root.window.toggleSidebar();
        shoot(data.tag + "-narrow-sidebar");
    }
}
