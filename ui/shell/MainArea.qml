pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Chat
import Eddy.Documents
import Eddy.Models
import Eddy.Settings
import Eddy.Style
import Eddy.Welcome

// What stands beside the sidebar: the header, and the chat, the documents or the settings.
Item {
    id: root

    required property var shell  // the window
    readonly property bool previewShown: App.documents.previewOpen && !root.shell.settingsOpen
    readonly property real previewWidth: previewShown ? Math.min(460, width * (root.shell.narrow ? 0.9 : 0.45)) : 0
    readonly property alias chat: chatPage
    readonly property alias documents: documentsPage
    readonly property alias settings: settingsPage
    readonly property bool pagesMade: documentsPage.made && settingsPage.made

    WindowHeader {
        id: header
        objectName: "windowHeader"
        width: parent.width
        title: App.chat.title
        models: App.models
        narrow: root.shell.narrow
        sidebarShown: root.shell.sidebarInline
        settingsOpen: root.shell.settingsOpen
        documentsOpen: root.shell.documentsOpen
        onSidebarRequested: root.shell.toggleSidebar()
        onNewRequested: root.shell.newConversation()
        onBackRequested: root.shell.showChat()
        onModelRequested: root.shell.chooseModel()
    }
    ModelStatusCard {
        id: modelStatus
        objectName: "modelStatusCard"
        anchors.top: header.bottom
        anchors.topMargin: Style.gap
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(Style.readingWidth, parent.width - 2 * Style.gapHuge)
        models: App.models
        onChooseRequested: root.shell.chooseModel()
    }
    ChatPage {
        id: chatPage
        objectName: "chatPage"
        anchors.fill: parent
        anchors.topMargin: header.height + (modelStatus.visible ? modelStatus.height + Style.gap : 0)
        anchors.rightMargin: root.shell.narrow ? 0 : root.previewWidth
        visible: !root.shell.settingsOpen && !root.shell.documentsOpen
        focus: true
        chat: App.chat
        models: App.models
        onChooseModelRequested: root.shell.chooseModel()
        onOpenDataFolderRequested: Qt.openUrlExternally(App.settings.dataFolderUrl)
        onAttachRequested: root.shell.chooseDocuments()
        onStyleRequested: root.shell.showChatStyle()
        onQuoteRequested: (document, ordinal) => App.documents.showPassages(document, ordinal, ordinal)
        pasteFiles: () => App.documents.addFromClipboard()
        aboveComposer: AboveComposer {
            width: parent ? parent.width : 0
            roomHeight: chatPage.height
        }
    }
    WelcomePanel {
        objectName: "welcomePanel"
        anchors.fill: chatPage
        anchors.bottomMargin: chatPage.composerHeight
        visible: App.welcome.shown && chatPage.visible
        welcome: App.welcome
        settings: App.settings
        catalogue: App.shelf.catalogue
        onBegun: chatPage.focusComposer()
        onModelsRequested: App.shelf.open = true
        onDataFolderRequested: Qt.openUrlExternally(App.settings.dataFolderUrl)
    }
    LatePage {
        id: documentsPage
        anchors.fill: chatPage
        visible: root.shell.documentsOpen
        page: DocumentsPage {
            objectName: "documentsPage"
            documents: App.documents
            onClosed: root.shell.showChat()
            onAddRequested: root.shell.chooseDocuments()
        }
    }
    DocumentPreview {
        objectName: "documentPreview"
        anchors.top: parent.top
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: root.previewWidth
        visible: root.previewShown
        documents: App.documents
        onClosed: root.shell.closePreview()
        onAskRequested: text => root.shell.draft(text)
    }
    LatePage {
        id: settingsPage
        anchors.fill: chatPage
        visible: root.shell.settingsOpen
        page: SettingsPage {
            objectName: "settingsPage"
            settings: App.settings
            onClosed: root.shell.showChat()
            onAboutRequested: root.shell.showAbout()
        }
    }
}
