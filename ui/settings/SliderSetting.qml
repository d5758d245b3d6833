import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// A number on a slider with its value beside it; `specialText` names the value at which the setting is off.
SettingRow {
    id: root

    required property real value
    property real from: 0
    property real to: 1
    property real stepSize: 0.05
    property int decimals: 2
    property real specialValue: NaN
    property string specialText: ""
    property string pattern: "%1"  // what the number stands in, such as its unit
    property var formats: Qt.locale()  // of the language that is spoken now
    signal edited(real value)

    Item {
        width: parent ? parent.width : 0
        height: 28
        ValueSlider {
            id: slider
            objectName: root.objectName + "Slider"
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - label.width - Style.gap
            label: root.title
            from: root.from
            to: root.to
            stepSize: root.stepSize
            value: root.value
            onMoved: root.edited(value)
        }
        Caption {
            id: label
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(62, 4.6 * Style.fontSizeSmall)
            horizontalAlignment: Text.AlignRight
            color: Style.colors.text
            text: root.value === root.specialValue ? root.specialText
                : root.pattern.arg(Number(root.value).toLocaleString(root.formats, "f", root.decimals))
        }
    }
    Connections {
        target: App.translations
        function onChanged() {
            root.formats = Qt.locale();
        }
    }
}
