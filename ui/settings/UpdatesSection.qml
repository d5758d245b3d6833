import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// Whether there is a newer Eddy: asked by hand, or once a day when allowed.
SettingsSection {
    id: root

    readonly property UpdatesViewModel updates: App.updates

    title: qsTr("Updates")
    help: root.updates.possible ? qsTr("Asking sends nothing but the request itself to %1.").arg(root.updates.host) : ""

    SettingRow {
        objectName: "updateState"
        title: root.updates.summary
        help: root.updates.remedy
        Row {
            anchors.right: parent ? parent.right : undefined
            spacing: Style.gapSmall
            TextButton {
                objectName: "getUpdate"
                visible: root.updates.gettable
                primary: true
                text: qsTr("Download")
                iconName: "download"
                onClicked: root.updates.get()
            }
            TextButton {
                objectName: "lookForUpdate"
                enabled: root.updates.possible && root.updates.state !== UpdatesViewModel.Looking
                text: qsTr("Look now")
                onClicked: root.updates.look()
            }
        }
    }
    BodyText {
        objectName: "updateChanges"
        width: parent ? parent.width : 0
        visible: text !== ""
        text: root.updates.changes
        textFormat: Text.PlainText
        font.pixelSize: Style.fontSizeSmall
        Accessible.name: qsTr("What changed: %1").arg(text)
    }
    SettingRow {
        visible: root.updates.possible
        title: qsTr("Look once a day")
        help: qsTr("Off until you switch it on.")
        ToggleSwitch {
            objectName: "lookDaily"
            anchors.right: parent ? parent.right : undefined
            on: root.updates.allowed
            label: qsTr("Look for updates once a day")
            onSwitched: on => root.updates.allowed = on
        }
    }
    SettingRow {
        visible: root.updates.previous !== ""
        title: qsTr("Version %1 is still here").arg(root.updates.previous)
        help: qsTr("Going back ends Eddy and starts that version. Conversations stay; what only the newer version can read is said there.")
        TextButton {
            objectName: "goBack"
            anchors.right: parent ? parent.right : undefined
            text: qsTr("Go back")
            onClicked: root.updates.goBack()
        }
    }
}
