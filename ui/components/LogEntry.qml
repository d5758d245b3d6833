import QtQuick
import Eddy.Style

// One line of a log: what happened, when and where in small print, and perhaps one thing to do about it.
Item {
    id: root

    property string title: ""
    property string text: ""
    property string caption: ""
    property string actionText: ""
    property bool actionDone: false
    signal actionTriggered

    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.ListItem
    Accessible.name: (root.title === "" ? "" : root.title + ", ") + root.text + " " + root.caption

    FocusRing {
        anchors.margins: 0
        shown: root.activeFocus
    }
    Column {
        id: column
        width: parent.width
        spacing: 2
        BodyText {
            width: parent.width
            visible: text !== ""
            text: root.title
            font.pixelSize: Style.fontSizeSmall
            font.weight: Font.Medium
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        BodyText {
            width: parent.width
            text: root.text
            font.pixelSize: Style.fontSizeSmall
        }
        Caption {
            width: parent.width
            visible: text !== ""
            text: root.caption
        }
        TextButton {
            objectName: "logEntryAction"
            x: -leftPadding
            visible: root.actionText !== ""
            enabled: !root.actionDone
            quiet: true
            iconName: root.actionDone ? "check" : ""
            text: root.actionText
            onClicked: root.actionTriggered()
        }
    }
}
