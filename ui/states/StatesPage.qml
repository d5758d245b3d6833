pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// The library of saved states, newest first.
FocusScope {
    id: root

    required property StateLibraryViewModel library
    readonly property real columnWidth: Math.min(Style.readingWidth, width - 2 * Style.gapHuge)
    signal closed
    signal tunedRequested
    signal importRequested
    signal exportRequested(real stateId, string name)
    signal renameRequested(real stateId, string name, string note)

    Keys.onEscapePressed: root.closed()

    Column {
        id: top
        anchors.horizontalCenter: parent.horizontalCenter
        y: Style.gapLarge
        width: root.columnWidth
        spacing: Style.gapSmall
        RowLayout {
            width: parent.width
            spacing: Style.gapSmall
            IconButton {
                objectName: "closeStates"
                iconName: "arrow-left"
                text: qsTr("Back to the chat")
                onClicked: root.closed()
            }
            BodyText {
                Layout.fillWidth: true
                text: qsTr("Saved states")
                font.pixelSize: Style.fontSizeLarge
                font.weight: Font.DemiBold
            }
            TextButton {
                objectName: "addTuned"
                enabled: !root.library.busy
                iconName: "plus"
                text: qsTr("Add a tuned state")
                onClicked: root.tunedRequested()
            }
            TextButton {
                objectName: "importState"
                enabled: !root.library.busy
                iconName: "folder-input"
                text: qsTr("Import")
                onClicked: root.importRequested()
            }
        }
        Banner {
            objectName: "stateProblem"
            width: parent.width
            visible: root.library.problem !== ""
            warning: true
            iconName: "triangle-alert"
            text: root.library.problemDetail === "" ? root.library.problem
                : qsTr("%1 (%2)").arg(root.library.problem).arg(root.library.problemDetail)
            onDismissed: root.library.dismissProblem()
        }
        ThinProgress {
            width: parent.width
            visible: root.library.busy
            value: root.library.progress
        }
        Caption {
            objectName: "libraryUsage"
            width: parent.width
            visible: root.library.count > 0
            text: root.library.usedText
        }
    }
    ListView {
        id: list
        objectName: "stateList"
        anchors.fill: parent
        anchors.topMargin: top.y + top.height + Style.gap
        anchors.leftMargin: (root.width - root.columnWidth) / 2
        anchors.rightMargin: anchors.leftMargin
        bottomMargin: Style.gapHuge
        spacing: Style.gapSmall
        clip: true
        focus: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.library
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Saved states")
        ScrollBar.vertical: ScrollHandle {}
        delegate: StateCard {
            required property int index
            objectName: "state" + index
            width: list.width
            onStartRequested: root.library.startChat(stateId)
            onRenameRequested: root.renameRequested(stateId, name, note)
            onExportRequested: root.exportRequested(stateId, name)
            onRemoveRequested: root.library.remove(stateId)
        }
        ViewFocus {
            view: list
        }
    }
    Column {
        objectName: "noStates"
        anchors.centerIn: parent
        width: Math.min(440, root.columnWidth)
        spacing: Style.gap
        visible: root.library.count === 0
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            icon: "pin"
            size: 36
            color: Style.colors.textFaint
        }
        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("No saved states yet")
            font.weight: Font.DemiBold
        }
        Caption {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("At any answer, \u201CSave this point as\u2026\u201D keeps what the model has read up to there under a name. "
                + "New chats begin with it and read nothing again.")
        }
    }
}
