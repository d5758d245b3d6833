import QtQuick
import Eddy.Style

// A whole list, nested lists included.
BlockText {
    id: root

    required property string html

    text: Style.richTextSheet + root.html
    textFormat: TextEdit.RichText
}
