import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// The way to every conversation, with "new" and "search" above and the pages below.
FocusScope {
    id: root

    required property AppActions actions
    required property ConversationListModel conversations
    required property ConversationOrganizer organizer
    required property SidebarModel rows
    property bool settingsOpen: false
    property bool documentsOpen: false
    signal conversationOpened
    signal folderRequested(var ids)
    signal folderRenameRequested(string folder)
    signal exportRequested(var ids)
    signal openFileRequested
    signal privateRequested

    Rectangle {
        anchors.fill: parent
        color: Style.colors.sidebar
        Rectangle {
            anchors.right: parent.right
            width: 1
            height: parent.height
            color: Style.colors.border
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.rightMargin: 1
        spacing: Style.gapTiny

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Style.headerHeight
            Layout.leftMargin: Style.gapLarge
            Layout.rightMargin: Style.gapSmall
            spacing: 0
            Image {
                Layout.rightMargin: Style.gapSmall
                source: Style.icon("eddy")
                sourceSize.width: 24
                sourceSize.height: 24
                Accessible.ignored: true
            }
            BodyText {
                Layout.fillWidth: true
                text: "Eddy"
                font.weight: Font.DemiBold
            }
            IconButton {
                objectName: "searchChats"
                iconName: "search"
                text: root.actions.hint(root.actions.searchChats)
                onClicked: root.actions.searchChats.trigger()
            }
            IconButton {
                objectName: "collapseSidebar"
                iconName: "panel-left"
                text: root.actions.hint(root.actions.sidebar)
                onClicked: root.actions.sidebar.trigger()
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Style.gap
            Layout.rightMargin: Style.gapSmall
            Layout.bottomMargin: Style.gapSmall
            spacing: Style.gapTiny
            TextButton {
                objectName: "newConversation"
                Layout.fillWidth: true
                iconName: "plus"
                text: root.actions.newChat.text
                hint: App.palette.keyText(root.actions.newChat.shortcut)
                onClicked: root.actions.newChat.trigger()
            }
            IconButton {
                id: moreWays
                objectName: "sidebarMenuButton"
                iconName: "chevron-down"
                text: qsTr("Other ways to begin")
                onClicked: ways.popup(moreWays, 0, moreWays.height)
            }
        }
        PrivateChatItem {
            objectName: "privateChat"
            Layout.fillWidth: true
            Layout.leftMargin: Style.gapSmall
            Layout.rightMargin: Style.gapSmall
            visible: App.privateChat.isOpen
            privateChat: App.privateChat
        }
        ConversationList {
            id: list
            objectName: "conversationList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            conversations: root.conversations
            rows: root.rows
            menu: menu
            folderMenu: folderMenu
            onConversationOpened: root.conversationOpened()
        }
        SelectionBar {
            objectName: "selectionBar"
            Layout.fillWidth: true
            Layout.leftMargin: Style.gapSmall
            Layout.rightMargin: Style.gapSmall
            visible: root.rows.selectedCount > 0
            rows: root.rows
            organizer: root.organizer
            onFolderRequested: ids => root.folderRequested(ids)
            onSaveRequested: ids => root.exportRequested(ids)
            // The bar goes with its selection: the keyboard stays here, where Ctrl+Z brings the chats back.
            onRemoveRequested: ids => {
                list.forceActiveFocus();
                root.conversations.removeAll(ids);
            }
        }
        SidebarPageButton {
            objectName: "documentsButton"
            action: root.actions.documents
            current: root.documentsOpen
        }
        SidebarPageButton {
            objectName: "statesButton"
            action: root.actions.savedStates
            current: App.library.open
        }
        SidebarPageButton {
            objectName: "modelsButton"
            action: root.actions.models
            current: App.shelf.open
        }
        SidebarPageButton {
            objectName: "settingsButton"
            Layout.bottomMargin: Style.gapSmall
            action: root.actions.settings
            current: root.settingsOpen
        }
    }
    ConversationMenu {
        id: menu
        conversations: root.conversations
        organizer: root.organizer
        rows: root.rows
        onRenameRequested: id => list.renamingId = id
        onFolderRequested: ids => root.folderRequested(ids)
        onExportRequested: id => root.exportRequested([id])
    }
    SidebarMenu {
        id: ways
        onPrivateRequested: root.privateRequested()
        onOpenRequested: root.openFileRequested()
    }
    FolderMenu {
        id: folderMenu
        organizer: root.organizer
        onRenameRequested: folder => root.folderRenameRequested(folder)
    }

    function rename() {
        list.rename();
    }
}
