import QtQuick
import Eddy.App

// The window: sidebar, header, and the chat, the documents or the settings.
WindowFrame {
    id: root

    readonly property bool narrow: width < 860
    property bool overlayOpen: false
    property bool settingsOpen: false
    property bool documentsOpen: false
    readonly property bool sidebarInline: !narrow && App.settings.sidebarOpen
    readonly property bool pagesMade: body.pagesMade  // all that are made once the window is on show

    onNarrowChanged: overlayOpen = false
    Component.onCompleted: App.startupError !== "" ? dialogs.startupError.open() : App.vault.locked ? dialogs.unlock.open() : root.focusComposer()

    WindowBody {
        id: body
        anchors.fill: parent
        shell: root
        actions: actions
        dialogs: dialogs
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
        body.mainArea.chat.focusComposer();
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
        body.mainArea.documents.forceActiveFocus();
    }
    function showSettings() {
        root.leavePages(true, false);
        body.mainArea.settings.forceActiveFocus();
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
        body.mainArea.chat.showFind();
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
    function saveAllChats() {
        dialogs.files.saveAll(App.conversations.allIds());
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
        if (!body.sidebar.visible)
            root.toggleSidebar();
        body.sidebar.rename();
    }
}
