pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// What a model thought before it answered, folded to a line with its time. Open, it has a frame of its own that follows its end while
// it grows; only the words on show are laid out.
Rectangle {
    id: root

    required property MessageBlocksModel blocks  // of which it is a row: a long text never passes through a property of QML
    required property int index
    required property bool running
    property real seconds: 0  // that it took, about; 0 where it is not known
    property real messageId: -1
    property bool open: false  // as the user wishes
    readonly property bool shown: open || finder.wanted
    property int waited: 0    // seconds, while it runs
    readonly property int shownSeconds: Math.round(running ? waited : seconds)

    signal foundHere(Item item, rect place)

    implicitHeight: header.height + frame.height
    radius: Style.radius
    color: Style.colors.sunken
    border.color: Style.colors.border

    FoundBlock {
        id: finder
        find: App.find
        messageId: root.messageId
        block: root.index
    }
    Timer {
        running: root.running
        interval: 1000
        repeat: true
        onTriggered: root.waited += 1
    }
    AbstractButton {
        id: header
        objectName: "thinkingHeader"
        width: parent.width
        implicitHeight: 34
        hoverEnabled: true
        focusPolicy: Qt.TabFocus
        text: root.running ? (root.shownSeconds > 0 ? qsTr("Thinking for %n second(s)", "", root.shownSeconds) : qsTr("Thinking"))
            : root.shownSeconds > 0 ? qsTr("Thought for about %n second(s)", "", root.shownSeconds) : qsTr("Thought before it answered")
        Keys.onReturnPressed: header.clicked()
        Keys.onEnterPressed: header.clicked()
        Accessible.role: Accessible.Button
        Accessible.name: header.text
        Accessible.description: root.shown ? qsTr("Shown; press to fold it") : qsTr("Folded; press to read it")
        Accessible.onPressAction: header.clicked()
        onClicked: root.toggle()

        contentItem: Item {
            Icon {
                x: Style.gap
                anchors.verticalCenter: parent.verticalCenter
                icon: root.shown ? "chevron-up" : "chevron-down"
                size: Style.iconSizeSmall
            }
            Caption {
                x: Style.gap + Style.iconSizeSmall + Style.gapSmall
                width: parent.width - x - Style.gap
                anchors.verticalCenter: parent.verticalCenter
                text: header.text
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
        }
        background: Rectangle {
            radius: root.radius
            color: header.hovered ? Style.colors.hover : "transparent"
            FocusRing {
                shown: header.visualFocus
                radius: parent.radius + Style.focusWidth
            }
        }
    }
    Item {
        id: frame
        y: header.height
        width: parent.width
        height: root.shown ? Math.min(320, thoughts.shownHeight) + Style.gap : 0
        visible: root.shown

        Instantiator {
            id: thoughts
            active: root.shown
            readonly property ListView list: object as ListView
            readonly property real shownHeight: list ? list.contentHeight : 0
            delegate: ThinkingWords {
                parent: frame
                x: Style.gapLarge
                width: frame.width - 2 * x
                height: frame.height - Style.gap
                blocks: root.blocks
                row: root.index
                messageId: root.messageId
                found: finder
                following: root.running
                onMovementEnded: following = root.running && atYEnd
                onFoundHere: (item, place) => root.foundHere(item, place)
            }
        }
    }

    function toggle() {
        root.open = !root.shown;
        finder.release();
    }
}
