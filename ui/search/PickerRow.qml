import QtQuick
import QtQuick.Controls.Basic
import Eddy.Style

// One row of a picker: chosen with the arrows or the pointer while the keyboard stays in the field.
ItemDelegate {
    id: root

    required property int index
    property bool pooled: false  // out of the list until it is used again: a screen reader must not find it there

    width: ListView.view ? ListView.view.width : 0
    visible: !pooled
    ListView.onPooled: root.pooled = true
    ListView.onReused: root.pooled = false
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    highlighted: ListView.isCurrentItem
    padding: Style.gapSmall
    Accessible.onPressAction: root.clicked()
    Accessible.role: Accessible.ListItem
    Accessible.selected: root.highlighted

    background: Rectangle {
        radius: Style.radiusSmall
        color: root.highlighted ? Style.colors.accentSoft : root.hovered ? Style.colors.hover : "transparent"
    }
}
