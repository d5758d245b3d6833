import QtQuick
import QtQuick.Controls.Basic
import Eddy.App

// Commands about chats: the one on show, new ones, files.
PageActions {
    id: root

    readonly property real chatId: App.chat.conversationId // qmllint disable type

    readonly property Command newChat: Command {
        name: "newChat"
        text: qsTr("New chat")
        icon.name: "plus"
        usual: "Ctrl+N"
        onTriggered: root.shell.newConversation()
    }
    readonly property Command findInChat: Command {
        name: "findInChat"
        text: qsTr("Find in this chat")
        icon.name: "search"
        usual: "Ctrl+F"
        enabled: !App.chat.isEmpty
        onTriggered: root.shell.showFind()
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
    readonly property Command timeTravel: Command {
        name: "timeTravel"
        text: qsTr("Go back in this chat")
        icon.name: "rotate-ccw"
        usual: "Ctrl+T"
        enabled: !App.chat.isEmpty && !App.chat.isGenerating
        onTriggered: App.travel.open ? App.travel.close() : App.travel.show()
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
    readonly property Command saveAllChats: Command {
        name: "saveAllChats"
        text: qsTr("Save all chats as files")
        icon.name: "download"
        enabled: !App.transfer.busy
        onTriggered: root.shell.saveAllChats()
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
    readonly property Command undo: Command {
        name: "undo"
        text: qsTr("Undo deleting")
        icon.name: "rotate-ccw"
        usual: "Ctrl+Z"
        enabled: App.conversations.canUndoRemove
        onTriggered: App.conversations.undoRemove()
    }
}
