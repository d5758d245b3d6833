import QtQuick
import Eddy.App
import Eddy.Components

// How the app looks.
SettingsSection {
    id: root

    required property Settings settings

    title: qsTr("Appearance")

    SettingRow {
        title: qsTr("Theme")
        help: qsTr("“System” follows the desktop.")
        SegmentedChoice {
            objectName: "themeChoice"
            label: qsTr("Theme")
            value: root.settings.theme
            options: [
                { "value": Settings.System, "text": qsTr("System"), "icon": "monitor" },
                { "value": Settings.Light, "text": qsTr("Light"), "icon": "sun" },
                { "value": Settings.Dark, "text": qsTr("Dark"), "icon": "moon" }
            ]
            onChosen: value => root.settings.theme = value
        }
    }
    SettingRow {
        title: qsTr("Accent colour")
        help: qsTr("Of buttons, links and what is chosen.")
        AccentChoice {
            objectName: "accentChoice"
            settings: root.settings
        }
    }
    SettingRow {
        title: qsTr("Density")
        help: qsTr("How much room there is between things.")
        SegmentedChoice {
            objectName: "densityChoice"
            label: qsTr("Density")
            value: root.settings.compact ? 1 : 0
            options: [
                { "value": 0, "text": qsTr("Roomy"), "icon": "" },
                { "value": 1, "text": qsTr("Compact"), "icon": "" }
            ]
            onChosen: value => root.settings.compact = value === 1
        }
    }
    LanguageSetting {
        translations: App.translations
    }
    SliderSetting {
        objectName: "fontSize"
        title: qsTr("Text size")
        help: qsTr("Everything in the app grows and shrinks with it.")
        from: 12
        to: 22
        stepSize: 1
        decimals: 0
        pattern: qsTr("%1 px")
        value: root.settings.fontSize
        onEdited: value => root.settings.fontSize = value
    }
}
