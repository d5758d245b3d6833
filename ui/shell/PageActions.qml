import QtQuick
import QtQuick.Controls.Basic
import Eddy.App

// Commands that open a page, and what belongs to the program as a whole.
ViewActions {
    id: root

    readonly property Command searchChats: Command {
        name: "searchChats"
        text: qsTr("Search all chats")
        icon.name: "search"
        usual: "Ctrl+Shift+F"
        onTriggered: root.shell.showSearch()
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
    readonly property Command settings: Command {
        name: "settings"
        text: qsTr("Settings")
        icon.name: "settings"
        usual: "Ctrl+,"
        onTriggered: root.shell.settingsOpen ? root.shell.showChat() : root.shell.showSettings()
    }
    readonly property Command chooseModel: Command {
        name: "chooseModel"
        text: qsTr("Choose a model")
        icon.name: "cpu"
        usual: "Ctrl+M"
        onTriggered: root.shell.chooseModel()
    }
    readonly property Command devices: Command {
        name: "devices"
        text: qsTr("Devices")
        icon.name: "cpu"
        usual: "Ctrl+Shift+D"
        onTriggered: App.devices.open ? root.shell.showChat() : root.shell.showDevices()
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
}
