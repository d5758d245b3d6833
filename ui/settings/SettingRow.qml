import QtQuick
import Eddy.Components
import Eddy.Style

// One setting: what it is, what it does in plain words, and its control beside or (when narrow) below.
Item {
    id: root

    required property string title
    property string help: ""
    property bool stacked: width < 34 * Style.fontSize
    default property alias control: holder.data

    width: parent ? parent.width : 0
    implicitHeight: stacked ? words.implicitHeight + Style.gapSmall + holder.childrenRect.height
        : Math.max(words.implicitHeight, holder.childrenRect.height)

    Column {
        id: words
        anchors.left: parent.left
        width: root.stacked ? root.width : root.width - holder.width - Style.gapHuge
        spacing: 2
        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignLeft
            text: root.title
            font.pixelSize: Style.fontSizeSmall
            font.weight: Font.Medium
        }
        Caption {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: Text.AlignLeft
            text: root.help
            color: Style.colors.textMuted
            lineHeight: 1.25
        }
    }
    Item {
        id: holder
        anchors.right: parent.right
        y: root.stacked ? words.implicitHeight + Style.gapSmall : 0
        width: root.stacked ? root.width : 18 * Style.fontSize
        height: childrenRect.height
    }
}
