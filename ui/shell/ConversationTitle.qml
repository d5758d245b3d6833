import QtQuick
import Eddy.Components
import Eddy.Style

// The title of a conversation being renamed in place: Enter keeps, Escape drops, leaving keeps.
InputField {
    id: root

    required property string original
    property bool done: false
    signal renamed(string title)
    signal cancelled

    objectName: "renameField"
    text: original
    maximumLength: 200
    leftPadding: Style.gapSmall
    Accessible.name: qsTr("Conversation title")
    Component.onCompleted: {
        forceActiveFocus();
        selectAll();
    }
    Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
    Keys.onEscapePressed: root.finish(false)
    onAccepted: root.finish(true)
    onActiveFocusChanged: activeFocus ? undefined : root.finish(true)

    function finish(keep: bool) {
        if (root.done)
            return;
        root.done = true;
        if (keep && root.text.trim() !== "" && root.text !== root.original)
            root.renamed(root.text.trim());
        else
            root.cancelled();
    }
}
