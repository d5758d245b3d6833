import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Eddy.Style

// Dialog in the middle of the window. Escape and a click outside close it unless `stubborn`.
Popup {
    id: root

    property string title: ""
    property bool stubborn: false
    property alias buttons: buttonRow.data
    default property alias body: bodyColumn.data

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(480, parent ? parent.width - 2 * Style.gapHuge : 480)
    padding: Style.gapHuge
    modal: true
    focus: true
    closePolicy: stubborn ? Popup.NoAutoClose : Popup.CloseOnEscape | Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle {
        color: Style.colors.scrim
    }

    contentData: Column {
        width: root.availableWidth
        spacing: Style.gapLarge
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title
        BodyText {
            width: parent.width
            visible: text !== ""
            text: root.title
            font.pixelSize: Style.fontSizeLarge
            font.weight: Font.DemiBold
        }
        Column {
            id: bodyColumn
            width: parent.width
            spacing: Style.gap
        }
        Row {
            id: buttonRow
            anchors.right: parent.right
            spacing: Style.gapSmall
        }
    }
    background: Rectangle {
        radius: Style.radiusLarge
        color: Style.colors.raised
        border.color: Style.colors.border
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Style.quick }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; to: 0; duration: Style.quick }
    }
}
