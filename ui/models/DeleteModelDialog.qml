import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// Asks before a model's file goes; a file that Eddy did not fetch or make is asked about a second time.
ModalDialog {
    id: root

    required property ModelShelf shelf
    property string path
    property string name
    property bool ours
    property bool sure: false

    title: sure ? qsTr("Really put it into the bin?") : qsTr("Delete %1?").arg(name)

    function ask(path: string, name: string, ours: bool) {
        root.path = path;
        root.name = name;
        root.ours = ours;
        root.sure = false;
        root.open();
    }
    BodyText {
        objectName: "deleteModelText"
        width: parent.width
        text: root.ours ? qsTr("The file is deleted at once and cannot be brought back. Your chats stay.")
            : root.sure ? qsTr("Other programs that use this file will miss it:")
            : qsTr("Eddy did not download or make this file. It is put into the system's bin, and other programs may miss it. Your chats stay.")
    }
    SelectableText {
        width: parent.width
        text: root.path
        color: Style.colors.textMuted
        font.pixelSize: Style.fontSizeTiny
        wrapMode: TextEdit.WrapAnywhere
    }
    onOpened: keep.forceActiveFocus(Qt.TabFocusReason)
    buttons: [
        TextButton {
            id: keep
            objectName: "keepModel"
            text: qsTr("Keep it")
            onClicked: root.close()
        },
        TextButton {
            objectName: "confirmDeleteModel"
            danger: true
            text: root.ours ? qsTr("Delete") : root.sure ? qsTr("Yes, into the bin") : qsTr("Into the bin\u2026")
            onClicked: {
                if (!root.ours && !root.sure) {
                    root.sure = true;
                    return;
                }
                root.shelf.deleteFile(root.path, root.sure);
                root.close();
            }
        }
    ]
}
