import QtQuick
import QtQuick.Controls.Basic
import Eddy.App

// Everything the window can be asked to do: name, key, icon, when, and what. Shortcuts, buttons and the command palette all
// take it from here; a new action is one entry and its place in `all`.
Item {
    id: root

    required property var shell  // the window
    readonly property real chatId: App.chat.conversationId // qmllint disable type
    readonly property list<Command> all: [newChat, searchChats, findInChat, palette, composer, attach, chatStyle, notebook, documents, savedStates, models, devices, timeTravel, settings,
        sidebar, chooseModel, stop, rename, pin, archive, folder, duplicate, saveChat, printChat, openChats, privateChat, remove, undo, sortByChange,
        sortByCreation, sortByTitle, light, dark, system, larger, smaller, usual, fullScreen, dataFolder, welcome, lockNow, about, quit]

    readonly property Command newChat: Command {
        name: "newChat"
        text: qsTr("New chat")
        icon.name: "plus"
        usual: "Ctrl+N"
        onTriggered: root.shell.newConversation()
    }
    readonly property Command searchChats: Command {
        name: "searchChats"
        text: qsTr("Search all chats")
        icon.name: "search"
        usual: "Ctrl+Shift+F"
        onTriggered: root.shell.showSearch()
    }
    readonly property Command findInChat: Command {
        name: "findInChat"
        text: qsTr("Find in this chat")
        icon.name: "search"
        usual: "Ctrl+F"
        enabled: !App.chat.isEmpty
        onTriggered: root.shell.showFind()
    }
    readonly property Command palette: Command {
        name: "palette"
        text: qsTr("All commands")
        icon.name: "command"
        usual: "Ctrl+K"
        onTriggered: root.shell.showPalette()
    }
    readonly property Command composer: Command {
        name: "composer"
        text: qsTr("Write a message")
        icon.name: "message-square"
        usual: "Ctrl+L"
        onTriggered: root.shell.showChat()
    }
    readonly property Command attach: Command {
        name: "attach"
        text: qsTr("Add documents")
        icon.name: "paperclip"
        usual: "Ctrl+O"
        onTriggered: root.shell.chooseDocuments()
    }
    readonly property Command chatStyle: Command {
        name: "chatStyle"
        text: qsTr("Persona and answers of this chat")
        icon.name: "settings"
        usual: "Ctrl+Shift+A"
        enabled: App.style.available
        onTriggered: root.shell.showChatStyle()
    }
    readonly property Command notebook: Command {
        name: "notebook"
        text: qsTr("Notebook")
        icon.name: "pencil"
        usual: "Ctrl+Shift+B"
        onTriggered: App.notebook.open ? root.shell.showChat() : root.shell.showNotebook()
    }
    readonly property Command documents: Command {
        name: "documents"
        text: qsTr("Documents")
        icon.name: "file-text"
        usual: "Ctrl+D"
        onTriggered: root.shell.documentsOpen ? root.shell.showChat() : root.shell.showDocuments()
    }
    readonly property Command savedStates: Command {
        name: "savedStates"
        text: qsTr("Saved states")
        icon.name: "pin"
        usual: "Ctrl+Shift+L"
        onTriggered: App.library.open = !App.library.open
    }
    readonly property Command models: Command {
        name: "models"
        text: qsTr("Models")
        icon.name: "cpu"
        usual: "Ctrl+Shift+M"
        onTriggered: App.shelf.open ? root.shell.showChat() : App.shelf.open = true
    }
    readonly property Command timeTravel: Command {
        name: "timeTravel"
        text: qsTr("Go back in this chat")
        icon.name: "rotate-ccw"
        usual: "Ctrl+T"
        enabled: !App.chat.isEmpty && !App.chat.isGenerating
        onTriggered: App.travel.open ? App.travel.close() : App.travel.show()
    }
    readonly property Command settings: Command {
        name: "settings"
        text: qsTr("Settings")
        icon.name: "settings"
        usual: "Ctrl+,"
        onTriggered: root.shell.settingsOpen ? root.shell.showChat() : root.shell.showSettings()
    }
    readonly property Command sidebar: Command {
        name: "sidebar"
        text: qsTr("Show or hide the sidebar")
        icon.name: "panel-left"
        usual: "Ctrl+B"
        onTriggered: root.shell.toggleSidebar()
    }
    readonly property Command chooseModel: Command {
        name: "chooseModel"
        text: qsTr("Choose a model")
        icon.name: "cpu"
        usual: "Ctrl+M"
        onTriggered: root.shell.chooseModel()
    }
    readonly property Command stop: Command {  // Escape is the page's: it closes what is open first
        name: "stop"
        text: qsTr("Stop the answer")
        icon.name: "stop"
        enabled: App.chat.isGenerating
        onTriggered: App.chat.cancel()
    }
    readonly property Command rename: Command {
        name: "rename"
        text: qsTr("Rename this chat")
        icon.name: "pencil"
        usual: "F2"
        onTriggered: root.shell.renameConversation()
    }
    readonly property Command pin: Command {
        name: "pin"
        text: qsTr("Pin or unpin this chat")
        icon.name: "pin"
        onTriggered: App.organizer.togglePinned([root.chatId])
    }
    readonly property Command archive: Command {
        name: "archive"
        text: qsTr("Archive this chat or take it back")
        icon.name: "archive"
        onTriggered: App.organizer.toggleArchived([root.chatId])
    }
    readonly property Command folder: Command {
        name: "folder"
        text: qsTr("Move this chat to a folder")
        icon.name: "folder-input"
        onTriggered: root.shell.chooseFolder([root.chatId])
    }
    readonly property Command duplicate: Command {
        name: "duplicate"
        text: qsTr("Duplicate this chat")
        icon.name: "copy-plus"
        onTriggered: App.organizer.duplicate(root.chatId)
    }
    readonly property Command remove: Command {
        name: "remove"
        text: qsTr("Delete this chat")
        icon.name: "trash-2"
        onTriggered: App.conversations.remove(root.chatId)
    }
    readonly property Command openChats: Command {
        name: "openChats"
        text: qsTr("Open chat files")
        icon.name: "folder-open"
        usual: "Ctrl+Shift+O"
        onTriggered: root.shell.openChats()
    }
    readonly property Command saveChat: Command {
        name: "saveChat"
        text: qsTr("Save this chat as a file")
        icon.name: "download"
        usual: "Ctrl+Shift+S"
        onTriggered: root.shell.saveChat(root.chatId)
    }
    readonly property Command printChat: Command {
        name: "printChat"
        text: qsTr("Print this chat")
        icon.name: "file-text"
        usual: "Ctrl+P"
        enabled: !App.chat.isEmpty && !App.transfer.busy
        onTriggered: App.transfer.print(root.chatId)
    }
    readonly property Command privateChat: Command {
        name: "privateChat"
        text: qsTr("Private chat")
        icon.name: "ghost"
        usual: "Ctrl+Shift+N"
        onTriggered: root.shell.openPrivate()
    }
    readonly property Command devices: Command {
        name: "devices"
        text: qsTr("Devices")
        icon.name: "cpu"
        usual: "Ctrl+Shift+D"
        onTriggered: App.devices.open ? root.shell.showChat() : root.shell.showDevices()
    }
    readonly property Command undo: Command {
        name: "undo"
        text: qsTr("Undo deleting")
        icon.name: "rotate-ccw"
        usual: "Ctrl+Z"
        enabled: App.conversations.canUndoRemove
        onTriggered: App.conversations.undoRemove()
    }
    readonly property Command sortByChange: Command {
        name: "sortByChange"
        text: qsTr("Sort chats by last change")
        icon.name: "arrow-down-up"
        enabled: App.sidebar.sort !== SidebarModel.ByChange
        onTriggered: App.sidebar.sort = SidebarModel.ByChange
    }
    readonly property Command sortByCreation: Command {
        name: "sortByCreation"
        text: qsTr("Sort chats by beginning")
        icon.name: "arrow-down-up"
        enabled: App.sidebar.sort !== SidebarModel.ByCreation
        onTriggered: App.sidebar.sort = SidebarModel.ByCreation
    }
    readonly property Command sortByTitle: Command {
        name: "sortByTitle"
        text: qsTr("Sort chats by title")
        icon.name: "arrow-down-up"
        enabled: App.sidebar.sort !== SidebarModel.ByTitle
        onTriggered: App.sidebar.sort = SidebarModel.ByTitle
    }
    readonly property Command light: Command {
        name: "light"
        text: qsTr("Light appearance")
        icon.name: "sun"
        onTriggered: App.settings.theme = Settings.Light
    }
    readonly property Command dark: Command {
        name: "dark"
        text: qsTr("Dark appearance")
        icon.name: "moon"
        onTriggered: App.settings.theme = Settings.Dark
    }
    readonly property Command system: Command {
        name: "system"
        text: qsTr("Appearance of the system")
        icon.name: "monitor"
        onTriggered: App.settings.theme = Settings.System
    }
    readonly property Command larger: Command {
        name: "larger"
        text: qsTr("Larger text")
        icon.name: "plus"
        usual: "Ctrl++"
        onTriggered: App.settings.fontSize = Math.min(28, App.settings.fontSize + 1)
    }
    readonly property Command smaller: Command {
        name: "smaller"
        text: qsTr("Smaller text")
        icon.name: "chevron-down"
        usual: "Ctrl+-"
        onTriggered: App.settings.fontSize = Math.max(11, App.settings.fontSize - 1)
    }
    readonly property Command usual: Command {
        name: "usual"
        text: qsTr("Usual text size")
        icon.name: "rotate-ccw"
        usual: "Ctrl+0"
        onTriggered: App.settings.fontSize = 15
    }
    readonly property Command fullScreen: Command {
        name: "fullScreen"
        text: qsTr("Full screen")
        icon.name: "monitor"
        usual: "F11"
        onTriggered: root.shell.toggleFullScreen()
    }
    readonly property Command dataFolder: Command {
        name: "dataFolder"
        text: qsTr("Open the data folder")
        icon.name: "folder-open"
        onTriggered: Qt.openUrlExternally(App.settings.dataFolderUrl)
    }
    readonly property Command welcome: Command {
        name: "welcome"
        text: qsTr("Welcome")
        icon.name: "info"
        onTriggered: {
            root.shell.newConversation();
            App.welcome.show();
        }
    }
    readonly property Command lockNow: Command {
        name: "lockNow"
        text: qsTr("Lock now")
        icon.name: "lock"
        enabled: App.vault.encrypted && !App.vault.locked && !App.vault.busy
        onTriggered: App.vault.lockNow()
    }
    readonly property Command about: Command {
        name: "about"
        text: qsTr("About Eddy")
        icon.name: "info"
        onTriggered: root.shell.showAbout()
    }
    readonly property Command quit: Command {
        name: "quit"
        text: qsTr("Quit")
        icon.name: "x"
        usual: "Ctrl+Q"
        onTriggered: root.shell.close()
    }

    Component.onCompleted: App.shortcuts.setCommands(Array.from(root.all))

    // "New chat (Ctrl+N)", for hints.
    function hint(action: Action): string {
        return App.shortcuts.hint(action.text, App.palette.keyText(action.shortcut));
    }
}
