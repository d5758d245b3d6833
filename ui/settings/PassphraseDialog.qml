import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// Turning encryption on, off, or changing its passphrase: what is asked, what it means, and how far it is.
ModalDialog {
    id: root

    enum Purpose { TurnOn, TurnOff, Change }

    required property VaultViewModel vault
    property int purpose: PassphraseDialog.TurnOn
    readonly property bool setsNew: purpose !== PassphraseDialog.TurnOff
    readonly property bool differs: setsNew && again.text !== "" && again.text !== fresh.text
    readonly property int strength: vault.strength(fresh.text)
    readonly property bool ready: (purpose === PassphraseDialog.TurnOn || current.text !== "")
        && (!setsNew || (strength !== VaultViewModel.TooShort && again.text === fresh.text))
        && !vault.busy && vault.secondsToWait <= 0

    title: purpose === PassphraseDialog.TurnOn ? qsTr("Encrypt chats, documents and saved states")
        : purpose === PassphraseDialog.TurnOff ? qsTr("Turn encryption off") : qsTr("Change the passphrase")
    stubborn: vault.busy
    onClosed: root.empty()

    function ask(purpose: int) {
        root.purpose = purpose;
        root.vault.dismiss();
        root.empty();
        root.open();
        (purpose === PassphraseDialog.TurnOn ? fresh : current).focusInput();
    }
    function empty() {
        for (const field of [current, fresh, again])
            field.clear();
    }
    function go() {
        if (!root.ready)
            return;
        if (root.purpose === PassphraseDialog.TurnOn)
            root.vault.turnOn(fresh.text);
        else if (root.purpose === PassphraseDialog.TurnOff)
            root.vault.turnOff(current.text);
        else
            root.vault.changePassphrase(current.text, fresh.text);
    }
    function strengthText(): string {
        if (fresh.text === "")
            return qsTr("Four or more words that do not belong together are easy to keep and hard to guess.");
        switch (root.strength) {
        case VaultViewModel.TooShort:
            return qsTr("At least %1 characters.").arg(root.vault.shortest);
        case VaultViewModel.Weak:
            return qsTr("Short: quickly guessed by a machine.");
        case VaultViewModel.Fair:
            return qsTr("Fair. Another word would make it much harder to guess.");
        default:
            return qsTr("Long enough, if nobody else would think of it.");
        }
    }

    BodyText {
        width: parent.width
        font.pixelSize: Style.fontSizeSmall
        visible: text !== ""
        text: root.purpose === PassphraseDialog.TurnOn
            ? qsTr("Without the passphrase nobody can open your conversations again, you neither: there is no second key. Keep it where you will find it. Everything is written anew, which takes a while and as much free space as it has now.")
            : root.purpose === PassphraseDialog.TurnOff ? qsTr("Everything is written anew without encryption. Whoever can read the data folder can read your chats then.") : ""
    }
    PassphraseField {
        id: current
        objectName: "currentPassphrase"
        width: parent.width
        visible: root.purpose !== PassphraseDialog.TurnOn
        enabled: !root.vault.busy
        label: qsTr("Present passphrase")
        onAccepted: root.setsNew ? fresh.focusInput() : root.go()
    }
    PassphraseField {
        id: fresh
        objectName: "newPassphrase"
        width: parent.width
        visible: root.setsNew
        enabled: !root.vault.busy
        label: qsTr("New passphrase")
        onAccepted: again.focusInput()
    }
    Caption {
        objectName: "passphraseStrength"
        width: parent.width
        visible: root.setsNew
        text: root.strengthText()
        color: root.strength === VaultViewModel.Weak && fresh.text !== "" ? Style.colors.warning : Style.colors.textMuted
    }
    PassphraseField {
        id: again
        objectName: "repeatedPassphrase"
        width: parent.width
        visible: root.setsNew
        enabled: !root.vault.busy
        label: qsTr("The new passphrase again")
        onAccepted: root.go()
    }
    Caption {
        objectName: "passphraseDiffers"
        width: parent.width
        visible: root.differs
        text: qsTr("The two are not the same.")
        color: Style.colors.warning
    }
    ThinProgress {
        objectName: "vaultProgress"
        width: parent.width
        visible: root.vault.busy
        value: root.vault.working ? root.vault.progress : -1
        label: root.title
    }
    Banner {
        objectName: "passphraseProblem"
        width: parent.width
        visible: text !== "" && !root.vault.busy
        warning: true
        dismissable: false
        iconName: "triangle-alert"
        text: root.vault.problem
    }
    SelectableText {
        width: parent.width
        visible: text !== "" && !root.vault.busy
        text: root.vault.detail
        font.pixelSize: Style.fontSizeTiny
        color: Style.colors.textMuted
    }
    buttons: [
        TextButton {
            objectName: "cancelPassphrase"
            text: root.vault.working ? qsTr("Stop") : qsTr("Cancel")
            enabled: !root.vault.busy || root.vault.working
            onClicked: root.vault.working ? root.vault.stop() : root.close()
        },
        TextButton {
            objectName: "confirmPassphrase"
            primary: true
            enabled: root.ready
            text: root.vault.secondsToWait > 0 ? qsTr("Wait %n second(s)", "", root.vault.secondsToWait)
                : root.purpose === PassphraseDialog.TurnOn ? qsTr("Encrypt")
                : root.purpose === PassphraseDialog.TurnOff ? qsTr("Turn off") : qsTr("Change")
            onClicked: root.go()
        }
    ]
    Connections {
        target: root.vault
        function onChanged() {
            if (root.visible && !root.vault.busy && root.vault.notice !== "")
                root.close();
        }
    }
}
