pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.Components
import Eddy.Style

// One conversation in the sidebar: open, rename in place, select several (Ctrl and Shift), and a menu.
ItemDelegate {
    id: root

    required property int index
    required property real conversationId
    required property string title
    required property string preview
    required property bool isCurrent
    required property bool isGenerating
    required property bool pinned
    required property bool archived
    required property bool selected
    property bool pooled: false  // out of the list until it is used again: a screen reader must not find it there
    property bool renaming: false
    property bool menuOpen: false
    property bool selecting: false  // some are selected: a click selects instead of opening
    readonly property bool showMore: (hovered || visualFocus || menuOpen) && !renaming && !selecting
    signal opened
    signal toggled
    signal extended
    signal menuRequested(Item anchor)
    signal renameRequested
    signal renamed(string title)
    signal renameFinished

    visible: !pooled
    ListView.onPooled: root.pooled = true
    ListView.onReused: root.pooled = false
    implicitHeight: Style.controlHeight + 2
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    text: title
    Accessible.onPressAction: root.clicked()
    Accessible.name: title
    Accessible.description: preview
    Accessible.selected: selecting ? selected : isCurrent
    onClicked: root.press(Qt.NoModifier)  // by key and by a screen reader; the pointer's are below

    contentItem: Item {}
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.LeftButton | Qt.RightButton
        onClicked: mouse => mouse.button === Qt.RightButton ? root.menuRequested(null) : root.press(mouse.modifiers)
        onDoubleClicked: root.renameRequested()
    }
    Item {
        anchors.fill: parent
        Icon {
            id: mark
            anchors.left: parent.left
            anchors.leftMargin: Style.gap
            anchors.verticalCenter: parent.verticalCenter
            visible: root.selected || (root.pinned && !root.archived)
            icon: root.selected ? "check" : "pin"
            size: 13
            color: root.selected ? Style.colors.accent : Style.colors.textFaint
        }
        Caption {
            anchors.left: mark.visible ? mark.right : parent.left
            anchors.right: busy.visible ? busy.left : more.visible ? more.left : parent.right
            anchors.leftMargin: mark.visible ? Style.gapSmall : Style.gap
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
        Item {
            id: busy
            anchors.right: parent.right
            anchors.rightMargin: Style.gap
            height: parent.height
            width: 24
            visible: root.isGenerating && !root.showMore && !root.renaming
            Repeater {  // there only while it turns: a spinner is the most expensive part of a row
                model: root.isGenerating ? 1 : 0
                delegate: Spinner {
                    y: (busy.height - height) / 2
                    dotSize: 4
                    spacing: 3
                }
            }
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
                    root.renamed(title);
                    root.renameFinished();
                }
            }
        }
    }
    background: Rectangle {
        radius: Style.radiusSmall + 2
        color: root.selected ? Style.colors.accentSoft
            : root.isCurrent ? Style.colors.pressed : root.hovered ? Style.colors.hover : "transparent"
        FocusRing {
            anchors.margins: 0
            shown: root.ListView.isCurrentItem && root.ListView.view.activeFocus && !root.renaming
        }
    }

    function press(modifiers: int) {
        if (modifiers & Qt.ControlModifier)
            root.toggled();
        else if (modifiers & Qt.ShiftModifier)
            root.extended();
        else if (root.selecting)
            root.toggled();
        else
            root.opened();
    }
}
