import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// The private chat above the list: it is none of the conversations there, and gone when it is closed.
ItemDelegate {
    id: root

    required property PrivateChat privateChat

    implicitHeight: Style.controlHeight + 2
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    text: qsTr("Private chat")
    Accessible.onPressAction: root.clicked()
    Accessible.name: text
    Accessible.description: qsTr("Kept in memory only; gone when it is closed")
    Accessible.selected: root.privateChat.isShown
    Keys.onReturnPressed: root.clicked()
    Keys.onDeletePressed: root.privateChat.close()
    onClicked: root.privateChat.open()

    contentItem: Item {}
    Icon {
        id: ghost
        anchors.left: parent.left
        anchors.leftMargin: Style.gap
        anchors.verticalCenter: parent.verticalCenter
        icon: "ghost"
        size: Style.iconSizeSmall
        color: Style.colors.accent
    }
    Caption {
        anchors.left: ghost.right
        anchors.right: closeButton.left
        anchors.leftMargin: Style.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        color: root.privateChat.isShown ? Style.colors.text : Style.colors.textMuted
        font.pixelSize: Style.fontSizeSmall
        font.weight: root.privateChat.isShown ? Font.Medium : Font.Normal
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    IconButton {
        id: closeButton
        objectName: "closePrivate"
        anchors.right: parent.right
        anchors.rightMargin: Style.gapTiny
        anchors.verticalCenter: parent.verticalCenter
        size: 28
        glyphSize: Style.iconSizeSmall
        iconName: "x"
        text: qsTr("Close and forget it")
        onClicked: root.privateChat.close()
    }
    background: Rectangle {
        radius: Style.radiusSmall + 2
        color: root.privateChat.isShown ? Style.colors.pressed : root.hovered ? Style.colors.hover : "transparent"
        FocusRing {
            anchors.margins: 0
            shown: root.visualFocus
        }
    }
}
