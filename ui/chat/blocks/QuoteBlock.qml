import QtQuick
import Eddy.App
import Eddy.Style

// A quotation with a bar at its start.
Item {
    id: root

    required property MessageBlocksModel blocks
    property real messageId: -1
    property int blockIndex: -1
    signal linkRequested(string link)
    signal foundHere(Item item, rect place)

    implicitHeight: quote.implicitHeight

    Rectangle {
        width: 3
        height: parent.height
        radius: 1.5
        color: Style.colors.borderStrong
    }
    BlockText {
        id: quote
        x: Style.gapLarge
        width: parent.width - x
        blocks: root.blocks
        textFormat: TextEdit.RichText
        messageId: root.messageId
        blockIndex: root.blockIndex
        onFoundHere: (item, place) => root.foundHere(item, place)
        color: Style.colors.textMuted
        onLinkRequested: link => root.linkRequested(link)
    }
}
