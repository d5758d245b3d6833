import QtQuick
import QtTest
import Eddy.App
import Eddy.Style
import "../support"

// The window as a whole: keys, sidebar, themes, what it remembers.
WindowTest {
    id: root
    name: "Window"

    function test_ctrl_comma_opens_and_escape_closes_the_settings() {
        keyClick(Qt.Key_Comma, Qt.ControlModifier);
        tryVerify(() => find("settingsPage").visible);
        tryVerify(() => !find("chatPage").visible);
        tryValue(() => find("headerTitle").text, "Settings");
        keyClick(Qt.Key_Escape);
        tryVerify(() => find("chatPage").visible);
        tryVerify(() => find("composerArea").activeFocus);
    }
    function test_ctrl_l_goes_to_the_composer() {
        find("conversationList").forceActiveFocus();
        keyClick(Qt.Key_L, Qt.ControlModifier);
        tryVerify(() => find("composerArea").activeFocus);
    }
    function test_ctrl_b_hides_and_shows_the_sidebar() {
        tryVerify(() => find("sidebar").visible);
        keyClick(Qt.Key_B, Qt.ControlModifier);
        tryVerify(() => !find("sidebar").visible);
        tryVerify(() => find("showSidebar").visible);
        click(find("showSidebar"));
        tryVerify(() => find("sidebar").visible);
    }
    function test_a_narrow_window_lays_the_sidebar_over_the_chat() {
        root.window.width = 720;
        tryCompare(root.window, "narrow", true);
        tryVerify(() => !find("sidebar").visible);
        click(find("showSidebar"));
        tryVerify(() => find("sidebar").visible);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !find("sidebar").visible);
        click(find("showSidebar"));
        click(find("newConversation"));
        tryVerify(() => !find("sidebar").visible);
        tryVerify(() => find("composerArea").activeFocus);
    }
    function test_themes_change_the_colours_at_once() {
        App.settings.theme = Settings.Light;
        const light = Style.colors.window.toString();
        App.settings.theme = Settings.Dark;
        tryVerify(() => Style.dark);
        tryVerify(() => Style.colors.window.toString() !== light);
        tryValue(() => root.window.color.toString(), Style.colors.window.toString());
        App.settings.theme = Settings.Light;
        tryVerify(() => !Style.dark);
    }
    function test_the_size_is_remembered() {
        root.window.width = 1010;
        root.window.height = 690;
        root.window.close();
        tryValue(() => App.settings.windowGeometry.width, 1010);
        tryValue(() => App.settings.windowGeometry.height, 690);
    }
    function test_tab_reaches_the_main_controls() {
        const wanted = ["newConversation", "conversationList", "settingsButton", "modelChip", "composerArea"];
        const seen = {};
        find("composerArea").forceActiveFocus();
        for (let i = 0; i < 30; ++i) {
            keyClick(Qt.Key_Tab);
            for (const name of wanted)
                seen[name] = seen[name] || find(name).activeFocus;
        }
        for (const name of wanted)
            verify(seen[name], name + " is not reached by Tab");
    }
}
