import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// What was deleted can be had back for a moment.
Item {
    id: root

    property real room: Style.gapHuge  // below the one about chats

    Toast {
        objectName: "undoToast"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.room
        shown: App.conversations.canUndoRemove
        text: App.conversations.undoText
        actionText: qsTr("Undo")
        onActionTriggered: App.conversations.undoRemove()
        onExpired: App.conversations.dismissUndo()
    }
    Toast {
        objectName: "documentUndoToast"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Style.gapHuge
        shown: App.documents.canUndoRemove
        text: App.documents.undoText
        actionText: qsTr("Undo")
        onActionTriggered: App.documents.undoRemove()
        onExpired: App.documents.dismissUndo()
    }
}
