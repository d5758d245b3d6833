import QtQuick

// Over what can be dragged out of the window as text, into an editor or a mail. The text is asked for when dragging begins.
Item {
    id: root

    property string text: ""
    signal textWanted

    Drag.dragType: Drag.Automatic
    Drag.supportedActions: Qt.CopyAction

    DragHandler {
        parent: root.parent  // whose own presses an item above it would keep
        target: null
        onActiveChanged: root.Drag.active = active && root.load()
    }

    // What is handed over. False when there is nothing.
    function load(): bool {
        root.textWanted();
        root.Drag.mimeData = { "text/plain": root.text, "text/markdown": root.text };
        return root.text !== "";
    }
}
