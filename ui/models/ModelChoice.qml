import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// One model to choose: its name, then what it is and where from, or why it cannot run.
AbstractButton {
    id: root

    required property string path
    required property string name
    required property string facts
    required property string source
    required property string why
    required property int status
    required property bool loaded
    property bool current: false  // where the arrows are
    readonly property string about: qsTr("%1 · %2").arg(root.facts).arg(root.source)
    readonly property bool usable: status === InstalledView.Runnable || status === InstalledView.Looking

    implicitHeight: implicitContentHeight + 2 * padding
    padding: Style.gapSmall
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    enabled: root.usable && !root.loaded
    text: root.name
    Accessible.name: root.loaded ? qsTr("%1, in use").arg(root.name) : root.name
    Accessible.description: root.why !== "" ? root.why : root.about
    Accessible.onPressAction: root.clicked()

    contentItem: Column {
        BodyText {
            width: parent.width
            text: root.loaded ? qsTr("%1, in use").arg(root.name) : root.name
            elide: Text.ElideMiddle
            wrapMode: Text.NoWrap
            color: root.usable ? Style.colors.text : Style.colors.textMuted
            font.pixelSize: Style.fontSizeSmall
            font.weight: root.loaded ? Font.DemiBold : Font.Normal
            Accessible.ignored: true
        }
        Caption {
            width: parent.width
            text: root.about
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Caption {
            objectName: "choiceWhy"
            width: parent.width
            visible: text !== ""
            text: root.why
            color: Style.colors.danger
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Style.radiusSmall
        color: root.hovered || root.current ? Style.colors.hover : "transparent"
    }
}
