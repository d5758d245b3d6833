pragma ComponentBehavior: Bound
import QtQuick
import Eddy.Components
import Eddy.Style

// Above a code block: its language and what can be done with it.
Item {
    id: root

    required property string label
    property bool wrapped: false
    property bool foldable: false
    property bool folded: false
    signal foldToggled
    signal wrapToggled
    signal copyRequested
    signal saveRequested

    implicitHeight: 34

    Caption {
        anchors.verticalCenter: parent.verticalCenter
        x: Style.gapLarge
        width: buttons.x - x - Style.gapSmall
        text: root.label === "" ? qsTr("code") : root.label
        font.family: Style.monoFamily
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
    }
    Row {
        id: buttons
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: Style.gapTiny
        Repeater {
            model: root.foldable ? 1 : 0
            delegate: IconButton {
                objectName: "foldCode"
                size: 28
                glyphSize: Style.iconSizeSmall
                iconName: root.folded ? "chevron-down" : "chevron-up"
                text: root.folded ? qsTr("Show it") : qsTr("Fold it")
                onClicked: root.foldToggled()
            }
        }
        IconButton {
            objectName: "wrapCode"
            visible: !root.folded
            size: 28
            glyphSize: Style.iconSizeSmall
            tint: root.wrapped ? Style.colors.accent : hovered || visualFocus ? Style.colors.text : Style.colors.textMuted
            iconName: "wrap-text"
            text: root.wrapped ? qsTr("Do not wrap long lines") : qsTr("Wrap long lines")
            onClicked: root.wrapToggled()
        }
        IconButton {
            objectName: "saveCode"
            size: 28
            glyphSize: Style.iconSizeSmall
            iconName: "download"
            text: qsTr("Save as a file")
            onClicked: root.saveRequested()
        }
        IconButton {
            objectName: "copyCode"
            size: 28
            glyphSize: Style.iconSizeSmall
            iconName: copied.running ? "check" : "copy"
            text: copied.running ? qsTr("Copied") : qsTr("Copy code")
            onClicked: {
                root.copyRequested();
                copied.restart();
            }
        }
    }
    Timer {
        id: copied
        interval: 1600
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Style.colors.border
    }
}
