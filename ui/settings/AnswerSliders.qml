import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// One set of values for making answers, in words a newcomer can use; the rest unfolds.
Column {
    id: root

    required property AnswerValues values
    property bool more: false

    spacing: Style.gapLarge

    SliderSetting {
        objectName: "temperature"
        title: qsTr("Temperature")
        help: qsTr("Low keeps to the most likely words, high is more surprising. 0 gives the same answer every time.")
        to: 2
        value: root.values.temperature
        onEdited: value => root.values.temperature = value
    }
    SliderSetting {
        objectName: "topP"
        title: qsTr("Top-p")
        help: qsTr("Chooses only among the likeliest words that together make up this share.")
        value: root.values.topP
        specialValue: 1
        specialText: qsTr("off")
        onEdited: value => root.values.topP = value
    }
    SliderSetting {
        objectName: "presencePenalty"
        title: qsTr("Less repetition")
        help: qsTr("Presence penalty: makes words that were already used less likely.")
        to: 2
        value: root.values.presencePenalty
        specialValue: 0
        specialText: qsTr("off")
        onEdited: value => root.values.presencePenalty = value
    }
    SliderSetting {
        objectName: "maxTokens"
        title: qsTr("Longest answer")
        help: qsTr("In tokens; a token is about three quarters of a word.")
        from: 64
        to: 32768
        stepSize: 64
        decimals: 0
        value: root.values.maxTokens
        onEdited: value => root.values.maxTokens = value
    }
    SettingRow {
        title: qsTr("Thinking")
        help: qsTr("Some models think before they answer. Where a model lets that be chosen, it can be switched off or on.")
        SegmentedChoice {
            objectName: "thinkingChoice"
            label: qsTr("Thinking")
            value: root.values.thinking
            options: [
                { "value": AnswerValues.AsTheModel, "text": qsTr("As the model likes"), "icon": "" },
                { "value": AnswerValues.NoThinking, "text": qsTr("Off"), "icon": "" },
                { "value": AnswerValues.AlwaysThinking, "text": qsTr("On"), "icon": "" }
            ]
            onChosen: value => root.values.thinking = value
        }
    }
    SliderSetting {
        objectName: "thinkingBudget"
        title: qsTr("Longest thinking")
        help: qsTr("In tokens. Then its thinking is ended and the model answers.")
        to: 16384
        stepSize: 64
        decimals: 0
        value: root.values.thinkingBudget
        specialValue: 0
        specialText: qsTr("any")
        onEdited: value => root.values.thinkingBudget = value
    }
    TextButton {
        objectName: "moreSettings"
        quiet: true
        leftPadding: 0
        text: root.more ? qsTr("Fewer controls") : qsTr("More controls")
        onClicked: root.more = !root.more
    }
    AdvancedGeneration {
        width: parent.width
        visible: root.more
        values: root.values
    }
}
