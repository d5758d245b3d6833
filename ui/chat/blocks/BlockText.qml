import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// The text of one block: selectable, and with the words marked that are being looked for in the chat.
SelectableText {
    id: root

    property real messageId: -1
    property int blockIndex: -1
    signal foundHere(Item item, rect place)

    BlockHighlights {
        document: root.textDocument
        find: App.find
        messageId: root.messageId
        block: root.blockIndex
        foundColor: Style.colors.found
        currentColor: Style.colors.foundCurrent
        onCurrentArrived: position => root.foundHere(root, root.positionToRectangle(position))
    }
}
