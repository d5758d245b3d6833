import QtQuick
import Eddy.Components
import Eddy.Style

// One line of the command palette.
PickerRow {
    id: root

    required property string name
    required property string html
    required property string iconName
    required property string shortcut
    required property bool isChat

    objectName: "command" + index
    implicitHeight: Style.controlHeight + 2
    Accessible.name: root.name
    Accessible.description: root.shortcut

    contentItem: Item {}
    Item {
        anchors.fill: parent
        anchors.leftMargin: Style.gapSmall
        anchors.rightMargin: Style.gapSmall
        Icon {
            id: mark
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            icon: root.iconName === "" ? "chevron-right" : root.iconName
            size: Style.iconSizeSmall
        }
        Text {
            anchors.left: mark.right
            anchors.leftMargin: Style.gapSmall
            anchors.right: keys.left
            anchors.rightMargin: Style.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            text: root.html
            textFormat: Text.StyledText
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            color: Style.colors.text
            font.family: Style.fontFamily
            font.pixelSize: Style.fontSizeSmall
        }
        Caption {
            id: keys
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: root.shortcut
            wrapMode: Text.NoWrap
        }
    }
}
