pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.Style

// Tooltip of the parent item. Exists only while shown, so that long lists of buttons stay cheap.
// (An Instantiator, because a Loader of Qt 6.4 refuses bound components.)
Item {
    id: root

    required property string text
    required property bool shown

    Instantiator {
        active: root.shown && root.text !== ""
        delegate: ToolTip {
            id: tip
            parent: root.parent
            delay: 500
            visible: true
            margins: Style.gapSmall
            padding: Style.gapSmall
            text: root.text
            contentItem: Text {
                text: tip.text
                width: Math.min(implicitWidth, 320)
                wrapMode: Text.Wrap
                textFormat: Text.PlainText
                color: Style.colors.tooltipText
                font.family: Style.fontFamily
                font.pixelSize: Style.fontSizeTiny
            }
            background: Rectangle {
                color: Style.colors.tooltip
                radius: Style.radiusSmall
            }
        }
    }
}
