import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// A formula on a line of its own, with its source to copy.
Item {
    id: root

    required property MessageBlocksModel blocks
    required property string source
    property real messageId: -1
    property int blockIndex: -1
    signal copyRequested(string source)
    signal foundHere(Item item, rect place)

    implicitHeight: formula.implicitHeight
    Accessible.role: Accessible.Section
    Accessible.name: qsTr("Formula: %1").arg(root.source)

    BlockText {
        id: formula
        objectName: "formula"
        anchors.left: parent.left
        anchors.right: copy.left
        horizontalAlignment: Text.AlignHCenter
        wrapMode: TextEdit.Wrap
        blocks: root.blocks
        textFormat: TextEdit.RichText
        font.pixelSize: Style.fontSize + 1
        messageId: root.messageId
        blockIndex: root.blockIndex
        onFoundHere: (item, place) => root.foundHere(item, place)
    }
    IconButton {
        id: copy
        objectName: "copyFormula"
        anchors.right: parent.right
        anchors.verticalCenter: formula.verticalCenter
        size: 28
        glyphSize: Style.iconSizeSmall
        iconName: done.running ? "check" : "copy"
        text: done.running ? qsTr("Copied") : qsTr("Copy the formula as TeX")
        onClicked: {
            root.copyRequested(root.source);
            done.restart();
        }
        Timer {
            id: done
            interval: 1600
        }
    }
}
