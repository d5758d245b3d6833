import QtQuick
import QtQuick.Controls.Basic
import Eddy.Components
import Eddy.Style

// A table; scrolls sideways when it is wider than the page.
Rectangle {
    id: root

    required property string html
    signal linkRequested(string link)

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

        SelectableText {
            id: table
            text: Style.richTextSheet + root.html
            textFormat: TextEdit.RichText
            wrapMode: TextEdit.NoWrap
            onLinkRequested: link => root.linkRequested(link)
        }
    }
}
