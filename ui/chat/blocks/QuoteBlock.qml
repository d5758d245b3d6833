import QtQuick
import Eddy.Components
import Eddy.Style

// A quotation with a bar at its start.
Item {
    id: root

    required property string html
    signal linkRequested(string link)

    implicitHeight: quote.implicitHeight

    Rectangle {
        width: 3
        height: parent.height
        radius: 1.5
        color: Style.colors.borderStrong
    }
    SelectableText {
        id: quote
        x: Style.gapLarge
        width: parent.width - x
        text: Style.richTextSheet + root.html
        textFormat: TextEdit.RichText
        color: Style.colors.textMuted
        onLinkRequested: link => root.linkRequested(link)
    }
}
