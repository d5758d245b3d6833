import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Documents
import Eddy.Style

// The window: sidebar, header, and the chat, the documents or the settings.
ApplicationWindow {
    id: root

    readonly property bool narrow: width < 860
    property bool overlayOpen: false
    property bool settingsOpen: false
    property bool documentsOpen: false
    readonly property bool sidebarInline: !narrow && App.settings.sidebarOpen
    readonly property rect savedGeometry: App.settings.windowGeometry

    title: App.chat.title === "" ? "Eddy" : qsTr("%1 - Eddy").arg(App.chat.title)
    width: Math.min(savedGeometry.width > 0 ? savedGeometry.width : 1180, Screen.desktopAvailableWidth)
    height: Math.min(savedGeometry.height > 0 ? savedGeometry.height : 780, Screen.desktopAvailableHeight)
    minimumWidth: 720
    minimumHeight: 480
    visible: true
    color: Style.colors.window
    font.family: Style.fontFamily
    font.pixelSize: Style.fontSize
    // For the file dialogs of systems that bring none of their own.
    palette.highlight: Style.colors.selection
    palette.highlightedText: Style.colors.text
    palette.window: Style.colors.window
    palette.windowText: Style.colors.text
    palette.base: Style.colors.raised
    palette.text: Style.colors.text
    palette.button: Style.colors.raised
    palette.buttonText: Style.colors.text
    palette.mid: Style.colors.borderStrong
    palette.midlight: Style.colors.border
    palette.light: Style.colors.raised
    palette.dark: Style.colors.borderStrong
    palette.alternateBase: Style.colors.sunken
    palette.brightText: Style.colors.text
    palette.placeholderText: Style.colors.textFaint

    LayoutMirroring.enabled: App.translations.mirrored
    LayoutMirroring.childrenInherit: true

    onClosing: App.settings.windowGeometry = Qt.rect(x, y, width, height)
    onNarrowChanged: overlayOpen = false
    Component.onCompleted: App.startupError !== "" ? dialogs.startupError.open() : App.vault.locked ? dialogs.unlock.open() : root.focusComposer()

    Item {
        id: body
        anchors.fill: parent
        visible: !App.vault.locked

        MainArea {
            id: mainArea
            anchors.fill: parent
            anchors.leftMargin: root.sidebarInline ? Style.sidebarWidth : 0
            shell: root
        }
        Rectangle {
            anchors.fill: parent
            visible: root.narrow && root.overlayOpen
            color: Style.colors.scrim
            TapHandler {
                onTapped: root.overlayOpen = false
            }
        }
        Sidebar {
            id: sidebar
            objectName: "sidebar"
            anchors.left: parent.left
            width: Style.sidebarWidth
            height: parent.height
            visible: root.sidebarInline || (root.narrow && root.overlayOpen)
            actions: actions
            conversations: App.conversations
            organizer: App.organizer
            rows: App.sidebar
            settingsOpen: root.settingsOpen
            documentsOpen: root.documentsOpen
            onFolderRequested: ids => dialogs.folder.move(ids)
            onFolderRenameRequested: folder => dialogs.folder.rename(folder)
            onConversationOpened: root.showChat()
            onExportRequested: id => dialogs.files.save(id)
            onOpenFileRequested: dialogs.files.openFile()
            onPrivateRequested: dialogs.files.openPrivate()
        }
        UndoToasts {
            anchors.fill: mainArea
            room: root.settingsOpen ? Style.gapHuge : mainArea.chat.composerHeight + Style.gap
        }
        OverPages {
            anchors.fill: mainArea
            onClosed: root.showChat()
        }
        DocumentDropArea {
            objectName: "documentDropArea"
            anchors.fill: parent
            documents: App.documents
            models: App.models
        }
        ChatDropArea {
            objectName: "chatDropArea"
            anchors.fill: parent
            transfer: App.transfer
        }
    }

    AppActions {
        id: actions
        objectName: "actions"
        shell: root
    }
    WindowDialogs {
        id: dialogs
        shell: root
        actions: actions
    }
    TrayHost {
        objectName: "trayHost"
        shell: root
        notices: App.notices
    }
    Shortcut {
        sequence: "Escape"
        enabled: root.overlayOpen && !App.chat.isGenerating
        onActivated: root.overlayOpen = false
    }
    Connections {
        target: App
        function onRaiseRequested() {
            root.show();
            root.raise();
            root.requestActivate();
        }
    }

    function focusComposer() {
        mainArea.chat.focusComposer();
    }
    // Leaves the pages over the chat; `settings` or `documents` come instead of it.
    function leavePages(settings: bool, documents: bool) {
        App.shelf.open = false;
        App.notebook.open = false;
        App.devices.open = false;
        root.settingsOpen = settings;
        root.documentsOpen = documents;
        root.overlayOpen = false;
    }
    function showChat() {
        root.leavePages(false, false);
        root.focusComposer();
    }
    function showDocuments() {
        root.leavePages(false, true);
        mainArea.documents.forceActiveFocus();
    }
    function showSettings() {
        root.leavePages(true, false);
        mainArea.settings.forceActiveFocus();
    }
    function closePreview() {
        App.documents.closePreview();
        root.focusComposer();
    }
    function draft(text: string) {
        root.showChat();
        App.chat.draft = text;
    }
    function showNotebook() {
        root.showChat();
        App.notebook.open = true;
    }
    function showDevices() {
        App.devices.open = true;
    }
    function showChatStyle() {
        dialogs.chatStyle.active = true;
    }
    function showPalette() {
        dialogs.palette.open();
    }
    function showSearch() {
        dialogs.search.open();
    }
    function showFind() {
        root.showChat();
        mainArea.chat.showFind();
    }
    function chooseDocuments() {
        dialogs.documents.open();
    }
    function chooseModel() {
        dialogs.model.open();
    }
    function chooseFolder(ids: var) {
        dialogs.folder.move(ids);
    }
    function showAbout() {
        dialogs.about.open();
    }
    function openChats() {
        dialogs.files.openFile();
    }
    function saveChat(conversation: real) {
        dialogs.files.save(conversation);
    }
    function openPrivate() {
        dialogs.files.openPrivate();
    }
    function toggleFullScreen() {
        root.visibility = root.visibility === Window.FullScreen ? Window.Windowed : Window.FullScreen;
    }
    function newConversation() {
        App.conversations.create();
        root.showChat();
    }
    function toggleSidebar() {
        if (root.narrow)
            root.overlayOpen = !root.overlayOpen;
        else
            App.settings.sidebarOpen = !App.settings.sidebarOpen;
    }
    function renameConversation() {
        if (!sidebar.visible)
            root.toggleSidebar();
        sidebar.rename();
    }
}
