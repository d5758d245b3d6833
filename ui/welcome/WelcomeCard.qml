import QtQuick
import Eddy.Components
import Eddy.Style

// One thing that is special.
Card {
    id: root

    required property string iconName
    required property string title
    required property string text

    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1. %2").arg(root.title).arg(root.text)

    Icon {
        icon: root.iconName
        size: Style.iconSize
        color: Style.colors.accent
    }
    BodyText {
        width: parent.width
        text: root.title
        font.weight: Font.DemiBold
        font.pixelSize: Style.fontSizeSmall
        Accessible.ignored: true
    }
    BodyText {
        width: parent.width
        text: root.text
        font.pixelSize: Style.fontSizeSmall
        color: Style.colors.textMuted
        lineHeight: 1.2
        Accessible.ignored: true
    }
}
