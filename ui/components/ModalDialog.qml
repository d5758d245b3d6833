import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Eddy.Style

// Dialog in the middle of the window. Escape and a click outside close it unless `stubborn`. What is higher than the window scrolls; the
// title and the buttons stay.
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
    onOpened: root.focusFirst()

    contentData: Column {
        width: root.availableWidth
        spacing: Style.gapLarge
        Accessible.role: Accessible.Dialog
        Accessible.name: root.title
        BodyText {
            id: heading
            width: parent.width
            visible: text !== ""
            text: root.title
            font.pixelSize: Style.fontSizeLarge
            font.weight: Font.DemiBold
        }
        Item {
            width: parent.width
            height: scroller.height
            Flickable {
                id: scroller
                readonly property real room: (root.parent ? root.parent.height : 10000) - 2 * Style.gapSmall - 2 * root.padding
                    - (heading.visible ? heading.height + Style.gapLarge : 0) - (buttonRow.height > 0 ? buttonRow.height + Style.gapLarge : 0)
                x: -Style.gap  // rings of what has the focus stand out at the sides
                width: parent.width + 2 * Style.gap
                height: Math.min(contentHeight, Math.max(room, 60))
                contentWidth: width
                contentHeight: bodyColumn.implicitHeight
                clip: contentHeight > height
                interactive: clip
                boundsBehavior: Flickable.StopAtBounds
                ScrollBar.vertical: ScrollHandle {}
                Column {
                    id: bodyColumn
                    x: Style.gap
                    width: root.availableWidth
                    spacing: Style.gap
                }
                ViewFocus {
                    view: scroller
                }
            }
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

    // Where the dialog says nothing else, the keyboard goes to its first control.
    function focusFirst() {
        if (root.parent.Window.activeFocusItem === root.contentItem.parent)
            root.contentItem.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
    }
}
