import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// A file that could not be read: which, why, and what helps.
Rectangle {
    id: root

    required property DocumentsViewModel documents
    required property var problem
    required property int position
    readonly property bool locked: problem.locked === true
    readonly property bool scanned: problem.scanned === true

    implicitHeight: column.implicitHeight + 2 * Style.gap
    radius: Style.radius
    color: Style.colors.warningSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("%1: %2").arg(root.problem.name).arg(root.problem.title)
    Accessible.description: root.problem.remedy

    Column {
        id: column
        x: Style.gap
        y: Style.gap
        width: parent.width - 2 * Style.gap
        spacing: Style.gapTiny

        RowLayout {
            width: parent.width
            spacing: Style.gapSmall
            Icon {
                icon: "triangle-alert"
                size: Style.iconSizeSmall
                color: Style.colors.warning
            }
            BodyText {
                objectName: "problemTitle"
                Layout.fillWidth: true
                text: qsTr("%1: %2").arg(root.problem.name).arg(root.problem.title)
                font.pixelSize: Style.fontSizeSmall
                font.weight: Font.Medium
            }
            IconButton {
                objectName: "dismissProblem"
                size: 24
                glyphSize: Style.iconSizeSmall
                iconName: "x"
                text: qsTr("Dismiss")
                onClicked: root.documents.dismissProblem(root.position)
            }
        }
        Caption {
            width: parent.width
            visible: text !== ""
            text: root.problem.remedy
        }
        RowLayout {
            width: parent.width
            visible: root.locked
            spacing: Style.gapSmall
            InputField {
                id: password
                objectName: "passwordField"
                Layout.fillWidth: true
                echoMode: TextInput.Password
                placeholderText: qsTr("Password")
                Accessible.name: qsTr("Password of %1").arg(root.problem.name)
                onAccepted: open.clicked()
            }
            TextButton {
                id: open
                objectName: "openLocked"
                enabled: password.text !== ""
                text: qsTr("Open")
                onClicked: root.documents.retryLocked(root.position, password.text)
            }
        }
        TextButton {
            objectName: "recogniseText"
            visible: root.scanned
            text: qsTr("Recognise the text")
            onClicked: root.documents.retryScanned(root.position)
        }
    }
}
