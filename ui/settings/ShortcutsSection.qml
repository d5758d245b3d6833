pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// The keys of all commands, folded until they are wanted.
SettingsSection {
    id: root

    readonly property Shortcuts shortcuts: App.shortcuts
    property bool unfolded: false

    title: qsTr("Keyboard shortcuts")

    Flow {
        width: parent ? parent.width : 0
        spacing: Style.gapSmall
        TextButton {
            objectName: "unfoldShortcuts"
            iconName: root.unfolded ? "chevron-up" : "chevron-down"
            text: root.unfolded ? qsTr("Show fewer") : qsTr("Show all commands")
            onClicked: root.unfolded = !root.unfolded
        }
        TextButton {
            objectName: "resetShortcuts"
            visible: root.shortcuts.changed
            iconName: "rotate-ccw"
            text: qsTr("All back to the usual keys")
            onClicked: root.shortcuts.resetAll()
        }
    }
    Column {
        width: parent ? parent.width : 0
        visible: root.unfolded
        spacing: Style.gapTiny
        Repeater {
            model: root.unfolded ? root.shortcuts : null
            delegate: ShortcutRow {
                width: parent ? parent.width : 0
                shortcuts: root.shortcuts
            }
        }
    }
}
