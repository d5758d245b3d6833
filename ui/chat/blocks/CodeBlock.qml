pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import Eddy.App
import Eddy.Components
import Eddy.Style

// Code in colours with its language: copy, save, wrap; long lines scroll sideways unless wrapped.
Rectangle {
    id: root

    required property string code
    required property string language
    property real messageId: -1
    property int blockIndex: -1
    property bool wrapped: false
    signal foundHere(Item item, rect place)

    implicitHeight: header.height + area.height
    radius: Style.radius
    color: Style.colors.sunken
    border.color: Style.colors.border
    Accessible.role: Accessible.Section
    Accessible.name: highlighter.label === "" ? qsTr("Code") : qsTr("Code in %1").arg(highlighter.label)

    CodeBlockHeader {
        id: header
        width: parent.width
        label: highlighter.label
        wrapped: root.wrapped
        onWrapToggled: root.wrapped = !root.wrapped
        onCopyRequested: highlighter.copy()
        onSaveRequested: dialog.active = true
    }
    CodeHighlighter {
        id: highlighter
        objectName: "highlighter"
        document: codeText.textDocument
        language: root.language
        code: root.code
        colors: Style.colors.code
        find: App.find
        messageId: root.messageId
        block: root.blockIndex
        foundColor: Style.colors.found
        currentColor: Style.colors.foundCurrent
        onCurrentArrived: position => root.foundHere(codeText, codeText.positionToRectangle(position))
    }
    Flickable {
        id: area
        y: header.height
        width: parent.width
        height: codeText.implicitHeight + (problem.visible ? problem.implicitHeight : 0)
        contentWidth: root.wrapped ? width : codeText.implicitWidth
        contentHeight: height
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.horizontal: ScrollHandle {}

        SelectableText {  // what it says is the highlighter's
            id: codeText
            objectName: "codeText"
            // Without a width of its own: with one, Qt lays the whole text out twice for every change.
            Binding on width {
                when: root.wrapped
                value: area.width
            }
            padding: Style.gapLarge
            topPadding: Style.gap
            bottomPadding: Style.gap
            wrapMode: root.wrapped ? TextEdit.WrapAtWordBoundaryOrAnywhere : TextEdit.NoWrap
            font.family: Style.monoFamily
            font.pixelSize: Style.fontSizeSmall
            Accessible.name: root.code
        }
        Caption {
            id: problem
            objectName: "saveProblem"
            x: Style.gapLarge
            y: codeText.implicitHeight
            visible: text !== ""
            bottomPadding: Style.gapSmall
            color: Style.colors.danger
        }
    }
    Instantiator {  // there only while it is open
        id: dialog
        active: false
        delegate: FileDialog {
            title: qsTr("Save code")
            fileMode: FileDialog.SaveFile
            defaultSuffix: highlighter.extension
            Component.onCompleted: open()
            onAccepted: {
                problem.text = highlighter.saveTo(selectedFile);
                dialog.active = false;
            }
            onRejected: dialog.active = false
        }
    }
}
