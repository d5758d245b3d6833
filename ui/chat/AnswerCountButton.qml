pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// How many answers the next question gets.
TextButton {
    id: root

    required property ParallelAnswers answers

    objectName: "answerCount"
    quiet: true
    ink: answers.count > 1 ? Style.colors.accent : Style.colors.textMuted
    text: qsTr("\u00D7%1").arg(answers.count)
    hint: qsTr("Answers side by side")
    Accessible.name: qsTr("%n answers to the next question", "", answers.count)
    onClicked: menu.popup(root, 0, -menu.implicitHeight)

    PopupMenu {
        id: menu
        implicitWidth: 220
        Repeater {
            model: [1, 2, 3, 4, 6, 8]
            delegate: PopupMenuItem {
                required property int modelData
                objectName: "count" + modelData
                text: qsTr("%n answers", "", modelData)
                iconName: root.answers.count === modelData ? "check" : ""
                onTriggered: root.answers.count = modelData
            }
        }
    }
}
