import QtQuick
import Eddy.App

// The keys that work anywhere in the window.
Item {
    id: root

    signal newRequested
    signal composerRequested
    signal settingsRequested
    signal documentsRequested
    signal attachRequested
    signal sidebarRequested
    signal renameRequested
    signal undoRequested
    signal quitRequested

    Shortcut {
        sequence: "Ctrl+N"
        onActivated: root.newRequested()
    }
    Shortcut {
        sequence: "Ctrl+L"
        onActivated: root.composerRequested()
    }
    Shortcut {
        sequence: "Ctrl+,"
        onActivated: root.settingsRequested()
    }
    Shortcut {
        sequence: "Ctrl+D"
        onActivated: root.documentsRequested()
    }
    Shortcut {
        sequence: "Ctrl+O"
        onActivated: root.attachRequested()
    }
    Shortcut {
        sequence: "Ctrl+B"
        onActivated: root.sidebarRequested()
    }
    Shortcut {
        sequence: "F2"
        onActivated: root.renameRequested()
    }
    Shortcut {
        sequence: "Ctrl+Z"
        enabled: App.conversations.canUndoRemove
        onActivated: root.undoRequested()
    }
    Shortcut {
        sequence: "Ctrl+Q"
        onActivated: root.quitRequested()
    }
}
