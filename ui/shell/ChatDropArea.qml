import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// Files with chats open as chats wherever they are dropped. Everything else goes on to whoever lies below.
DropArea {
    id: root

    required property TransferViewModel transfer

    keys: ["text/uri-list"]
    onEntered: drag => drag.accepted = root.transfer.areChats(drag.urls)
    onDropped: drop => {
        if (!root.transfer.areChats(drop.urls)) {
            drop.accepted = false;
            return;
        }
        root.transfer.open(drop.urls);
        drop.acceptProposedAction();
    }

    Rectangle {
        anchors.fill: parent
        visible: root.containsDrag
        color: Style.colors.scrim
        Card {
            objectName: "chatDropCard"
            anchors.centerIn: parent
            width: 340
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                icon: "download"
                size: 32
                color: Style.colors.accent
            }
            BodyText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Drop to open this chat")
                font.weight: Font.DemiBold
            }
        }
    }
}
