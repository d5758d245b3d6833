import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// What the model wrote: blocks over the full width, then what became of it and the figures.
Item {
    id: root

    required property ChatViewModel chat
    required property real messageId
    required property string text
    required property MessageBlocksModel blocks
    required property int status
    required property string errorTitle
    required property string errorText
    required property int errorAction
    required property int branchIndex
    required property int branchCount
    required property real tokensPerSecond
    required property real timeToFirstToken
    required property int tokensReread
    required property string rereadReason
    required property bool isLast
    required property int answeredFrom
    required property var quotes
    property bool current: false
    readonly property bool running: status === MessageListModel.Pending || status === MessageListModel.Streaming
    readonly property bool unfinished: status === MessageListModel.Cancelled || status === MessageListModel.Interrupted
    readonly property bool shown: hover.hovered || root.isLast || root.current
    signal linkRequested(string link)
    signal foundHere(Item item, rect place)
    signal quoteRequested(real document, int ordinal)
    signal chooseModelRequested
    signal openDataFolderRequested

    implicitHeight: column.implicitHeight + Style.gapLarge
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("Model: %1").arg(root.text)

    HoverHandler {
        id: hover
    }
    Column {
        id: column
        width: parent.width
        spacing: Style.gapSmall

        MessageBlocks {
            objectName: "blocks"
            width: parent.width
            visible: root.text !== ""
            blocks: root.blocks
            messageId: root.messageId
            onFoundHere: (item, place) => root.foundHere(item, place)
            onLinkRequested: link => root.linkRequested(link)
        }
        QuoteChips {
            objectName: "quoteChips"
            width: parent.width
            answeredFrom: root.running ? MessageListModel.NoDocument : root.answeredFrom
            quotes: root.quotes
            onQuoteRequested: (document, ordinal) => root.quoteRequested(document, ordinal)
        }
        Spinner {
            objectName: "spinner"
            visible: root.running
            topPadding: Style.gapSmall
            bottomPadding: Style.gapSmall
        }
        Caption {
            objectName: "unfinishedNote"
            visible: root.unfinished
            text: root.status === MessageListModel.Cancelled ? qsTr("Stopped here.")
                : qsTr("Interrupted: the app closed while this was being written.")
        }
        InlineError {
            objectName: "inlineError"
            visible: root.status === MessageListModel.Failed
            width: parent.width
            title: root.errorTitle
            explanation: root.errorText
            action: root.errorAction
            onRetryRequested: root.chat.retry(root.messageId)
            onChooseModelRequested: root.chooseModelRequested()
            onOpenDataFolderRequested: root.openDataFolderRequested()
            onCopyRequested: text => root.chat.copyToClipboard(text)
        }
        Item {
            visible: !root.running
            width: parent.width
            implicitHeight: 28
            MessageActions {
                id: actions
                anchors.left: parent.left
                anchors.leftMargin: -Style.gapTiny - 2
                shown: root.shown || root.branchCount > 1
                branchIndex: root.branchIndex
                branchCount: root.branchCount
                busy: !root.chat.canSend
                canRegenerate: true
                canContinue: root.unfinished && root.isLast
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
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                visible: root.shown
                tokensPerSecond: root.tokensPerSecond
                timeToFirstToken: root.timeToFirstToken
                tokensReread: root.tokensReread
                rereadReason: root.rereadReason
                messageId: root.messageId
            }
        }
    }
}
