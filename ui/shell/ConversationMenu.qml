import QtQuick
import Eddy.App
import Eddy.Components

// What can be done with the conversation under the pointer, or with all selected ones. One menu for the whole list: thousands of
// rows stay cheap.
PopupMenu {
    id: root

    required property ConversationListModel conversations
    required property ConversationOrganizer organizer
    required property SidebarModel rows
    property real conversationId: -1
    property string conversationTitle: ""
    property bool pinned: false
    property bool archived: false
    property var targets: []
    readonly property bool single: root.targets.length === 1
    signal renameRequested(real id)
    signal folderRequested(var ids)
    signal exportRequested(real id)

    PopupMenuItem {
        objectName: "menuRename"
        enabled: root.single
        iconName: "pencil"
        text: qsTr("Rename")
        onTriggered: root.renameRequested(root.conversationId)
    }
    PopupMenuItem {
        objectName: "menuPin"
        iconName: root.pinned ? "pin-off" : "pin"
        text: root.pinned ? qsTr("Unpin") : qsTr("Pin")
        onTriggered: root.organizer.setPinned(root.targets, !root.pinned)
    }
    PopupMenuItem {
        objectName: "menuFolder"
        iconName: "folder-input"
        text: qsTr("Move to folder…")
        onTriggered: root.folderRequested(root.targets)
    }
    PopupMenuItem {
        objectName: "menuArchive"
        iconName: root.archived ? "archive-restore" : "archive"
        text: root.archived ? qsTr("Take out of the archive") : qsTr("Archive")
        onTriggered: {
            root.organizer.setArchived(root.targets, !root.archived);
            root.rows.clearSelection();
        }
    }
    PopupMenuItem {
        objectName: "menuDuplicate"
        enabled: root.single
        iconName: "copy-plus"
        text: qsTr("Duplicate")
        onTriggered: root.organizer.duplicate(root.conversationId)
    }
    PopupMenuItem {
        objectName: "menuExport"
        enabled: root.single
        iconName: "download"
        text: qsTr("Save as a file…")
        onTriggered: root.exportRequested(root.conversationId)
    }
    PopupMenuItem {
        objectName: "menuSelect"
        iconName: "check"
        text: qsTr("Select several")
        onTriggered: root.rows.toggleSelected(root.conversationId)
    }
    PopupMenuItem {
        objectName: "menuDelete"
        iconName: "trash-2"
        danger: true
        text: root.single ? qsTr("Delete") : qsTr("Delete %n chat(s)", "", root.targets.length)
        onTriggered: root.conversations.removeAll(root.targets)
    }

    // Under `anchor`, or under the pointer when there is none. A selected row stands for all selected ones.
    function openFor(item: ConversationItem, anchor: Item) {
        root.conversationId = item.conversationId;
        root.conversationTitle = item.title;
        root.pinned = item.pinned;
        root.archived = item.archived;
        if (!item.selected)
            root.rows.clearSelection();
        root.targets = root.rows.selectedOr(item.conversationId);
        if (anchor)
            root.popup(anchor, 0, anchor.height);
        else
            root.popup();
    }
}
