pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// One conversation in the sidebar: select, rename in place, delete.
ItemDelegate {
    id: root

    required property ConversationListModel conversations
    required property real conversationId
    required property string title
    required property string preview
    required property bool isCurrent
    required property bool isGenerating
    property bool renaming: false
    property bool menuOpen: false
    readonly property bool showMore: (hovered || visualFocus || menuOpen) && !renaming
    signal menuRequested(Item anchor)
    signal renameRequested
    signal renameFinished
    signal removeRequested

    implicitHeight: Style.controlHeight + 2
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    text: title
    Accessible.name: title
    Accessible.description: preview
    Accessible.selected: isCurrent
    onClicked: root.conversations.select(root.conversationId)
    onDoubleClicked: root.renameRequested()

    contentItem: Item {}
    Item {
        anchors.fill: parent
        Caption {
            anchors.left: parent.left
            anchors.right: busy.visible ? busy.left : more.visible ? more.left : parent.right
            anchors.leftMargin: Style.gap
            anchors.rightMargin: Style.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            visible: !root.renaming
            text: root.title
            color: root.isCurrent ? Style.colors.text : Style.colors.textMuted
            font.pixelSize: Style.fontSizeSmall
            font.weight: root.isCurrent ? Font.Medium : Font.Normal
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Spinner {
            id: busy
            anchors.right: parent.right
            anchors.rightMargin: Style.gap
            anchors.verticalCenter: parent.verticalCenter
            visible: root.isGenerating && !root.showMore && !root.renaming
            dotSize: 4
            spacing: 3
        }
        IconButton {
            id: more
            objectName: "conversationMenu"
            anchors.right: parent.right
            anchors.rightMargin: Style.gapTiny
            anchors.verticalCenter: parent.verticalCenter
            visible: root.showMore
            focusPolicy: Qt.NoFocus
            size: 28
            glyphSize: Style.iconSizeSmall
            iconName: "ellipsis"
            text: qsTr("More")
            onClicked: root.menuRequested(more)
        }
        Repeater {
            model: root.renaming ? 1 : 0
            delegate: ConversationTitle {
                anchors.fill: parent
                original: root.title
                onCancelled: root.renameFinished()
                onRenamed: title => {
                    root.conversations.rename(root.conversationId, title);
                    root.renameFinished();
                }
            }
        }
    }
    background: Rectangle {
        radius: Style.radiusSmall + 2
        color: root.isCurrent ? Style.colors.pressed : root.hovered ? Style.colors.hover : "transparent"
        FocusRing {
            anchors.margins: 0
            shown: root.ListView.isCurrentItem && root.ListView.view.activeFocus && !root.renaming
        }
    }
    MouseArea {  // a TapHandler would let the click select the conversation as well
        anchors.fill: parent
        acceptedButtons: Qt.RightButton
        onClicked: root.menuRequested(null)
    }
}
