import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// The one dialog that cannot be closed: the conversations cannot be opened. Nothing was changed on disk.
ModalDialog {
    id: root

    stubborn: true
    title: qsTr("Your conversations cannot be opened")

    BodyText {
        objectName: "startupErrorText"
        width: parent.width
        text: App.startupError
    }
    SelectableText {
        id: detail
        width: parent.width
        visible: text !== ""
        text: App.startupErrorDetail
        font.pixelSize: Style.fontSizeTiny
        color: Style.colors.textMuted
    }
    buttons: [
        TextButton {
            iconName: "copy"
            text: qsTr("Copy details")
            onClicked: App.chat.copyToClipboard(App.startupError + "\n" + App.startupErrorDetail)
        },
        TextButton {
            iconName: "folder-open"
            text: qsTr("Open the data folder")
            onClicked: Qt.openUrlExternally(App.settings.dataFolderUrl)
        },
        TextButton {
            objectName: "quitButton"
            primary: true
            text: qsTr("Quit")
            onClicked: Qt.quit()
        }
    ]
}
