import QtQuick
import Eddy.Style

// Plain text in the reading size.
Text {
    color: Style.colors.text
    font.family: Style.fontFamily
    font.pixelSize: Style.fontSize
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft  // which is the right where the layout is mirrored, whatever the words are
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
