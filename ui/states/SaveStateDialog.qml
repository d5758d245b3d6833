import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// The name of a state: of one that is to be kept, or of one in the library.
ModalDialog {
    id: root

    required property StateLibraryViewModel library
    property real messageId: 0
    property real stateId: 0
    property int kind: StateLibraryViewModel.Point
    readonly property bool renaming: stateId !== 0
    readonly property bool complete: nameField.text.trim() !== ""

    width: Math.min(Math.max(420, 34 * Style.fontSize), parent ? parent.width - 2 * Style.gapHuge : 420)
    title: renaming ? qsTr("Rename") : qsTr("Save this point as")
    onOpened: {
        nameField.forceActiveFocus();
        nameField.selectAll();
    }

    Caption {
        width: parent.width
        visible: !root.renaming
        text: qsTr("Any chat can begin with what the model has read up to this answer. It is never dropped to make room.")
    }
    InputField {
        id: nameField
        objectName: "stateName"
        width: parent.width
        placeholderText: qsTr("Name")
        maximumLength: 120
        Accessible.name: qsTr("Name")
        onAccepted: root.finish()
    }
    InputField {
        id: noteField
        objectName: "stateNote"
        width: parent.width
        placeholderText: qsTr("Note (optional)")
        maximumLength: 400
        Accessible.name: qsTr("Note")
        onAccepted: root.finish()
    }
    SegmentedChoice {
        objectName: "stateKind"
        visible: !root.renaming
        label: qsTr("Kind")
        value: root.kind
        options: [
            { value: StateLibraryViewModel.Point, text: qsTr("Saved point"), icon: "pin" },
            { value: StateLibraryViewModel.Persona, text: qsTr("Persona"), icon: "ghost" },
            { value: StateLibraryViewModel.Document, text: qsTr("Studied document"), icon: "file-text" }
        ]
        onChosen: value => root.kind = value
    }
    buttons: [
        TextButton {
            text: qsTr("Cancel")
            onClicked: root.close()
        },
        TextButton {
            objectName: "saveState"
            primary: true
            enabled: root.complete
            text: root.renaming ? qsTr("Rename") : qsTr("Save")
            onClicked: root.finish()
        }
    ]

    function save(messageId: real, name: string) {
        root.stateId = 0;
        root.messageId = messageId;
        root.kind = StateLibraryViewModel.Point;
        nameField.text = name;
        noteField.text = "";
        root.open();
    }
    function rename(stateId: real, name: string, note: string) {
        root.stateId = stateId;
        nameField.text = name;
        noteField.text = note;
        root.open();
    }
    function finish() {
        if (!root.complete)
            return;
        if (root.renaming)
            root.library.rename(root.stateId, nameField.text, noteField.text);
        else
            root.library.savePoint(root.messageId, nameField.text, noteField.text, root.kind);
        root.close();
    }
}
