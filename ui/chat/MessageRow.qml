pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Style

// The room of one message in the list. The message comes into it a little later where the list needs many at once.
LateItem {
    id: root

    required property int index
    required property real messageId
    required property int author
    required property var list  // the MessageList
    property bool current: false
    property var arrived: null  // a found place in the message that is not in its room yet

    objectName: "message" + index
    implicitHeight: item ? item.implicitHeight : place.expectedHeight(list.chat.messages, index, width, Style.fontSize)
    source: list.chat.messages
    row: index
    content: author === MessageListModel.User ? asked : answered
    facts: author === MessageListModel.User ? list.factsAsked : list.factsAnswered
    onHeightChanged: root.item ? root.place.remember(root.messageId, root.width, root.height) : undefined
    onFilled: root.arrived ? root.show(root.arrived.item, root.arrived.place) : undefined

    Component {
        id: asked
        UserMessage {
            width: root.width
            chat: root.list.chat
            messageId: root.messageId
            editing: root.list.editingId === root.messageId
            current: root.current
            onEditRequested: root.list.editingId = root.messageId
            onEditFinished: root.list.editingId = -1
            onFoundHere: (item, place) => root.show(item, place)
        }
    }
    Component {
        id: answered
        AssistantMessage {
            width: root.width
            chat: root.list.chat
            messageId: root.messageId
            current: root.current
            view: root.ListView.view
            onLinkRequested: link => root.list.linkRequested(link)
            onQuoteRequested: (document, ordinal) => root.list.quoteRequested(document, ordinal)
            onFoundHere: (item, place) => root.show(item, place)
            onChooseModelRequested: root.list.chooseModelRequested()
            onOpenDataFolderRequested: root.list.openDataFolderRequested()
        }
    }

    function show(item: Item, place: rect) {
        root.arrived = root.item ? null : { "item": item, "place": place };
        if (root.item)
            root.list.showPlace(item, place);
    }
}
