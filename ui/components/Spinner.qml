pragma ComponentBehavior: Bound
import QtQuick
import Eddy.Style

// Three dots that breathe while something is on its way; where motion is not wanted they stand still.
Row {
    id: root

    property color color: Style.colors.accent
    property int dotSize: 7

    spacing: 5
    Accessible.role: Accessible.Animation
    Accessible.name: qsTr("Working")
    Repeater {
        model: 3
        delegate: Rectangle {
            id: dot
            required property int index
            width: root.dotSize
            height: root.dotSize
            radius: width / 2
            color: root.color
            SequentialAnimation on opacity {
                running: root.visible && !Style.still
                onStopped: dot.opacity = 1
                loops: Animation.Infinite
                PauseAnimation { duration: dot.index * 160 }
                NumberAnimation { to: 1; duration: 300 }
                NumberAnimation { to: 0.3; duration: 300 }
                PauseAnimation { duration: (2 - dot.index) * 160 + 200 }
            }
        }
    }
}
