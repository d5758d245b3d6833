import QtQuick
import Eddy.Components
import Eddy.Style

// Asks before a link from a model's answer is opened outside the app.
ModalDialog {
    id: root

    property string link: ""

    title: qsTr("Open this link in your browser?")
    onOpened: openButton.forceActiveFocus(Qt.TabFocusReason)

    SelectableText {
        objectName: "linkText"
        width: parent.width
        text: root.link
        wrapMode: TextEdit.WrapAnywhere
        color: Style.colors.accent
    }
    Caption {
        width: parent.width
        text: qsTr("It was written by the model and may lead anywhere.")
    }
    buttons: [
        TextButton {
            text: qsTr("Cancel")
            onClicked: root.close()
        },
        TextButton {
            id: openButton
            objectName: "openLink"
            primary: true
            iconName: "external-link"
            text: qsTr("Open")
            onClicked: {
                Qt.openUrlExternally(root.link);
                root.close();
            }
        }
    ]

    function ask(link: string) {
        root.link = link;
        root.open();
    }
}
