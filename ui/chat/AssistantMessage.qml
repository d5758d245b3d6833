pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// What the model wrote: blocks over the full width, then what became of it and the figures.
Item {
    id: root

    required property ChatViewModel chat
    required property real messageId
    required property int textLength
    required property MessageBlocksModel blocks
    required property int status
    required property string errorTitle
    required property string errorText
    required property int errorAction
    required property int branchIndex
    required property int branchCount
    required property int tokenCount
    required property real tokensPerSecond
    required property real timeToFirstToken
    required property int tokensReread
    required property string rereadReason
    required property bool isLast
    required property int answeredFrom
    required property var quotes
    property bool current: false
    property Item view: ListView.view  // that shows a part of it
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
    Accessible.name: root.running ? qsTr("Model") : qsTr("Model: %1").arg(root.chat.textOf(root.messageId))  // a text that grows is not copied with every word

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
            visible: root.blocks !== null && root.blocks.count > 0
            blocks: root.blocks
            view: root.view
            messageId: root.messageId
            secondsPerLetter: root.tokensPerSecond > 0 && !root.running ? root.tokenCount / root.tokensPerSecond / Math.max(1, root.textLength) : 0
            onFoundHere: (item, place) => root.foundHere(item, place)
            onLinkRequested: link => root.linkRequested(link)
        }
        Repeater {  // this and what follows is there only where it is needed
            model: !root.running && root.answeredFrom !== MessageListModel.NoDocument ? 1 : 0
            delegate: QuoteChips {
                objectName: "quoteChips"
                width: column.width
                answeredFrom: root.answeredFrom
                quotes: root.quotes
                onQuoteRequested: (document, ordinal) => root.quoteRequested(document, ordinal)
            }
        }
        Repeater {
            model: root.running ? 1 : 0
            delegate: Spinner {
                objectName: "spinner"
                topPadding: Style.gapSmall
                bottomPadding: Style.gapSmall
            }
        }
        Repeater {
            model: root.unfinished ? 1 : 0
            delegate: Caption {
                objectName: "unfinishedNote"
                text: root.status === MessageListModel.Cancelled ? qsTr("Stopped here.")
                    : qsTr("Interrupted: the app closed while this was being written.")
            }
        }
        Repeater {
            model: root.status === MessageListModel.Failed ? 1 : 0
            delegate: InlineError {
                objectName: "inlineError"
                width: column.width
                title: root.errorTitle
                explanation: root.errorText
                action: root.errorAction
                onRetryRequested: root.chat.retry(root.messageId)
                onChooseModelRequested: root.chooseModelRequested()
                onOpenDataFolderRequested: root.openDataFolderRequested()
                onCopyRequested: text => root.chat.copyToClipboard(text)
            }
        }
        AnswerFooter {
            visible: !root.running
            width: parent.width
            chat: root.chat
            messageId: root.messageId
            shown: root.shown && !root.running
            branchIndex: root.branchIndex
            branchCount: root.branchCount
            canContinue: root.unfinished && root.isLast
            tokensPerSecond: root.tokensPerSecond
            timeToFirstToken: root.timeToFirstToken
            tokensReread: root.tokensReread
            rereadReason: root.rereadReason
        }
    }
}
