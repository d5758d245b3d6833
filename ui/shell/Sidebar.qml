pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// All conversations, newest first, with "new" above and settings below.
FocusScope {
    id: root

    required property ConversationListModel conversations
    property bool settingsOpen: false
    property bool documentsOpen: false
    property real renamingId: -1
    readonly property ConversationItem focusedItem: list.currentItem as ConversationItem
    signal newRequested
    signal settingsRequested
    signal documentsRequested
    signal collapseRequested
    signal conversationOpened

    Rectangle {
        anchors.fill: parent
        color: Style.colors.sidebar
        Rectangle {
            anchors.right: parent.right
            width: 1
            height: parent.height
            color: Style.colors.border
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.rightMargin: 1
        spacing: Style.gapTiny

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredHeight: Style.headerHeight
            Layout.leftMargin: Style.gapLarge
            Layout.rightMargin: Style.gapSmall
            spacing: Style.gapSmall
            Image {
                source: Style.icon("eddy")
                sourceSize.width: 24
                sourceSize.height: 24
                Accessible.ignored: true
            }
            BodyText {
                Layout.fillWidth: true
                text: "Eddy"
                font.weight: Font.DemiBold
            }
            IconButton {
                objectName: "collapseSidebar"
                iconName: "panel-left"
                text: qsTr("Hide the sidebar (Ctrl+B)")
                onClicked: root.collapseRequested()
            }
        }
        TextButton {
            objectName: "newConversation"
            Layout.fillWidth: true
            Layout.leftMargin: Style.gap
            Layout.rightMargin: Style.gap
            Layout.bottomMargin: Style.gapSmall
            iconName: "plus"
            text: qsTr("New chat")
            hint: qsTr("Ctrl+N")
            onClicked: root.newRequested()
        }
        ListView {
            id: list
            objectName: "conversationList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            leftMargin: Style.gapSmall
            rightMargin: Style.gapSmall
            spacing: 2
            clip: true
            focus: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            model: root.conversations
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Conversations")
            ScrollBar.vertical: ScrollHandle {}
            Keys.onReturnPressed: root.focusedItem?.clicked()
            Keys.onSpacePressed: root.focusedItem?.clicked()
            Keys.onDeletePressed: root.focusedItem?.removeRequested()

            delegate: ConversationItem {
                id: item
                required property int index
                objectName: "conversation" + index
                width: ListView.view.width - 2 * Style.gapSmall
                conversations: root.conversations
                renaming: root.renamingId === conversationId
                onIsCurrentChanged: item.isCurrent ? list.currentIndex = index : undefined
                onClicked: root.conversationOpened()
                menuOpen: menu.visible && menu.conversationId === conversationId
                onMenuRequested: anchor => menu.openFor(conversationId, title, anchor)
                onRenameRequested: root.renamingId = conversationId
                onRemoveRequested: root.conversations.remove(conversationId)
                onRenameFinished: root.stopRenaming()
                Component.onCompleted: item.isCurrent ? list.currentIndex = index : undefined
            }
        }
        TextButton {
            objectName: "documentsButton"
            Layout.fillWidth: true
            Layout.leftMargin: Style.gapSmall
            Layout.rightMargin: Style.gapSmall
            quiet: true
            leading: true
            ink: root.documentsOpen ? Style.colors.accent : Style.colors.textMuted
            iconName: "file-text"
            text: qsTr("Documents")
            hint: qsTr("Ctrl+D")
            onClicked: root.documentsRequested()
        }
        TextButton {
            objectName: "settingsButton"
            Layout.fillWidth: true
            Layout.leftMargin: Style.gapSmall
            Layout.rightMargin: Style.gapSmall
            Layout.bottomMargin: Style.gapSmall
            quiet: true
            leading: true
            ink: root.settingsOpen ? Style.colors.accent : Style.colors.textMuted
            iconName: "settings"
            text: qsTr("Settings")
            hint: qsTr("Ctrl+,")
            onClicked: root.settingsRequested()
        }
    }
    ConversationMenu {
        id: menu
        conversations: root.conversations
        onRenameRequested: id => root.renamingId = id
        onRemoveRequested: id => root.conversations.remove(id)
    }

    function stopRenaming() {
        root.renamingId = -1;
        list.forceActiveFocus();
    }
    // The conversation under the keyboard if the list has it, else the open one.
    function rename() {
        root.renamingId = list.activeFocus && root.focusedItem ? root.focusedItem.conversationId : root.conversations.currentId; // qmllint disable type
    }
}
