import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// Models: those on this computer, those that can be fetched, and the folders they lie in.
FocusScope {
    id: root

    enum Part { Installed, Catalogue, Folders }

    required property ModelShelf shelf
    property int part: ModelsPage.Installed
    readonly property real columnWidth: Math.min(Style.readingWidth + 80, width - 2 * Style.gapHuge)
    signal closed
    signal fileRequested
    signal folderRequested
    signal addressRequested(string name)
    signal ownFolderRequested
    signal deleteRequested(string path, string name, bool ours)
    signal quantiseRequested(string path, string name)

    Keys.onEscapePressed: root.closed()

    ColumnLayout {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.topMargin: Style.gapLarge
        width: root.columnWidth
        spacing: Style.gapSmall

        RowLayout {
            Layout.fillWidth: true
            spacing: Style.gapSmall
            IconButton {
                objectName: "closeModels"
                iconName: "arrow-left"
                text: qsTr("Back to the chat")
                onClicked: root.closed()
            }
            BodyText {
                Layout.fillWidth: true
                text: qsTr("Models")
                font.pixelSize: Style.fontSizeLarge
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            IconButton {
                objectName: "rescanModels"
                iconName: "refresh-cw"
                text: qsTr("Look for models again")
                onClicked: root.shelf.rescan()
            }
            TextButton {
                objectName: "addModelAddress"
                implicitHeight: 32
                enabled: !root.shelf.network.never
                iconName: "download"
                text: qsTr("From an address…")
                onClicked: root.addressRequested("")
            }
            TextButton {
                objectName: "addModelFile"
                implicitHeight: 32
                iconName: "plus"
                text: qsTr("Add a file\u2026")
                onClicked: root.fileRequested()
            }
        }
        Caption {
            objectName: "machineText"
            Layout.fillWidth: true
            visible: text !== ""
            text: root.shelf.machineText
        }
        Banner {
            objectName: "modelProblem"
            Layout.fillWidth: true
            visible: root.shelf.problem !== ""
            warning: true
            iconName: "triangle-alert"
            text: root.shelf.problem
            onDismissed: root.shelf.dismissProblem()
        }
        DownloadList {
            objectName: "downloadList"
            Layout.fillWidth: true
            downloads: root.shelf.downloads
        }
        SegmentedChoice {
            objectName: "modelParts"
            label: qsTr("Models")
            value: root.part
            options: [
                { value: ModelsPage.Installed, text: qsTr("On this computer"), icon: "cpu" },
                { value: ModelsPage.Catalogue, text: qsTr("Catalogue"), icon: "download" },
                { value: ModelsPage.Folders, text: qsTr("Folders"), icon: "folder" }
            ]
            onChosen: value => root.part = value
        }
        InstalledList {
            id: installed
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.part === ModelsPage.Installed
            focus: visible
            shelf: root.shelf
            onAddRequested: root.fileRequested()
            onDeleteRequested: (path, name, ours) => root.deleteRequested(path, name, ours)
            onQuantiseRequested: (path, name) => root.quantiseRequested(path, name)
        }
        CatalogueList {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.part === ModelsPage.Catalogue
            focus: visible
            shelf: root.shelf
            onAddressRequested: name => root.addressRequested(name)
        }
        FolderList {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.part === ModelsPage.Folders
            focus: visible
            shelf: root.shelf
            onAddRequested: root.folderRequested()
            onMoveRequested: root.ownFolderRequested()
        }
    }
}
