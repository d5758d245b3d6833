import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// One document of the library.
ItemDelegate {
    id: root

    required property DocumentsViewModel documents
    required property real documentId
    required property string name
    required property string title
    required property string facts
    required property string readBy
    required property string notice
    required property string stateText
    required property date addedAt
    signal chatRequested
    readonly property var chosen: root.documents.together.ids
    readonly property int place: root.chosen.indexOf(root.documentId) + 1  // among those to be read together
    readonly property string details: [facts, addedAt.toLocaleDateString(Qt.locale(), Locale.ShortFormat),
        readBy === "" ? qsTr("not read yet") : qsTr("read by %1").arg(readBy),
        stateText === "" ? "" : qsTr("%1 kept").arg(stateText)].filter(part => part !== "").join(" \u00B7 ")

    implicitHeight: 64
    padding: 0
    hoverEnabled: true
    focusPolicy: Qt.NoFocus
    text: name
    Accessible.onPressAction: root.clicked()
    Accessible.name: name
    Accessible.description: details
    onClicked: root.chatRequested()

    contentItem: RowLayout {
        spacing: Style.gap
        Icon {
            Layout.leftMargin: Style.gap
            icon: "file-text"
            size: 20
            color: Style.colors.accent
        }
        Column {
            Layout.fillWidth: true
            spacing: 2
            BodyText {
                width: parent.width
                text: root.title === "" ? root.name : qsTr("%1 (%2)").arg(root.title).arg(root.name)
                elide: Text.ElideMiddle
                wrapMode: Text.NoWrap
                font.pixelSize: Style.fontSizeSmall
                font.weight: Font.Medium
            }
            Caption {
                objectName: "documentDetails"
                width: parent.width
                text: root.notice === "" ? root.details : qsTr("%1 \u00B7 %2").arg(root.details).arg(root.notice)
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
            }
        }
        TextButton {
            objectName: "startChat"
            implicitHeight: 30
            quiet: true
            text: qsTr("New chat")
            onClicked: root.chatRequested()
        }
        TextButton {
            objectName: "choose"
            implicitWidth: 40
            implicitHeight: 30
            quiet: root.place === 0
            text: root.place === 0 ? "+" : Number(root.place).toLocaleString(Qt.locale(), "f", 0)
            hint: root.place === 0 ? qsTr("Read together with others") : qsTr("Leave out")
            Accessible.name: root.place === 0 ? qsTr("Read %1 together with others").arg(root.name) : qsTr("Leave %1 out, it is number %2").arg(root.name).arg(root.place)
            onClicked: root.documents.together.toggle(root.documentId, root.name)
        }
        IconButton {
            objectName: "previewDocument"
            iconName: "info"
            text: qsTr("Show the text of %1").arg(root.name)
            onClicked: root.documents.showDocument(root.documentId)
        }
        IconButton {
            objectName: "deleteDocument"
            Layout.rightMargin: Style.gapSmall
            iconName: "trash-2"
            text: qsTr("Delete %1").arg(root.name)
            onClicked: root.documents.remove(root.documentId)
        }
    }
    background: Rectangle {
        radius: Style.radius
        color: root.hovered ? Style.colors.hover : Style.colors.raised
        border.color: Style.colors.border
        FocusRing {
            anchors.margins: 0
            shown: root.ListView.isCurrentItem && root.ListView.view.activeFocus
        }
    }
}
