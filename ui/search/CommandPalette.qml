pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App

// Ctrl+K: every action of the window by name, and chats by title.
PickerPopup {
    id: root

    required property PaletteModel commands
    property var actions: []  // Action objects

    objectName: "commandPalette"
    label: qsTr("Commands")
    placeholder: qsTr("What do you want to do? Or the title of a chat")
    emptyText: qsTr("No command and no chat is called that")
    model: root.commands
    onAboutToShow: {
        root.commands.open(root.actions);
        root.query = "";
    }
    onQueryChanged: root.commands.query = root.query
    onAccepted: row => root.commands.run(row)

    delegate: CommandRow {
        onClicked: root.take(index)
    }
}
