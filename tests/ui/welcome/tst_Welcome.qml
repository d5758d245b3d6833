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
    function test_the_recommended_model_is_fetched_where_the_network_may_be_asked() {
        show();
        tryVerify(() => find("welcomeFile").text.includes("RWKV7") || find("welcomeFile").text.includes("rwkv7"));
        App.shelf.network.never = true;  // nobody is asked in a test
        click(find("welcomeDownload"));
        tryVerify(() => visibleItem("modelsPage"));
        tryCompare(App.shelf.downloads, "count", 1);
        tryVerify(() => find("download0") && find("download0").problem.includes("switched off"));
        App.shelf.downloads.cancel(find("download0").downloadId);
        tryCompare(App.shelf.downloads, "count", 0);
        App.shelf.open = false;
        App.shelf.network.never = false;
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
