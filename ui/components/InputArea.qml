import QtQuick
import QtQuick.Controls.Basic
import Eddy.Style

// Several lines of text to type; scrolls inside once it is taller than `maximumHeight`.
ScrollView {
    id: root

    property alias text: area.text
    property alias placeholderText: area.placeholderText
    property alias area: area
    property real maximumHeight: 180
    property string label: ""

    implicitHeight: Math.min(area.implicitHeight, maximumHeight)
    contentWidth: availableWidth
    clip: true
    ScrollBar.vertical: ScrollHandle {
        parent: root
        x: root.width - width
        height: root.height
    }

    TextArea {
        id: area
        Accessible.name: root.label
        wrapMode: TextEdit.Wrap
        selectByMouse: true
        textFormat: TextEdit.PlainText
        color: Style.colors.text
        placeholderTextColor: Style.colors.textFaint
        selectionColor: Style.colors.selection
        selectedTextColor: Style.colors.text
        font.family: Style.fontFamily
        font.pixelSize: Style.fontSizeSmall
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        background: null
    }
    background: Rectangle {
        radius: Style.radiusSmall + 2
        color: Style.colors.raised
        border.width: area.activeFocus ? Style.focusWidth : 1
        border.color: area.activeFocus ? Style.colors.accent : Style.colors.borderStrong
    }
}
