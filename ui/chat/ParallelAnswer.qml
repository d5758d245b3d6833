import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// One of the answers that stand side by side.
Rectangle {
    id: root

    required property real messageId
    required property string text
    required property MessageBlocksModel blocks
    required property int status
    required property string errorTitle
    required property int tokenCount
    property int number: 1
    readonly property bool running: status === MessageListModel.Pending || status === MessageListModel.Streaming
    signal stopRequested
    signal chosen
    signal linkRequested(string link)

    radius: Style.radius
    color: Style.colors.raised
    border.color: Style.colors.border
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("Answer %1: %2").arg(root.number).arg(root.text)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Style.gap
        spacing: Style.gapSmall

        Caption {
            objectName: "parallelStatus"
            Layout.fillWidth: true
            text: root.running ? qsTr("Answer %1").arg(root.number)
                : root.status === MessageListModel.Failed ? root.errorTitle
                : root.status === MessageListModel.Cancelled ? qsTr("Answer %1, stopped").arg(root.number)
                : qsTr("Answer %1, %n tokens", "", root.tokenCount).arg(root.number)
        }
        Flickable {
            id: flick
            Layout.fillWidth: true
            Layout.fillHeight: true
            contentWidth: width
            contentHeight: words.implicitHeight
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            ScrollBar.vertical: ScrollHandle {}
            Keys.onUpPressed: contentY = Math.max(0, contentY - 60)
            Keys.onDownPressed: contentY = Math.max(0, Math.min(contentHeight - height, contentY + 60))
            MessageBlocks {
                id: words
                width: flick.width - Style.gap
                blocks: root.blocks
                view: flick
                onLinkRequested: link => root.linkRequested(link)
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Style.gapSmall
            Spinner {
                visible: root.running
            }
            Item {
                Layout.fillWidth: true
            }
            TextButton {
                objectName: "stopAnswer"
                visible: root.running
                quiet: true
                iconName: "stop"
                text: qsTr("Stop")
                onClicked: root.stopRequested()
            }
            TextButton {
                objectName: "chooseAnswer"
                enabled: root.text !== ""
                iconName: "check"
                text: qsTr("Go on with this one")
                onClicked: root.chosen()
            }
        }
    }
}
