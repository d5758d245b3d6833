import QtQuick
import Eddy.App
import Eddy.Style

// The notebook over the window, there while it is open.
FocusScope {
    id: root

    required property Notebook notebook
    signal closed

    visible: notebook.open
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
    NotebookPage {
        id: page
        objectName: "notebookPage"
        anchors.fill: parent
        focus: true
        notebook: root.notebook
        onClosed: {
            root.notebook.open = false;
            root.closed();
        }
    }
    Connections {
        target: App.library
        function onOpenChanged() {
            if (App.library.open)
                root.notebook.open = false;
        }
    }
}
