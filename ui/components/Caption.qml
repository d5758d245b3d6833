import QtQuick
import Eddy.Style

// Small quiet text: figures, hints, dates.
BodyText {
    color: Style.colors.textFaint
    font.pixelSize: Style.fontSizeTiny
}
