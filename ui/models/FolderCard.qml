import QtQuick
import QtQuick.Layouts
import Eddy.Components
import Eddy.Style

// One folder in which models are looked for.
Rectangle {
    id: root

    required property int index
    required property string path
    required property string title
    required property bool used
    required property bool there
    required property bool removable
    required property int models
    signal toggled(bool on)
    signal removeRequested
    signal moveRequested

    implicitHeight: row.implicitHeight + 2 * Style.gap
    radius: Style.radius
    color: Style.colors.raised
    border.color: Style.colors.border
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2").arg(root.title).arg(root.path)

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.margins: Style.gap
        spacing: Style.gap
        Icon {
            icon: root.there ? "folder-open" : "triangle-alert"
            color: root.there ? Style.colors.textMuted : Style.colors.warning
        }
        Column {
            Layout.fillWidth: true
            spacing: 2
            BodyText {
                objectName: "folderTitle"
                width: parent.width
                text: root.title
                elide: Text.ElideMiddle
                wrapMode: Text.NoWrap
                font.weight: Font.Medium
            }
            Caption {
                width: parent.width
                text: root.path
                elide: Text.ElideMiddle
                wrapMode: Text.NoWrap
            }
            Caption {
                objectName: "folderModels"
                width: parent.width
                text: !root.there ? qsTr("Not there now: perhaps on a drive that was taken out")
                    : !root.used ? qsTr("Not looked into") : qsTr("%n models", "", root.models)
                color: root.there ? Style.colors.textMuted : Style.colors.warning
            }
        }
        TextButton {
            objectName: "moveOwnFolder"
            visible: root.index === 0
            implicitHeight: 32
            text: qsTr("Choose another\u2026")
            onClicked: root.moveRequested()
        }
        IconButton {
            objectName: "removeFolder"
            visible: root.removable
            iconName: "x"
            text: qsTr("Take %1 out of the list").arg(root.title)
            onClicked: root.removeRequested()
        }
        ToggleSwitch {
            objectName: "useFolder"
            label: qsTr("Look into %1").arg(root.title)
            on: root.used
            onSwitched: on => root.toggled(on)
        }
    }
}
