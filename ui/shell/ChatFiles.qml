import QtQuick
import QtQuick.Dialogs
import Eddy.App

// Saving and opening chats as files: the dialogs.
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
                root.ask([]);
            root.exporting = false;
        }
        function onOpened() {
            root.chatShown();
        }
        // The system's viewer shows it and prints it.
        function onPrintReady(file) {
            Qt.openUrlExternally(file);
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
    function openFile() {
        openDialog.open();
    }
    function ask(chats: var) {
        exportDialog.chats = chats;
        exportDialog.open();
    }
    function saveAll(chats: var) {
        if (chats.length === 1)
            root.save(chats[0]);
        else if (chats.length > 1)
            root.ask(chats);
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
