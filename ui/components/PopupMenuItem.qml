import QtQuick
import QtQuick.Controls.Basic
import Eddy.Style

// One entry of a PopupMenu.
MenuItem {
    id: root

    property string iconName: ""
    property bool danger: false
    readonly property color ink: danger ? Style.colors.danger : Style.colors.text

    implicitHeight: 34
    leftPadding: Style.gapSmall
    rightPadding: Style.gapSmall
    opacity: enabled ? 1 : 0.45
    Accessible.onPressAction: {
        root.triggered();
        root.menu.dismiss();
    }
    contentItem: Row {
        spacing: Style.gapSmall
        leftPadding: Style.gapTiny
        Icon {
            visible: root.iconName !== ""
            anchors.verticalCenter: parent.verticalCenter
            icon: root.iconName === "" ? "plus" : root.iconName
            size: Style.iconSizeSmall
            color: root.danger ? Style.colors.danger : Style.colors.textMuted
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            textFormat: Text.PlainText
            color: root.ink
            font.family: Style.fontFamily
            font.pixelSize: Style.fontSizeSmall
        }
    }
    background: Rectangle {
        radius: Style.radiusSmall
        color: root.highlighted ? (root.danger ? Style.colors.dangerSoft : Style.colors.hover) : "transparent"
    }
}
