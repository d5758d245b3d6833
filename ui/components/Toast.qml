import QtQuick
import QtQuick.Layouts
import Eddy.Style

// A short message at the bottom with one action; goes by itself after a while unless the pointer rests on it.
Rectangle {
    id: root

    required property string text
    required property bool shown
    property string actionText: ""
    property int duration: 8000
    signal actionTriggered
    signal expired

    implicitWidth: row.implicitWidth + Style.gapLarge + Style.gapSmall
    implicitHeight: 44
    radius: Style.radius
    color: Style.colors.tooltip
    opacity: shown ? 1 : 0
    visible: opacity > 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text
    Behavior on opacity {
        NumberAnimation { duration: Style.calm }
    }

    Timer {
        running: root.shown && !hover.hovered
        interval: root.duration
        onTriggered: root.expired()
    }
    HoverHandler {
        id: hover
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Style.gapLarge
        anchors.rightMargin: Style.gapSmall
        spacing: Style.gapSmall
        BodyText {
            Layout.fillWidth: true
            Layout.maximumWidth: 360
            text: root.text
            color: Style.colors.tooltipText
            font.pixelSize: Style.fontSizeSmall
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        TextButton {
            objectName: "toastAction"
            visible: root.actionText !== ""
            quiet: true
            implicitHeight: 32
            text: root.actionText
            ink: Style.dark ? Style.lightColors.accent : Style.darkColors.accent
            onClicked: root.actionTriggered()
        }
        IconButton {
            size: 28
            glyphSize: Style.iconSizeSmall
            iconName: "x"
            tint: Style.colors.tooltipText
            text: qsTr("Dismiss")
            onClicked: root.expired()
        }
    }
}
