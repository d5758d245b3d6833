import QtQuick
import QtQuick.Controls.Basic
import Eddy.Style

// Menu in the look of the app; fill it with PopupMenuItem.
Menu {
    id: root

    implicitWidth: 200
    padding: Style.gapTiny
    margins: Style.gapSmall
    background: Rectangle {
        radius: Style.radius
        color: Style.colors.raised
        border.color: Style.colors.border
        Rectangle {
            z: -1
            anchors.fill: parent
            anchors.margins: -1
            anchors.topMargin: 2
            anchors.bottomMargin: -4
            radius: Style.radius + 1
            color: Style.colors.shadow
        }
    }
}
