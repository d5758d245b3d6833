import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// The whole window takes a model file or folder.
DropArea {
    id: root

    required property ModelsViewModel models

    keys: ["text/uri-list"]
    onDropped: drop => {
        root.models.load(drop.urls[0]);
        drop.acceptProposedAction();
    }

    Rectangle {
        anchors.fill: parent
        visible: root.containsDrag
        color: Style.colors.scrim
        Card {
            anchors.centerIn: parent
            width: 320
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                icon: "file-up"
                size: 32
                color: Style.colors.accent
            }
            BodyText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Drop to load this model")
                font.weight: Font.DemiBold
            }
        }
    }
}
