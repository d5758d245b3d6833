pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// The models on this computer, with search, filter and order.
FocusScope {
    id: root

    required property ModelShelf shelf
    readonly property InstalledView view: shelf.installed
    signal addRequested
    signal deleteRequested(string path, string name, bool ours)
    signal quantiseRequested(string path, string name)

    ColumnLayout {
        anchors.fill: parent
        spacing: Style.gapSmall
        RowLayout {
            Layout.fillWidth: true
            spacing: Style.gapSmall
            InputField {
                objectName: "modelSearch"
                Layout.fillWidth: true
                implicitHeight: 32
                placeholderText: qsTr("Search by name, kind or place")
                Accessible.name: placeholderText
                text: root.view.search
                onTextEdited: root.view.search = text
            }
            ChoiceButton {
                objectName: "modelKind"
                label: qsTr("Show")
                value: root.view.kind
                options: [
                    { value: InstalledView.All, text: qsTr("All models") },
                    { value: InstalledView.ThatRun, text: qsTr("That run here") },
                    { value: InstalledView.Recurrent, text: qsTr("Recurrent alone") },
                    { value: InstalledView.Hybrid, text: qsTr("With attention") },
                    { value: InstalledView.ThatCannot, text: qsTr("That cannot run") },
                    { value: InstalledView.Removed, text: qsTr("Removed from the list") }
                ]
                onChosen: value => root.view.kind = value
            }
            ChoiceButton {
                objectName: "modelOrder"
                label: qsTr("Order")
                value: root.view.order
                options: [
                    { value: InstalledView.ByName, text: qsTr("By name") },
                    { value: InstalledView.BySize, text: qsTr("Largest first") },
                    { value: InstalledView.BySpeed, text: qsTr("Fastest first") },
                    { value: InstalledView.ByDate, text: qsTr("Newest first") }
                ]
                onChosen: value => root.view.order = value
            }
        }
        RowLayout {
            Layout.fillWidth: true
            visible: root.shelf.scanning
            spacing: Style.gapSmall
            ThinProgress {
                objectName: "scanProgress"
                Layout.fillWidth: true
                value: root.shelf.scanProgress
                label: root.shelf.scanText
            }
            Caption {
                objectName: "scanText"
                text: root.shelf.scanText
            }
            TextButton {
                objectName: "cancelScan"
                implicitHeight: 28
                quiet: true
                text: qsTr("Stop")
                onClicked: root.shelf.cancelScan()
            }
        }
        ListView {
            id: list
            objectName: "installedList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            bottomMargin: Style.gapHuge
            spacing: Style.gapSmall
            clip: true
            focus: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.view
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Models on this computer")
            ScrollBar.vertical: ScrollHandle {}
            delegate: InstalledCard {
                required property int index
                objectName: "model" + index
                width: list.width
                shelf: root.shelf
                Keys.onReturnPressed: runnable && !loaded ? root.shelf.load(path) : undefined
                Keys.onDeletePressed: deletable ? deleteRequested() : undefined
                onDeleteRequested: root.deleteRequested(path, name, ours)
                onQuantiseRequested: root.quantiseRequested(path, name)
            }
            Column {
                objectName: "noModels"
                anchors.centerIn: parent
                width: Math.min(440, list.width)
                spacing: Style.gap
                visible: list.count === 0 && !root.shelf.scanning
                Icon {
                    anchors.horizontalCenter: parent.horizontalCenter
                    icon: "cpu"
                    size: 36
                    color: Style.colors.textFaint
                }
                BodyText {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: root.view.total > 0 ? qsTr("Nothing of this kind") : qsTr("No models yet")
                    font.weight: Font.DemiBold
                }
                Caption {
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    text: root.view.total > 0 ? qsTr("Change the search or the filter above.")
                        : qsTr("Open a model file, add a folder that holds some, or look into the catalogue.")
                }
                TextButton {
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: qsTr("Add a file\u2026")
                    onClicked: root.addRequested()
                }
            }
            ViewFocus {
                view: list
            }
        }
    }
}
