pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// A document beside the chat, as pages where it is a PDF, or as text; quoted passages are marked and shown.
FocusScope {
    id: root

    required property DocumentsViewModel documents
    readonly property PassageListModel passages: documents.preview
    readonly property PageView page: documents.page
    property bool asText: false
    property bool fresh: false  // just opened
    readonly property bool showsPages: page.isAvailable && !asText
    property string selectedInText: ""
    readonly property string selected: showsPages ? page.selectedText : selectedInText
    signal closed
    signal askRequested(string text)

    // So that the keys that turn pages and close it work at once.
    function takeFocus() {
        if (showsPages)
            pages.takeFocus();
        else
            list.forceActiveFocus();
    }

    onVisibleChanged: {
        fresh = visible;
        if (visible)
            focusing.restart();
    }
    onShowsPagesChanged: if (fresh) focusing.restart()
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Text of %1").arg(root.passages.title)
    Keys.onEscapePressed: root.closed()

    Rectangle {
        anchors.fill: parent
        color: Style.colors.sunken
        Rectangle {
            width: 1
            height: parent.height
            color: Style.colors.border
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: 1
        spacing: 0

        Item {  // anchors: a layout here is not done again when the switch appears
            Layout.fillWidth: true
            Layout.preferredHeight: Style.headerHeight
            BodyText {
                objectName: "previewTitle"
                anchors.left: parent.left
                anchors.leftMargin: Style.gapLarge
                anchors.right: kind.visible ? kind.left : next.left
                anchors.rightMargin: Style.gapSmall
                anchors.verticalCenter: parent.verticalCenter
                text: root.passages.title
                elide: Text.ElideMiddle
                wrapMode: Text.NoWrap
                font.weight: Font.Medium
            }
            SegmentedChoice {
                id: kind
                objectName: "previewKind"
                anchors.right: next.left
                anchors.rightMargin: Style.gapSmall
                anchors.verticalCenter: parent.verticalCenter
                visible: root.page.isAvailable
                label: qsTr("Show as")
                value: root.asText ? 1 : 0
                options: [
                    { value: 0, text: qsTr("Pages"), icon: "" },
                    { value: 1, text: qsTr("Text"), icon: "" }
                ]
                onChosen: value => {
                    root.fresh = false;
                    root.asText = value === 1;
                }
            }
            IconButton {
                id: next
                objectName: "nextDocument"
                anchors.right: close.left
                width: visible ? implicitWidth : 0
                anchors.verticalCenter: parent.verticalCenter
                visible: root.documents.hasSeveral
                iconName: "chevron-right"
                text: qsTr("Next document of this chat")
                onClicked: root.documents.showChatDocument()
            }
            IconButton {
                id: close
                objectName: "closePreview"
                anchors.right: parent.right
                anchors.rightMargin: Style.gapSmall
                anchors.verticalCenter: parent.verticalCenter
                iconName: "x"
                text: qsTr("Close the text (Esc)")
                onClicked: root.closed()
            }
        }
        PageSheet {
            id: pages
            objectName: "pages"
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: root.showsPages
            page: root.page
        }
        ListView {
            id: list
            objectName: "previewList"
            visible: !root.showsPages
            Layout.fillWidth: true
            Layout.fillHeight: true
            leftMargin: Style.gap
            rightMargin: Style.gap
            bottomMargin: Style.gapHuge
            clip: true
            focus: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 800
            model: root.passages
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Passages")
            ScrollBar.vertical: ScrollHandle {}
            Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp  // the chat has them too
            Keys.onPressed: event => {
                event.accepted = event.key === Qt.Key_PageDown || event.key === Qt.Key_PageUp;
                if (!event.accepted)
                    return;
                list.contentY += (event.key === Qt.Key_PageDown ? 0.9 : -0.9) * list.height;
                list.returnToBounds();
            }
            delegate: PreviewPassage {
                required property int index
                objectName: "passage" + index
                width: list.width - 2 * Style.gap
                marked: index >= root.passages.highlighted && index <= root.passages.highlightedEnd
                onAskRequested: text => root.selectedInText = text
            }
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Style.gapSmall
            visible: root.selected !== ""
            TextButton {
                objectName: "askSelection"
                Layout.fillWidth: true
                text: qsTr("Ask about this")
                onClicked: root.askRequested(qsTr("About \"%1\": ").arg(root.selected))
            }
            TextButton {
                objectName: "summariseSelection"
                Layout.fillWidth: true
                text: qsTr("Summarise this")
                onClicked: root.askRequested(qsTr("Summarize this text in one line.\n%1").arg(root.selected))
            }
        }
    }
    Connections {
        target: root.passages
        function onHighlightedChanged() {
            goThere.restart();
        }
        function onDocumentChanged() {
            root.selectedInText = "";
        }
    }
    Timer {  // once what is to have it is visible
        id: focusing
        interval: 0
        onTriggered: root.takeFocus()
    }
    Timer {  // once the rows are there
        id: goThere
        interval: 60
        onTriggered: root.passages.highlighted >= 0 ? list.positionViewAtIndex(root.passages.highlighted, ListView.Beginning) : undefined
    }
}
