import QtQuick
import QtQuick.Controls.Basic
import Eddy.Style

// Slider in the look of the app.
Slider {
    id: root

    property string label: ""

    implicitHeight: 24
    snapMode: Slider.SnapAlways
    Accessible.name: label
    background: Rectangle {
        x: root.leftPadding
        y: (root.height - height) / 2
        width: root.availableWidth
        height: 4
        radius: 2
        color: Style.colors.borderStrong
        Rectangle {
            width: root.visualPosition * parent.width
            height: parent.height
            radius: 2
            color: Style.colors.accent
        }
    }
    handle: Rectangle {
        x: root.leftPadding + root.visualPosition * (root.availableWidth - width)
        y: (root.height - height) / 2
        width: 18
        height: 18
        radius: 9
        color: Style.colors.raised
        border.width: root.pressed || root.visualFocus ? 3 : 2
        border.color: Style.colors.accent
        FocusRing {
            shown: root.visualFocus
            radius: height / 2
        }
    }
}
