import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// Where the user writes. Return sends, Shift+Return breaks the line, an unfinished input-method composition does neither.
FocusScope {
    id: root

    required property ChatViewModel chat
    property real maximumTextHeight: 240
    readonly property bool busy: chat.isGenerating
    readonly property bool sendable: chat.canSend && !area.inputMethodComposing && area.text.trim() !== ""
    signal sent
    signal editLastRequested
    signal attachRequested
    // Files on the clipboard are the business of whoever reads files: true when it took them.
    property var pasteFiles: () => false

    implicitHeight: box.implicitHeight

    Rectangle {
        id: box
        width: parent.width
        implicitHeight: Math.max(54, scroll.implicitHeight + 2 * Style.gapSmall)
        radius: Style.radiusLarge + 4
        color: Style.colors.raised
        border.color: area.activeFocus ? Style.colors.accent : Style.colors.borderStrong

        ScrollView {
            id: scroll
            anchors.left: attach.right
            anchors.right: answerCount.left
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: 2
            implicitHeight: Math.min(area.implicitHeight, root.maximumTextHeight)
            height: implicitHeight
            contentWidth: availableWidth
            clip: true
            ScrollBar.vertical: ScrollHandle {
                parent: scroll
                x: scroll.width - width
                height: scroll.height
            }

            TextArea {
                id: area
                objectName: "composerArea"
                focus: true
                text: root.chat.draft
                onTextChanged: root.chat.draft = text
                wrapMode: TextEdit.Wrap
                textFormat: TextEdit.PlainText
                selectByMouse: true
                padding: Style.gapSmall
                leftPadding: Style.gapSmall
                rightPadding: Style.gapLarge
                color: Style.colors.text
                placeholderText: qsTr("Write a message")
                placeholderTextColor: Style.colors.textFaint
                selectionColor: Style.colors.selection
                selectedTextColor: Style.colors.text
                font.family: Style.fontFamily
                font.pixelSize: Style.fontSize
                background: null
                Accessible.name: qsTr("Message")
                Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
                Keys.onReturnPressed: event => event.accepted = root.handleReturn(event.modifiers)
                Keys.onEnterPressed: event => event.accepted = root.handleReturn(event.modifiers)
                Keys.onPressed: event => event.accepted = event.matches(StandardKey.Paste) && root.pasteFiles()
                Keys.onUpPressed: event => event.accepted = root.handleUp()
            }
        }
        IconButton {
            id: attach
            objectName: "attachButton"
            anchors.left: parent.left
            anchors.bottom: parent.bottom
            anchors.margins: 9
            size: 36
            round: true
            iconName: "paperclip"
            text: App.shortcuts.hintOf(qsTr("Attach documents"), "attach", App.shortcuts.texts)
            onClicked: root.attachRequested()
        }
        AnswerCountButton {
            id: answerCount
            anchors.right: button.left
            anchors.verticalCenter: button.verticalCenter
            answers: App.answers
        }
        IconButton {
            id: button
            objectName: root.busy ? "stopButton" : "sendButton"
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.margins: 9
            size: 36
            round: true
            enabled: root.busy || root.sendable
            opacity: 1
            fill: root.busy ? Style.colors.text : enabled ? Style.colors.accent : Style.colors.border
            tint: root.busy ? Style.colors.window : enabled ? Style.colors.accentText : Style.colors.textFaint
            glyphSize: root.busy ? 14 : Style.iconSize
            iconName: root.busy ? "stop" : "arrow-up"
            text: root.busy ? qsTr("Stop (Esc)") : qsTr("Send (Enter)")
            onClicked: root.busy ? root.chat.cancel() : root.send()
        }
    }

    function focusText() {
        area.forceActiveFocus();
    }
    function send() {
        const text = area.text;
        root.chat.draft = "";
        App.answers.ask(text);
        root.sent();
        area.forceActiveFocus();
    }
    function handleReturn(modifiers: int): bool {
        if (modifiers & Qt.ShiftModifier)
            return false;
        if (root.sendable)
            root.send();
        return true;
    }
    function handleUp(): bool {
        const starts = area.length === 0 && !area.inputMethodComposing;
        if (starts)
            root.editLastRequested();
        return starts;
    }
}
