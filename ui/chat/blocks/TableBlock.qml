import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// A table; scrolls sideways when it is wider than the page.
Rectangle {
    id: root

    required property MessageBlocksModel blocks
    property real messageId: -1
    property int blockIndex: -1
    signal linkRequested(string link)
    signal foundHere(Item item, rect place)

    implicitWidth: table.implicitWidth + 2 * Style.gapTiny
    implicitHeight: table.implicitHeight + 2 * Style.gapTiny
    radius: Style.radius
    color: Style.colors.sunken
    border.color: Style.colors.border

    Flickable {
        anchors.fill: parent
        anchors.margins: Style.gapTiny
        contentWidth: table.implicitWidth
        contentHeight: height
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.horizontal: ScrollHandle {}

        BlockText {
            id: table
            blocks: root.blocks
            textFormat: TextEdit.RichText
            messageId: root.messageId
            blockIndex: root.blockIndex
            onFoundHere: (item, place) => root.foundHere(item, place)
            wrapMode: TextEdit.NoWrap
            onLinkRequested: link => root.linkRequested(link)
        }
    }
}
