import QtQuick
import QtQuick.Layouts
import Eddy.Style

// A quiet line across the page with an optional action and a cross.
Rectangle {
    id: root

    required property string text
    property string actionText: ""
    property string iconName: "info"
    property bool warning: false
    property bool dismissable: true
    signal dismissed
    signal actionTriggered

    implicitHeight: row.implicitHeight + 2 * Style.gapSmall
    radius: Style.radius
    color: warning ? Style.colors.warningSoft : Style.colors.accentSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: root.text

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Style.gap
        anchors.rightMargin: Style.gapSmall
        spacing: Style.gapSmall
        Icon {
            Layout.alignment: Qt.AlignVCenter
            icon: root.iconName
            size: Style.iconSizeSmall
            color: root.warning ? Style.colors.warning : Style.colors.accent
        }
        BodyText {
            Layout.fillWidth: true
            text: root.text
            font.pixelSize: Style.fontSizeSmall
        }
        TextButton {
            visible: root.actionText !== ""
            implicitHeight: 28
            quiet: true
            text: root.actionText
            onClicked: root.actionTriggered()
        }
        IconButton {
            visible: root.dismissable
            size: 24
            glyphSize: Style.iconSizeSmall
            iconName: "x"
            text: qsTr("Dismiss")
            onClicked: root.dismissed()
        }
    }
}
