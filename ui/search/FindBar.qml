import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// Ctrl+F: words in the chat on show, how many places there are, and the way from one to the next.
Rectangle {
    id: root

    required property FindInChat find
    signal closed

    objectName: "findBar"
    implicitWidth: 380
    implicitHeight: Style.controlHeight + 2 * Style.gapSmall
    visible: root.find.active
    radius: Style.radius
    color: Style.colors.raised
    border.color: Style.colors.borderStrong
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Find in this chat")

    RowLayout {
        anchors.fill: parent
        anchors.margins: Style.gapSmall
        spacing: Style.gapTiny
        InputField {
            id: field
            objectName: "findField"
            Layout.fillWidth: true
            implicitHeight: Style.controlHeight - 4
            placeholderText: qsTr("Find in this chat")
            Accessible.name: placeholderText
            text: root.find.query
            onTextEdited: root.find.query = field.text
            Keys.onReturnPressed: event => event.modifiers & Qt.ShiftModifier ? root.find.previous() : root.find.next()
            Keys.onEnterPressed: root.find.next()
            Keys.onUpPressed: root.find.previous()
            Keys.onDownPressed: root.find.next()
            Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
            Keys.onEscapePressed: root.leave()
        }
        Caption {
            objectName: "findCount"
            Layout.minimumWidth: 64
            horizontalAlignment: Text.AlignHCenter
            text: root.find.query === "" || root.find.searching ? ""
                : root.find.count === 0 ? qsTr("None") : qsTr("%1 of %2").arg(root.find.position).arg(root.find.count)
        }
        IconButton {
            objectName: "findPrevious"
            size: 28
            glyphSize: Style.iconSizeSmall
            enabled: root.find.count > 0
            iconName: "chevron-up"
            text: qsTr("Previous place (Shift+Enter)")
            onClicked: root.find.previous()
        }
        IconButton {
            objectName: "findNext"
            size: 28
            glyphSize: Style.iconSizeSmall
            enabled: root.find.count > 0
            iconName: "chevron-down"
            text: qsTr("Next place (Enter)")
            onClicked: root.find.next()
        }
        IconButton {
            objectName: "findClose"
            size: 28
            glyphSize: Style.iconSizeSmall
            iconName: "x"
            text: qsTr("Close (Esc)")
            onClicked: root.leave()
        }
    }

    function focusField() {
        field.forceActiveFocus();
        field.selectAll();
    }
    function leave() {
        root.find.close();
        root.closed();
    }
}
