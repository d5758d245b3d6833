import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// A model's file from an address that the user has. Writing it down allows its host.
ModalDialog {
    id: root

    required property ModelShelf shelf
    property string name
    property string refusal
    readonly property string host: address.text.replace(/^[a-z]+:\/\//, "").split("/")[0]

    title: name === "" ? qsTr("Download from an address") : qsTr("Download %1 from an address").arg(name)
    width: Math.min(560, parent ? parent.width - 2 * Style.gapHuge : 560)

    function ask(name: string) {
        root.name = name;
        root.refusal = "";
        address.text = "";
        sum.text = "";
        root.open();
    }
    function fetch() {
        root.refusal = root.shelf.downloads.addAddress(address.text, sum.text);
        if (root.refusal === "")
            root.close();
    }
    onOpened: address.forceActiveFocus()

    InputField {
        id: address
        objectName: "downloadAddress"
        width: parent.width
        placeholderText: qsTr("https://\u2026/model.gguf")
        Accessible.name: qsTr("Address of the file")
        onAccepted: root.fetch()
    }
    InputField {
        id: sum
        objectName: "downloadSum"
        width: parent.width
        placeholderText: qsTr("SHA-256, if its makers tell it")
        Accessible.name: placeholderText
        onAccepted: root.fetch()
    }
    Caption {
        width: parent.width
        text: root.host === "" ? qsTr("Only https addresses. Eddy asks this host for the file and tells it nothing else.")
            : qsTr("Eddy will ask %1 for the file and tells it nothing else. Without a checksum the file is checked by its size and by opening it.").arg(root.host)
    }
    BodyText {
        objectName: "addressRefusal"
        width: parent.width
        visible: root.refusal !== ""
        text: root.refusal
        color: Style.colors.danger
        font.pixelSize: Style.fontSizeSmall
    }
    buttons: [
        TextButton {
            text: qsTr("Cancel")
            onClicked: root.close()
        },
        TextButton {
            objectName: "fetchAddress"
            primary: true
            enabled: address.text !== ""
            text: qsTr("Download")
            onClicked: root.fetch()
        }
    ]
}
