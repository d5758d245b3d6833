import QtQuick
import QtTest
import Eddy.App
import "../support"

// The welcome leaves the composer ready, says what is special, and goes away by Esc, by "Begin" and by writing.
WindowTest {
    id: root
    name: "Welcome"

    function shoot(name) {
        wait(300);
        if (screenshotFolder !== "")
            grabImage(root.window.contentItem.parent).save(screenshotFolder + "/" + name + ".png");
    }
    function show() {
        tryVerify(() => !find("welcomePanel").visible);
        App.welcome.show();
        tryVerify(() => find("welcomePanel").visible);
    }

    function test_three_cards_the_starter_and_a_recommendation_data() {
        return [{ tag: "light", theme: Settings.Light }, { tag: "dark", theme: Settings.Dark }];
    }
    function test_three_cards_the_starter_and_a_recommendation(data) {
        App.settings.theme = data.theme;
        show();
        for (const card of ["welcomeResume", "welcomeDocuments", "welcomePrivacy"])
            tryVerify(() => find(card).Accessible.name.length > 20);
        tryVerify(() => find("welcomeModel").text.includes("RWKV-7"));
        tryVerify(() => find("welcomeFolder").text.includes(App.settings.dataFolder));
        shoot(data.tag + "-welcome");
        keyClick(Qt.Key_Escape);
        tryVerify(() => !find("welcomePanel").visible);
        App.settings.theme = Settings.Light;
    }
    function test_one_can_write_at_once() {
        show();
        tryVerify(() => find("composerArea").activeFocus);
        ask("short");
        tryVerify(() => !find("welcomePanel").visible);
    }
    function test_begin_puts_it_away() {
        show();
        find("welcomeBegin").forceActiveFocus();
        keyClick(Qt.Key_Return);
        tryVerify(() => !find("welcomePanel").visible);
        tryVerify(() => find("composerArea").activeFocus);
    }
}
