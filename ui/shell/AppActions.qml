import QtQuick
import QtQuick.Controls.Basic
import Eddy.App

// Everything the window can be asked to do: name, key, icon, when, and what. Shortcuts, buttons and the command palette all
// take it from here; a new action is one entry and its place in `all`.
Item {
    id: root

    required property var shell  // the window
    readonly property real chatId: App.chat.conversationId // qmllint disable type
    readonly property list<Action> all: [newChat, searchChats, findInChat, palette, composer, attach, chatStyle, notebook, documents, savedStates, models, timeTravel, settings,
        sidebar, chooseModel, stop, rename, pin, archive, folder, duplicate, remove, undo, sortByChange,
        sortByCreation, sortByTitle, light, dark, system, larger, smaller, usual, fullScreen, dataFolder, welcome, lockNow, about, quit]

    readonly property Action newChat: Action {
        text: qsTr("New chat")
        icon.name: "plus"
        shortcut: "Ctrl+N"
        onTriggered: root.shell.newConversation()
    }
    readonly property Action searchChats: Action {
        text: qsTr("Search all chats")
        icon.name: "search"
        shortcut: "Ctrl+Shift+F"
        onTriggered: root.shell.showSearch()
    }
    readonly property Action findInChat: Action {
        text: qsTr("Find in this chat")
        icon.name: "search"
        shortcut: "Ctrl+F"
        enabled: !App.chat.isEmpty
        onTriggered: root.shell.showFind()
    }
    readonly property Action palette: Action {
        text: qsTr("All commands")
        icon.name: "command"
        shortcut: "Ctrl+K"
        onTriggered: root.shell.showPalette()
    }
    readonly property Action composer: Action {
        text: qsTr("Write a message")
        icon.name: "message-square"
        shortcut: "Ctrl+L"
        onTriggered: root.shell.showChat()
    }
    readonly property Action attach: Action {
        text: qsTr("Add documents")
        icon.name: "paperclip"
        shortcut: "Ctrl+O"
        onTriggered: root.shell.chooseDocuments()
    }
    readonly property Action chatStyle: Action {
        text: qsTr("Persona and answers of this chat")
        icon.name: "settings"
        shortcut: "Ctrl+Shift+A"
        enabled: App.style.available
        onTriggered: root.shell.showChatStyle()
    }
    readonly property Action notebook: Action {
        text: qsTr("Notebook")
        icon.name: "pencil"
        shortcut: "Ctrl+Shift+B"
        onTriggered: App.notebook.open ? root.shell.showChat() : root.shell.showNotebook()
    }
    readonly property Action documents: Action {
        text: qsTr("Documents")
        icon.name: "file-text"
        shortcut: "Ctrl+D"
        onTriggered: root.shell.documentsOpen ? root.shell.showChat() : root.shell.showDocuments()
    }
    readonly property Action savedStates: Action {
        text: qsTr("Saved states")
        icon.name: "pin"
        shortcut: "Ctrl+Shift+L"
        onTriggered: App.library.open = !App.library.open
    }
    readonly property Action models: Action {
        text: qsTr("Models")
        icon.name: "cpu"
        shortcut: "Ctrl+Shift+M"
        onTriggered: App.shelf.open ? root.shell.showChat() : App.shelf.open = true
    }
    readonly property Action timeTravel: Action {
        text: qsTr("Go back in this chat")
        icon.name: "rotate-ccw"
        shortcut: "Ctrl+T"
        enabled: !App.chat.isEmpty && !App.chat.isGenerating
        onTriggered: App.travel.open ? App.travel.close() : App.travel.show()
    }
    readonly property Action settings: Action {
        text: qsTr("Settings")
        icon.name: "settings"
        shortcut: "Ctrl+,"
        onTriggered: root.shell.settingsOpen ? root.shell.showChat() : root.shell.showSettings()
    }
    readonly property Action sidebar: Action {
        text: qsTr("Show or hide the sidebar")
        icon.name: "panel-left"
        shortcut: "Ctrl+B"
        onTriggered: root.shell.toggleSidebar()
    }
    readonly property Action chooseModel: Action {
        text: qsTr("Choose a model")
        icon.name: "cpu"
        shortcut: "Ctrl+M"
        onTriggered: root.shell.chooseModel()
    }
    readonly property Action stop: Action {  // Escape is the page's: it closes what is open first
        text: qsTr("Stop the answer")
        icon.name: "stop"
        enabled: App.chat.isGenerating
        onTriggered: App.chat.cancel()
    }
    readonly property Action rename: Action {
        text: qsTr("Rename this chat")
        icon.name: "pencil"
        shortcut: "F2"
        onTriggered: root.shell.renameConversation()
    }
    readonly property Action pin: Action {
        text: qsTr("Pin or unpin this chat")
        icon.name: "pin"
        onTriggered: App.organizer.togglePinned([root.chatId])
    }
    readonly property Action archive: Action {
        text: qsTr("Archive this chat or take it back")
        icon.name: "archive"
        onTriggered: App.organizer.toggleArchived([root.chatId])
    }
    readonly property Action folder: Action {
        text: qsTr("Move this chat to a folder")
        icon.name: "folder-input"
        onTriggered: root.shell.chooseFolder([root.chatId])
    }
    readonly property Action duplicate: Action {
        text: qsTr("Duplicate this chat")
        icon.name: "copy-plus"
        onTriggered: App.organizer.duplicate(root.chatId)
    }
    readonly property Action remove: Action {
        text: qsTr("Delete this chat")
        icon.name: "trash-2"
        onTriggered: App.conversations.remove(root.chatId)
    }
    readonly property Action undo: Action {
        text: qsTr("Undo deleting")
        icon.name: "rotate-ccw"
        shortcut: "Ctrl+Z"
        enabled: App.conversations.canUndoRemove
        onTriggered: App.conversations.undoRemove()
    }
    readonly property Action sortByChange: Action {
        text: qsTr("Sort chats by last change")
        icon.name: "arrow-down-up"
        enabled: App.sidebar.sort !== SidebarModel.ByChange
        onTriggered: App.sidebar.sort = SidebarModel.ByChange
    }
    readonly property Action sortByCreation: Action {
        text: qsTr("Sort chats by beginning")
        icon.name: "arrow-down-up"
        enabled: App.sidebar.sort !== SidebarModel.ByCreation
        onTriggered: App.sidebar.sort = SidebarModel.ByCreation
    }
    readonly property Action sortByTitle: Action {
        text: qsTr("Sort chats by title")
        icon.name: "arrow-down-up"
        enabled: App.sidebar.sort !== SidebarModel.ByTitle
        onTriggered: App.sidebar.sort = SidebarModel.ByTitle
    }
    readonly property Action light: Action {
        text: qsTr("Light appearance")
        icon.name: "sun"
        onTriggered: App.settings.theme = Settings.Light
    }
    readonly property Action dark: Action {
        text: qsTr("Dark appearance")
        icon.name: "moon"
        onTriggered: App.settings.theme = Settings.Dark
    }
    readonly property Action system: Action {
        text: qsTr("Appearance of the system")
        icon.name: "monitor"
        onTriggered: App.settings.theme = Settings.System
    }
    readonly property Action larger: Action {
        text: qsTr("Larger text")
        icon.name: "plus"
        shortcut: "Ctrl++"
        onTriggered: App.settings.fontSize = Math.min(28, App.settings.fontSize + 1)
    }
    readonly property Action smaller: Action {
        text: qsTr("Smaller text")
        icon.name: "chevron-down"
        shortcut: "Ctrl+-"
        onTriggered: App.settings.fontSize = Math.max(11, App.settings.fontSize - 1)
    }
    readonly property Action usual: Action {
        text: qsTr("Usual text size")
        icon.name: "rotate-ccw"
        shortcut: "Ctrl+0"
        onTriggered: App.settings.fontSize = 15
    }
    readonly property Action fullScreen: Action {
        text: qsTr("Full screen")
        icon.name: "monitor"
        shortcut: "F11"
        onTriggered: root.shell.toggleFullScreen()
    }
    readonly property Action dataFolder: Action {
        text: qsTr("Open the data folder")
        icon.name: "folder-open"
        onTriggered: Qt.openUrlExternally(App.settings.dataFolderUrl)
    }
    readonly property Action welcome: Action {
        text: qsTr("Welcome")
        icon.name: "info"
        onTriggered: {
            root.shell.newConversation();
            App.welcome.show();
        }
    }
    readonly property Action lockNow: Action {
        text: qsTr("Lock now")
        icon.name: "lock"
        enabled: App.vault.encrypted && !App.vault.locked && !App.vault.busy
        onTriggered: App.vault.lockNow()
    }
    readonly property Action about: Action {
        text: qsTr("About Eddy")
        icon.name: "info"
        onTriggered: root.shell.showAbout()
    }
    readonly property Action quit: Action {
        text: qsTr("Quit")
        icon.name: "x"
        shortcut: "Ctrl+Q"
        onTriggered: root.shell.close()
    }

    // "New chat (Ctrl+N)", for hints.
    function hint(action: Action): string {
        return qsTr("%1 (%2)").arg(action.text).arg(App.palette.keyText(action.shortcut));
    }
}
