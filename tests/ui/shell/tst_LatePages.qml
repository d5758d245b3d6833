import QtQuick
import QtTest
import Eddy.App
import "../support"

// Pages are made after the window, a little at a time; who is quicker than that sees them as soon as they are there.
WindowTest {
    id: root
    name: "LatePages"

    function another() {
        root.window.close();
        root.window.destroy();
        root.window = root.windowComponent.createObject(null);
        root.window.requestActivate();
    }
    function test_the_window_comes_first() {
        another();
        compare(root.window.pagesMade, false);
        verify(find("settingsPage") === null);
        tryCompare(root.window, "pagesMade", true);
        verify(!find("settingsPage").visible);
        verify(find("composerArea").activeFocus, "the page that came took the focus");
    }
    function test_a_page_that_is_opened_at_once() {
        another();
        tryCompare(root.window, "active", true);
        root.window.showSettings();
        tryVerify(() => visibleItem("settingsPage") && find("settingsPage").activeFocus);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("settingsPage") && find("composerArea").activeFocus);
    }
    function test_one_that_lies_over_the_chat() {
        another();
        tryCompare(root.window, "active", true);
        App.devices.open = true;
        tryVerify(() => visibleItem("devicesPage") && find("devicesPage").activeFocus);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("devicesPage"));
    }
}
