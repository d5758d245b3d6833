import Eddy.Components

// What can be done with one model of the list.
PopupMenu {
    id: root

    required property bool runnable
    required property bool warm
    required property bool quantisable
    required property bool starter
    required property bool removed
    required property bool deletable
    signal warmRequested
    signal quantiseRequested
    signal showRequested
    signal removeRequested
    signal deleteRequested

    implicitWidth: 260
    PopupMenuItem {
        objectName: "keepWarm"
        enabled: root.runnable
        iconName: root.warm ? "check" : "play"
        text: qsTr("Load it when Eddy starts")
        onTriggered: root.warmRequested()
    }
    PopupMenuItem {
        objectName: "quantiseModel"
        enabled: root.quantisable
        iconName: "arrow-down"
        text: qsTr("Make a smaller copy\u2026")
        onTriggered: root.quantiseRequested()
    }
    PopupMenuItem {
        objectName: "showModelFolder"
        iconName: "folder-open"
        text: qsTr("Show in its folder")
        onTriggered: root.showRequested()
    }
    PopupMenuItem {
        objectName: "removeFromList"
        enabled: !root.starter
        iconName: root.removed ? "archive-restore" : "x"
        text: root.removed ? qsTr("Show in the list again") : qsTr("Remove from the list")
        onTriggered: root.removeRequested()
    }
    PopupMenuItem {
        objectName: "deleteModel"
        enabled: root.deletable
        danger: true
        iconName: "trash-2"
        text: qsTr("Delete the file\u2026")
        onTriggered: root.deleteRequested()
    }
}
