import QtQuick
import QtQuick.Controls.Basic
import Eddy.Style

// On or off. It only asks: `on` is bound to what it stands for. `label` is its accessible name.
AbstractButton {
    id: root

    required property bool on
    property string label: ""
    signal switched(bool on)

    implicitWidth: 38
    implicitHeight: 24
    focusPolicy: Qt.TabFocus
    opacity: enabled ? 1 : 0.45
    Accessible.onPressAction: root.clicked()
    Accessible.onToggleAction: root.clicked()
    onClicked: root.switched(!root.on)
    Keys.onReturnPressed: root.clicked()
    Accessible.role: Accessible.CheckBox
    Accessible.name: root.label
    Accessible.checkable: true
    Accessible.checked: root.on

    background: Rectangle {
        radius: height / 2
        color: root.on ? Style.colors.accent : Style.colors.sunken
        border.width: root.on ? 0 : 1
        border.color: Style.colors.borderStrong
        FocusRing {
            shown: root.visualFocus
            radius: height / 2
        }
    }
    contentItem: Item {
        Rectangle {
            x: root.on ? parent.width - width - 3 : 3
            anchors.verticalCenter: parent.verticalCenter
            width: 18
            height: 18
            radius: 9
            color: root.on ? Style.colors.accentText : Style.colors.textFaint
            Behavior on x {
                NumberAnimation { duration: Style.quick }
            }
        }
    }
}
