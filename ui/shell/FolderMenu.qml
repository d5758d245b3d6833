import QtQuick
import Eddy.App
import Eddy.Components

// What can be done with a folder of the sidebar.
PopupMenu {
    id: root

    required property ConversationOrganizer organizer
    property string folder: ""
    signal renameRequested(string folder)

    PopupMenuItem {
        objectName: "folderRename"
        iconName: "pencil"
        text: qsTr("Rename folder")
        onTriggered: root.renameRequested(root.folder)
    }
    PopupMenuItem {
        objectName: "folderDissolve"
        iconName: "x"
        text: qsTr("Dissolve folder, keep its chats")
        onTriggered: root.organizer.renameFolder(root.folder, "")
    }
}
