import QtQuick
import QtQuick.Dialogs
import Eddy.App
import Eddy.Style

// What belongs to the page of models and lies over the window: the page and its dialogs.
FocusScope {
    id: root

    required property ModelShelf shelf
    readonly property alias page: modelsPage
    signal closed

    visible: shelf.open
    Rectangle {
        anchors.fill: parent
        color: Style.colors.window
        // Nothing behind the page is touched through it.
        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            onWheel: wheel => wheel.accepted = true
        }
    }
    ModelsPage {
        id: modelsPage
        objectName: "modelsPage"
        anchors.fill: parent
        focus: true
        shelf: root.shelf
        onClosed: {
            root.shelf.open = false;
            root.closed();
        }
        onFileRequested: fileDialog.open()
        onFolderRequested: folderDialog.open()
        onOwnFolderRequested: ownFolderDialog.open()
        onAddressRequested: name => addressDialog.ask(name)
        onQuantiseRequested: path => {
            root.shelf.quantiser.prepare(path);
            quantiseDialog.open();
        }
        onDeleteRequested: (path, name, ours) => deleteDialog.ask(path, name, ours)
    }
    DeleteModelDialog {
        id: deleteDialog
        objectName: "deleteModelDialog"
        shelf: root.shelf
        onClosed: modelsPage.forceActiveFocus()
    }
    AddressDialog {
        id: addressDialog
        objectName: "addressDialog"
        shelf: root.shelf
        onClosed: modelsPage.forceActiveFocus()
    }
    QuantiseDialog {
        id: quantiseDialog
        objectName: "quantiseDialog"
        quantiser: root.shelf.quantiser
        onClosed: modelsPage.forceActiveFocus()
    }
    FileDialog {
        id: fileDialog
        title: qsTr("Add a model file")
        nameFilters: [qsTr("Models (*.safetensors *.gguf *.pth *.bin)"), qsTr("All files (*)")]
        onAccepted: root.shelf.addFile(selectedFile)
    }
    FolderDialog {
        id: folderDialog
        title: qsTr("Add a folder of models")
        onAccepted: root.shelf.addFolder(selectedFolder)
    }
    FolderDialog {
        id: ownFolderDialog
        title: qsTr("Keep downloaded models in")
        onAccepted: root.shelf.setOwnFolder(selectedFolder)
    }
    Connections {
        target: App.library
        function onOpenChanged() {
            if (App.library.open)
                root.shelf.open = false;
        }
    }
    onVisibleChanged: visible ? modelsPage.forceActiveFocus() : undefined
}
