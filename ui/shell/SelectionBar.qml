import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// How many conversations are selected and what can be done with all of them.
Rectangle {
    id: root

    required property SidebarModel rows
    required property ConversationOrganizer organizer
    signal folderRequested(var ids)
    signal saveRequested(var ids)
    signal removeRequested(var ids)

    implicitHeight: Style.controlHeight + Style.gapSmall
    radius: Style.radiusSmall + 2
    color: Style.colors.accentSoft
    Accessible.role: Accessible.Grouping
    Accessible.name: count.text

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Style.gap
        anchors.rightMargin: Style.gapTiny
        spacing: 0
        Caption {
            id: count
            objectName: "selectedCount"
            Layout.fillWidth: true
            text: qsTr("%n selected", "", root.rows.selectedCount)
            color: Style.colors.text
        }
        IconButton {
            objectName: "selectedPin"
            size: 30
            glyphSize: Style.iconSizeSmall
            iconName: "pin"
            text: qsTr("Pin or unpin")
            onClicked: root.organizer.togglePinned(root.rows.selectedOr(-1))
        }
        IconButton {
            objectName: "selectedFolder"
            size: 30
            glyphSize: Style.iconSizeSmall
            iconName: "folder-input"
            text: qsTr("Move to folder")
            onClicked: root.folderRequested(root.rows.selectedOr(-1))
        }
        IconButton {
            objectName: "selectedArchive"
            size: 30
            glyphSize: Style.iconSizeSmall
            iconName: "archive"
            text: qsTr("Archive or take back")
            onClicked: {
                root.organizer.toggleArchived(root.rows.selectedOr(-1));
                root.rows.clearSelection();
            }
        }
        IconButton {
            objectName: "selectedSave"
            size: 30
            glyphSize: Style.iconSizeSmall
            iconName: "download"
            text: qsTr("Save as files")
            onClicked: root.saveRequested(root.rows.selectedOr(-1))
        }
        IconButton {
            objectName: "selectedDelete"
            size: 30
            glyphSize: Style.iconSizeSmall
            iconName: "trash-2"
            text: qsTr("Delete")
            onClicked: root.removeRequested(root.rows.selectedOr(-1))
        }
        IconButton {
            objectName: "selectedClear"
            size: 30
            glyphSize: Style.iconSizeSmall
            iconName: "x"
            text: qsTr("Select none (Esc)")
            onClicked: root.rows.clearSelection()
        }
    }
}
