pragma ComponentBehavior: Bound
import QtQuick

// One of several choices behind a button: "By name ⌄". `options` are {value, text}.
TextButton {
    id: root

    required property var options
    required property int value
    property string label: ""
    readonly property var current: root.options.find(option => option.value === root.value)
    signal chosen(int value)

    implicitHeight: 32
    text: root.current ? root.current.text : ""
    iconName: "chevron-down"
    Accessible.role: Accessible.ComboBox
    Accessible.name: qsTr("%1: %2").arg(root.label).arg(root.text)
    onClicked: menu.popup(root, 0, root.height)
    Keys.onDownPressed: menu.popup(root, 0, root.height)

    PopupMenu {
        id: menu
        implicitWidth: 240
        Repeater {
            model: root.options
            delegate: PopupMenuItem {
                required property var modelData
                objectName: "option-" + modelData.value
                text: modelData.text
                iconName: modelData.value === root.value ? "check" : ""
                Accessible.checked: modelData.value === root.value
                onTriggered: root.chosen(modelData.value)
            }
        }
    }
}
