import QtQuick
import Eddy.Style

// Plain text in the reading size.
Text {
    color: Style.colors.text
    font.family: Style.fontFamily
    font.pixelSize: Style.fontSize
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
