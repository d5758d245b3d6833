import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Search
import Eddy.Style

// One conversation: messages above, composer below.
FocusScope {
    id: root

    required property ChatViewModel chat
    required property ModelsViewModel models
    readonly property real columnWidth: Math.min(Style.readingWidth, width - 2 * Style.gapHuge)
    property alias aboveComposer: extras.data
    property alias pasteFiles: composer.pasteFiles
    readonly property real composerHeight: bottom.height + Style.gapSmall
    signal chooseModelRequested
    signal openDataFolderRequested
    signal attachRequested
    signal styleRequested
    signal quoteRequested(real document, int ordinal)

    MessageList {
        id: messages
        objectName: "messageList"
        anchors.fill: parent
        anchors.bottomMargin: bottom.height + Style.gapSmall
        visible: !root.chat.isEmpty
        chat: root.chat
        onLinkRequested: link => linkDialog.ask(link)
        onQuoteRequested: (document, ordinal) => root.quoteRequested(document, ordinal)
        onChooseModelRequested: root.chooseModelRequested()
        onOpenDataFolderRequested: root.openDataFolderRequested()
        onEditingIdChanged: editingId < 0 ? composer.focusText() : undefined
    }
    EmptyState {
        objectName: "emptyState"
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(Style.gapHuge, (parent.height - bottom.height - height) * 0.42)
        width: root.columnWidth
        visible: root.chat.isEmpty && !App.welcome.shown
        chat: root.chat
        models: root.models
        compact: root.height - bottom.height < 27 * Style.fontSize
        crowded: root.height - bottom.height < 16 * Style.fontSize
        onSuggestionChosen: text => root.chat.send(text)
        onChooseModelRequested: root.chooseModelRequested()
    }
    Column {
        id: bottom
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Style.gapSmall
        width: root.columnWidth
        spacing: Style.gapSmall

        Banner {
            objectName: "chatNotice"
            width: parent.width
            visible: root.chat.noticeText !== ""
            text: root.chat.noticeText
            onDismissed: root.chat.dismissNotice()
        }
        Banner {
            objectName: "answersRefused"
            width: parent.width
            visible: App.answers.refusal !== ""
            warning: true
            text: App.answers.refusal
            onDismissed: App.answers.dismissRefusal()
        }
        Column {
            id: extras
            width: parent.width
            spacing: Style.gapSmall
        }
        WaitingPictures {
            objectName: "waitingPictures"
            width: parent.width
            pictures: App.pictures
        }
        ChatStyleBar {
            objectName: "chatStyleBar"
            style: App.style
            isNew: root.chat.isEmpty
            onRequested: root.styleRequested()
        }
        PreparingBar {
            objectName: "preparingBar"
            width: parent.width
            chat: root.chat
        }
        Composer {
            id: composer
            objectName: "composer"
            width: parent.width
            focus: true
            maximumTextHeight: Math.max(80, Math.min(280, root.height * 0.4))
            chat: root.chat
            onSent: messages.follow()
            onAttachRequested: root.attachRequested()
            onEditLastRequested: messages.editingId = root.chat.lastUserMessageId // qmllint disable type
        }
        Caption {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            text: root.chat.modelReady ? qsTr("Answers are made on this computer and can be wrong. Shift+Enter breaks the line.")
                : root.chat.modelStatusText
        }
    }
    FindBar {
        id: findBar
        anchors.top: parent.top
        anchors.right: parent.right
        anchors.margins: Style.gap
        find: App.find
        onClosed: composer.focusText()
    }
    ParallelAnswersPanel {
        objectName: "parallelAnswers"
        anchors.fill: parent
        anchors.bottomMargin: bottom.height + Style.gapSmall
        answers: App.answers
        onLinkRequested: link => linkDialog.ask(link)
    }
    PictureDialog {
        pictures: App.pictures
    }
    LinkDialog {
        id: linkDialog
        objectName: "linkDialog"
    }
    Shortcut {
        sequence: "Escape"
        enabled: root.visible && (root.chat.isGenerating || root.chat.isPreparing)
        onActivated: root.chat.cancel()
    }
    Shortcut {
        sequence: "PgUp"
        enabled: root.visible
        onActivated: messages.scrollPages(-1)
    }
    Shortcut {
        sequence: "PgDown"
        enabled: root.visible
        onActivated: messages.scrollPages(1)
    }

    function showFind() {
        App.find.open();
        findBar.focusField();
    }
    function focusComposer() {
        composer.focusText();
    }
}
