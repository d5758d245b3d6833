import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Templates as T
import Eddy.App
import Eddy.Components
import Eddy.Style

// The data folder is encrypted: nothing of it is open until the passphrase is given. Covers the whole window.
Popup {
    id: root

    required property VaultViewModel vault

    parent: T.Overlay.overlay
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    padding: 0
    modal: true
    focus: true
    closePolicy: Popup.NoAutoClose
    onOpened: passphrase.focusInput()

    function tryUnlock() {
        if (unlockButton.enabled)
            root.vault.unlock(passphrase.text);
    }

    background: Rectangle {
        color: Style.colors.window
    }
    FocusScope {
        anchors.fill: parent
        focus: true
        Column {
            anchors.centerIn: parent
            width: Math.min(420, parent.width - 2 * Style.gapHuge)
            spacing: Style.gapLarge
            Accessible.role: Accessible.Dialog
            Accessible.name: title.text

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                icon: "lock"
                size: 40
                color: Style.colors.accent
            }
            BodyText {
                id: title
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Your conversations are locked")
                font.pixelSize: Style.fontSizeLarge
                font.weight: Font.DemiBold
            }
            Caption {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.vault.folder
                color: Style.colors.textMuted
            }
            PassphraseField {
                id: passphrase
                objectName: "unlockPassphrase"
                width: parent.width
                label: qsTr("Passphrase")
                enabled: !root.vault.busy
                onAccepted: root.tryUnlock()
            }
            ThinProgress {
                width: parent.width
                visible: root.vault.busy
                value: -1
                label: qsTr("Checking the passphrase")
            }
            Banner {
                objectName: "unlockProblem"
                width: parent.width
                visible: text !== "" && !root.vault.busy
                warning: true
                dismissable: false
                iconName: "triangle-alert"
                text: root.vault.problem
            }
            SelectableText {
                objectName: "unlockDetail"
                width: parent.width
                visible: text !== "" && !root.vault.busy
                text: root.vault.detail
                font.pixelSize: Style.fontSizeTiny
                color: Style.colors.textMuted
            }
            TextButton {
                id: unlockButton
                objectName: "unlockButton"
                anchors.right: parent.right
                primary: true
                enabled: passphrase.text !== "" && !root.vault.busy && root.vault.secondsToWait <= 0
                text: root.vault.secondsToWait > 0 ? qsTr("Wait %n second(s)", "", root.vault.secondsToWait) : qsTr("Unlock")
                onClicked: root.tryUnlock()
            }
            Flow {
                width: parent.width
                spacing: Style.gapSmall
                TextButton {
                    id: forgotten
                    objectName: "forgottenButton"
                    property bool open: false
                    quiet: true
                    text: qsTr("I forgot it")
                    onClicked: forgotten.open = !forgotten.open
                }
                TextButton {
                    objectName: "otherFolderButton"
                    quiet: true
                    enabled: !root.vault.busy
                    text: qsTr("Open another data folder…")
                    onClicked: folderDialog.open()
                }
                TextButton {
                    objectName: "quitLocked"
                    quiet: true
                    text: qsTr("Quit")
                    onClicked: Qt.quit()
                }
            }
            BodyText {
                objectName: "forgottenText"
                width: parent.width
                visible: forgotten.open
                font.pixelSize: Style.fontSizeSmall
                color: Style.colors.textMuted
                text: qsTr("There is no way back without the passphrase: nobody keeps a second key, and Eddy cannot make one. Try the ways you usually write it. If it is lost, these conversations are lost; with another data folder you begin anew, and this one stays as it is.")
            }
        }
    }
    FolderDialog {
        id: folderDialog
        title: qsTr("Open another data folder")
        onAccepted: root.vault.openOther(selectedFolder)
    }
    Connections {
        target: root.vault
        function onChanged() {
            if (root.vault.locked && !root.vault.busy && root.opened)
                passphrase.focusInput();
            else if (!root.vault.locked)
                passphrase.clear();
        }
    }
}
