pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// Whose instructions the chat has. One's own personas can be made from the text below and deleted.
Column {
    id: root

    required property ChatStyle style
    required property PersonaLibrary personas

    spacing: Style.gapSmall

    Flow {
        width: parent.width
        spacing: Style.gapSmall
        Accessible.role: Accessible.Grouping
        Accessible.name: qsTr("Persona")

        TextButton {
            objectName: "persona-none"
            enabled: root.style.instructionsFixed === ""
            iconName: root.style.persona === "" && root.style.instructions === "" ? "check" : ""
            text: qsTr("None")
            Accessible.name: qsTr("No persona")
            onClicked: root.style.persona === "" ? root.style.setInstructions("") : root.style.setPersona("")
        }
        Repeater {
            model: root.personas
            delegate: TextButton {
                required property string personaId
                required property string name
                objectName: "persona-" + personaId
                enabled: root.style.instructionsFixed === ""
                iconName: root.style.persona === personaId ? "check" : ""
                text: name
                hint: root.personas.textOf(personaId)
                Accessible.name: qsTr("Persona %1").arg(name)
                onClicked: root.style.setPersona(personaId)
            }
        }
    }
    Banner {
        width: parent.width
        visible: root.personas.undoText !== ""
        text: root.personas.undoText
        actionText: qsTr("Undo")
        onActionTriggered: root.personas.undoRemove()
        onDismissed: root.personas.dismissUndo()
    }
}
