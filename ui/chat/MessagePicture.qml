import QtQuick
import QtQuick.Controls.Basic
import Eddy.Components
import Eddy.Style

// One picture, scaled; pressed, it is looked at in full. Its place is known before it is there.
AbstractButton {
    id: root

    required property string name
    required property url source
    property real aspect: 1  // width by height
    property real pictureHeight: 140

    implicitHeight: Math.round(Math.min(pictureHeight, Math.max(40, implicitWidth / aspect)))
    implicitWidth: Style.pictureWidth(aspect, pictureHeight)
    Accessible.role: Accessible.Button
    Accessible.name: shown.status === Image.Error ? qsTr("Picture that cannot be shown: %1").arg(root.name) : qsTr("Picture: %1").arg(root.name)
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    HintTip {
        text: root.name
        shown: root.hovered || root.visualFocus
    }

    contentItem: Item {}
    Image {
        id: shown
        anchors.fill: parent
        source: root.source
        sourceSize.width: 640
        sourceSize.height: 640
        fillMode: Image.PreserveAspectFit
        asynchronous: true
    }
    Caption {
        anchors.centerIn: parent
        width: parent.width - Style.gapSmall
        visible: shown.status === Image.Error
        horizontalAlignment: Text.AlignHCenter
        elide: Text.ElideRight
        text: qsTr("Cannot be shown")
    }
    background: Rectangle {
        radius: Style.radiusSmall
        color: shown.status === Image.Ready ? "transparent" : Style.colors.sunken
        border.color: shown.status === Image.Ready ? "transparent" : Style.colors.border
        FocusRing {
            shown: root.visualFocus
        }
    }
}
