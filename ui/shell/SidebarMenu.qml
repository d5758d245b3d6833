import QtQuick
import Eddy.Components

// Ways to begin a chat other than a new one.
PopupMenu {
    id: root

    signal privateRequested
    signal openRequested

    implicitWidth: 240
    PopupMenuItem {
        objectName: "menuPrivate"
        iconName: "ghost"
        text: qsTr("New private chat")
        onTriggered: root.privateRequested()
    }
    PopupMenuItem {
        objectName: "menuOpenChat"
        iconName: "folder-open"
        text: qsTr("Open chat file…")
        onTriggered: root.openRequested()
    }
}
