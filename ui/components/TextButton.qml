import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.Style

// A button with words. Plain by default; `primary` for the one thing to do, `quiet` without a border, `danger` for loss, `leading` to start
// its words at the edge.
AbstractButton {
    id: root

    property bool primary: false
    property bool quiet: false
    property bool danger: false
    property bool leading: false
    property string iconName: ""
    property string hint: ""
    property color ink: primary ? Style.colors.accentText
        : danger ? Style.colors.danger : quiet ? Style.colors.accent : Style.colors.text

    implicitHeight: Style.controlHeight
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    leftPadding: quiet ? Style.gap : Style.gapLarge
    rightPadding: leftPadding
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    opacity: enabled ? 1 : 0.45

    Accessible.onPressAction: root.action ? root.action.trigger() : root.clicked()
    Accessible.onToggleAction: root.action ? root.action.trigger() : root.clicked()  // what assistive programs do to what can be checked; unheard, it changes the look alone
    contentItem: RowLayout {
        spacing: 0
        Item {
            visible: !root.leading
            Layout.fillWidth: true
        }
        Icon {
            Layout.rightMargin: Style.gapSmall
            visible: root.iconName !== ""
            icon: root.iconName === "" ? "plus" : root.iconName
            size: Style.iconSizeSmall
            color: root.ink
        }
        Text {
            text: root.text
            textFormat: Text.PlainText
            color: root.ink
            font.family: Style.fontFamily
            font.pixelSize: Style.fontSizeSmall
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        Item {
            Layout.fillWidth: true
        }
    }
    background: Rectangle {
        radius: Style.radiusSmall + 2
        color: !root.primary ? (root.quiet ? "transparent" : Style.colors.raised)
            : root.hovered && root.enabled ? Style.colors.accentHover : Style.colors.accent
        border.width: root.primary || root.quiet ? 0 : 1
        border.color: root.danger ? Style.colors.danger : Style.colors.borderStrong
        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: root.down ? Style.colors.pressed
                : root.hovered && root.enabled && !root.primary ? Style.colors.hover : "transparent"
        }
        FocusRing {
            shown: root.visualFocus
            anchors.margins: -2 * Style.focusWidth
            radius: parent.radius + 2 * Style.focusWidth
        }
    }
    HintTip {
        text: root.hint
        shown: root.hovered && !root.down
    }
}
