import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.Components
import Eddy.Style

// One line of the command palette.
ItemDelegate {
    id: root

    required property int index
    required property string name
    required property string html
    required property string iconName
    required property string shortcut
    required property bool isChat

    objectName: "command" + index
    width: ListView.view ? ListView.view.width : 0
    implicitHeight: Style.controlHeight + 2
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    highlighted: ListView.isCurrentItem
    Accessible.onPressAction: root.clicked()
    Accessible.role: Accessible.ListItem
    Accessible.name: root.name
    Accessible.description: root.shortcut
    Accessible.selected: root.highlighted

    contentItem: RowLayout {
        spacing: Style.gapSmall
        Icon {
            icon: root.iconName === "" ? "chevron-right" : root.iconName
            size: Style.iconSizeSmall
        }
        Text {
            Layout.fillWidth: true
            text: root.html
            textFormat: Text.StyledText
            elide: Text.ElideRight
            color: Style.colors.text
            font.family: Style.fontFamily
            font.pixelSize: Style.fontSizeSmall
        }
        Caption {
            text: root.shortcut
        }
    }
    background: Rectangle {
        radius: Style.radiusSmall
        color: root.highlighted ? Style.colors.accentSoft : root.hovered ? Style.colors.hover : "transparent"
    }
}
