import QtQuick
import Eddy.App
import Eddy.Components

// How Eddy speaks up while another window is in front.
SettingsSection {
    id: root

    required property Settings settings

    title: qsTr("Notifications")

    SettingRow {
        title: qsTr("When something long has ended")
        help: qsTr("An answer that took a while, or the reading of documents; only while Eddy is not the active window.")
        ToggleSwitch {
            objectName: "notificationsSwitch"
            anchors.right: parent ? parent.right : undefined
            on: root.settings.notifications
            label: qsTr("Notify when something long has ended")
            onSwitched: on => root.settings.notifications = on
        }
    }
    SettingRow {
        title: qsTr("Icon in the tray")
        help: qsTr("Where the desktop has a tray: opens the window, begins a chat, quits. Closing the window still ends Eddy.")
        ToggleSwitch {
            objectName: "trayIconSwitch"
            anchors.right: parent ? parent.right : undefined
            on: root.settings.trayIcon
            label: qsTr("Icon in the tray")
            onSwitched: on => root.settings.trayIcon = on
        }
    }
}
