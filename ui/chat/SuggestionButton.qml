import QtQuick
import QtQuick.Controls.Basic
import Eddy.Components
import Eddy.Style

// One way to begin a conversation.
AbstractButton {
    id: root

    objectName: "suggestion"
    implicitHeight: Math.max(52, implicitContentHeight + topPadding + bottomPadding)
    padding: Style.gap
    leftPadding: Style.gapLarge
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Keys.onReturnPressed: root.clicked()
    opacity: enabled ? 1 : 0.5

    Accessible.onPressAction: root.clicked()
    contentItem: BodyText {
        text: root.text
        font.pixelSize: Style.fontSizeSmall
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Style.radius
        color: root.hovered ? Style.colors.hover : "transparent"
        border.color: root.hovered ? Style.colors.borderStrong : Style.colors.border
        FocusRing {
            shown: root.visualFocus
            radius: parent.radius + Style.focusWidth
        }
    }
}
