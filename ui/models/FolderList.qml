pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// The folders in which models are looked for. Files of other programs are used where they are, and never changed.
FocusScope {
    id: root

    required property ModelShelf shelf
    signal addRequested
    signal moveRequested

    ColumnLayout {
        anchors.fill: parent
        spacing: Style.gapSmall
        RowLayout {
            Layout.fillWidth: true
            spacing: Style.gapSmall
            Caption {
                Layout.fillWidth: true
                text: qsTr("Models are used where they lie: nothing in these folders is copied or changed. Downloads go to Eddy's own folder.")
            }
            TextButton {
                objectName: "addFolder"
                implicitHeight: 32
                iconName: "plus"
                text: qsTr("Add a folder\u2026")
                onClicked: root.addRequested()
            }
        }
        ListView {
            id: list
            objectName: "folderList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Style.gapSmall
            clip: true
            focus: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.shelf.folders
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Folders of models")
            ScrollBar.vertical: ScrollHandle {}
            delegate: FolderCard {
                objectName: "folder" + index
                width: list.width
                onToggled: on => root.shelf.folders.setUsed(path, on)
                onRemoveRequested: root.shelf.folders.remove(path)
                onMoveRequested: root.moveRequested()
            }
            ViewFocus {
                view: list
            }
        }
    }
}
