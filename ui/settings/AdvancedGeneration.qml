import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// The rest of the sampler, for those who know what they want.
Column {
    id: root

    required property Settings settings

    spacing: Style.gapLarge

    SliderSetting {
        title: qsTr("Top-k")
        help: qsTr("Chooses only among this many words.")
        to: 200
        stepSize: 1
        decimals: 0
        value: root.settings.topK
        specialValue: 0
        specialText: qsTr("off")
        onEdited: value => root.settings.topK = value
    }
    SliderSetting {
        title: qsTr("Min-p")
        help: qsTr("Leaves out words that are much less likely than the best one.")
        to: 0.5
        stepSize: 0.01
        value: root.settings.minP
        specialValue: 0
        specialText: qsTr("off")
        onEdited: value => root.settings.minP = value
    }
    SliderSetting {
        title: qsTr("Frequency penalty")
        help: qsTr("Grows with every further use of a word.")
        to: 2
        value: root.settings.frequencyPenalty
        specialValue: 0
        specialText: qsTr("off")
        onEdited: value => root.settings.frequencyPenalty = value
    }
    SliderSetting {
        title: qsTr("Penalty decay")
        help: qsTr("How slowly earlier words are forgiven: 1 never forgives.")
        from: 0.9
        stepSize: 0.001
        decimals: 3
        value: root.settings.penaltyDecay
        onEdited: value => root.settings.penaltyDecay = value
    }
    SliderSetting {
        title: qsTr("Repetition penalty")
        help: qsTr("Divides the chance of words that were used already.")
        from: 1
        to: 2
        value: root.settings.repetitionPenalty
        specialValue: 1
        specialText: qsTr("off")
        onEdited: value => root.settings.repetitionPenalty = value
    }
    SliderSetting {
        title: qsTr("Threads")
        help: qsTr("Processor threads to compute with.")
        to: 32
        stepSize: 1
        decimals: 0
        value: root.settings.threads
        specialValue: 0
        specialText: qsTr("auto")
        onEdited: value => root.settings.threads = value
    }
    SettingRow {
        title: qsTr("Seed")
        help: qsTr("The same number gives the same answer. Empty: a new one each time.")
        InputField {
            width: parent ? parent.width : 0
            text: root.settings.seed
            placeholderText: qsTr("random")
            validator: RegularExpressionValidator {
                regularExpression: /[0-9]{0,18}/
            }
            Accessible.name: qsTr("Seed")
            onEditingFinished: root.settings.seed = text
        }
    }
    SettingRow {
        title: qsTr("Stop at")
        help: qsTr("Texts that end an answer, one on each line.")
        InputArea {
            width: parent ? parent.width : 0
            implicitHeight: 64
            label: qsTr("Stop at")
            text: Array.from(root.settings.stopStrings).join("\n")
            area.onEditingFinished: root.settings.stopStrings = text.split("\n").filter(line => line !== "")
        }
    }
}
