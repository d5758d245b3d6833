import QtQuick
import Eddy.Components
import Eddy.Style

// Asks for a name.
ModalDialog {
    id: root

    property string name: ""
    property string help: ""
    signal named(string name)

    onOpened: {
        field.forceActiveFocus();
        field.selectAll();
    }
    InputField {
        id: field
        objectName: "nameField"
        width: parent.width
        maximumLength: 80
        text: root.name
        Accessible.name: root.title
        onAccepted: root.finish()
    }
    Caption {
        width: parent.width
        visible: text !== ""
        text: root.help
    }
    buttons: [
        TextButton {
            text: qsTr("Cancel")
            onClicked: root.close()
        },
        TextButton {
            objectName: "nameApply"
            primary: true
            enabled: field.text.trim() !== ""
            text: qsTr("Save")
            onClicked: root.finish()
        }
    ]

    function ask(name: string) {
        root.name = "";
        root.name = name;
        root.open();
    }
    function finish() {
        if (field.text.trim() === "")
            return;
        root.close();
        root.named(field.text);
    }
}
