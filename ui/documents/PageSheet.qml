pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// One page of the document as it looks, quoted words marked, and the way to the other pages.
ColumnLayout {
    id: root

    required property PageView page

    function takeFocus() {
        flick.forceActiveFocus();
    }

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Style.gap
        Layout.rightMargin: Style.gap
        IconButton {
            objectName: "previousPage"
            iconName: "chevron-left"
            enabled: root.page.page > 1
            text: qsTr("Previous page")
            onClicked: root.page.go(root.page.page - 1)
        }
        InputField {
            objectName: "pageField"
            Layout.preferredWidth: 64
            horizontalAlignment: TextInput.AlignHCenter
            inputMethodHints: Qt.ImhDigitsOnly
            text: root.page.page
            Accessible.name: qsTr("Page")
            onAccepted: root.page.go(Number(text))
        }
        Caption {
            Layout.fillWidth: true
            text: qsTr("of %1").arg(root.page.pages)
        }
        IconButton {
            objectName: "nextPage"
            iconName: "chevron-right"
            enabled: root.page.page < root.page.pages
            text: qsTr("Next page")
            onClicked: root.page.go(root.page.page + 1)
        }
    }
    Flickable {
        id: flick
        objectName: "pageView"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.margins: Style.gapSmall
        clip: true
        contentWidth: width
        contentHeight: sheet.height
        boundsBehavior: Flickable.StopAtBounds
        interactive: false  // a drag selects; the wheel and the handle scroll
        focus: true
        ScrollBar.vertical: ScrollHandle {}
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp  // the chat has them too
        Keys.onPressed: event => {
            if (event.key === Qt.Key_PageDown)
                root.page.go(root.page.page + 1);
            else if (event.key === Qt.Key_PageUp)
                root.page.go(root.page.page - 1);
            else
                return;
            event.accepted = true;
        }
        WheelHandler {
            onWheel: event => flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, flick.contentY - event.angleDelta.y))
        }
        Rectangle {
            id: sheet
            objectName: "pageSheet"
            width: flick.width
            height: width * root.page.aspect
            color: "white"
            border.color: Style.colors.border
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Page %1 of %2").arg(root.page.page).arg(root.page.pages)
            Image {
                objectName: "pageImage"
                anchors.fill: parent
                source: root.page.picture
                fillMode: Image.PreserveAspectFit
                mipmap: true
                asynchronous: false
            }
            Repeater {
                model: root.page.marks
                delegate: Rectangle {
                    required property rect modelData
                    x: modelData.x * sheet.width - 2
                    y: modelData.y * sheet.height - 1
                    width: modelData.width * sheet.width + 4
                    height: modelData.height * sheet.height + 2
                    radius: 2
                    color: Style.colors.accent
                    opacity: 0.25
                }
            }
            Repeater {
                model: root.page.selection
                delegate: Rectangle {
                    required property rect modelData
                    x: modelData.x * sheet.width
                    y: modelData.y * sheet.height
                    width: modelData.width * sheet.width
                    height: modelData.height * sheet.height
                    color: Style.colors.selection
                    opacity: 0.5
                }
            }
            MouseArea {
                objectName: "pageMouse"
                property point from
                anchors.fill: parent
                cursorShape: Qt.IBeamCursor
                onPressed: mouse => {
                    from = Qt.point(mouse.x / width, mouse.y / height);
                    root.page.clearSelection();
                }
                onPositionChanged: mouse => root.page.select(from.x, from.y, mouse.x / width, mouse.y / height)
            }
            Spinner {
                anchors.centerIn: parent
                visible: root.page.isDrawing && root.page.isEmpty
            }
            Column {
                anchors.centerIn: parent
                width: parent.width - 2 * Style.gapHuge
                visible: root.page.errorText !== ""
                spacing: Style.gapSmall
                Caption {
                    objectName: "pageError"
                    width: parent.width
                    horizontalAlignment: Text.AlignHCenter
                    color: "black"
                    text: qsTr("This page cannot be shown: %1. Its text is still here.").arg(root.page.errorText)
                }
            }
        }
    }
}
