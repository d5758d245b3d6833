import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// The text of one block: selectable, and with the words marked that are being looked for in the chat.
SelectableText {
    id: root

    property MessageBlocksModel blocks: null  // whose row `blockIndex` is shown; without them `text` is
    property bool paragraph: false
    property bool complete: false  // a TextEdit of rich text sets its document anew when it is completed
    property real messageId: -1
    property int blockIndex: -1
    signal foundHere(Item item, rect place)

    Component.onCompleted: root.complete = true

    BlockWords {
        document: root.complete ? root.textDocument : null
        blocks: root.blocks
        sheet: Style.richTextSheet
        paragraph: root.paragraph
        find: App.find
        messageId: root.messageId
        block: root.blockIndex
        foundColor: Style.colors.found
        currentColor: Style.colors.foundCurrent
        onCurrentArrived: position => root.foundHere(root, root.positionToRectangle(position))
    }
}
