import QtQuick
import Eddy.App
import Eddy.Style

// The page of devices, over whatever else is on show.
FocusScope {
    id: root

    required property DevicesViewModel devices
    signal closed

    visible: devices.open
    onVisibleChanged: visible ? page.forceActiveFocus() : undefined

    Rectangle {
        anchors.fill: parent
        color: Style.colors.window
        // Nothing behind the page is touched through it.
        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            onWheel: wheel => wheel.accepted = true
        }
    }
    DevicesPage {
        id: page
        objectName: "devicesPage"
        anchors.fill: parent
        focus: true
        devices: root.devices
        onClosed: {
            root.devices.open = false;
            root.closed();
        }
    }
    Connections {
        target: App.library
        function onOpenChanged() {
            if (App.library.open)
                root.devices.open = false;
        }
    }
    Connections {
        target: App.shelf
        function onOpenChanged() {
            if (App.shelf.open)
                root.devices.open = false;
        }
    }
    Connections {
        target: App.notebook
        function onOpenChanged() {
            if (App.notebook.open)
                root.devices.open = false;
        }
    }
}
