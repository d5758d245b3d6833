pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Eddy.Components
import Eddy.Style

// A field with a list under it near the top of the window: typing narrows the list, the arrows choose, Enter takes.
Popup {
    id: root

    required property var model
    required property Component delegate
    property alias query: field.text
    property alias placeholder: field.placeholderText
    property alias currentIndex: list.currentIndex
    property string label: ""
    property string note: ""
    property string emptyText: ""
    signal accepted(int row)

    parent: T.Overlay.overlay
    x: parent ? (parent.width - width) / 2 : 0
    y: Style.headerHeight
    width: Math.min(640, parent ? parent.width - 2 * Style.gapHuge : 640)
    padding: Style.gapSmall
    modal: true
    focus: true
    closePolicy: Popup.CloseOnEscape | Popup.CloseOnPressOutside
    T.Overlay.modal: Rectangle {
        color: Style.colors.scrim
    }
    onOpened: field.forceActiveFocus()

    contentData: Column {
        width: root.availableWidth
        spacing: Style.gapSmall
        Accessible.role: Accessible.Dialog
        Accessible.name: root.label
        InputField {
            id: field
            objectName: "pickerField"
            width: parent.width
            leftPadding: Style.gapHuge + Style.gap
            Accessible.name: root.label
            onTextChanged: {
                list.currentIndex = list.count > 0 ? 0 : -1;
                list.positionViewAtBeginning();
            }
            Keys.onDownPressed: root.step(1)
            Keys.onUpPressed: root.step(-1)
            Keys.onReturnPressed: root.take(list.currentIndex)
            Keys.onEnterPressed: root.take(list.currentIndex)
            Keys.onPressed: event => {
                if (event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp) {
                    root.step(event.key === Qt.Key_PageDown ? 8 : -8);
                    event.accepted = true;
                }
            }
            Icon {
                x: Style.gap
                anchors.verticalCenter: parent.verticalCenter
                icon: "search"
                size: Style.iconSizeSmall
            }
        }
        ListView {
            id: list
            objectName: "pickerList"
            width: parent.width
            height: Math.min(contentHeight, (root.parent ? root.parent.height : 600) * 0.62)
            clip: true
            model: root.model
            delegate: root.delegate
            reuseItems: true
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            Accessible.role: Accessible.List
            Accessible.name: root.label
            ScrollBar.vertical: ScrollHandle {}
            onCountChanged: list.currentIndex = list.count > 0 ? 0 : -1
            onModelChanged: list.currentIndex = list.count > 0 ? 0 : -1
        }
        Caption {
            objectName: "pickerNote"
            x: Style.gapSmall
            width: parent.width - 2 * x
            visible: text !== ""
            text: list.count === 0 && root.query !== "" && root.note === "" ? root.emptyText : root.note
        }
    }
    background: Rectangle {
        radius: Style.radius
        color: Style.colors.raised
        border.color: Style.colors.borderStrong
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Style.quick }
    }

    function step(by: int) {
        list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + by));
    }
    function take(row: int) {
        if (row < 0 || row >= list.count)
            return;
        root.close();
        root.accepted(row);
    }
}
