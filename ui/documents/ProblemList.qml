pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// The files that could not be read; more of them than fit are scrolled.
Column {
    id: root

    required property DocumentsViewModel documents
    property real maximumHeight: 240
    readonly property int count: documents.problems.length
    readonly property Item focused: Window.activeFocusItem

    visible: count > 0
    spacing: Style.gapTiny
    Accessible.role: Accessible.List
    Accessible.name: qsTr("%n message(s) about files", "", root.count)

    // What the keyboard has reached is not left under the edge.
    onFocusedChanged: {
        let inside = focused;
        while (inside && inside !== cards)
            inside = inside.parent;
        if (!inside)
            return;
        const y = focused.mapToItem(cards, 0, 0).y;
        list.contentY = Math.max(0, Math.min(y - Style.gap, Math.max(list.contentY, y + focused.height + Style.gap - list.height)));
    }

    RowLayout {
        width: parent.width
        visible: root.count > 1
        Caption {
            objectName: "problemCount"
            Layout.fillWidth: true
            text: qsTr("%n message(s) about files", "", root.count)
        }
        TextButton {
            objectName: "dismissProblems"
            implicitHeight: 28
            quiet: true
            text: qsTr("Dismiss all")
            onClicked: root.documents.dismissProblems()
        }
    }
    Flickable {
        id: list
        width: parent.width
        height: Math.min(root.maximumHeight, cards.implicitHeight)
        contentWidth: width
        contentHeight: cards.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollHandle {}

        Column {
            id: cards
            width: parent.width
            spacing: Style.gapSmall
            Repeater {
                model: root.documents.problems
                delegate: ProblemCard {
                    required property var modelData
                    required property int index
                    objectName: "problem" + index
                    width: cards.width
                    documents: root.documents
                    problem: modelData
                    position: index
                }
            }
        }
    }
}
