import QtQuick
import QtQuick.Layouts
import Eddy.Components
import Eddy.Style

// A line of text that is taken over with Enter or the button, or refused with a red edge.
ColumnLayout {
    id: root

    required property string label
    property string current: ""
    property string buttonText: qsTr("Set")
    property bool clears: false
    property bool refused: false
    signal handed(string text)  // the answer is taken()

    spacing: 2
    function taken(good: bool) {
        root.refused = !good;
        if (good && root.clears)
            field.clear();
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Style.gapSmall
        InputField {
            id: field
            objectName: "addressField"
            Layout.fillWidth: true
            implicitHeight: 32
            placeholderText: root.label
            text: root.current
            Accessible.name: root.label
            onAccepted: root.handed(field.text)
            onTextEdited: root.refused = false
        }
        TextButton {
            objectName: "addressButton"
            implicitHeight: 32
            enabled: field.text !== root.current
            text: root.buttonText
            onClicked: root.handed(field.text)
        }
    }
    Caption {
        objectName: "addressRefused"
        Layout.fillWidth: true
        visible: root.refused
        text: qsTr("This will not do: %1").arg(root.label)
        color: Style.colors.danger
    }
}
