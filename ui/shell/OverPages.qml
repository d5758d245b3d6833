pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Devices
import Eddy.Models
import Eddy.Notebook
import Eddy.States

// The pages that lie over the chat.
Item {
    id: root

    readonly property bool made: models.made && notebook.made && devices.made
    readonly property bool shown: App.library.open || App.shelf.open || App.notebook.open || App.devices.open
    signal closed

    StatesHost {
        objectName: "statesHost"
        anchors.fill: parent
        library: App.library
        onClosed: root.closed()
    }
    LatePage {
        id: models
        anchors.fill: parent
        visible: App.shelf.open
        page: ModelsHost {
            objectName: "modelsHost"
            shelf: App.shelf
            onClosed: root.closed()
        }
    }
    LatePage {
        id: notebook
        anchors.fill: parent
        visible: App.notebook.open
        page: NotebookHost {
            objectName: "notebookHost"
            notebook: App.notebook
            onClosed: root.closed()
        }
    }
    LatePage {
        id: devices
        anchors.fill: parent
        visible: App.devices.open
        page: DevicesHost {
            objectName: "devicesHost"
            devices: App.devices
            onClosed: root.closed()
        }
    }
}
