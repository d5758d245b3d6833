pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// Pictures that go with the next message, and that no model here looks at them.
Column {
    id: root

    required property ChatPictures pictures

    visible: pictures.waiting.length > 0 || pictures.isAdding || pictures.problem !== ""
    spacing: Style.gapSmall

    Banner {
        objectName: "pictureProblem"
        width: parent.width
        visible: root.pictures.problem !== ""
        warning: true
        text: root.pictures.problem
        onDismissed: root.pictures.dismissProblem()
    }
    Flow {
        width: parent.width
        spacing: Style.gapSmall
        visible: root.pictures.waiting.length > 0
        Repeater {
            model: root.pictures.waiting
            delegate: Item {
                id: one
                required property var modelData
                width: 84
                height: 64
                MessagePicture {
                    objectName: "waitingPicture"
                    width: 64
                    pictureHeight: 64
                    name: one.modelData.name
                    source: one.modelData.source
                    onClicked: root.pictures.open(source, name)
                }
                IconButton {
                    objectName: "removePicture"
                    anchors.right: parent.right
                    size: 24
                    glyphSize: Style.iconSizeSmall
                    round: true
                    fill: Style.colors.raised
                    iconName: "x"
                    text: qsTr("Take %1 away").arg(one.modelData.name)
                    onClicked: root.pictures.remove(one.modelData.id)
                }
            }
        }
    }
    Caption {
        objectName: "picturesNotSeen"
        width: parent.width
        visible: root.pictures.waiting.length > 0
        text: qsTr("No model here can see pictures: it reads your words alone. The pictures are kept with your message, for you.")
    }
    Caption {
        width: parent.width
        visible: root.pictures.isAdding
        text: qsTr("Adding a picture…")
    }
}
