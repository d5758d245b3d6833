import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Models
import Eddy.Style

// Title of what is shown, the model in use, and the way back when the sidebar is hidden.
Item {
    id: root

    required property string title
    required property ModelsViewModel models
    property bool sidebarShown: true
    property bool settingsOpen: false
    property bool documentsOpen: false
    property bool narrow: false
    signal sidebarRequested
    signal newRequested
    signal backRequested
    signal modelRequested

    implicitHeight: Style.headerHeight

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Style.gap
        anchors.rightMargin: Style.gap
        spacing: Style.gapSmall
        IconButton {
            objectName: "showSidebar"
            visible: !root.sidebarShown
            iconName: "panel-left"
            text: App.shortcuts.hintOf(qsTr("Show the sidebar"), "sidebar", App.shortcuts.texts)
            onClicked: root.sidebarRequested()
        }
        IconButton {
            objectName: "headerNew"
            visible: !root.sidebarShown && !root.settingsOpen && !root.documentsOpen
            iconName: "plus"
            text: App.shortcuts.hintOf(qsTr("New chat"), "newChat", App.shortcuts.texts)
            onClicked: root.newRequested()
        }
        IconButton {
            objectName: "settingsBack"
            visible: root.settingsOpen || root.documentsOpen
            iconName: "arrow-left"
            text: qsTr("Back to the chat (Esc)")
            onClicked: root.backRequested()
        }
        BodyText {
            objectName: "headerTitle"
            Layout.fillWidth: true
            Layout.leftMargin: Style.gapTiny
            text: root.settingsOpen ? qsTr("Settings") : root.documentsOpen ? qsTr("Documents") : root.title
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            font.weight: Font.Medium
            Accessible.role: Accessible.Heading
            DragOut {
                id: dragChat
                objectName: "dragChat"
                anchors.fill: parent
                enabled: !root.settingsOpen && !root.documentsOpen
                onTextWanted: dragChat.text = App.chat.asText()
            }
        }
        ModelChip {
            objectName: "modelChip"
            models: root.models
            narrow: root.narrow
            onClicked: root.modelRequested()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Style.colors.border
    }
}
