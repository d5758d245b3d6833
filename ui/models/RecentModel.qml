import QtQuick
import QtQuick.Controls.Basic
import Eddy.Components
import Eddy.Style

// A model that was used before: file name first, folder below.
AbstractButton {
    id: root

    required property string path
    readonly property int cut: path.lastIndexOf("/")

    implicitHeight: 48
    padding: Style.gapSmall
    hoverEnabled: true
    focusPolicy: Qt.TabFocus
    Keys.onReturnPressed: root.clicked()
    text: path.slice(cut + 1)
    Accessible.onPressAction: root.clicked()
    Accessible.description: path

    contentItem: Column {
        BodyText {
            width: parent.width
            text: root.text
            elide: Text.ElideMiddle
            wrapMode: Text.NoWrap
            font.pixelSize: Style.fontSizeSmall
            Accessible.ignored: true
        }
        Caption {
            width: parent.width
            text: root.path.slice(0, root.cut)
            elide: Text.ElideMiddle
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Style.radiusSmall
        color: root.hovered ? Style.colors.hover : "transparent"
        FocusRing {
            shown: root.visualFocus
        }
    }
}
