import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// One command and its key. While it listens, the next key that is pressed becomes the command's.
FocusScope {
    id: root

    required property string name
    required property string text
    required property string keys
    required property string usual
    required property bool isOwn
    required property Shortcuts shortcuts
    property bool listening: false
    property string objection: ""

    objectName: "shortcut-" + name
    implicitHeight: column.implicitHeight

    function take(key: int, modifiers: int) {
        const pressed = root.shortcuts.pressed(key, modifiers);
        if (pressed === "")
            return;
        root.objection = root.shortcuts.objection(root.name, pressed);
        if (root.objection !== "")
            return;
        root.listening = false;
        root.shortcuts.assign(root.name, pressed);
    }

    Column {
        id: column
        width: parent.width
        RowLayout {
            width: parent.width
            spacing: Style.gapSmall
            BodyText {
                Layout.fillWidth: true
                text: root.text
                font.pixelSize: Style.fontSizeSmall
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
            TextButton {
                id: keyButton
                objectName: "shortcutKey"
                implicitHeight: 30
                quiet: root.keys === "" && !root.listening
                text: root.listening ? qsTr("Press a key…") : root.keys === "" ? qsTr("None") : root.keys
                ink: root.listening ? Style.colors.accent : Style.colors.text
                Accessible.name: root.keys === "" ? qsTr("%1: no key").arg(root.text) : qsTr("%1: %2").arg(root.text).arg(root.keys)
                hint: qsTr("Change the key")
                onClicked: {
                    root.objection = "";
                    keyButton.forceActiveFocus();
                    root.listening = !root.listening;
                }
                onActiveFocusChanged: root.listening = root.listening && activeFocus
                // Otherwise the window's own commands would get what is pressed here.
                Keys.onShortcutOverride: event => event.accepted = root.listening
                Keys.onPressed: event => {
                    event.accepted = root.listening;
                    if (!root.listening)
                        return;
                    if (event.key === Qt.Key_Escape)
                        root.listening = false;
                    else
                        root.take(event.key, event.modifiers);
                }
            }
            IconButton {
                objectName: "clearShortcut"
                visible: root.keys !== ""
                size: 28
                glyphSize: Style.iconSizeSmall
                iconName: "x"
                text: qsTr("Take the key of “%1” away").arg(root.text)
                onClicked: root.shortcuts.assign(root.name, "")
            }
            IconButton {
                objectName: "resetShortcut"
                visible: root.isOwn
                size: 28
                glyphSize: Style.iconSizeSmall
                iconName: "rotate-ccw"
                text: root.usual === "" ? qsTr("“%1” without a key, as usual").arg(root.text)
                    : qsTr("Back to %1 for “%2”").arg(root.usual).arg(root.text)
                onClicked: root.shortcuts.reset(root.name)
            }
        }
        Caption {
            objectName: "shortcutObjection"
            width: parent.width
            visible: text !== ""
            text: root.objection
            color: Style.colors.danger
            Accessible.role: Accessible.AlertMessage
        }
    }
}
