import QtQuick
import QtQuick.Controls.Basic
import Eddy.Style

// One line of text to type.
TextField {
    id: root

    implicitHeight: Style.controlHeight
    leftPadding: Style.gap
    rightPadding: Style.gap
    topPadding: 0
    bottomPadding: 0
    verticalAlignment: TextInput.AlignVCenter
    color: Style.colors.text
    placeholderTextColor: Style.colors.textFaint
    selectionColor: Style.colors.selection
    selectedTextColor: Style.colors.text
    selectByMouse: true
    font.family: Style.fontFamily
    font.pixelSize: Style.fontSizeSmall
    background: Rectangle {
        radius: Style.radiusSmall + 2
        color: Style.colors.raised
        border.width: root.activeFocus ? Style.focusWidth : 1
        border.color: root.activeFocus ? Style.colors.accent : Style.colors.borderStrong
    }
}
