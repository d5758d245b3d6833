import QtQuick
import Eddy.Style

// A horizontal rule.
Item {
    implicitHeight: Style.gapLarge

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: 1
        color: Style.colors.border
    }
}
