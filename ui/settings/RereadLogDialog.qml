pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// Every conversation that had to be read again: when, how long it took, why, and what would prevent it.
ModalDialog {
    id: root

    required property StatesViewModel states

    title: qsTr("What was read again")
    width: Math.min(620, parent ? parent.width - 2 * Style.gapHuge : 620)
    onAboutToShow: root.states.refresh()

    BodyText {
        width: parent.width
        font.pixelSize: Style.fontSizeSmall
        color: Style.colors.textMuted
        text: root.states.log.count === 0 ? qsTr("Nothing yet: every conversation went on from its saved state.")
            : qsTr("A conversation is read again when no saved state fits it. Its text is never at stake.")
    }
    ListView {
        id: list
        objectName: "rereadLog"
        width: parent.width
        height: Math.min(contentHeight, (root.parent ? root.parent.height : 600) * 0.5)
        visible: count > 0
        clip: true
        spacing: Style.gapLarge
        boundsBehavior: Flickable.StopAtBounds
        keyNavigationEnabled: true
        activeFocusOnTab: true
        model: root.states.log
        ScrollBar.vertical: ScrollHandle {}
        Accessible.role: Accessible.List
        Accessible.name: root.title
        delegate: LogEntry {
            id: entry
            required property int index
            required title
            required property string what
            required property string when
            required property string remedyText
            required property bool remedyDone
            width: list.width - Style.gapLarge
            text: entry.what
            caption: entry.when
            actionText: entry.remedyText
            actionDone: entry.remedyDone
            onActionTriggered: root.states.prevent(root.states.log, entry.index)
        }
        ViewFocus {
            view: list
        }
    }
    buttons: [
        TextButton {
            objectName: "clearRereadLog"
            visible: root.states.log.count > 0
            text: qsTr("Clear the list")
            onClicked: root.states.clearLog()
        },
        TextButton {
            objectName: "closeRereadLog"
            primary: true
            text: qsTr("Close")
            onClicked: root.close()
        }
    ]
}
