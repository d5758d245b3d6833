import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// The model in use, in the header; a click opens the model dialog.
AbstractButton {
    id: root

    required property ModelsViewModel models
    property bool narrow: false
    readonly property bool ready: models.status === ModelsViewModel.Ready
    readonly property bool failed: models.status === ModelsViewModel.Failed

    implicitHeight: 34
    implicitWidth: Math.min(implicitContentWidth + leftPadding + rightPadding, root.narrow ? 180 : 300)
    leftPadding: Style.gap
    rightPadding: Style.gapSmall
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Keys.onReturnPressed: root.clicked()
    text: models.status === ModelsViewModel.Loading ? qsTr("Loading %1 %").arg(Math.round(models.loadProgress * 100))
        : failed ? qsTr("Model failed") : models.status === ModelsViewModel.NoModel ? qsTr("Choose a model") : models.name
    Accessible.onPressAction: root.clicked()
    Accessible.name: qsTr("Model: %1").arg(text)
    Accessible.description: models.details

    contentItem: Row {
        spacing: Style.gapSmall
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 8
            height: 8
            radius: 4
            color: root.failed ? Style.colors.danger : root.ready ? Style.colors.accent : Style.colors.textFaint
        }
        BodyText {
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, root.narrow ? 110 : 230)
            text: root.text
            elide: Text.ElideMiddle
            wrapMode: Text.NoWrap
            font.pixelSize: Style.fontSizeSmall
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            icon: "chevron-down"
            size: Style.iconSizeSmall
        }
    }
    background: Rectangle {
        radius: height / 2
        color: root.down ? Style.colors.pressed : root.hovered ? Style.colors.hover : "transparent"
        border.color: Style.colors.border
        FocusRing {
            shown: root.visualFocus
            radius: height / 2
        }
    }
    HintTip {
        text: root.ready ? root.models.details : ""
        shown: root.hovered && !root.down
    }
}
