import QtQuick
import QtQuick.Controls.Basic
import Eddy.Style

// Slim scroll bar that shows itself only where there is something to scroll.
ScrollBar {
    id: root

    implicitWidth: orientation === Qt.Vertical ? 12 : 0
    implicitHeight: orientation === Qt.Vertical ? 0 : 12
    padding: 3
    minimumSize: 0.06
    policy: ScrollBar.AsNeeded
    visible: size < 1

    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        radius: 3
        color: root.pressed || root.hovered ? Style.colors.textFaint : Style.colors.borderStrong
        opacity: root.active || root.hovered ? 1 : 0.45
        Behavior on opacity {
            NumberAnimation { duration: Style.calm }
        }
    }
    background: null
}
