import QtQuick
import QtQuick.Controls.Basic
import Eddy.Components
import Eddy.Style

// Code with its language and a copy button; long lines scroll sideways.
Rectangle {
    id: root

    required property string code
    required property string language

    implicitHeight: header.height + area.height
    radius: Style.radius
    color: Style.colors.sunken
    border.color: Style.colors.border
    Accessible.role: Accessible.Section
    Accessible.name: root.language === "" ? qsTr("Code") : qsTr("Code in %1").arg(root.language)

    Item {
        id: header
        width: parent.width
        height: 34
        Caption {
            anchors.verticalCenter: parent.verticalCenter
            x: Style.gapLarge
            text: root.language === "" ? qsTr("code") : root.language
            font.family: Style.monoFamily
        }
        IconButton {
            id: copyButton
            objectName: "copyCode"
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: Style.gapTiny
            size: 28
            glyphSize: Style.iconSizeSmall
            iconName: copied.running ? "check" : "copy"
            text: copied.running ? qsTr("Copied") : qsTr("Copy code")
            onClicked: copied.copy()
        }
        Timer {
            id: copied
            interval: 1600
            function copy() {
                codeText.selectAll();
                codeText.copy();
                codeText.deselect();
                copied.restart();
            }
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: 1
            color: Style.colors.border
        }
    }
    Flickable {
        id: area
        y: header.height
        width: parent.width
        height: codeText.implicitHeight
        contentWidth: codeText.implicitWidth
        contentHeight: height
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.horizontal: ScrollHandle {}

        SelectableText {
            id: codeText
            padding: Style.gapLarge
            topPadding: Style.gap
            bottomPadding: Style.gap
            text: root.code
            wrapMode: TextEdit.NoWrap
            font.family: Style.monoFamily
            font.pixelSize: Style.fontSizeSmall
        }
    }
}
