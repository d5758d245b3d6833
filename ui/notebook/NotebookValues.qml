import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// The few controls that matter for a raw text, on one narrow column.
Flickable {
    id: root

    required property AnswerValues values

    contentWidth: width
    contentHeight: column.implicitHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollHandle {}

    Column {
        id: column
        width: root.width - Style.gap
        spacing: Style.gap

        component Control: Column {
            id: control
            required property string title
            required property real value
            property real from: 0
            property real to: 1
            property real stepSize: 0.05
            property int decimals: 2
            signal edited(real value)
            width: parent ? parent.width : 0
            BodyText {
                width: parent.width
                font.pixelSize: Style.fontSizeSmall
                text: qsTr("%1: %2").arg(control.title).arg(Number(control.value).toLocaleString(Qt.locale(), "f", control.decimals))
            }
            ValueSlider {
                width: parent.width
                label: control.title
                from: control.from
                to: control.to
                stepSize: control.stepSize
                value: control.value
                onMoved: control.edited(value)
            }
        }
        Control {
            title: qsTr("Temperature")
            to: 2
            value: root.values.temperature
            onEdited: value => root.values.temperature = value
        }
        Control {
            title: qsTr("Top-p")
            value: root.values.topP
            onEdited: value => root.values.topP = value
        }
        Control {
            title: qsTr("Less repetition")
            to: 2
            value: root.values.presencePenalty
            onEdited: value => root.values.presencePenalty = value
        }
        Control {
            title: qsTr("Tokens at once")
            from: 16
            to: 2048
            stepSize: 16
            decimals: 0
            value: root.values.maxTokens
            onEdited: value => root.values.maxTokens = value
        }
        BodyText {
            width: parent.width
            font.pixelSize: Style.fontSizeSmall
            text: qsTr("Seed")
        }
        InputField {
            width: parent.width
            text: root.values.seed
            placeholderText: qsTr("random")
            validator: RegularExpressionValidator {
                regularExpression: /[0-9]{0,18}/
            }
            Accessible.name: qsTr("Seed")
            onEditingFinished: root.values.seed = text
        }
        BodyText {
            width: parent.width
            font.pixelSize: Style.fontSizeSmall
            text: qsTr("Stop at (one on each line)")
        }
        InputArea {
            width: parent.width
            implicitHeight: 64
            label: qsTr("Stop at")
            text: Array.from(root.values.stopStrings).join("\n")
            area.onEditingFinished: root.values.stopStrings = text.split("\n").filter(line => line !== "")
        }
    }
}
