import QtQuick
import Eddy.App
import Eddy.Components

// How answers are made, in words a newcomer can use. Changes count from the next answer on.
SettingsSection {
    id: root

    required property Settings settings
    property bool more: false

    title: qsTr("Answers")
    help: qsTr("Changes count from the next answer on.")

    SliderSetting {
        objectName: "temperature"
        title: qsTr("Temperature")
        help: qsTr("Low keeps to the most likely words, high is more surprising. 0 gives the same answer every time.")
        to: 2
        value: root.settings.temperature
        onEdited: value => root.settings.temperature = value
    }
    SliderSetting {
        objectName: "topP"
        title: qsTr("Top-p")
        help: qsTr("Chooses only among the likeliest words that together make up this share.")
        value: root.settings.topP
        specialValue: 1
        specialText: qsTr("off")
        onEdited: value => root.settings.topP = value
    }
    SliderSetting {
        objectName: "presencePenalty"
        title: qsTr("Less repetition")
        help: qsTr("Presence penalty: makes words that were already used less likely.")
        to: 2
        value: root.settings.presencePenalty
        specialValue: 0
        specialText: qsTr("off")
        onEdited: value => root.settings.presencePenalty = value
    }
    SliderSetting {
        objectName: "maxTokens"
        title: qsTr("Longest answer")
        help: qsTr("In tokens; a token is about three quarters of a word.")
        from: 64
        to: 8192
        stepSize: 64
        decimals: 0
        value: root.settings.maxTokens
        onEdited: value => root.settings.maxTokens = value
    }
    SettingRow {
        title: qsTr("Instructions for the model")
        help: qsTr("Read at the start of every new conversation.")
        InputArea {
            objectName: "systemPrompt"
            width: parent ? parent.width : 0
            implicitHeight: 84
            label: qsTr("Instructions for the model")
            text: root.settings.systemPrompt
            area.onEditingFinished: root.settings.systemPrompt = text
        }
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
        settings: root.settings
    }
    TextButton {
        objectName: "resetGeneration"
        iconName: "rotate-ccw"
        text: qsTr("Back to the defaults")
        onClicked: root.settings.resetGeneration()
    }
}
