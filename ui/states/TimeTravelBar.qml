pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// A slider over the turns of the chat: which are kept, what the others cost, and a question as of then.
Rectangle {
    id: root

    required property TimeTravel travel

    visible: travel.open
    implicitHeight: column.implicitHeight + 2 * Style.gap
    radius: Style.radius
    color: Style.colors.raised
    border.color: Style.colors.accent
    Accessible.role: Accessible.Grouping
    Accessible.name: root.travel.placeText
    onVisibleChanged: visible ? slider.forceActiveFocus() : question.clear()
    Keys.onEscapePressed: root.travel.close()

    Column {
        id: column
        x: Style.gap
        y: Style.gap
        width: parent.width - 2 * Style.gap
        spacing: Style.gapSmall

        RowLayout {
            width: parent.width
            spacing: Style.gapSmall
            Icon {
                icon: "rotate-ccw"
                size: Style.iconSizeSmall
                color: Style.colors.accent
            }
            BodyText {
                objectName: "travelPlace"
                text: root.travel.placeText
                font.pixelSize: Style.fontSizeSmall
                font.weight: Font.Medium
            }
            Caption {
                objectName: "travelQuestion"
                Layout.fillWidth: true
                text: root.travel.questionText
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                maximumLineCount: 1
            }
            IconButton {
                objectName: "closeTravel"
                size: 28
                glyphSize: Style.iconSizeSmall
                iconName: "x"
                text: qsTr("Back to now")
                onClicked: root.travel.close()
            }
        }
        ValueSlider {
            id: slider
            objectName: "travelSlider"
            width: parent.width
            label: qsTr("Turn")
            from: 0
            to: Math.max(1, root.travel.count - 1)
            stepSize: 1
            enabled: root.travel.count > 1
            value: root.travel.position
            onMoved: root.travel.position = Math.round(value)
        }
        // A mark for every turn: full where the state is kept.
        Item {
            width: parent.width
            height: 6
            Repeater {
                model: root.travel
                delegate: Rectangle {
                    required property bool kept
                    required property int index
                    x: slider.leftPadding + 6 + (root.travel.count > 1 ? index / (root.travel.count - 1) : 0) * (slider.availableWidth - 18)
                    width: 6
                    height: 6
                    radius: 3
                    color: kept ? Style.colors.accent : "transparent"
                    border.color: kept ? Style.colors.accent : Style.colors.borderStrong
                }
            }
        }
        Caption {
            objectName: "travelCost"
            width: parent.width
            text: root.travel.costText
        }
        RowLayout {
            width: parent.width
            spacing: Style.gapSmall
            InputField {
                id: question
                objectName: "travelInput"
                Layout.fillWidth: true
                placeholderText: qsTr("Ask as of then")
                Accessible.name: qsTr("Question as of then")
                onAccepted: root.travel.ask(text)
            }
            TextButton {
                objectName: "travelAsk"
                primary: true
                enabled: question.text.trim() !== ""
                text: qsTr("Ask")
                onClicked: root.travel.ask(question.text)
            }
            TextButton {
                objectName: "travelLeaveOut"
                text: qsTr("Leave this turn out")
                onClicked: root.travel.leaveOutHere()
            }
        }
    }
}
