pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Qt.labs.qmlmodels
import Eddy.App
import Eddy.Components
import Eddy.Style

// All conversations under their headings. Rows are used again while scrolling, so that ten thousand cost what twenty do.
ListView {
    id: root

    required property ConversationListModel conversations
    required property SidebarModel rows
    required property ConversationMenu menu
    required property FolderMenu folderMenu
    property real renamingId: -1
    readonly property ConversationItem focusedItem: currentItem as ConversationItem
    readonly property SidebarHeader focusedHeader: currentItem as SidebarHeader
    signal conversationOpened

    leftMargin: Style.gapSmall
    rightMargin: Style.gapSmall
    spacing: 2
    clip: true
    activeFocusOnTab: true
    reuseItems: true
    cacheBuffer: 400
    boundsBehavior: Flickable.StopAtBounds
    highlightMoveDuration: 0
    model: root.rows
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Conversations")
    ScrollBar.vertical: ScrollHandle {}
    Keys.onReturnPressed: root.pressCurrent()
    Keys.onSpacePressed: event => event.modifiers & Qt.ControlModifier ? root.toggleFocused() : root.pressCurrent()
    Keys.onDeletePressed: root.removeFocused()
    Keys.onMenuPressed: root.focusedItem ? root.menu.openFor(root.focusedItem, root.focusedItem) : undefined
    Keys.onPressed: event => event.accepted = root.handleKey(event.key, event.modifiers)
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape && root.rows.selectedCount > 0
    Keys.onEscapePressed: event => {
        event.accepted = root.rows.selectedCount > 0;
        root.rows.clearSelection();
    }

    // Rows move when the list is made anew: the keyboard stays with the open conversation, never on a heading by chance.
    Connections {
        target: root.conversations
        function onRefreshed() {
            root.currentIndex = root.rows.rowOfConversation(root.conversations.currentId); // qmllint disable type
        }
        function onCurrentIdChanged() {
            root.currentIndex = root.rows.rowOfConversation(root.conversations.currentId); // qmllint disable type
        }
    }

    delegate: DelegateChooser {
        role: "kind"
        DelegateChoice {
            roleValue: SidebarModel.Header
            SidebarHeader {
                id: header
                objectName: "heading" + header.index
                width: root.width - 2 * Style.gapSmall
                onFoldRequested: root.rows.fold(header.index)
                onMenuRequested: {
                    root.folderMenu.folder = header.folder;
                    root.folderMenu.popup();
                }
            }
        }
        DelegateChoice {
            ConversationItem {
                id: item
                objectName: "conversation" + item.index
                width: root.width - 2 * Style.gapSmall
                renaming: root.renamingId === item.conversationId
                selecting: root.rows.selectedCount > 0
                menuOpen: root.menu.visible && root.menu.conversationId === item.conversationId
                onIsCurrentChanged: item.isCurrent ? root.currentIndex = item.index : undefined
                onOpened: {
                    root.conversations.select(item.conversationId);
                    root.conversationOpened();
                }
                onToggled: root.rows.toggleSelected(item.conversationId)
                onExtended: root.rows.selectThrough(item.conversationId)
                onMenuRequested: anchor => root.menu.openFor(item, anchor)
                onRenameRequested: root.renamingId = item.conversationId
                onRenamed: title => root.conversations.rename(item.conversationId, title)
                onRenameFinished: root.stopRenaming()
                Component.onCompleted: item.isCurrent ? root.currentIndex = item.index : undefined
            }
        }
    }

    function stopRenaming() {
        root.renamingId = -1;
        root.forceActiveFocus();
    }
    // The conversation under the keyboard if the list has it, else the open one.
    function rename() {
        const id = root.activeFocus && root.focusedItem ? root.focusedItem.conversationId : root.conversations.currentId; // qmllint disable type
        const row = root.rows.rowOfConversation(id);
        if (row >= 0)
            root.positionViewAtIndex(row, ListView.Contain);
        root.renamingId = id;
    }
    function pressCurrent() {
        if (root.focusedItem)
            root.focusedItem.clicked();
        else if (root.focusedHeader)
            root.focusedHeader.foldRequested();
    }
    function toggleFocused() {
        if (root.focusedItem)
            root.rows.toggleSelected(root.focusedItem.conversationId);
    }
    function removeFocused() {
        if (root.rows.selectedCount > 0 || root.focusedItem)
            root.conversations.removeAll(root.rows.selectedOr(root.focusedItem ? root.focusedItem.conversationId : -1));
    }
    function handleKey(key: int, modifiers: int): bool {
        if (key === Qt.Key_A && modifiers & Qt.ControlModifier) {
            root.rows.selectAll();
            return true;
        }
        if (modifiers & Qt.ShiftModifier && (key === Qt.Key_Up || key === Qt.Key_Down)) {
            root.extend(key === Qt.Key_Up ? -1 : 1);
            return true;
        }
        return false;
    }
    function extend(by: int) {
        if (root.focusedItem && root.rows.selectedCount === 0)
            root.rows.toggleSelected(root.focusedItem.conversationId);
        root.currentIndex = Math.max(0, Math.min(root.count - 1, root.currentIndex + by));
        if (root.focusedItem)
            root.rows.selectThrough(root.focusedItem.conversationId);
    }
}
