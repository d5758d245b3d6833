import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// The whole window takes documents, folders of them, text out of other programs, and model files.
DropArea {
    id: root

    required property DocumentsViewModel documents
    required property ModelsViewModel models
    property bool model: false
    signal taken

    keys: ["text/uri-list", "text/html", "text/plain"]
    onEntered: drag => root.model = drag.urls.length === 1 && root.documents.isModel(drag.urls[0])
    onDropped: drop => {
        root.model = drop.urls.length === 1 && root.documents.isModel(drop.urls[0]);
        if (root.model)
            root.models.load(drop.urls[0]);
        else
            root.documents.addDropped(drop.urls, drop.text, drop.html);
        drop.acceptProposedAction();
        root.taken();
    }

    Rectangle {
        anchors.fill: parent
        visible: root.containsDrag
        color: Style.colors.scrim
        Card {
            objectName: "dropCard"
            anchors.centerIn: parent
            width: 340
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                icon: root.model ? "file-up" : "file-text"
                size: 32
                color: Style.colors.accent
            }
            BodyText {
                objectName: "dropText"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.model ? qsTr("Drop to load this model") : qsTr("Drop to read")
                font.weight: Font.DemiBold
            }
            Caption {
                width: parent.width
                visible: !root.model
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("PDF, Word, e-books, web pages, mail, tables, code, text, a folder of them, or selected text")
            }
        }
    }
}
