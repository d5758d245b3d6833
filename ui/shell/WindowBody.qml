import QtQuick
import Eddy.App
import Eddy.Documents
import Eddy.Style

// What the window shows: the sidebar beside the chat or a page, notices of what can be undone, and where things can be dropped.
Item {
    id: root

    required property var shell  // the window
    required property AppActions actions
    required property WindowDialogs dialogs
    readonly property alias mainArea: area
    readonly property alias sidebar: side
    readonly property bool pagesMade: area.pagesMade && overPages.made

    visible: !App.vault.locked

    MainArea {
        id: area
        anchors.fill: parent
        anchors.leftMargin: root.shell.sidebarInline ? Style.sidebarWidth : 0
        shell: root.shell
        visible: !overPages.shown  // neither the keyboard nor a screen reader finds what lies under a page
    }
    Rectangle {
        anchors.fill: parent
        visible: root.shell.narrow && root.shell.overlayOpen
        color: Style.colors.scrim
        TapHandler {
            onTapped: root.shell.overlayOpen = false
        }
    }
    Sidebar {
        id: side
        objectName: "sidebar"
        anchors.left: parent.left
        width: Style.sidebarWidth
        height: parent.height
        visible: root.shell.sidebarInline || (root.shell.narrow && root.shell.overlayOpen)
        actions: root.actions
        conversations: App.conversations
        organizer: App.organizer
        rows: App.sidebar
        settingsOpen: root.shell.settingsOpen
        documentsOpen: root.shell.documentsOpen
        onFolderRequested: ids => root.dialogs.folder.move(ids)
        onFolderRenameRequested: folder => root.dialogs.folder.rename(folder)
        onConversationOpened: root.shell.showChat()
        onExportRequested: ids => root.dialogs.files.saveAll(ids)
        onOpenFileRequested: root.dialogs.files.openFile()
        onPrivateRequested: root.dialogs.files.openPrivate()
    }
    UndoToasts {
        anchors.fill: area
        room: root.shell.settingsOpen ? Style.gapHuge : area.chat.composerHeight + Style.gap
    }
    OverPages {
        id: overPages
        anchors.fill: area
        onClosed: root.shell.showChat()
    }
    DocumentDropArea {
        objectName: "documentDropArea"
        anchors.fill: parent
        onTaken: root.welcomeDrop()
        documents: App.documents
        models: App.models
    }
    ChatDropArea {
        objectName: "chatDropArea"
        anchors.fill: parent
        transfer: App.transfer
    }

    // A drop leaves the keyboard in the window where the file came from, but what one does next is ask about it here.
    function welcomeDrop() {
        root.shell.requestActivate();
        if (!overPages.shown && !root.shell.settingsOpen && !root.shell.documentsOpen)
            root.shell.focusComposer();
    }
}
