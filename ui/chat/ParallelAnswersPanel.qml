pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// Several answers to one question, side by side while they are written. Each is a branch already; one is gone on with.
Rectangle {
    id: root

    required property ParallelAnswers answers
    readonly property int shownColumns: Math.max(1, Math.min(answers.answers.count, Math.floor(width / 260)))
    signal linkRequested(string link)

    visible: answers.shown
    color: Style.colors.window
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Answers side by side")

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Style.gapLarge
        spacing: Style.gapSmall

        RowLayout {
            Layout.fillWidth: true
            spacing: Style.gapSmall
            BodyText {
                objectName: "parallelQuestion"
                Layout.fillWidth: true
                text: root.answers.question
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                font.weight: Font.DemiBold
            }
            TextButton {
                objectName: "stopAllAnswers"
                visible: root.answers.running
                iconName: "stop"
                text: qsTr("Stop all")
                onClicked: root.answers.stopAll()
            }
            IconButton {
                objectName: "closeAnswers"
                iconName: "x"
                text: qsTr("Close: all answers stay as branches")
                onClicked: root.answers.dismiss()
            }
        }
        Caption {
            objectName: "parallelNote"
            Layout.fillWidth: true
            visible: text !== ""
            text: root.answers.note
        }
        ListView {
            id: list
            objectName: "parallelList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            orientation: ListView.Horizontal
            spacing: Style.gap
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.answers.answers
            cacheBuffer: 4000
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Answers")
            ScrollBar.horizontal: ScrollBar {
                policy: list.contentWidth > list.width ? ScrollBar.AlwaysOn : ScrollBar.AsNeeded
            }
            delegate: ParallelAnswer {
                required property int index
                objectName: "parallelAnswer" + index
                number: index + 1
                width: (list.width - (root.shownColumns - 1) * list.spacing) / root.shownColumns
                height: list.height - Style.gapSmall
                onStopRequested: root.answers.stop(messageId)
                onChosen: root.answers.choose(messageId)
                onLinkRequested: link => root.linkRequested(link)
            }
        }
    }
}
