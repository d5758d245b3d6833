import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Eddy.App
import Eddy.Components
import Eddy.Style

// One picture as large as the window lets it be. Esc, a click or the button puts it away.
Popup {
    id: root

    required property ChatPictures pictures

    objectName: "pictureDialog"
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: parent ? parent.width : 0
    height: parent ? parent.height : 0
    padding: Style.gapLarge
    modal: true
    focus: true
    visible: pictures.openedName !== ""
    onOpened: closeButton.forceActiveFocus(Qt.TabFocusReason)
    onClosed: root.pictures.close()

    background: Rectangle {
        color: Style.colors.scrim
    }
    Item {
        id: area
        anchors.fill: parent
        anchors.topMargin: 44
        anchors.bottomMargin: 28
        TapHandler {
            onTapped: root.close()
        }
        Image {  // in its own size, or as large as there is room
            id: shown
            objectName: "openedPicture"
            anchors.centerIn: parent
            width: Math.min(area.width, sourceSize.width)
            height: Math.min(area.height, sourceSize.height)
            source: root.pictures.opened
            fillMode: Image.PreserveAspectFit
            asynchronous: true
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Picture: %1").arg(root.pictures.openedName)
        }
    }
    Caption {
        anchors.bottom: parent.bottom
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        elide: Text.ElideMiddle
        wrapMode: Text.NoWrap
        color: Style.colors.tooltipText
        text: shown.status === Image.Error ? qsTr("%1 cannot be shown").arg(root.pictures.openedName) : root.pictures.openedName
    }
    IconButton {
        id: closeButton
        objectName: "closePicture"
        anchors.right: parent.right
        round: true
        size: 36
        fill: Style.colors.raised
        iconName: "x"
        text: qsTr("Close (Esc)")
        onClicked: root.close()
    }
}
