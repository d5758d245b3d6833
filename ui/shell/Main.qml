import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import Eddy.App
import Eddy.Chat
import Eddy.Components
import Eddy.Documents
import Eddy.Models
import Eddy.Notebook
import Eddy.Search
import Eddy.Settings
import Eddy.States
import Eddy.Style
import Eddy.Welcome

// The window: sidebar, header, and the chat, the documents or the settings.
ApplicationWindow {
    id: root

    readonly property bool narrow: width < 860
    property bool overlayOpen: false
    property bool settingsOpen: false
    property bool documentsOpen: false
    readonly property bool previewShown: App.documents.previewOpen && !settingsOpen
    readonly property real previewWidth: previewShown ? Math.min(460, mainArea.width * (narrow ? 0.9 : 0.45)) : 0
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
    Component.onCompleted: App.startupError !== "" ? startupError.open() : App.vault.locked ? unlockPage.open() : chatPage.focusComposer()

    Item {
        id: body
        anchors.fill: parent
        visible: !App.vault.locked

        Item {
            id: mainArea
            anchors.fill: parent
            anchors.leftMargin: root.sidebarInline ? Style.sidebarWidth : 0

            WindowHeader {
                id: header
                objectName: "windowHeader"
                width: parent.width
                title: App.chat.title
                models: App.models
                narrow: root.narrow
                sidebarShown: root.sidebarInline
                settingsOpen: root.settingsOpen
                documentsOpen: root.documentsOpen
                onSidebarRequested: root.toggleSidebar()
                onNewRequested: root.newConversation()
                onBackRequested: root.showChat()
                onModelRequested: modelDialog.open()
            }
            ModelStatusCard {
                id: modelStatus
                objectName: "modelStatusCard"
                anchors.top: header.bottom
                anchors.topMargin: Style.gap
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(Style.readingWidth, parent.width - 2 * Style.gapHuge)
                models: App.models
                onChooseRequested: modelDialog.open()
            }
            ChatPage {
                id: chatPage
                objectName: "chatPage"
                anchors.fill: parent
                anchors.topMargin: header.height + (modelStatus.visible ? modelStatus.height + Style.gap : 0)
                anchors.rightMargin: root.narrow ? 0 : root.previewWidth
                visible: !root.settingsOpen && !root.documentsOpen
                focus: true
                chat: App.chat
                models: App.models
                onChooseModelRequested: modelDialog.open()
                onOpenDataFolderRequested: Qt.openUrlExternally(App.settings.dataFolderUrl)
                onAttachRequested: documentDialog.open()
                onStyleRequested: root.showChatStyle()
                onQuoteRequested: (document, ordinal) => App.documents.showPassages(document, ordinal, ordinal)
                pasteFiles: () => App.documents.addFromClipboard()
                aboveComposer: [
                    TransferBanners {
                        objectName: "transferBanners"
                        width: parent.width
                        transfer: App.transfer
                    },
                    PrivateBanner {
                        objectName: "privateBanner"
                        width: parent.width
                        privateChat: App.privateChat
                    },
                    Repeater {
                        model: App.documents.problems
                        delegate: ProblemCard {
                            required property var modelData
                            required property int index
                            objectName: "problem" + index
                            width: parent.width
                            documents: App.documents
                            problem: modelData
                            position: index
                        }
                    },
                    Banner {
                        objectName: "importBanner"
                        width: parent.width
                        visible: App.documents.isImporting
                        iconName: "file-text"
                        text: App.documents.importText
                        actionText: qsTr("Stop")
                        dismissable: false
                        onActionTriggered: App.documents.cancelImport()
                    },
                    SummaryCard {
                        objectName: "summaryCard"
                        width: parent.width
                        maximumHeight: chatPage.height * 0.4
                        documents: App.documents
                    },
                    OriginCard {
                        objectName: "originCard"
                        width: parent.width
                        library: App.library
                    },
                    TimeTravelBar {
                        objectName: "timeTravelBar"
                        width: parent.width
                        travel: App.travel
                    },
                    DocumentCard {
                        objectName: "documentCard"
                        width: parent.width
                        documents: App.documents
                        onPreviewRequested: App.documents.showChatDocument()
                    }
                ]
            }
            WelcomePanel {
                objectName: "welcomePanel"
                anchors.fill: chatPage
                anchors.bottomMargin: chatPage.composerHeight
                visible: App.welcome.shown && chatPage.visible
                welcome: App.welcome
                settings: App.settings
                onBegun: chatPage.focusComposer()
                onModelsRequested: App.shelf.open = true
                onDataFolderRequested: Qt.openUrlExternally(App.settings.dataFolderUrl)
            }
            DocumentsPage {
                id: documentsPage
                objectName: "documentsPage"
                anchors.fill: chatPage
                visible: root.documentsOpen
                documents: App.documents
                onClosed: root.showChat()
                onAddRequested: documentDialog.open()
            }
            DocumentPreview {
                objectName: "documentPreview"
                anchors.top: parent.top
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                width: root.previewWidth
                visible: root.previewShown
                documents: App.documents
                onClosed: root.closePreview()
                onAskRequested: text => root.draft(text)
            }
            SettingsPage {
                id: settingsPage
                objectName: "settingsPage"
                anchors.fill: chatPage
                visible: root.settingsOpen
                settings: App.settings
                onClosed: root.showChat()
                onAboutRequested: aboutDialog.open()
            }
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
            onFolderRequested: ids => folderDialog.move(ids)
            onFolderRenameRequested: folder => folderDialog.rename(folder)
            onConversationOpened: root.showChat()
            onExportRequested: id => chatFiles.save(id)
            onOpenFileRequested: chatFiles.openFile()
            onPrivateRequested: chatFiles.openPrivate()
        }
        Toast {
            objectName: "undoToast"
            anchors.horizontalCenter: mainArea.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: root.settingsOpen ? Style.gapHuge : chatPage.composerHeight + Style.gap
            shown: App.conversations.canUndoRemove
            text: App.conversations.undoText
            actionText: qsTr("Undo")
            onActionTriggered: App.conversations.undoRemove()
            onExpired: App.conversations.dismissUndo()
        }
        Toast {
            objectName: "documentUndoToast"
            anchors.horizontalCenter: mainArea.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Style.gapHuge
            shown: App.documents.canUndoRemove
            text: App.documents.undoText
            actionText: qsTr("Undo")
            onActionTriggered: App.documents.undoRemove()
            onExpired: App.documents.dismissUndo()
        }
        StatesHost {
            objectName: "statesHost"
            anchors.fill: mainArea
            library: App.library
            onClosed: root.showChat()
        }
        ModelsHost {
            objectName: "modelsHost"
            anchors.fill: mainArea
            shelf: App.shelf
            onClosed: root.showChat()
        }
        NotebookHost {
            objectName: "notebookHost"
            anchors.fill: mainArea
            notebook: App.notebook
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

    ChatFiles {
        id: chatFiles
        objectName: "chatFiles"
        transfer: App.transfer
        privateChat: App.privateChat
        onChatShown: root.showChat()
    }
    FileDialog {
        id: documentDialog
        title: qsTr("Add documents")
        fileMode: FileDialog.OpenFiles
        onAccepted: App.documents.add(selectedFiles)
    }
    ModelDialog {
        id: modelDialog
        objectName: "modelDialog"
        models: App.models
        onClosed: chatPage.focusComposer()
    }
    ChatStyleHost {
        id: chatStyle
        onClosed: chatPage.focusComposer()
    }
    AboutDialog {
        id: aboutDialog
        objectName: "aboutDialog"
    }
    UnlockPage {
        id: unlockPage
        objectName: "unlockPage"
        vault: App.vault
    }
    Connections {
        target: App.vault
        function onUnlocked() {
            unlockPage.close();
            chatPage.focusComposer();
        }
    }
    StartupErrorDialog {
        id: startupError
        objectName: "startupErrorDialog"
    }
    Shortcut {
        sequence: "Escape"
        enabled: root.overlayOpen && !App.chat.isGenerating
        onActivated: root.overlayOpen = false
    }
    AppActions {
        id: actions
        objectName: "actions"
        shell: root
    }
    CommandPalette {
        id: palettePopup
        commands: App.palette
        actions: Array.from(actions.all)
    }
    SearchPopup {
        id: searchPopup
        search: App.search
    }
    ChatFolderDialog {
        id: folderDialog
        objectName: "folderDialog"
        organizer: App.organizer
        folders: App.sidebar.folders
    }
    Connections {
        target: App.search
        function onWanted() {
            root.showChat();
        }
    }
    Connections {
        target: App
        function onRaiseRequested() {
            root.show();
            root.raise();
            root.requestActivate();
        }
    }

    function showChat() {
        App.shelf.open = false;
        App.notebook.open = false;
        root.settingsOpen = false;
        root.documentsOpen = false;
        root.overlayOpen = false;
        chatPage.focusComposer();
    }
    function showDocuments() {
        App.shelf.open = false;
        App.notebook.open = false;
        root.documentsOpen = true;
        root.settingsOpen = false;
        root.overlayOpen = false;
        documentsPage.forceActiveFocus();
    }
    function closePreview() {
        App.documents.closePreview();
        chatPage.focusComposer();
    }
    function draft(text: string) {
        root.showChat();
        App.chat.draft = text;
    }
    function showSettings() {
        App.shelf.open = false;
        App.notebook.open = false;
        root.settingsOpen = true;
        root.documentsOpen = false;
        root.overlayOpen = false;
        settingsPage.forceActiveFocus();
    }
    function showNotebook() {
        root.showChat();
        App.notebook.open = true;
    }
    function showChatStyle() {
        chatStyle.active = true;
    }
    function showPalette() {
        palettePopup.open();
    }
    function showSearch() {
        searchPopup.open();
    }
    function showFind() {
        root.showChat();
        chatPage.showFind();
    }
    function chooseDocuments() {
        documentDialog.open();
    }
    function chooseModel() {
        modelDialog.open();
    }
    function chooseFolder(ids: var) {
        folderDialog.move(ids);
    }
    function showAbout() {
        aboutDialog.open();
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
