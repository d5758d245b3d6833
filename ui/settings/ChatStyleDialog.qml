pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// How the shown chat is answered: its persona and instructions, and values of its own. There only while it is shown.
ModalDialog {
    id: root

    required property ChatStyle style
    required property PresetLibrary presets
    required property PersonaLibrary personas

    title: qsTr("This chat")
    width: Math.min(640, parent ? parent.width - 2 * Style.gapHuge : 640)

    Flickable {
        id: flick
        objectName: "chatStyleFlickable"
        width: parent.width
        height: Math.min(contentHeight, (root.parent ? root.parent.height : 700) - 200)
        contentWidth: width
        contentHeight: column.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollHandle {}

        Column {
            id: column
            width: flick.width - Style.gapLarge
            spacing: Style.gapLarge

            BodyText {
                text: qsTr("Persona and instructions")
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            BodyText {
                objectName: "instructionsFixed"
                width: parent.width
                visible: text !== ""
                text: root.style.instructionsFixed
                font.pixelSize: Style.fontSizeSmall
                color: Style.colors.textMuted
            }
            PersonaChooser {
                width: parent.width
                style: root.style
                personas: root.personas
            }
            InputArea {
                id: words
                objectName: "instructions"
                width: parent.width
                implicitHeight: 110
                enabled: root.style.instructionsFixed === ""
                label: qsTr("Instructions for this chat")
                placeholderText: qsTr("Empty: the general instructions of the settings")
                text: root.style.instructions
            }
            BodyText {
                objectName: "rereadNote"
                width: parent.width
                visible: text !== "" && root.style.instructionsFixed === ""
                text: root.style.rereadNote
                font.pixelSize: Style.fontSizeSmall
                color: Style.colors.warning
            }
            Flow {
                width: parent.width
                spacing: Style.gapSmall
                TextButton {
                    objectName: "useInstructions"
                    visible: words.text.trim() !== root.style.instructions
                    primary: true
                    text: root.style.rereadNote === "" ? qsTr("Use these instructions") : qsTr("Use them and read again")
                    onClicked: root.style.setInstructions(words.text)
                }
                TextButton {
                    objectName: "savePersona"
                    enabled: words.text.trim() !== ""
                    iconName: "plus"
                    text: qsTr("Save as a persona…")
                    onClicked: personaName.ask("")
                }
                TextButton {
                    objectName: "deletePersona"
                    visible: root.style.persona !== "" && !root.personas.isBuiltIn(root.style.persona) && root.style.personaName !== ""
                    danger: true
                    text: qsTr("Delete “%1”").arg(root.style.personaName)
                    onClicked: root.personas.remove(root.style.persona)
                }
            }
            Rectangle {
                width: parent.width
                height: 1
                color: Style.colors.border
            }
            SettingRow {
                title: qsTr("Answers")
                help: qsTr("Counts from the next answer on.")
                SegmentedChoice {
                    objectName: "ownValues"
                    label: qsTr("Answers")
                    value: root.style.hasOwn ? 1 : 0
                    options: [
                        { "value": 0, "text": qsTr("As in general"), "icon": "" },
                        { "value": 1, "text": qsTr("Own"), "icon": "" }
                    ]
                    onChosen: value => root.style.hasOwn = value === 1
                }
            }
            Column {
                width: parent.width
                visible: root.style.hasOwn
                spacing: Style.gapLarge
                PresetChooser {
                    width: parent.width
                    values: root.style.values
                    presets: root.presets
                }
                AnswerSliders {
                    width: parent.width
                    values: root.style.values
                }
                AnswerShape {
                    width: parent.width
                    values: root.style.values
                }
            }
        }
        ViewFocus {
            view: flick
        }
    }
    NameDialog {
        id: personaName
        objectName: "personaNameDialog"
        title: qsTr("Save the instructions as a persona")
        onNamed: name => {
            const id = root.personas.add(name, words.text);
            root.style.setPersona(id);
        }
    }
    buttons: [
        TextButton {
            objectName: "closeChatStyle"
            primary: true
            text: qsTr("Close")
            onClicked: root.close()
        }
    ]
}
