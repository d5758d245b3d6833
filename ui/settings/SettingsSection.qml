import QtQuick
import Eddy.Components
import Eddy.Style

// A titled group of settings.
Column {
    id: root

    required property string title
    property string help: ""
    default property alias rows: card.body

    spacing: Style.gapSmall
    BodyText {
        width: parent.width
        horizontalAlignment: Text.AlignLeft  // which is the right where the layout is mirrored
        text: root.title
        font.pixelSize: Style.fontSizeLarge
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
    }
    BodyText {
        width: parent.width
        visible: text !== ""
        bottomPadding: Style.gapTiny
        horizontalAlignment: Text.AlignLeft
        text: root.help
        font.pixelSize: Style.fontSizeSmall
        color: Style.colors.textMuted
    }
    Card {
        id: card
        width: parent.width
        padding: Style.gapLarge
        spacing: Style.gapLarge
    }
}
