import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.Components
import Eddy.Style

// A choice of one among several, with a line of help.
AbstractButton {
    id: root

    required property string title
    property string help: ""
    property bool chosen: false
    signal chose

    implicitHeight: implicitContentHeight + 2 * Style.gap
    checkable: true
    checked: chosen
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true
    onClicked: {
        root.checked = Qt.binding(() => root.chosen);
        root.chose();
    }
    Keys.onReturnPressed: root.chose()
    Keys.onEnterPressed: root.chose()
    Accessible.role: Accessible.RadioButton
    Accessible.name: root.title
    Accessible.description: root.help
    Accessible.onPressAction: root.chose()
    Accessible.onToggleAction: root.chose()

    background: Rectangle {
        radius: Style.radius
        color: root.chosen ? Style.colors.accentSoft : root.hovered ? Style.colors.hover : Style.colors.raised
        border.color: root.chosen ? Style.colors.accent : Style.colors.border
        FocusRing {
            shown: root.visualFocus
        }
    }
    leftPadding: Style.gap
    rightPadding: Style.gap
    contentItem: RowLayout {
        spacing: Style.gap
        Rectangle {
            implicitWidth: 16
            implicitHeight: 16
            radius: 8
            color: "transparent"
            border.width: root.chosen ? 5 : 1
            border.color: root.chosen ? Style.colors.accent : Style.colors.textFaint
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            BodyText {
                Layout.fillWidth: true
                text: root.title
                font.weight: Font.Medium
            }
            Caption {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.help
            }
        }
    }
}
