import QtQuick
import Eddy.App
import Eddy.Components

// The language of the window, as the system's or as chosen here.
SettingRow {
    id: root

    required property Translations translations

    title: qsTr("Language")
    help: qsTr("Texts, numbers and dates change at once. A notice on show keeps its words.")

    ChoiceButton {
        objectName: "languageChoice"
        label: root.title
        value: root.translations.chosen
        options: Array.from([qsTr("System"), ...root.translations.names],
                            (name, index) => ({ "value": index - 1, "text": name }))
        onChosen: value => root.translations.chosen = value
    }
}
