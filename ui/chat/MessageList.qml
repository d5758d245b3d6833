pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// The current branch from first to last message. Follows streaming text until the user scrolls away from the end.
FocusScope {
    id: root

    required property ChatViewModel chat
    property bool following: true
    property real editingId: -1
    property real wantedId: -1  // a message to go to as soon as it is there
    readonly property real sideMargin: Math.max(Style.gapHuge, (width - Style.readingWidth) / 2)
    readonly property var factsAsked: ["text", "branchIndex", "branchCount", "isLast"]
    readonly property var factsAnswered: ["textLength", "blocks", "status", "errorTitle", "errorText", "errorAction", "branchIndex", "branchCount", "tokenCount", "tokensPerSecond",
        "timeToFirstToken", "tokensReread", "rereadReason", "isLast", "answeredFrom", "quotes"]
    signal linkRequested(string link)
    signal quoteRequested(real document, int ordinal)
    signal chooseModelRequested
    signal openDataFolderRequested

    ListView {
        id: list
        objectName: "messageListView"
        anchors.fill: parent
        focus: true
        activeFocusOnTab: true
        clip: true
        model: root.chat.messages
        topMargin: Style.gapHuge
        bottomMargin: Style.gapSmall
        cacheBuffer: 4000
        boundsBehavior: Flickable.StopAtBounds
        highlightFollowsCurrentItem: false
        currentIndex: -1
        reuseItems: false
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Messages")
        ScrollBar.vertical: ScrollHandle {
            onPressedChanged: {
                root.following = !pressed && list.isNearEnd;
                keeper.leave();
            }
        }

        readonly property bool isNearEnd: contentHeight + originY + bottomMargin - contentY - height < 48

        onContentHeightChanged: stickToEnd.restart()
        onHeightChanged: stickToEnd.restart()
        onMovementStarted: {
            root.following = false;
            keeper.leave();
        }
        onMovementEnded: root.following = list.isNearEnd
        Keys.onUpPressed: root.step(-1)
        Keys.onDownPressed: root.step(1)
        Keys.onPressed: event => event.accepted = root.handleKey(event.key)

        Timer {
            id: stickToEnd
            interval: 0
            onTriggered: root.following ? list.positionViewAtEnd() : undefined
        }

        delegate: MessageRow {
            x: root.sideMargin
            width: list.width - 2 * root.sideMargin
            list: root
            place: keeper
            current: list.activeFocus && list.currentIndex === index
        }
    }
    SteadyPlace {
        id: keeper
        objectName: "steadyPlace"
        view: list
        following: root.following
    }
    Rectangle {
        visible: list.activeFocus && list.currentItem !== null && root.editingId < 0
        x: root.sideMargin - Style.gap
        y: list.currentItem ? list.currentItem.y - list.contentY - Style.gapSmall : 0
        width: 3
        height: list.currentItem ? list.currentItem.height - Style.gapSmall : 0
        radius: 1.5
        color: Style.colors.accent
    }
    FocusRing {
        anchors.margins: Style.focusWidth
        shown: list.activeFocus && list.currentItem === null
    }
    IconButton {
        objectName: "jumpToLatest"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Style.gap
        visible: !root.following && !list.isNearEnd
        round: true
        size: 36
        fill: Style.colors.raised
        iconName: "arrow-down"
        text: qsTr("Jump to the latest message")
        onClicked: root.follow()
        Rectangle {
            anchors.fill: parent
            radius: width / 2
            color: "transparent"
            border.color: Style.colors.borderStrong
        }
    }

    Connections {
        target: App.find
        function onCurrentChanged() {
            root.goToRow(App.find.currentRow());
        }
        function onMessageWanted(message: real) {
            root.wantedId = message;
            root.goToWanted();
        }
    }
    Connections {
        target: root.chat.messages
        function onCountChanged() {
            Qt.callLater(root.goToWanted); // qmllint disable type
        }
    }
    Connections {
        target: root.chat
        function onConversationChanged() {
            root.editingId = -1;
            root.follow();
        }
    }

    function goToRow(row: int) {
        if (row < 0)
            return;
        root.following = false;
        const item = list.itemAtIndex(row);
        if (item && item.y <= list.contentY + list.height && item.y + item.height >= list.contentY)
            keeper.prefer(item);
        else
            keeper.goTo(row, true);
    }
    function goToWanted() {
        const row = root.wantedId < 0 ? -1 : root.chat.messages.rowOfMessage(root.wantedId);
        if (row < 0)
            return;
        root.wantedId = -1;
        root.following = false;
        keeper.goTo(row, false);
        list.currentIndex = row;
    }
    // A found place well inside the view, wherever it is in a long message.
    function showPlace(item: Item, place: rect) {
        const y = item.mapToItem(list.contentItem, place.x, place.y).y;
        root.following = false;
        keeper.leave();
        if (y < list.contentY + 60 || y > list.contentY + list.height - 60)
            list.contentY = Math.max(list.originY - list.topMargin, y - list.height / 3);
    }
    function follow() {
        root.following = true;
        list.positionViewAtEnd();
    }
    function scrollPages(pages: real) {
        keeper.leave();
        const lowest = list.originY - list.topMargin;
        const highest = Math.max(lowest, list.originY + list.contentHeight + list.bottomMargin - list.height);
        root.following = false;  // or what is laid out on the way brings the end back
        list.contentY = Math.max(lowest, Math.min(highest, list.contentY + pages * list.height * 0.85));
        root.following = highest <= lowest || pages > 0 && list.isNearEnd;  // upwards the rows are not made yet that tell how far it is
    }
    function step(by: int) {
        list.currentIndex = Math.max(0, Math.min(list.count - 1, (list.currentIndex < 0 ? list.count : list.currentIndex) + by));
        list.positionViewAtIndex(list.currentIndex, ListView.Contain);
        keeper.prefer(list.currentItem);
        root.following = list.isNearEnd;
    }
    function handleKey(key: int): bool {
        if (key === Qt.Key_Home)
            root.scrollPages(-100000);
        else if (key === Qt.Key_End)
            root.follow();
        return key === Qt.Key_Home || key === Qt.Key_End;
    }
}
