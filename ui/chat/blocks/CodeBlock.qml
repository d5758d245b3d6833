pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import Eddy.App
import Eddy.Components
import Eddy.Style

// Code in colours with its language: copy, save, wrap; long lines scroll sideways unless wrapped. What tools were asked and said, and long JSON,
// is folded until it is wanted.
Rectangle {
    id: root

    required property string language
    property MessageBlocksModel blocks: null  // whose row `blockIndex` is shown; without them it is `code`
    property string code: ""
    property real messageId: -1
    property int blockIndex: -1
    property Item view: null  // that shows a part of it: pieces far from there are out of the scene
    property int origin: MessageBlocksModel.Fenced
    property bool wrapped: false
    property int fold: 0  // as the user wishes: 1 folded, -1 open; 0 as it comes
    readonly property bool ofTool: origin === MessageBlocksModel.ToolCall || origin === MessageBlocksModel.ToolResult
    readonly property bool foldable: ofTool || (language === "json" && allPieces.lines > 24)
    readonly property bool folded: foldable && fold >= 0 && !finder.wanted
    readonly property string label: origin === MessageBlocksModel.ToolCall ? qsTr("Tool call")
        : origin === MessageBlocksModel.ToolResult ? qsTr("Result of a tool") : allPieces.label
    signal foundHere(Item item, rect place)

    implicitHeight: header.height + (folded ? 0 : area.height)
    radius: Style.radius
    color: Style.colors.sunken
    border.color: Style.colors.border
    Accessible.role: Accessible.Section
    Accessible.name: root.ofTool ? root.label : root.label === "" ? qsTr("Code") : qsTr("Code in %1").arg(root.label)

    CodeBlockHeader {
        id: header
        width: parent.width
        label: root.folded ? qsTr("%1: %n line(s)", "", allPieces.lines).arg(root.label) : root.label
        wrapped: root.wrapped
        foldable: root.foldable
        folded: root.folded
        onFoldToggled: root.toggleFold()
        onWrapToggled: root.wrapped = !root.wrapped
        onCopyRequested: allPieces.copy()
        onSaveRequested: dialog.active = true
    }
    FoundBlock {
        id: finder
        find: App.find
        messageId: root.messageId
        block: root.blockIndex
    }
    CodePieces {
        id: allPieces
        objectName: "highlighter"
        blocks: root.blocks
        row: root.blocks ? root.blockIndex : -1
        code: root.code
        language: root.language
        coloring: !root.folded
    }
    GradualRows {
        id: rows
        source: root.folded ? null : allPieces
        first: 2
        step: 1
    }
    Flickable {
        id: area
        y: header.height
        width: parent.width
        visible: !root.folded
        height: words.implicitHeight + (problem.visible ? problem.implicitHeight : 0)
        contentWidth: root.wrapped ? width : words.implicitWidth
        contentHeight: height
        flickableDirection: Flickable.HorizontalFlick
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.horizontal: ScrollHandle {}

        LongColumn {
            id: words
            view: root.view
            topPadding: Style.gap
            bottomPadding: Style.gap
            Repeater {
                model: rows
                delegate: SelectableText {  // what it says is the piece's
                    id: codeText
                    required property int index
                    objectName: "codeText"
                    // Without a width, Qt lays the whole text out anew for every line that is longer than those before.
                    width: root.wrapped ? area.width : Math.max(area.width, codeWords.wordsWidth + 2 * Style.gapLarge)
                    leftPadding: Style.gapLarge
                    rightPadding: Style.gapLarge
                    wrapMode: root.wrapped ? TextEdit.WrapAtWordBoundaryOrAnywhere : TextEdit.NoWrap
                    font.family: Style.monoFamily
                    font.pixelSize: Style.fontSizeSmall
                    Accessible.name: root.label

                    CodePiece {
                        id: codeWords
                        document: codeText.textDocument
                        pieces: allPieces
                        piece: codeText.index
                        colors: Style.colors.code
                        find: App.find
                        messageId: root.messageId
                        block: root.blockIndex
                        foundColor: Style.colors.found
                        currentColor: Style.colors.foundCurrent
                        onCurrentArrived: position => root.foundHere(codeText, codeText.positionToRectangle(position))
                    }
                }
            }
            Repeater {  // there only where it is needed
                model: rows.held > 0 && rows.complete ? 1 : 0
                delegate: TextButton {
                    objectName: "moreCode"
                    quiet: true
                    text: qsTr("Show %n more part(s)", "", rows.held)
                    onClicked: rows.showMore()
                }
            }
        }
        Caption {
            id: problem
            objectName: "saveProblem"
            x: Style.gapLarge
            y: words.implicitHeight
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
            defaultSuffix: allPieces.extension
            Component.onCompleted: open()
            onAccepted: {
                problem.text = allPieces.saveTo(selectedFile);
                dialog.active = false;
            }
            onRejected: dialog.active = false
        }
    }

    function toggleFold() {
        root.fold = root.folded ? -1 : 1;
        finder.release();
    }
}
