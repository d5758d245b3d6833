import QtQuick
import QtQuick.Dialogs
import Eddy.App
import Eddy.Components
import Eddy.Style

// What belongs to saved states and lies over the window: the library page, the dialogs, and what was done last.
FocusScope {
    id: root

    required property StateLibraryViewModel library
    readonly property alias page: statesPage
    signal closed

    Rectangle {
        anchors.fill: parent
        visible: root.library.open
        color: Style.colors.window
        // Nothing behind the page is touched through it.
        MouseArea {
            anchors.fill: parent
            hoverEnabled: true
            onWheel: wheel => wheel.accepted = true
        }
    }
    StatesPage {
        id: statesPage
        objectName: "statesPage"
        anchors.fill: parent
        visible: root.library.open
        focus: visible
        library: root.library
        onClosed: {
            root.library.open = false;
            root.closed();
        }
        onTunedRequested: tunedDialog.open()
        onImportRequested: importDialog.open()
        onExportRequested: (stateId, name) => {
            exportDialog.stateId = stateId;
            exportDialog.open();
        }
        onRenameRequested: (stateId, name, note) => nameDialog.rename(stateId, name, note)
    }
    SaveStateDialog {
        id: nameDialog
        objectName: "saveStateDialog"
        library: root.library
    }
    Toast {
        objectName: "stateToast"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.topMargin: 64
        duration: 5000
        shown: root.library.done !== ""
        text: root.library.done
        actionText: root.library.open ? "" : qsTr("Show")
        onActionTriggered: root.library.open = true
        onExpired: root.library.dismissDone()
    }
    FileDialog {
        id: tunedDialog
        title: qsTr("Add a tuned state")
        nameFilters: [qsTr("Tuned states (*.pth *.safetensors)"), qsTr("All files (*)")]
        onAccepted: root.library.addTuned(selectedFile)
    }
    FileDialog {
        id: importDialog
        title: qsTr("Import a state")
        nameFilters: [qsTr("States (*.state)"), qsTr("All files (*)")]
        onAccepted: root.library.importState(selectedFile)
    }
    FileDialog {
        id: exportDialog
        property real stateId: 0
        title: qsTr("Export a state")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "state"
        nameFilters: [qsTr("States (*.state)")]
        onAccepted: root.library.exportState(stateId, selectedFile)
    }
    Connections {
        target: root.library
        function onPointRequested(messageId: real) {
            nameDialog.save(messageId, root.library.suggestedName());
        }
        function onOpenChanged() {
            if (root.library.open)
                statesPage.forceActiveFocus();
        }
        function onConversationMade() {
            root.library.open = false;
            root.closed();
        }
    }
}
