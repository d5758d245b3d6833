import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// Whether what Eddy keeps is encrypted on the disk, and the passphrase for it.
SettingsSection {
    id: root

    required property VaultViewModel vault

    title: qsTr("Encryption")
    help: qsTr("One passphrase for chats, documents and saved states. Eddy asks for it at every start.")

    SettingRow {
        title: root.vault.encrypted ? qsTr("Everything is encrypted") : qsTr("Not encrypted")
        help: root.vault.encrypted ? qsTr("Whoever has the disk cannot read it without the passphrase. While Eddy runs, it is open.")
            : qsTr("Whoever can read the data folder can read your chats. Without the passphrase nobody can open it again, you neither.")
        Flow {
            width: parent ? parent.width : 0
            spacing: Style.gapSmall
            layoutDirection: Qt.RightToLeft
            TextButton {
                objectName: "turnEncryptionOn"
                visible: !root.vault.encrypted
                iconName: "lock"
                text: qsTr("Encrypt…")
                onClicked: passphraseDialog.ask(PassphraseDialog.TurnOn)
            }
            TextButton {
                objectName: "lockNow"
                visible: root.vault.encrypted
                iconName: "lock"
                text: qsTr("Lock now")
                onClicked: root.vault.lockNow()
            }
            TextButton {
                objectName: "changePassphrase"
                visible: root.vault.encrypted
                text: qsTr("Change…")
                hint: qsTr("Change the passphrase")
                onClicked: passphraseDialog.ask(PassphraseDialog.Change)
            }
            TextButton {
                objectName: "turnEncryptionOff"
                visible: root.vault.encrypted
                text: qsTr("Turn off…")
                onClicked: passphraseDialog.ask(PassphraseDialog.TurnOff)
            }
        }
    }
    Banner {
        objectName: "vaultNotice"
        width: parent ? parent.width : 0
        visible: text !== "" && !passphraseDialog.visible
        iconName: "check"
        text: root.vault.notice
        onDismissed: root.vault.dismiss()
    }
    PassphraseDialog {
        id: passphraseDialog
        objectName: "passphraseDialog"
        vault: root.vault
    }
}
