pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// What the user wrote: a bubble at the end side, editable in place.
Item {
    id: root

    required property ChatViewModel chat
    required property real messageId
    required property string text
    required property int branchIndex
    required property int branchCount
    required property bool isLast
    property bool editing: false
    readonly property var pictures: App.pictures.of(messageId, App.pictures.revision)
    property bool current: false
    signal editRequested
    signal editFinished
    signal foundHere(Item item, rect place)

    implicitHeight: column.implicitHeight + Style.gapSmall
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("You: %1").arg(root.text)

    HoverHandler {
        id: hover
    }
    Column {
        id: column
        anchors.right: parent.right
        width: root.editing ? root.width : Math.min(root.width * 0.85, bubble.implicitWidth)
        spacing: Style.gapTiny

        Repeater {
            model: root.pictures.length > 0 ? 1 : 0
            delegate: MessagePictures {
                objectName: "messagePictures"
                x: column.LayoutMirroring.enabled ? 0 : column.width - width
                width: Math.min(root.width * 0.85, rowWidth)
                pictures: root.pictures
            }
        }
        Rectangle {
            id: bubble
            objectName: "bubble"
            visible: !root.editing
            width: parent.width
            implicitWidth: Math.ceil(metrics.implicitWidth) + 2 * Style.gapLarge + 2
            implicitHeight: words.implicitHeight + 2 * Style.gap
            radius: Style.radiusLarge
            color: Style.colors.userBubble

            Text {
                id: metrics
                visible: false
                text: root.text.slice(0, 400)
                font: words.font
                textFormat: Text.PlainText
            }
            BlockText {
                id: words
                messageId: root.messageId
                onFoundHere: (item, place) => root.foundHere(item, place)
                x: Style.gapLarge
                y: Style.gap
                width: parent.width - 2 * Style.gapLarge
                text: root.text
                wrapMode: TextEdit.Wrap
            }
        }
        Repeater {
            model: root.editing ? 1 : 0
            delegate: MessageEditor {
                width: column.width
                original: root.text
                onCancelled: root.editFinished()
                onSaved: text => {
                    root.editFinished();
                    root.chat.editMessage(root.messageId, text);
                }
            }
        }
        Item {  // room for what can be done with it; made when it is first looked for, since most messages of a long chat only pass by
            id: actions
            readonly property bool wanted: hover.hovered || root.current || root.branchCount > 1
            property bool made: false
            width: parent.width
            height: 28
            visible: !root.editing
            onWantedChanged: actions.made = actions.made || actions.wanted
            Component.onCompleted: actions.made = actions.wanted

            Repeater {
                model: actions.made ? 1 : 0
                delegate: MessageActions {
                    anchors.right: actions.right
                    shown: actions.wanted
                    branchIndex: root.branchIndex
                    branchCount: root.branchCount
                    busy: !root?.chat?.canSend  // without both while a message goes
                    canEdit: true
                    onTextWanted: drag => drag.text = root.text
                    onCopyRequested: root.chat.copyText(root.messageId)
                    onEditRequested: root.editRequested()
                    onPreviousBranch: root.chat.previousBranch(root.messageId)
                    onNextBranch: root.chat.nextBranch(root.messageId)
                }
            }
        }
    }
}
