import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// The rest of the sampler, for those who know what they want.
Column {
    id: root

    required property AnswerValues values

    spacing: Style.gapLarge

    SliderSetting {
        title: qsTr("Top-k")
        help: qsTr("Chooses only among this many words.")
        to: 200
        stepSize: 1
        decimals: 0
        value: root.values.topK
        specialValue: 0
        specialText: qsTr("off")
        onEdited: value => root.values.topK = value
    }
    SliderSetting {
        title: qsTr("Min-p")
        help: qsTr("Leaves out words that are much less likely than the best one.")
        to: 0.5
        stepSize: 0.01
        value: root.values.minP
        specialValue: 0
        specialText: qsTr("off")
        onEdited: value => root.values.minP = value
    }
    SliderSetting {
        title: qsTr("Typical-p")
        help: qsTr("Prefers words that are about as surprising as the text so far, up to this share.")
        value: root.values.typicalP
        specialValue: 1
        specialText: qsTr("off")
        onEdited: value => root.values.typicalP = value
    }
    SliderSetting {
        title: qsTr("Frequency penalty")
        help: qsTr("Grows with every further use of a word.")
        to: 2
        value: root.values.frequencyPenalty
        specialValue: 0
        specialText: qsTr("off")
        onEdited: value => root.values.frequencyPenalty = value
    }
    SliderSetting {
        title: qsTr("Penalty decay")
        help: qsTr("How slowly earlier words are forgiven: 1 never forgives.")
        from: 0.9
        stepSize: 0.001
        decimals: 3
        value: root.values.penaltyDecay
        onEdited: value => root.values.penaltyDecay = value
    }
    SliderSetting {
        title: qsTr("Repetition penalty")
        help: qsTr("Divides the chance of words that were used already.")
        from: 1
        to: 2
        value: root.values.repetitionPenalty
        specialValue: 1
        specialText: qsTr("off")
        onEdited: value => root.values.repetitionPenalty = value
    }
    SettingRow {
        title: qsTr("Seed")
        help: qsTr("The same number gives the same answer. Empty: a new one each time.")
        InputField {
            width: parent ? parent.width : 0
            text: root.values.seed
            placeholderText: qsTr("random")
            validator: RegularExpressionValidator {
                regularExpression: /[0-9]{0,18}/
            }
            Accessible.name: qsTr("Seed")
            onEditingFinished: root.values.seed = text
        }
    }
    SettingRow {
        title: qsTr("Stop at")
        help: qsTr("Texts that end an answer, one on each line.")
        InputArea {
            width: parent ? parent.width : 0
            implicitHeight: 64
            label: qsTr("Stop at")
            text: Array.from(root.values.stopStrings).join("\n")
            area.onEditingFinished: root.values.stopStrings = text.split("\n").filter(line => line !== "")
        }
    }
}
