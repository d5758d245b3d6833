import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// Says how this chat differs from the others, and opens what can be chosen for it: always there in a new chat, later only
// where something differs.
Row {
    id: root

    required property ChatStyle style
    property bool isNew: false
    signal requested

    spacing: Style.gapSmall
    visible: style.available && (isNew || style.label !== "" || style.instructions !== "")

    TextButton {
        objectName: "personaChip"
        visible: root.isNew || root.style.instructions !== ""
        quiet: root.style.instructions === ""
        iconName: "message-square"
        ink: root.style.instructions === "" ? Style.colors.textMuted : Style.colors.accent
        text: root.style.personaName !== "" ? root.style.personaName
            : root.style.instructions !== "" ? qsTr("Own instructions") : qsTr("Choose a persona")
        hint: root.style.instructions
        Accessible.name: qsTr("Persona of this chat: %1").arg(text)
        onClicked: root.requested()
    }
    TextButton {
        objectName: "styleChip"
        visible: root.isNew || root.style.label !== ""
        quiet: root.style.label === ""
        iconName: "settings"
        ink: root.style.label === "" ? Style.colors.textMuted : Style.colors.accent
        text: root.style.label === "" ? qsTr("Answers as in general") : root.style.label
        hint: qsTr("How this chat is answered")
        Accessible.name: qsTr("Answers of this chat: %1").arg(text)
        onClicked: root.requested()
    }
}
