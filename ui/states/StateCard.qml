import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// One saved state of the library.
Rectangle {
    id: root

    required property real stateId
    required property string name
    required property string note
    required property string facts
    required property int kind
    required property int fit
    required property string fitText
    required property int chats
    readonly property bool startable: fit === StateLibraryViewModel.Fits || fit === StateLibraryViewModel.Reread
    signal startRequested
    signal renameRequested
    signal exportRequested
    signal removeRequested

    implicitHeight: column.implicitHeight + 2 * Style.gap
    radius: Style.radius
    color: Style.colors.raised
    border.color: activeFocus ? Style.colors.accent : Style.colors.border
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1. %2. %3").arg(root.name).arg(root.facts).arg(root.fitText)

    Column {
        id: column
        x: Style.gap
        y: Style.gap
        width: parent.width - 2 * Style.gap
        spacing: Style.gapTiny

        RowLayout {
            width: parent.width
            spacing: Style.gapSmall
            Icon {
                icon: root.kind === StateLibraryViewModel.Persona ? "ghost" : root.kind === StateLibraryViewModel.Document ? "file-text"
                    : root.kind === StateLibraryViewModel.Tuned ? "cpu" : "pin"
                size: Style.iconSize
                color: root.startable ? Style.colors.accent : Style.colors.textFaint
            }
            BodyText {
                objectName: "stateTitle"
                Layout.fillWidth: true
                text: root.name
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                font.weight: Font.Medium
            }
            TextButton {
                objectName: "startChat"
                enabled: root.startable
                iconName: "message-square"
                text: qsTr("Start a chat")
                onClicked: root.startRequested()
            }
            IconButton {
                objectName: "stateMenu"
                iconName: "ellipsis"
                text: qsTr("More about %1").arg(root.name)
                onClicked: menu.popup(this, 0, height)
                PopupMenu {
                    id: menu
                    PopupMenuItem {
                        objectName: "renameState"
                        text: qsTr("Rename\u2026")
                        iconName: "pencil"
                        onTriggered: root.renameRequested()
                    }
                    PopupMenuItem {
                        objectName: "exportState"
                        text: qsTr("Export to a file\u2026")
                        iconName: "file-up"
                        onTriggered: root.exportRequested()
                    }
                    PopupMenuItem {
                        objectName: "removeState"
                        text: qsTr("Delete")
                        iconName: "trash-2"
                        danger: true
                        onTriggered: root.removeRequested()
                    }
                }
            }
        }
        Caption {
            objectName: "stateFacts"
            width: parent.width
            text: root.facts
        }
        Caption {
            width: parent.width
            visible: root.note !== ""
            text: root.note
        }
        Caption {
            objectName: "stateFit"
            width: parent.width
            visible: root.fitText !== ""
            text: root.fitText
            color: root.fit === StateLibraryViewModel.Misfit ? Style.colors.warning : Style.colors.textMuted
        }
        Caption {
            width: parent.width
            visible: root.chats > 0
            text: qsTr("%n chats begin with it. They go on when it is deleted.", "", root.chats)
        }
    }
}
