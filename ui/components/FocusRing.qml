import QtQuick
import Eddy.Style

// Keyboard focus, drawn around the parent.
Rectangle {
    property bool shown: false

    anchors.fill: parent
    anchors.margins: -Style.focusWidth
    visible: shown
    color: "transparent"
    radius: Style.radiusSmall + Style.focusWidth
    border.color: Style.colors.accent
    border.width: Style.focusWidth
}
