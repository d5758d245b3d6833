import QtQuick
import QtQuick.Dialogs
import Eddy.App
import Eddy.Models
import Eddy.Search
import Eddy.Settings

// The dialogs of the window.
Item {
    id: root

    required property var shell  // the window
    required property AppActions actions
    readonly property alias files: chatFiles
    readonly property alias documents: documentDialog
    readonly property alias model: modelDialog
    readonly property alias about: aboutDialog
    readonly property alias unlock: unlockPage
    readonly property alias startupError: startupErrorDialog
    readonly property alias palette: palettePopup
    readonly property alias search: searchPopup
    readonly property alias folder: folderDialog
    readonly property alias chatStyle: chatStyleHost

    ChatFiles {
        id: chatFiles
        objectName: "chatFiles"
        transfer: App.transfer
        privateChat: App.privateChat
        onChatShown: root.shell.showChat()
    }
    FileDialog {
        id: documentDialog
        title: qsTr("Add documents")
        fileMode: FileDialog.OpenFiles
        onAccepted: App.documents.add(selectedFiles)
    }
    SpokenAnswers {
        objectName: "spokenAnswers"
        announcer: App.announcer
    }
    ModelDialog {
        id: modelDialog
        objectName: "modelDialog"
        models: App.models
        shelf: App.shelf
        onClosed: root.shell.focusComposer()
    }
    ChatStyleHost {
        id: chatStyleHost
        onClosed: root.shell.focusComposer()
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
            root.shell.focusComposer();
        }
    }
    StartupErrorDialog {
        id: startupErrorDialog
        objectName: "startupErrorDialog"
    }
    CommandPalette {
        id: palettePopup
        commands: App.palette
        actions: Array.from(root.actions.all)
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
            root.shell.showChat();
        }
    }
}
