import QtQuick
import Eddy.Style

// One line for a passphrase: dots, a button that shows it, and a word when Caps Lock seems to be on.
Column {
    id: root

    property alias text: field.text
    property string label: ""
    property bool revealed: false
    property bool capsLock: false
    signal accepted

    spacing: Style.gapTiny

    function focusInput() {
        field.forceActiveFocus();
    }
    function clear() {
        field.clear();
        root.revealed = false;
        root.capsLock = false;
    }

    Caption {
        width: parent.width
        visible: text !== ""
        text: root.label
        color: Style.colors.textMuted
    }
    InputField {
        id: field
        objectName: "passphraseInput"
        width: parent.width
        rightPadding: reveal.width + Style.gapSmall
        echoMode: root.revealed ? TextInput.Normal : TextInput.Password
        inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhHiddenText
        maximumLength: 1024
        Accessible.name: root.label
        Accessible.passwordEdit: !root.revealed
        onAccepted: root.accepted()
        // Nobody tells whether Caps Lock is on; a capital letter without Shift does.
        Keys.onPressed: event => {
            if (event.text.length === 1 && event.text.toLowerCase() !== event.text.toUpperCase())
                root.capsLock = (event.text === event.text.toUpperCase()) !== ((event.modifiers & Qt.ShiftModifier) !== 0);
            event.accepted = false;
        }
        IconButton {
            id: reveal
            objectName: "revealPassphrase"
            anchors.right: parent.right
            anchors.rightMargin: 2
            anchors.verticalCenter: parent.verticalCenter
            size: Style.controlHeight - 6
            glyphSize: Style.iconSizeSmall
            iconName: root.revealed ? "eye-off" : "eye"
            text: root.revealed ? qsTr("Hide the passphrase") : qsTr("Show the passphrase")
            onClicked: root.revealed = !root.revealed
        }
    }
    Caption {
        objectName: "capsLockHint"
        width: parent.width
        visible: root.capsLock && field.activeFocus
        text: qsTr("Caps Lock seems to be on.")
        color: Style.colors.warning
    }
}
