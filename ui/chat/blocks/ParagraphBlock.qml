import QtQuick
import Eddy.Style

// A paragraph with bold, italics, inline code and links.
BlockText {
    id: root

    required property string html

    text: Style.richTextSheet + "<p>" + root.html + "</p>"
    textFormat: TextEdit.RichText
}
