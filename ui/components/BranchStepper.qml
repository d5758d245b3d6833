import QtQuick
import Eddy.Style

// "‹ 2 / 3 ›": steps through the sibling versions of one turn.
Row {
    id: root

    required property int index
    required property int count
    signal previous
    signal next

    visible: count > 1
    spacing: 0
    IconButton {
        objectName: "previousBranch"
        anchors.verticalCenter: parent.verticalCenter
        size: 26
        glyphSize: Style.iconSizeSmall
        enabled: root.index > 0
        iconName: "chevron-left"
        text: qsTr("Previous version")
        onClicked: root.previous()
    }
    Caption {
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("%1 / %2").arg(root.index + 1).arg(root.count)
        Accessible.name: qsTr("Version %1 of %2").arg(root.index + 1).arg(root.count)
    }
    IconButton {
        objectName: "nextBranch"
        anchors.verticalCenter: parent.verticalCenter
        size: 26
        glyphSize: Style.iconSizeSmall
        enabled: root.index < root.count - 1
        iconName: "chevron-right"
        text: qsTr("Next version")
        onClicked: root.next()
    }
}
