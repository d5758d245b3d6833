pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Chat
import Eddy.Components

// A picture of this chat that an answer refers to by its name. Nothing else is ever fetched: what is not here is said.
Item {
    id: root

    required property string name
    required property string alt
    readonly property url source: App.pictures.named(name, App.pictures.revision)
    readonly property bool known: `${source}` !== ""

    implicitHeight: known ? 200 : words.implicitHeight
    Accessible.role: Accessible.Section
    Accessible.name: root.known ? qsTr("Picture: %1").arg(root.alt) : words.text

    Repeater {
        model: root.known ? 1 : 0
        delegate: MessagePicture {
            objectName: "answerPicture"
            width: Math.min(root.width, 320)
            pictureHeight: 200
            name: root.alt === "" ? root.name : root.alt
            source: root.source
            onClicked: App.pictures.open(root.source, root.name)
        }
    }
    Caption {
        id: words
        width: root.width
        visible: !root.known
        text: qsTr("[Picture: %1. It is not in this chat.]").arg(root.alt === "" ? root.name : root.alt)
    }
}
