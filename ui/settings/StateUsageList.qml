pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// Whose saved states take how much, largest first, each with a button to free them.
Column {
    id: root

    required property StatesViewModel states
    property int most: 5   // rows, until all are asked for
    property bool all: false

    spacing: Style.gapSmall

    Repeater {
        model: root.states.chats
        delegate: Item {
            id: row
            required property int index
            required property real conversation
            required property string title
            required property string sizeText
            required property real share
            required property bool kept
            visible: root.all || row.index < root.most
            width: root.width
            height: visible ? Style.controlHeight : 0
            Accessible.role: Accessible.ListItem
            Accessible.name: qsTr("%1: %2").arg(row.title).arg(row.sizeText)

            Column {
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - buttons.width - Style.gap
                spacing: Style.gapTiny
                Item {
                    width: parent.width
                    height: name.implicitHeight
                    BodyText {
                        id: name
                        width: parent.width - size.width - Style.gapSmall
                        text: row.title
                        font.pixelSize: Style.fontSizeSmall
                        elide: Text.ElideRight
                        wrapMode: Text.NoWrap
                    }
                    Caption {
                        id: size
                        anchors.right: parent.right
                        anchors.baseline: name.baseline
                        width: implicitWidth
                        text: row.sizeText
                    }
                }
                Rectangle {
                    width: parent.width
                    height: 4
                    radius: 2
                    color: Style.colors.sunken
                    Rectangle {
                        width: Math.max(parent.height, parent.width * row.share)
                        height: parent.height
                        radius: parent.radius
                        color: row.kept ? Style.colors.accent : Style.colors.textFaint
                    }
                }
            }
            Row {
                id: buttons
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: 2
                TextButton {
                    objectName: "keepChatStates"
                    visible: row.conversation > 0
                    quiet: true
                    iconName: row.kept ? "check" : ""
                    text: row.kept ? qsTr("Kept") : qsTr("Keep")
                    hint: row.kept ? qsTr("Kept longest; press to treat it like the others") : qsTr("Keep this chat's states longest")
                    Accessible.name: qsTr("Keep the states of %1 longest").arg(row.title)
                    onClicked: root.states.keepChat(row.conversation, !row.kept)
                }
                TextButton {
                    objectName: "freeChatStates"
                    quiet: true
                    text: qsTr("Free")
                    hint: qsTr("Free this space; the chat is read again when it goes on")
                    Accessible.name: qsTr("Free the states of %1").arg(row.title)
                    onClicked: root.states.freeChat(row.conversation)
                }
            }
        }
    }
    TextButton {
        objectName: "allStateUsage"
        x: -leftPadding
        visible: root.states.chats.count > root.most
        quiet: true
        iconName: root.all ? "chevron-down" : "chevron-right"
        text: root.all ? qsTr("Show the largest only") : qsTr("Show all %1").arg(root.states.chats.count)
        onClicked: root.all = !root.all
    }
}
