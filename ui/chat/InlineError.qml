import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// Why this answer failed, and the one thing to do about it.
Rectangle {
    id: root

    required property string title
    required property string explanation
    required property int action
    signal retryRequested
    signal chooseModelRequested
    signal openDataFolderRequested
    signal copyRequested(string text)

    implicitHeight: column.implicitHeight + 2 * Style.gap
    radius: Style.radius
    color: Style.colors.dangerSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.title
    Accessible.description: root.explanation

    Icon {
        id: icon
        anchors.left: parent.left
        anchors.leftMargin: Style.gapLarge
        y: Style.gap + 2
        icon: "circle-alert"
        color: Style.colors.danger
    }
    Column {
        id: column
        anchors.left: icon.right
        anchors.right: parent.right
        anchors.leftMargin: Style.gap
        anchors.rightMargin: Style.gapLarge
        y: Style.gap
        spacing: Style.gapSmall
        BodyText {
            width: parent.width
            text: root.title
            font.weight: Font.DemiBold
            color: Style.colors.danger
        }
        SelectableText {
            width: parent.width
            visible: text !== ""
            text: root.explanation
            font.pixelSize: Style.fontSizeSmall
        }
        Row {
            spacing: Style.gapSmall
            topPadding: Style.gapTiny
            TextButton {
                objectName: "errorRetry"
                visible: root.action === MessageListModel.Retry
                iconName: "rotate-ccw"
                text: qsTr("Try again")
                onClicked: root.retryRequested()
            }
            TextButton {
                objectName: "errorChooseModel"
                visible: root.action === MessageListModel.ChooseModel
                iconName: "cpu"
                text: qsTr("Choose a model")
                onClicked: root.chooseModelRequested()
            }
            TextButton {
                objectName: "errorOpenFolder"
                visible: root.action === MessageListModel.FreeSpace || root.action === MessageListModel.OpenDataFolder
                iconName: "folder-open"
                text: qsTr("Open the data folder")
                onClicked: root.openDataFolderRequested()
            }
            TextButton {
                quiet: true
                iconName: "copy"
                text: qsTr("Copy details")
                onClicked: root.copyRequested(root.title + "\n" + root.explanation)
            }
        }
    }
}
