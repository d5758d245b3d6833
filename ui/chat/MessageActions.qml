import QtQuick
import Eddy.Components
import Eddy.Style

// What can be done with one message. Quiet until `shown`, but always there for the keyboard of the message in focus.
Row {
    id: root

    required property int branchIndex
    required property int branchCount
    property bool shown: true
    property bool canEdit: false
    property bool canRegenerate: false
    property bool canContinue: false
    property bool busy: false
    signal copyRequested
    signal editRequested
    signal regenerateRequested
    signal continueRequested
    signal previousBranch
    signal nextBranch
    signal textWanted(DragOut drag)  // for who drags it elsewhere

    height: 28
    spacing: 2
    opacity: shown ? 1 : 0
    Behavior on opacity {
        NumberAnimation { duration: Style.quick }
    }

    BranchStepper {
        index: root.branchIndex
        count: root.branchCount
        enabled: root.shown && !root.busy
        onPrevious: root.previousBranch()
        onNext: root.nextBranch()
    }
    IconButton {
        id: copyButton
        objectName: "copyMessage"
        size: 28
        glyphSize: Style.iconSizeSmall
        enabled: root.shown
        iconName: copied.running ? "check" : "copy"
        text: copied.running ? qsTr("Copied") : qsTr("Copy")
        onClicked: {
            root.copyRequested();
            copied.restart();
        }
        hint: copied.running ? copyButton.text : qsTr("Copy, or drag the text to another window")
        DragOut {
            id: dragOut
            objectName: "dragMessage"
            anchors.fill: parent
            onTextWanted: root.textWanted(dragOut)
        }
        Timer {
            id: copied
            interval: 1600
        }
    }
    IconButton {
        objectName: "editMessage"
        visible: root.canEdit
        enabled: root.shown && !root.busy
        size: 28
        glyphSize: Style.iconSizeSmall
        iconName: "pencil"
        text: qsTr("Edit and answer again")
        onClicked: root.editRequested()
    }
    IconButton {
        objectName: "regenerateMessage"
        visible: root.canRegenerate
        enabled: root.shown && !root.busy
        size: 28
        glyphSize: Style.iconSizeSmall
        iconName: "refresh-cw"
        text: qsTr("Answer again")
        onClicked: root.regenerateRequested()
    }
    TextButton {
        objectName: "continueMessage"
        visible: root.canContinue
        enabled: root.shown && !root.busy
        implicitHeight: 28
        quiet: true
        iconName: "play"
        text: qsTr("Continue")
        onClicked: root.continueRequested()
    }
}
