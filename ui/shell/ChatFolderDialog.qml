pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// Which folder some chats are to be in, or what a folder is to be called.
ModalDialog {
    id: root

    required property ConversationOrganizer organizer
    required property var folders
    property var chats: []
    property string renaming: ""  // a folder; else chats are moved

    title: root.renaming === "" ? qsTr("Move to folder") : qsTr("Rename folder")
    onOpened: {
        field.forceActiveFocus();
        field.selectAll();
    }

    InputField {
        id: field
        objectName: "folderField"
        width: parent.width
        maximumLength: 80
        placeholderText: qsTr("Name of a folder, new or not")
        Accessible.name: placeholderText
        onAccepted: root.apply(field.text)
    }
    Flow {
        width: parent.width
        visible: root.renaming === ""
        spacing: Style.gapSmall
        Repeater {
            model: root.renaming === "" ? root.folders : []
            delegate: TextButton {
                required property string modelData
                required property int index
                objectName: "folderChoice" + index
                iconName: "folder"
                text: modelData
                onClicked: root.apply(modelData)
            }
        }
    }
    buttons: [
        TextButton {
            objectName: "folderNone"
            visible: root.renaming === ""
            text: qsTr("No folder")
            onClicked: root.apply("")
        },
        TextButton {
            text: qsTr("Cancel")
            onClicked: root.close()
        },
        TextButton {
            objectName: "folderApply"
            primary: true
            enabled: field.text.trim() !== ""
            text: root.renaming === "" ? qsTr("Move") : qsTr("Rename")
            onClicked: root.apply(field.text)
        }
    ]

    function move(ids: var) {
        root.chats = ids;
        root.renaming = "";
        field.text = "";
        root.open();
    }
    function rename(folder: string) {
        root.renaming = folder;
        field.text = folder;
        root.open();
    }
    function apply(name: string) {
        if (root.renaming !== "")
            root.organizer.renameFolder(root.renaming, name);
        else
            root.organizer.setFolder(root.chats, name);
        root.close();
    }
}
