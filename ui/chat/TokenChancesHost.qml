pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Eddy.App

// The dialog about an answer's words, there only while it is open.
Item {
    id: root

    required property real messageId
    property bool active: false
    readonly property Item overlay: T.Overlay.overlay

    Timer {
        id: gone
        interval: 0
        onTriggered: root.active = false
    }
    Instantiator {
        active: root.active
        delegate: TokenChancesDialog {
            objectName: "tokenChancesDialog"
            parent: root.overlay
            chances: App.chances
            messageId: root.messageId
            Component.onCompleted: open()
            onClosed: gone.start()
        }
    }
}
