import QtQuick
import QtQuick.Layouts
import Eddy.Components
import Eddy.Style

// One found place: the chat, when, and the words around it.
PickerRow {
    id: root

    required property string title
    required property string excerpt
    required property string plain
    required property string time
    required property bool isTitle
    required property bool archived
    required property bool fromUser

    objectName: "hit" + index
    Accessible.name: root.isTitle ? qsTr("Chat: %1").arg(root.title) : qsTr("%1, in %2").arg(root.plain).arg(root.title)
    Accessible.description: root.time

    contentItem: Column {
        spacing: 2
        RowLayout {
            width: parent.width
            spacing: Style.gapSmall
            Icon {
                icon: root.archived ? "archive" : "message-square"
                size: Style.iconSizeSmall
            }
            Text {
                Layout.fillWidth: true
                text: root.isTitle ? root.excerpt : root.title
                textFormat: root.isTitle ? Text.StyledText : Text.PlainText
                elide: Text.ElideRight
                color: Style.colors.text
                font.family: Style.fontFamily
                font.pixelSize: Style.fontSizeSmall
                font.weight: root.isTitle ? Font.Normal : Font.Medium
            }
            Caption {
                text: root.time
            }
        }
        Text {
            width: parent.width
            visible: !root.isTitle
            leftPadding: Style.iconSizeSmall + Style.gapSmall
            text: root.fromUser ? qsTr("You: %1").arg(root.excerpt) : root.excerpt
            textFormat: Text.StyledText
            maximumLineCount: 2
            wrapMode: Text.Wrap
            elide: Text.ElideRight
            color: Style.colors.textMuted
            font.family: Style.fontFamily
            font.pixelSize: Style.fontSizeTiny
        }
    }
}
