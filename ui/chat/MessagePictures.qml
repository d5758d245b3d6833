pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Style

// The pictures of one message, side by side.
Flow {
    id: root

    required property var pictures  // name, source, width, height

    spacing: Style.gapSmall

    Repeater {
        model: root.pictures
        delegate: MessagePicture {
            required property var modelData
            objectName: "messagePicture"
            name: modelData.name
            source: modelData.source
            aspect: modelData.width / modelData.height
            onClicked: App.pictures.open(source, name)
        }
    }
}
