import QtQuick
import QtQuick.Controls.Basic
import Eddy.Components
import Eddy.Style

// A heading between conversations: pinned, a folder, a span of time, the archive. Folders and the archive fold.
ItemDelegate {
    id: root

    required property int index
    required property real conversationId
    required property string title
    required property string folder
    required property int members
    required property bool foldable
    required property bool folded
    signal foldRequested
    signal menuRequested(Item anchor)

    implicitHeight: Style.controlHeight - 4
    padding: 0
    hoverEnabled: root.foldable
    focusPolicy: Qt.NoFocus
    text: root.title
    Accessible.onPressAction: root.clicked()
    Accessible.name: root.foldable ? qsTr("%1, %n chat(s)", "", root.members).arg(root.title) : root.title
    Accessible.role: root.foldable ? Accessible.Button : Accessible.Heading
    Accessible.checked: root.foldable && !root.folded
    onClicked: root.foldRequested()

    contentItem: Item {}
    Icon {
        id: arrow
        anchors.left: parent.left
        anchors.leftMargin: Style.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        visible: root.foldable
        icon: root.folded ? "chevron-right" : "chevron-down"
        size: Style.iconSizeSmall
    }
    Caption {
        anchors.left: arrow.visible ? arrow.right : parent.left
        anchors.right: number.left
        anchors.leftMargin: arrow.visible ? Style.gapTiny : Style.gap
        anchors.rightMargin: Style.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        text: root.title
        font.weight: Font.DemiBold
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        Accessible.ignored: true
    }
    Caption {
        id: number
        anchors.right: parent.right
        anchors.rightMargin: Style.gap
        anchors.verticalCenter: parent.verticalCenter
        visible: root.foldable
        text: root.members.toLocaleString(Qt.locale(), "f", 0)
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Style.radiusSmall + 2
        color: root.foldable && root.hovered ? Style.colors.hover : "transparent"
        FocusRing {
            anchors.margins: 0
            shown: root.activeFocus || (root.ListView.isCurrentItem && root.ListView.view.activeFocus)
        }
    }
    MouseArea {
        anchors.fill: parent
        enabled: root.folder !== ""
        acceptedButtons: Qt.RightButton
        onClicked: root.menuRequested(null)
    }
}
