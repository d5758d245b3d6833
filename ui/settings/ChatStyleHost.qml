pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Eddy.App

// The dialog about the shown chat, there only while it is open.
Item {
    id: root

    property bool active: false
    readonly property Item overlay: T.Overlay.overlay
    signal closed

    Timer {
        id: gone
        interval: 0
        onTriggered: root.active = false
    }
    Instantiator {
        active: root.active
        delegate: ChatStyleDialog {
            objectName: "chatStyleDialog"
            parent: root.overlay
            style: App.style
            presets: App.presets
            personas: App.personas
            Component.onCompleted: open()
            onClosed: {
                gone.start();
                root.closed();
            }
        }
    }
}
