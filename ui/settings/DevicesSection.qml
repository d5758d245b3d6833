import QtQuick
import Eddy.App
import Eddy.Components

// The way to the page of devices.
SettingsSection {
    id: root

    readonly property DevicesViewModel devices: App.devices

    title: qsTr("Devices")

    SettingRow {
        title: qsTr("Where models run")
        help: root.devices.choice === "" ? qsTr("Chosen automatically among the processor and the graphics cards.") : qsTr("On the device that you chose.")
        TextButton {
            objectName: "openDevices"
            anchors.right: parent ? parent.right : undefined
            iconName: "cpu"
            text: qsTr("Devices…")
            onClicked: root.devices.open = true
        }
    }
}
