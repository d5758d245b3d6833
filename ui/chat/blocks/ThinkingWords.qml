pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// What a model thought, in rows of which only those on show exist. Follows its end while it grows, and goes to what the find bar has found.
ListView {
    id: root

    required property MessageBlocksModel blocks  // of which it is a row: a long text never passes through a property of QML
    required property int row
    required property real messageId
    required property FoundBlock found
    property bool following: false
    property bool arriving: false  // at a found place, as soon as there is room to show it
    signal foundHere(Item item, rect place)

    objectName: "thoughts"
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollHandle {}
    Accessible.role: Accessible.List
    Accessible.name: qsTr("What the model thought")
    model: TextPieces {
        id: allPieces
        blocks: root.blocks
        row: root.row
    }
    delegate: SelectableText {
        id: words
        required property string piece
        required property int index
        property bool complete: false  // before that it has no words to mark
        readonly property PieceHighlights marks: PieceHighlights {
            document: words.complete ? words.textDocument : null
            find: App.find
            messageId: root.messageId
            block: root.row
            pieces: allPieces
            piece: words.index
            foundColor: Style.colors.found
            currentColor: Style.colors.foundCurrent
        }
        width: root.width - Style.gap
        text: piece
        color: Style.colors.textMuted
        font.pixelSize: Style.fontSizeSmall
        Component.onCompleted: words.complete = true

        function placeOfCurrent(): rect {
            return words.positionToRectangle(Math.max(0, words.marks.currentPosition()));
        }
    }
    onMovementStarted: root.following = false
    onContentHeightChanged: settle.restart()
    onHeightChanged: settle.restart()
    Component.onCompleted: root.arrive()

    Connections {
        target: root.found
        function onArrived() {
            root.arrive();
        }
    }
    Timer {
        id: settle
        interval: 0
        onTriggered: root.arriving && root.height > 0 ? root.goToFound() : root.following ? root.positionViewAtEnd() : undefined
    }

    function arrive() {
        root.arriving = root.found.currentNth() >= 0;
        settle.restart();
    }
    // What begins in one row and ends in the next is marked in neither: then it is the row.
    function goToFound() {
        const at = allPieces.rowOfPlace(root.found.needle(), root.found.currentNth());
        root.arriving = false;
        if (at < 0)
            return;
        root.following = false;
        root.positionViewAtIndex(at, ListView.Beginning);
        const words = root.itemAtIndex(at);
        const place = words.placeOfCurrent(); // qmllint disable type
        root.contentY = Math.max(root.originY, Math.min(root.originY + root.contentHeight - root.height, words.y + place.y - root.height / 3));
        root.foundHere(words, place);
    }
}
