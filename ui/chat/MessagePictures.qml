pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Style

// The pictures of one message, side by side.
Flow {
    id: root

    required property var pictures  // name, source, width, height
    readonly property real pictureHeight: 140
    readonly property real rowWidth: pictures.reduce((sum, one) => sum + Style.pictureWidth(one.width / one.height, pictureHeight) + spacing, 1)  // of all in one row

    spacing: Style.gapSmall

    Repeater {
        model: root.pictures
        delegate: MessagePicture {
            required property var modelData
            objectName: "messagePicture"
            name: modelData.name
            source: modelData.source
            aspect: modelData.width / modelData.height
            pictureHeight: root.pictureHeight
            onClicked: App.pictures.open(source, name)
        }
    }
}
