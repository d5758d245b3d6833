import QtQuick
import Eddy.Components
import Eddy.Style

// A user message being changed. Saving makes a new version beside the old one.
FocusScope {
    id: root

    required property string original
    signal saved(string text)
    signal cancelled

    implicitHeight: column.implicitHeight
    Component.onCompleted: root.takeKeyboard()
    Window.onWindowChanged: root.takeKeyboard()  // a message that was not made yet comes into the window afterwards

    Column {
        id: column
        width: parent.width
        spacing: Style.gapSmall
        InputArea {
            id: input
            objectName: "editArea"
            width: parent.width
            maximumHeight: 260
            label: qsTr("Edit message")
            text: root.original
            area.font.pixelSize: Style.fontSize
            area.padding: Style.gap
            area.onActiveFocusChanged: area.cursorPosition = area.length
            area.Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
            area.Keys.onEscapePressed: root.cancelled()
            area.Keys.onReturnPressed: event => event.accepted = root.handleReturn(event.modifiers)
        }
        Row {
            anchors.right: parent.right
            spacing: Style.gapSmall
            Caption {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("The earlier version is kept.")
            }
            TextButton {
                quiet: true
                text: qsTr("Cancel")
                onClicked: root.cancelled()
            }
            TextButton {
                objectName: "saveEdit"
                primary: true
                enabled: input.text.trim() !== ""
                text: qsTr("Send")
                onClicked: root.save()
            }
        }
    }

    function takeKeyboard() {
        if (root.Window.window)
            input.area.forceActiveFocus();
    }
    function save() {
        root.saved(input.text);
    }
    // Return sends unless Shift asks for a line break; while an input method composes it does neither.
    function handleReturn(modifiers: int): bool {
        if (modifiers & Qt.ShiftModifier)
            return false;
        if (!input.area.inputMethodComposing && input.text.trim() !== "")
            root.save();
        return true;
    }
}
