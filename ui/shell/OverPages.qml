import QtQuick
import Eddy.App
import Eddy.Devices
import Eddy.Models
import Eddy.Notebook
import Eddy.States

// The pages that lie over the chat.
Item {
    id: root

    signal closed

    StatesHost {
        objectName: "statesHost"
        anchors.fill: parent
        library: App.library
        onClosed: root.closed()
    }
    ModelsHost {
        objectName: "modelsHost"
        anchors.fill: parent
        shelf: App.shelf
        onClosed: root.closed()
    }
    NotebookHost {
        objectName: "notebookHost"
        anchors.fill: parent
        notebook: App.notebook
        onClosed: root.closed()
    }
    DevicesHost {
        objectName: "devicesHost"
        anchors.fill: parent
        devices: App.devices
        onClosed: root.closed()
    }
}
