import QtQuick
import Eddy.App
import Eddy.Components

// What can be done with the conversation under the pointer. One menu for the whole list: thousands of rows stay cheap.
PopupMenu {
    id: root

    required property ConversationListModel conversations
    property real conversationId: -1
    property string conversationTitle: ""
    signal renameRequested(real id)
    signal removeRequested(real id)

    PopupMenuItem {
        objectName: "menuRename"
        iconName: "pencil"
        text: qsTr("Rename")
        onTriggered: root.renameRequested(root.conversationId)
    }
    // Further entries, for instance exports, stand here: each a PopupMenuItem that acts on root.conversationId.
    PopupMenuItem {
        objectName: "menuDelete"
        iconName: "trash-2"
        danger: true
        text: qsTr("Delete")
        onTriggered: root.removeRequested(root.conversationId)
    }

    // Under `anchor`, or under the pointer when there is none.
    function openFor(id: real, title: string, anchor: Item) {
        root.conversationId = id;
        root.conversationTitle = title;
        if (anchor)
            root.popup(anchor, 0, anchor.height);
        else
            root.popup();
    }
}
