import QtQuick
import QtQuick.Controls.Basic
import Eddy.Style

// A square button with an icon. `text` is its tooltip and its accessible name.
AbstractButton {
    id: root

    required property string iconName
    property int size: Style.iconButtonSize
    property int glyphSize: Style.iconSize
    property color tint: root.hovered || root.visualFocus ? Style.colors.text : Style.colors.textMuted
    property color fill: "transparent"
    property bool round: false
    property string hint: root.text

    implicitWidth: size
    implicitHeight: size
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    opacity: enabled ? 1 : 0.4
    Accessible.onPressAction: root.clicked()
    Accessible.name: root.text

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            icon: root.iconName
            size: root.glyphSize
            color: root.tint
        }
    }
    background: Rectangle {
        radius: root.round ? height / 2 : Style.radiusSmall
        color: root.fill
        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.down ? Style.colors.pressed : root.hovered && root.enabled ? Style.colors.hover : "transparent"
        }
        FocusRing {
            shown: root.visualFocus
            radius: parent.radius + Style.focusWidth
        }
    }
    HintTip {
        text: root.hint
        shown: root.hovered && !root.down
    }
}
