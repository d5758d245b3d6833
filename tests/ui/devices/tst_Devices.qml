import QtQuick
import QtTest
import Eddy.App
import Eddy.Style
import "../support"

// The page of devices: what is there, the choice, tests that can be stopped.
WindowTest {
    id: root
    name: "Devices"

    function shoot(name) {
        if (screenshotFolder === "")
            return;
        wait(300);
        grabImage(root.window.contentItem.parent).save(screenshotFolder + "/" + name + ".png");
    }
    function open() {
        App.devices.open = false;
        keyClick(Qt.Key_D, Qt.ControlModifier | Qt.ShiftModifier);
        tryVerify(() => visibleItem("devicesPage"), 10000);
        tryVerify(() => App.devices.count > 0 && !App.devices.looking && !App.devices.busy, 30000);
        find("deviceList").forceLayout();
        tryVerify(() => card(0) !== null, 10000);
    }
    function card(row) {
        return find("deviceList").itemAtIndex(row);
    }
    function cleanupTestCase() {
        App.settings.theme = Settings.Light;
    }
    function test_the_processor_is_listed_and_can_be_chosen() {
        open();
        verify(card(0).kind !== "");
        verify(find("automaticDevice").chosen);
        click(search(card(0), "chooseDevice"));
        tryVerify(() => card(0).chosen, 10000);
        tryVerify(() => !find("automaticDevice").chosen, 10000);
        find("automaticDevice").forceActiveFocus();
        keyClick(Qt.Key_Return);
        tryVerify(() => find("automaticDevice").chosen, 10000);
        tryVerify(() => App.models.status === ModelsViewModel.Ready, 30000);
    }
    function test_a_self_test_says_how_it_ended() {
        open();
        click(search(card(0), "testDevice"));
        tryVerify(() => !App.devices.busy && card(0).test !== "", 120000);
        verify(!card(0).testFailed, card(0).test);
        shoot("devices");
        App.settings.theme = Settings.Dark;
        shoot("devices-dark");
        App.settings.theme = Settings.Light;
    }
    function test_a_measurement_can_be_stopped() {
        open();
        click(search(card(0), "measureDevice"));
        tryVerify(() => App.devices.busy && visibleItem("deviceWork"), 10000);
        click(find("stopDeviceWork"));
        tryVerify(() => !App.devices.busy, 60000);
    }
    function test_settings_lead_there_and_escape_back() {
        App.devices.open = false;
        showSettings();
        const flick = find("settingsFlickable"), button = find("openDevices");
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, button.mapToItem(flick.contentItem, 0, 0).y - flick.height / 2));
        tryVerify(() => button.mapToItem(flick, 0, 0).y > 0 && button.mapToItem(flick, 0, 0).y < flick.height, 10000, "the button can be seen");
        click(button);
        tryVerify(() => visibleItem("devicesPage"), 10000);
        tryVerify(() => find("devicesPage").activeFocus, 10000);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !App.devices.open && visibleItem("chatPage"), 10000);
    }
    function test_other_pages_take_its_place() {
        open();
        App.shelf.open = true;
        tryVerify(() => !App.devices.open, 10000);
        root.window.showChat();
    }
}
