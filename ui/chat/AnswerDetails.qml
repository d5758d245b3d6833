pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// What one answer took: its figures, and everything that had to be read again for it, with what would prevent that.
ModalDialog {
    id: root

    required property real messageId
    required property real tokensPerSecond
    required property real timeToFirstToken
    required property int tokensReread
    required property string rereadReason
    readonly property StatesViewModel states: App.states

    title: qsTr("How this answer came about")
    onAboutToShow: root.states.showMessage(root.messageId)

    Caption {
        width: parent.width
        visible: root.tokensPerSecond > 0
        text: qsTr("Written at %1 tokens/s, the first one after %2 s.")
            .arg(Number(root.tokensPerSecond).toLocaleString(Qt.locale(), "f", 1))
            .arg(Number(root.timeToFirstToken).toLocaleString(Qt.locale(), "f", 2))
    }
    BodyText {
        objectName: "rereadSummary"
        width: parent.width
        visible: list.count === 0
        text: root.tokensReread === 0 ? qsTr("The saved state was used: nothing had to be read again.")
            : qsTr("Tokens read again: %1, because %2.").arg(root.tokensReread).arg(root.rereadReason)
    }
    BodyText {
        width: parent.width
        visible: list.count > 0
        font.weight: Font.Medium
        text: qsTr("Read again")
    }
    ListView {
        id: list
        objectName: "messageRereads"
        width: parent.width
        height: Math.min(contentHeight, 280)
        visible: count > 0
        clip: true
        spacing: Style.gap
        boundsBehavior: Flickable.StopAtBounds
        model: root.states.details
        ScrollBar.vertical: ScrollHandle {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Read again")
        delegate: LogEntry {
            id: entry
            required property int index
            required property string what
            required property string when
            required property string remedyText
            required property bool remedyDone
            width: list.width
            text: entry.what
            caption: entry.when
            actionText: entry.remedyText
            actionDone: entry.remedyDone
            onActionTriggered: root.states.prevent(root.states.details, entry.index)
        }
    }
    buttons: TextButton {
        objectName: "closeAnswerDetails"
        primary: true
        text: qsTr("Close")
        onClicked: root.close()
    }
}
