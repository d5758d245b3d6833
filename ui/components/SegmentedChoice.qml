pragma ComponentBehavior: Bound
import QtQuick
import Eddy.Style

// A few exclusive choices side by side. `options` are {value, text, icon}.
Rectangle {
    id: root

    required property var options
    required property int value
    property string label: ""
    signal chosen(int value)

    implicitWidth: row.implicitWidth + 2 * row.x
    implicitHeight: Style.controlHeight + 2
    radius: Style.radius
    color: Style.colors.sunken
    border.color: Style.colors.border
    Accessible.role: Accessible.Grouping
    Accessible.name: root.label

    Row {
        id: row
        x: 3
        y: 3
        spacing: 2
        Repeater {
            model: root.options
            delegate: TextButton {
                id: choice
                required property var modelData
                objectName: "choice-" + modelData.value
                height: root.implicitHeight - 6
                text: modelData.text
                iconName: modelData.icon
                checkable: true
                autoExclusive: true
                checked: root.value === modelData.value
                quiet: true
                ink: checked ? Style.colors.text : Style.colors.textMuted
                Accessible.role: Accessible.RadioButton
                onClicked: root.chosen(modelData.value)
                background: Rectangle {
                    radius: Style.radiusSmall + 1
                    color: choice.checked ? Style.colors.raised : choice.hovered ? Style.colors.hover : "transparent"
                    border.color: Style.colors.border
                    border.width: choice.checked ? 1 : 0
                    FocusRing {
                        shown: choice.visualFocus
                    }
                }
            }
        }
    }
}
