import QtQuick
import Eddy.App
import Eddy.Components

// For those who hear the app rather than see it, and those whom motion bothers.
SettingsSection {
    id: root

    required property Settings settings

    title: qsTr("Accessibility")

    SettingRow {
        title: qsTr("Answers read aloud by a screen reader")
        help: qsTr("Each sentence as soon as it is whole, or everything at the end. Code is only named, with its number of lines.")
        SegmentedChoice {
            objectName: "announcementsChoice"
            label: qsTr("Answers read aloud by a screen reader")
            value: root.settings.announcements
            options: [
                { "value": Settings.NoAnnouncements, "text": qsTr("Off"), "icon": "" },
                { "value": Settings.BySentence, "text": qsTr("By sentence"), "icon": "" },
                { "value": Settings.AtEnd, "text": qsTr("At the end"), "icon": "" }
            ]
            onChosen: value => root.settings.announcements = value
        }
    }
    SettingRow {
        title: qsTr("Less motion")
        help: qsTr("Nothing fades, slides or pulses.")
        ToggleSwitch {
            objectName: "reducedMotionSwitch"
            anchors.right: parent ? parent.right : undefined
            on: root.settings.reducedMotion
            label: qsTr("Less motion")
            onSwitched: on => root.settings.reducedMotion = on
        }
    }
}
