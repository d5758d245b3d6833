pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// Every document that is kept, newest first.
FocusScope {
    id: root

    required property DocumentsViewModel documents
    readonly property real columnWidth: Math.min(Style.readingWidth, width - 2 * Style.gapHuge)
    readonly property DocumentItem focusedItem: list.currentItem as DocumentItem
    signal closed
    signal addRequested

    Keys.onEscapePressed: root.closed()
    Keys.onPressed: event => {
        event.accepted = event.matches(StandardKey.Paste);
        if (event.accepted)
            root.documents.readClipboard();
    }

    Column {
        id: top
        anchors.horizontalCenter: parent.horizontalCenter
        y: Style.gapHuge
        width: root.columnWidth
        spacing: Style.gapSmall
        Row {
            spacing: Style.gapSmall
            TextButton {
                objectName: "addDocuments"
                iconName: "plus"
                text: qsTr("Add documents")
                onClicked: root.addRequested()
            }
            TextButton {
                objectName: "readClipboard"
                iconName: "copy"
                text: qsTr("Read the clipboard")
                hint: qsTr("Files or text that were copied in another program (Ctrl+V)")
                onClicked: root.documents.readClipboard()
            }
        }
        Caption {
            objectName: "importText"
            width: parent.width
            visible: root.documents.isImporting
            text: root.documents.importText
        }
        ProblemList {
            width: parent.width
            maximumHeight: root.height * 0.35
            documents: root.documents
        }
    }
    ListView {
        id: list
        objectName: "documentList"
        anchors.fill: parent
        anchors.topMargin: top.y + top.height + Style.gap
        anchors.leftMargin: (root.width - root.columnWidth) / 2
        anchors.rightMargin: anchors.leftMargin
        bottomMargin: Style.gapHuge + (together.visible ? together.height : 0)
        spacing: Style.gapSmall
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.documents.library
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Documents")
        ScrollBar.vertical: ScrollHandle {}
        Keys.onReturnPressed: root.focusedItem?.clicked()
        Keys.onDeletePressed: root.documents.remove(root.focusedItem?.documentId ?? 0)

        delegate: DocumentItem {
            required property int index
            objectName: "document" + index
            width: root.columnWidth
            documents: root.documents
            onChatRequested: {
                root.documents.startChat(documentId);
                root.closed();
            }
        }
        ViewFocus {
            view: list
        }
    }
    TogetherBar {
        id: together
        objectName: "togetherBar"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Style.gap
        anchors.horizontalCenter: parent.horizontalCenter
        width: root.columnWidth
        visible: root.documents.together.count > 0
        together: root.documents.together
        onReadRequested: root.closed()
    }
    Column {
        objectName: "noDocuments"
        anchors.centerIn: parent
        width: Math.min(420, root.columnWidth)
        spacing: Style.gap
        visible: root.documents.library.count === 0 && !root.documents.isImporting
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            icon: "file-text"
            size: 36
            color: Style.colors.textFaint
        }
        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("No documents yet")
            font.weight: Font.DemiBold
        }
        Caption {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Drop a file anywhere on the window. The model reads it whole, once; then you can ask as often as you like.")
        }
    }
}
