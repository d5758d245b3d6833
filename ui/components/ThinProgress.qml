import QtQuick
import QtQuick.Controls.Basic
import Eddy.Style

// Thin bar from 0 to 1; below 0 it only says "busy".
ProgressBar {
    id: root

    property string label: ""

    implicitHeight: 4
    indeterminate: value < 0
    from: 0
    to: 1
    Accessible.name: label
    background: Rectangle {
        radius: 2
        color: Style.colors.border
    }
    contentItem: Item {
        Rectangle {
            width: parent.width * (root.indeterminate ? 0.3 : root.visualPosition)
            height: parent.height
            radius: 2
            color: Style.colors.accent
            Behavior on width {
                NumberAnimation { duration: Style.quick }
            }
            x: root.indeterminate && Style.still ? parent.width * 0.35 : 0
            XAnimator on x {
                running: root.indeterminate && root.visible && !Style.still
                loops: Animation.Infinite
                from: 0
                to: root.width * 0.7
                duration: 900
                easing.type: Easing.InOutSine
            }
        }
    }
}
