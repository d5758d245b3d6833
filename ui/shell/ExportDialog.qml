pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import Eddy.App
import Eddy.Components
import Eddy.Style

// How a chat is to be saved as a file, and what goes along.
ModalDialog {
    id: root

    required property TransferViewModel transfer
    property var chats: []  // several are saved together, into a folder
    readonly property bool many: chats.length > 0
    property int format: TransferViewModel.Capsule
    property int states: TransferViewModel.LastState
    readonly property bool capsule: format === TransferViewModel.Capsule
    readonly property real bytes: !capsule || states === TransferViewModel.NoStates ? transfer.textBytes
        : states === TransferViewModel.LastState ? transfer.leafBytes : transfer.allBytes

    title: many ? qsTr("Save %n chat(s) as files", "", chats.length) : qsTr("Save “%1” as a file").arg(root.transfer.title)
    onOpened: saveButton.forceActiveFocus(Qt.TabFocusReason)

    SegmentedChoice {
        objectName: "exportFormat"
        label: qsTr("Kind of file")
        value: root.format
        options: [
            {value: TransferViewModel.Capsule, text: qsTr("Eddy"), icon: ""},
            {value: TransferViewModel.Markdown, text: qsTr("Markdown"), icon: ""},
            {value: TransferViewModel.Html, text: qsTr("HTML"), icon: ""},
            {value: TransferViewModel.Pdf, text: qsTr("PDF"), icon: ""},
            {value: TransferViewModel.Json, text: qsTr("JSON"), icon: ""}
        ]
        onChosen: value => root.format = value
    }
    Caption {
        objectName: "exportExplanation"
        width: parent.width
        lineHeight: Style.lineHeight
        text: root.capsule ? qsTr("Everything: all branches, the settings, and what the model has read. On another computer with the same model the chat goes on at once.")
            : root.format === TransferViewModel.Json ? qsTr("All branches as text, for other programs.")
            : root.format === TransferViewModel.Html ? qsTr("The branch on show as a page that any browser opens. It loads nothing from elsewhere.")
            : root.format === TransferViewModel.Pdf ? qsTr("The branch on show laid out on paper, to print or to pass on.")
            : qsTr("The branch on show as text, for people.")
    }
    SegmentedChoice {
        objectName: "exportStates"
        visible: root.capsule && (root.many || root.transfer.states > 0)
        label: qsTr("Saved states")
        value: root.states
        options: [
            {value: TransferViewModel.NoStates, text: qsTr("No states"), icon: ""},
            {value: TransferViewModel.LastState, text: qsTr("The last one"), icon: ""},
            {value: TransferViewModel.AllStates, text: root.many ? qsTr("All") : qsTr("All (%1)").arg(root.transfer.states), icon: ""}
        ]
        onChosen: value => root.states = value
    }
    Caption {
        objectName: "exportStatesHelp"
        width: parent.width
        visible: root.capsule
        lineHeight: Style.lineHeight
        text: !root.many && root.transfer.states === 0 ? qsTr("No state of this chat is saved: it will be read again where it is opened.")
            : root.states === TransferViewModel.NoStates ? qsTr("The chat will be read again where it is opened.")
            : root.states === TransferViewModel.LastState ? qsTr("It goes on at once where it ends; other branches are read again.")
            : qsTr("It goes on at once from every turn that is saved here.")
    }
    BodyText {
        objectName: "exportSize"
        width: parent.width
        visible: !root.many
        font.pixelSize: Style.fontSizeSmall
        text: qsTr("About %1").arg(Qt.locale().formattedDataSize(root.bytes, 1, Locale.DataSizeTraditionalFormat))
    }
    buttons: [
        TextButton {
            objectName: "cancelExport"
            text: qsTr("Cancel")
            onClicked: root.close()
        },
        TextButton {
            id: saveButton
            objectName: "saveExport"
            primary: true
            text: qsTr("Save…")
            onClicked: root.choosePlace()
        }
    ]
    FolderDialog {
        id: folderDialog
        title: qsTr("A folder for the chats")
        onAccepted: root.saveInto(selectedFolder)
    }
    FileDialog {
        id: fileDialog
        title: qsTr("Save the chat")
        fileMode: FileDialog.SaveFile
        nameFilters: root.capsule ? [qsTr("Eddy chats (*.eddy)")] : root.format === TransferViewModel.Json ? [qsTr("JSON (*.json)")]
            : root.format === TransferViewModel.Html ? [qsTr("HTML (*.html)")] : root.format === TransferViewModel.Pdf ? [qsTr("PDF (*.pdf)")] : [qsTr("Markdown (*.md)")]
        onAccepted: {
            root.transfer.save(selectedFile, root.format, root.states);
            root.close();
        }
    }

    function choosePlace() {
        if (root.many)
            return folderDialog.open();
        fileDialog.currentFile = "file:" + root.transfer.suggestedName(root.format);
        fileDialog.open();
    }
    function saveInto(folder: url) {
        root.transfer.saveMany(root.chats, folder, root.format, root.states);
        root.close();
    }
}
