import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// Shown while the conversation's state is restored or the text is read again.
Column {
    id: root

    required property ChatViewModel chat

    spacing: Style.gapSmall
    visible: chat.isPreparing

    Item {
        width: parent.width
        implicitHeight: label.implicitHeight
        Caption {
            id: label
            objectName: "prepareText"
            width: parent.width - why.width - Style.gap
            text: root.chat.prepareText
            color: Style.colors.textMuted
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
        }
        Caption {
            id: why
            anchors.right: parent.right
            visible: root.chat.prepareReason !== ""
            text: qsTr("Why?")
            font.underline: true
            Accessible.description: root.chat.prepareReason
            HoverHandler {
                id: whyHover
            }
            HintTip {
                text: root.chat.prepareReason
                shown: whyHover.hovered
            }
        }
    }
    ThinProgress {
        width: parent.width
        value: root.chat.prepareProgress
        label: root.chat.prepareText
    }
}
