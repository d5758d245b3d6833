import QtQuick
import Eddy.App
import Eddy.Components

// How answers are made where a chat does not say it itself. Changes count from the next answer on.
SettingsSection {
    id: root

    required property Settings settings
    readonly property ChatStyle style: App.style

    title: qsTr("Answers")
    help: qsTr("For every chat that has no settings of its own. Changes count from the next answer on.")

    Banner {
        objectName: "modelValues"
        width: parent ? parent.width : 0
        visible: root.style.modelHasValues
        dismissable: false
        text: qsTr("%1 has values of its own, which count instead of these while it is loaded.").arg(root.style.modelName)
        actionText: qsTr("Use these")
        onActionTriggered: root.style.setModelValues(null)
    }
    PresetChooser {
        objectName: "presetChooser"
        width: parent ? parent.width : 0
        values: root.settings
        presets: App.presets
    }
    AnswerSliders {
        width: parent ? parent.width : 0
        values: root.settings
    }
    SettingRow {
        title: qsTr("Instructions for the model")
        help: qsTr("Read at the start of every new conversation that has no instructions of its own.")
        InputArea {
            objectName: "systemPrompt"
            width: parent ? parent.width : 0
            implicitHeight: 84
            label: qsTr("Instructions for the model")
            text: root.settings.systemPrompt
            area.onEditingFinished: root.settings.systemPrompt = text
        }
    }
    SettingRow {
        title: qsTr("Token probabilities")
        help: qsTr("Keeps, for the last answers and in memory alone, how likely every word was and what else could have stood there. See the menu of an answer.")
        SegmentedChoice {
            objectName: "tokenChancesChoice"
            label: qsTr("Token probabilities")
            value: root.settings.tokenChances ? 1 : 0
            options: [
                { "value": 0, "text": qsTr("Off"), "icon": "" },
                { "value": 1, "text": qsTr("On"), "icon": "" }
            ]
            onChosen: value => root.settings.tokenChances = value === 1
        }
    }
    Flow {
        width: parent ? parent.width : 0
        spacing: 8
        TextButton {
            objectName: "resetGeneration"
            iconName: "rotate-ccw"
            text: qsTr("Back to the defaults")
            onClicked: root.settings.resetGeneration()
        }
        TextButton {
            objectName: "keepForModel"
            visible: root.style.modelName !== "" && !root.style.modelHasValues
            text: qsTr("Keep for %1 alone").arg(root.style.modelName)
            hint: qsTr("These values count whenever this model is loaded; others go on with the general ones")
            onClicked: root.style.setModelValues(root.settings)
        }
    }
}
