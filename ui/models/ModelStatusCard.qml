import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// Shown while there is no usable model: loading with progress, failed with a way out, or none chosen.
Rectangle {
    id: root

    required property ModelsViewModel models
    readonly property bool loading: models.status === ModelsViewModel.Loading
    readonly property bool failed: models.status === ModelsViewModel.Failed
    signal chooseRequested

    visible: models.status !== ModelsViewModel.Ready
    implicitHeight: layout.implicitHeight + 2 * Style.gap
    radius: Style.radius
    color: failed ? Style.colors.dangerSoft : Style.colors.sunken
    border.width: failed ? 0 : 1
    border.color: Style.colors.border
    Accessible.role: Accessible.AlertMessage
    Accessible.name: heading.text
    Accessible.description: root.models.errorText

    RowLayout {
        id: layout
        anchors.fill: parent
        anchors.margins: Style.gap
        anchors.leftMargin: Style.gapLarge
        spacing: Style.gap
        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 2
            icon: root.failed ? "circle-alert" : "cpu"
            color: root.failed ? Style.colors.danger : Style.colors.accent
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Style.gapSmall
            BodyText {
                id: heading
                objectName: "modelStatusTitle"
                Layout.fillWidth: true
                text: root.failed ? root.models.errorTitle
                    : root.loading ? qsTr("Loading the model") : qsTr("No model is loaded")
                font.weight: Font.DemiBold
                color: root.failed ? Style.colors.danger : Style.colors.text
            }
            SelectableText {
                objectName: "modelStatusText"
                Layout.fillWidth: true
                visible: text !== ""
                text: root.failed ? root.models.errorText : root.loading ? "" : qsTr("Choose a model file to begin.")
                font.pixelSize: Style.fontSizeSmall
            }
            SelectableText {
                objectName: "modelErrorDetail"
                Layout.fillWidth: true
                visible: root.failed && text !== ""
                text: root.models.errorDetail
                wrapMode: TextEdit.Wrap
                color: Style.colors.textMuted
                font.pixelSize: Style.fontSizeTiny
            }
            ThinProgress {
                objectName: "loadProgress"
                Layout.fillWidth: true
                visible: root.loading
                value: root.models.loadProgress
                label: heading.text
            }
            Row {
                visible: !root.loading
                spacing: Style.gapSmall
                TextButton {
                    objectName: "retryModel"
                    visible: root.failed
                    implicitHeight: 32
                    iconName: "rotate-ccw"
                    text: qsTr("Try again")
                    onClicked: root.models.retry()
                }
                TextButton {
                    objectName: "chooseModel"
                    implicitHeight: 32
                    iconName: "folder-open"
                    text: qsTr("Choose a model…")
                    onClicked: root.chooseRequested()
                }
                TextButton {
                    objectName: "loadStarter"
                    implicitHeight: 32
                    quiet: true
                    text: qsTr("Use the starter")
                    onClicked: root.models.loadStarter()
                }
            }
        }
        TextButton {
            objectName: "cancelLoad"
            Layout.alignment: Qt.AlignTop
            visible: root.loading
            implicitHeight: 30
            quiet: true
            text: qsTr("Cancel")
            onClicked: root.models.cancelLoad()
        }
    }
}
