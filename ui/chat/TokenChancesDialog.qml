pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// The words of an answer, the surprising ones marked; for the one under the pointer, or chosen with the arrow keys, what else
// could have stood there.
ModalDialog {
    id: root

    required property TokenChancesLog chances
    required property real messageId
    property int current: 0
    readonly property int count: root.chances.revision >= 0 ? root.chances.count(root.messageId) : 0

    title: qsTr("How likely the words were")
    width: Math.min(680, parent ? parent.width - 2 * Style.gapHuge : 680)
    onOpened: view.forceActiveFocus()

    BodyText {
        width: parent.width
        font.pixelSize: Style.fontSizeSmall
        color: Style.colors.textMuted
        text: qsTr("What the model thought before temperature and the like. The stronger the mark, the less likely the word was. Move with the pointer or the arrow keys.")
    }
    Flickable {
        id: view
        objectName: "tokenChancesView"
        width: parent.width
        height: Math.min(contentHeight, (root.parent ? root.parent.height : 700) * 0.35)
        contentWidth: width
        contentHeight: words.implicitHeight
        clip: true
        activeFocusOnTab: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollHandle {}
        Accessible.role: Accessible.List
        Accessible.name: root.describe()
        Keys.onRightPressed: root.current = Math.min(root.current + 1, root.count - 1)
        Keys.onLeftPressed: root.current = Math.max(root.current - 1, 0)

        Text {
            id: words
            objectName: "tokenChancesWords"
            width: view.width - Style.gapLarge
            textFormat: Text.RichText
            wrapMode: Text.Wrap
            lineHeight: 1.4
            color: Style.colors.text
            font.family: Style.fontFamily
            font.pixelSize: Style.fontSize
            text: root.chances.marked(root.messageId, Style.colors.accent, Style.colors.text)
            onHoveredLinkChanged: if (hoveredLink !== "") root.current = Number(hoveredLink)
        }
        FocusRing {
            parent: view
            anchors.margins: 0
            shown: view.activeFocus
        }
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Style.colors.border
    }
    BodyText {
        objectName: "tokenChancesCurrent"
        width: parent.width
        text: root.describe()
        font.weight: Font.DemiBold
    }
    Column {
        width: parent.width
        spacing: 2
        Repeater {
            model: root.chances.likeliest(root.messageId, root.current)
            delegate: Item {
                id: row
                required property var modelData
                objectName: "tokenChance"
                width: parent ? parent.width : 0
                height: Style.fontSize + 8
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1: %2").arg(row.modelData.text).arg(figure.text)
                Rectangle {
                    anchors.left: parent.left
                    width: Math.max(2, parent.width * row.modelData.probability)
                    height: parent.height
                    radius: 3
                    color: row.modelData.chosen ? Style.colors.selection : Style.colors.sunken
                }
                BodyText {
                    anchors.left: parent.left
                    anchors.leftMargin: Style.gapSmall
                    anchors.verticalCenter: parent.verticalCenter
                    font.family: Style.monoFamily
                    font.pixelSize: Style.fontSizeSmall
                    text: row.modelData.text
                }
                Caption {
                    id: figure
                    anchors.right: parent.right
                    anchors.rightMargin: Style.gapSmall
                    anchors.verticalCenter: parent.verticalCenter
                    color: Style.colors.text
                    text: qsTr("%1 % · log %2").arg(Number(100 * row.modelData.probability).toLocaleString(Qt.locale(), "f", 1))
                        .arg(Number(row.modelData.logProbability).toLocaleString(Qt.locale(), "f", 2))
                }
            }
        }
    }
    buttons: [
        TextButton {
            objectName: "closeTokenChances"
            primary: true
            text: qsTr("Close")
            onClicked: root.close()
        }
    ]

    function describe(): string {
        return qsTr("“%1”: %2 %").arg(root.chances.token(root.messageId, root.current))
            .arg(Number(100 * root.chances.probability(root.messageId, root.current)).toLocaleString(Qt.locale(), "f", 1));
    }
}
