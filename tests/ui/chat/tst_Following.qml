import QtQuick
import QtTest
import Eddy.App
import "../support"

// The list follows streaming text unless the user has gone back to read.
WindowTest {
    id: root
    name: "Following"

    function test_streaming_text_is_followed() {
        ask("A long story");
        tryVerify(() => list().contentHeight > list().height);
        tryVerify(() => list().isNearEnd);
        tryVerify(() => !find("jumpToLatest").visible);
    }
    function test_a_reader_who_scrolled_up_is_left_alone() {
        ask("A long story");
        say("A long slow story");
        keyClick(Qt.Key_PageUp);
        keyClick(Qt.Key_PageUp);
        const place = list().contentY - list().originY;
        const length = textOf(list().count - 1).length;
        tryVerify(() => message(list().count - 1) === null || textOf(list().count - 1).length > length + 40);
        tryVerify(() => Math.abs(list().contentY - list().originY - place) < 2);
        tryVerify(() => find("jumpToLatest").visible);
        click(find("jumpToLatest"));
        tryVerify(() => list().isNearEnd);
        App.chat.cancel();
    }
    function test_sending_goes_back_to_the_end() {
        ask("A long story");
        keyClick(Qt.Key_PageUp);
        keyClick(Qt.Key_PageUp);
        ask("Something short");
        tryVerify(() => list().isNearEnd);
    }
    function test_home_and_end_in_the_list() {
        ask("A long story");
        list().forceActiveFocus();
        keyClick(Qt.Key_Home);
        tryVerify(() => list().contentY - list().originY <= 0);
        keyClick(Qt.Key_End);
        tryVerify(() => list().isNearEnd);
    }
}
