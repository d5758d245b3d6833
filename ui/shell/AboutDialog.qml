import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// What this program is, its version and what it stands on.
ModalDialog {
    id: root

    title: qsTr("Eddy %1").arg(App.version)
    onOpened: closeButton.forceActiveFocus(Qt.TabFocusReason)

    BodyText {
        width: parent.width
        text: qsTr("Chat with recurrent language models on your own computer. Eddy keeps what the model has read beside the text, so that a conversation goes on at once after any pause.")
        font.pixelSize: Style.fontSizeSmall
        lineHeight: Style.lineHeight
    }
    Caption {
        width: parent.width
        text: qsTr("Apache License 2.0. Built with Qt (LGPL 3) and SQLite; icons by Lucide (ISC); fonts Inter and JetBrains Mono (OFL 1.1). Nothing you write leaves this computer.")
        lineHeight: Style.lineHeight
    }
    buttons: TextButton {
        id: closeButton
        objectName: "closeAbout"
        text: qsTr("Close")
        onClicked: root.close()
    }
}
