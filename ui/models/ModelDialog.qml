pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import Eddy.App
import Eddy.Components
import Eddy.Style

// What is loaded, and what to load instead: another model of this computer, a file, a folder, the starter.
ModalDialog {
    id: root

    required property ModelsViewModel models
    required property ModelShelf shelf
    readonly property bool ready: models.status === ModelsViewModel.Ready

    title: qsTr("Model")
    width: Math.min(540, parent ? parent.width - 2 * Style.gapHuge : 540)
    onAboutToShow: root.shelf.look()
    onOpened: choiceList.visible ? choiceList.begin() : openFileButton.forceActiveFocus(Qt.TabFocusReason)

    Card {
        width: parent.width
        spacing: Style.gapTiny
        visible: root.ready
        BodyText {
            width: parent.width
            text: root.models.name
            font.weight: Font.DemiBold
        }
        BodyText {
            width: parent.width
            visible: text !== ""
            text: root.models.isStarter ? root.models.starterNote : root.models.description
            font.pixelSize: Style.fontSizeSmall
            color: Style.colors.textMuted
        }
        Caption {
            width: parent.width
            topPadding: Style.gapTiny
            text: root.models.details
        }
        Caption {
            width: parent.width
            text: qsTr("%1 · %2").arg(root.models.stateText).arg(root.models.memoryText)
        }
    }
    ModelStatusCard {
        width: parent.width
        models: root.models
        onChooseRequested: fileDialog.open()
    }
    ModelChoiceList {
        id: choiceList
        width: parent.width
        shelf: root.shelf
        room: Math.max(8 * Style.fontSize, Math.min(320, (root.parent ? root.parent.height : 700) - 480))
        onChosen: path => root.models.load(path)
    }
    Flow {
        width: parent.width
        spacing: Style.gapSmall
        TextButton {
            id: openFileButton
            objectName: "openModelFile"
            primary: true
            iconName: "file-up"
            text: qsTr("Open a model file…")
            onClicked: fileDialog.open()
        }
        TextButton {
            objectName: "openModelFolder"
            iconName: "folder-open"
            text: qsTr("Open a folder…")
            onClicked: folderDialog.open()
        }
        TextButton {
            objectName: "useStarter"
            visible: !root.models.isStarter || !root.ready
            text: qsTr("Use the starter")
            onClicked: root.models.loadStarter()
        }
    }
    Caption {
        width: parent.width
        text: qsTr("Safetensors, GGUF and rwkv.cpp files of recurrent models, or a folder that holds one. You can also drop a file on this window.")
    }
    buttons: TextButton {
        objectName: "closeModelDialog"
        text: qsTr("Close")
        onClicked: root.close()
    }

    FileDialog {
        id: fileDialog
        title: qsTr("Open a model file")
        nameFilters: [qsTr("Models (*.safetensors *.gguf *.pth *.bin)"), qsTr("All files (*)")]
        onAccepted: root.models.load(selectedFile)
    }
    FolderDialog {
        id: folderDialog
        title: qsTr("Open a model folder")
        onAccepted: root.models.load(selectedFolder)
    }
}
