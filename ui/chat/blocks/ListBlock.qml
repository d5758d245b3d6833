import QtQuick
import Eddy.Components
import Eddy.Style

// A whole list, nested lists included.
SelectableText {
    id: root

    required property string html

    text: Style.richTextSheet + root.html
    textFormat: TextEdit.RichText
}
