import QtQuick
import Eddy.Style

// A paragraph with bold, italics, inline code and links.
BlockText {
    paragraph: true
    textFormat: TextEdit.RichText
}
