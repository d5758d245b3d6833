import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// What a chat begins with instead of nothing.
Rectangle {
    id: root

    required property StateLibraryViewModel library
    property bool unfolded: false
    property real maximumHeight: 240

    visible: library.hasOrigin
    implicitHeight: column.implicitHeight + 2 * Style.gapSmall
    radius: Style.radius
    color: Style.colors.sunken
    border.color: Style.colors.border
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("This chat begins with %1").arg(root.library.originName)

    Column {
        id: column
        x: Style.gap
        y: Style.gapSmall
        width: parent.width - 2 * Style.gap
        spacing: Style.gapTiny
        RowLayout {
            width: parent.width
            spacing: Style.gapSmall
            Icon {
                icon: "pin"
                size: Style.iconSizeSmall
                color: Style.colors.accent
            }
            Caption {
                objectName: "originText"
                Layout.fillWidth: true
                text: qsTr("This chat begins with \u201C%1\u201D. %2").arg(root.library.originName).arg(root.library.originFacts)
            }
            IconButton {
                objectName: "unfoldOrigin"
                visible: root.library.originText !== ""
                size: 28
                glyphSize: Style.iconSizeSmall
                iconName: root.unfolded ? "chevron-down" : "chevron-right"
                text: root.unfolded ? qsTr("Hide what was read") : qsTr("Show what was read")
                onClicked: root.unfolded = !root.unfolded
            }
        }
        Flickable {
            id: flick
            visible: root.unfolded && root.library.originText !== ""
            width: parent.width
            height: Math.min(words.implicitHeight, root.maximumHeight)
            contentHeight: words.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: ScrollHandle {}
            SelectableText {
                id: words
                objectName: "originWords"
                width: flick.width - Style.gap
                text: root.library.originText
                wrapMode: TextEdit.Wrap
            }
        }
    }
}
