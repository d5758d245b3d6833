import QtQuick
import QtQuick.Dialogs
import Eddy.App

// Saving and opening chats as files: the dialogs, and the keys for it.
Item {
    id: root

    required property TransferViewModel transfer
    required property PrivateChat privateChat
    property bool exporting: false
    signal chatShown

    Connections {
        target: root.transfer
        function onPrepared() {
            if (root.exporting)
                exportDialog.open();
            root.exporting = false;
        }
        function onOpened() {
            root.chatShown();
        }
    }
    ExportDialog {
        id: exportDialog
        objectName: "exportDialog"
        transfer: root.transfer
    }
    FileDialog {
        id: openDialog
        title: qsTr("Open chat files")
        fileMode: FileDialog.OpenFiles
        nameFilters: [qsTr("Chats (*.eddy *.json *.chat *.md)"), qsTr("All files (*)")]
        onAccepted: root.transfer.open(selectedFiles)
    }
    Shortcut {
        sequence: "Ctrl+Shift+O"
        onActivated: root.openFile()
    }
    Shortcut {
        sequence: "Ctrl+Shift+S"
        onActivated: root.save(App.chat.conversationId) // qmllint disable type
    }
    Shortcut {
        sequence: "Ctrl+Shift+N"
        onActivated: root.openPrivate()
    }

    function openFile() {
        openDialog.open();
    }
    function save(conversation: real) {
        root.exporting = true;
        root.transfer.prepare(conversation);
    }
    function openPrivate() {
        root.privateChat.open();
        root.chatShown();
    }
}
