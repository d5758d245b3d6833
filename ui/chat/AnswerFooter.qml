pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Style

// Under an answer: what can be done with it, and its figures. Made when they are first looked for, since most answers of a long chat only pass by.
Item {
    id: root

    required property ChatViewModel chat
    required property real messageId
    required property int branchIndex
    required property int branchCount
    required property bool canContinue
    required property real tokensPerSecond
    required property real timeToFirstToken
    required property int tokensReread
    required property string rereadReason
    property bool shown: false
    property bool made: false
    readonly property bool wanted: shown || branchCount > 1

    implicitHeight: 28
    onWantedChanged: root.make()
    Component.onCompleted: root.make()

    Repeater {
        model: root.made ? 1 : 0
        delegate: Item {
            width: root.width
            height: root.height
            MessageActions {
                id: actions
                anchors.left: parent.left
                anchors.leftMargin: -Style.gapTiny - 2
                shown: root.wanted
                branchIndex: root.branchIndex
                branchCount: root.branchCount
                busy: !root.chat.canSend
                canRegenerate: true
                onTextWanted: drag => drag.text = root.chat.textOf(root.messageId)
                canContinue: root.canContinue
                onCopyRequested: root.chat.copyText(root.messageId)
                onRegenerateRequested: root.chat.regenerate(root.messageId)
                onContinueRequested: root.chat.continueAnswer(root.messageId)
                onPreviousBranch: root.chat.previousBranch(root.messageId)
                onNextBranch: root.chat.nextBranch(root.messageId)
            }
            AnswerMenu {
                anchors.left: actions.right
                opacity: actions.opacity
                enabled: actions.shown
                messageId: root.messageId
                busy: !root.chat.canSend
                onChancesRequested: chances.active = true
            }
            TokenChancesHost {
                id: chances
                messageId: root.messageId
            }
            MessageFooter {
                objectName: "answerFigures"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: root.shown && implicitWidth < root.width - actions.width - 40  // beside the buttons, or not at all
                tokensPerSecond: root.tokensPerSecond
                timeToFirstToken: root.timeToFirstToken
                tokensReread: root.tokensReread
                rereadReason: root.rereadReason
                messageId: root.messageId
            }
        }
    }

    function make() {
        root.made = root.made || root.wanted;
    }
}
