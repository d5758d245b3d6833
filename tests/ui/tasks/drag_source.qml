import QtQuick

// Stands in for a file manager: a window with one file that can be dragged elsewhere. The last argument is the file's address.
Window {
    x: 0
    y: 0
    width: 120
    height: 60
    visible: true
    title: "Files"
    color: "white"

    Rectangle {
        id: file
        readonly property string address: Qt.application.arguments[Qt.application.arguments.length - 1]
        anchors.fill: parent
        color: "orange"
        Drag.active: hand.active
        Drag.dragType: Drag.Automatic
        Drag.supportedActions: Qt.CopyAction
        Drag.mimeData: ({ "text/uri-list": file.address + "\r\n" })
        DragHandler {
            id: hand
            target: null
        }
    }
}
