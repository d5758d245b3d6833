import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// One big text that the model goes on with, as it is: no chat, no turns.
FocusScope {
    id: root

    required property Notebook notebook
    property bool valuesShown: false
    property bool filled: false
    signal closed

    Keys.onEscapePressed: root.notebook.isRunning ? root.notebook.stop() : root.closed()

    Column {
        id: head
        x: Style.gapHuge
        y: Style.gapLarge
        width: parent.width - 2 * Style.gapHuge
        spacing: Style.gapSmall

        Row {
            anchors.left: parent.left
            spacing: Style.gapSmall
            IconButton {
                objectName: "notebookBack"
                iconName: "arrow-left"
                text: qsTr("Back to the chat (Esc)")
                onClicked: root.closed()
            }
            BodyText {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Notebook")
                font.pixelSize: Style.fontSizeLarge
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
        }
        BodyText {
            width: parent.width
            text: qsTr("The model goes on where the text ends. Its state is kept: going on reads nothing again, and a change reads only from the last completion before it.")
            font.pixelSize: Style.fontSizeSmall
            color: Style.colors.textMuted
        }
    }
    ScrollView {
        id: scroll
        focus: true
        anchors.top: head.bottom
        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: values.visible ? values.left : parent.right
        anchors.margins: Style.gapLarge
        anchors.leftMargin: Style.gapHuge
        anchors.rightMargin: values.visible ? Style.gapLarge : Style.gapHuge
        contentWidth: availableWidth
        clip: true
        ScrollBar.vertical: ScrollHandle {
            parent: scroll
            x: scroll.width - width
            height: scroll.height
        }
        TextArea {
            id: area
            objectName: "notebookArea"
            focus: true
            Accessible.name: qsTr("Text of the notebook")
            readOnly: root.notebook.isRunning
            wrapMode: TextEdit.Wrap
            selectByMouse: true
            textFormat: TextEdit.PlainText
            padding: Style.gapLarge
            color: Style.colors.text
            placeholderText: qsTr("Write the beginning of a text…")
            placeholderTextColor: Style.colors.textFaint
            selectionColor: Style.colors.selection
            selectedTextColor: Style.colors.text
            font.family: Style.fontFamily
            font.pixelSize: Style.fontSize
            background: null
            onTextChanged: root.keep()
            onCursorPositionChanged: root.keep()
            Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
            Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
            Keys.onPressed: event => event.accepted = root.handleKey(event.key, event.modifiers)
        }
        background: Rectangle {
            radius: Style.radius
            color: Style.colors.raised
            border.width: area.activeFocus ? Style.focusWidth : 1
            border.color: area.activeFocus ? Style.colors.accent : Style.colors.borderStrong
        }
    }
    NotebookValues {
        id: values
        objectName: "notebookValues"
        anchors.top: head.bottom
        anchors.bottom: foot.top
        anchors.right: parent.right
        anchors.margins: Style.gapLarge
        anchors.rightMargin: Style.gapHuge
        width: Math.min(300, root.width * 0.4)
        visible: root.valuesShown
        values: root.notebook.values
    }
    Column {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Style.gapHuge
        anchors.bottomMargin: Style.gapLarge
        spacing: Style.gapSmall

        Banner {
            objectName: "notebookError"
            width: parent.width
            visible: root.notebook.errorText !== ""
            warning: true
            dismissable: false
            iconName: "triangle-alert"
            text: root.notebook.errorText
        }
        Flow {
            width: parent.width
            spacing: Style.gapSmall
            TextButton {
                objectName: "notebookComplete"
                primary: true
                enabled: root.notebook.isRunning || root.notebook.canComplete
                iconName: root.notebook.isRunning ? "stop" : "play"
                text: root.notebook.isRunning ? qsTr("Stop") : qsTr("Complete")
                hint: root.notebook.isRunning ? qsTr("Esc") : qsTr("Ctrl+Return")
                onClicked: root.notebook.isRunning ? root.notebook.stop() : root.notebook.complete()
            }
            TextButton {
                objectName: "notebookUndo"
                enabled: root.notebook.canUndo
                iconName: "rotate-ccw"
                text: qsTr("Undo completion")
                onClicked: root.notebook.undo()
            }
            TextButton {
                objectName: "notebookClear"
                enabled: !root.notebook.isRunning && area.length > 0
                text: qsTr("Clear")
                onClicked: root.notebook.clear()
            }
            TextButton {
                objectName: "notebookMore"
                quiet: true
                iconName: "settings"
                text: root.valuesShown ? qsTr("Hide the controls") : qsTr("Controls")
                onClicked: root.valuesShown = !root.valuesShown
            }
            Caption {
                objectName: "notebookStatus"
                height: Style.controlHeight
                verticalAlignment: Text.AlignVCenter
                text: root.notebook.statusText
            }
        }
    }
    Connections {
        target: root.notebook
        function onTextChanged() {
            if (area.text !== root.notebook.text)
                root.show();
        }
        function onAppended(piece) {
            area.insert(area.length, piece);
            area.cursorPosition = area.length;
        }
    }
    Component.onCompleted: root.show()

    // The text as it is kept, with the cursor where it was.
    function show() {
        root.filled = false;
        area.text = root.notebook.text;
        area.cursorPosition = root.notebook.cursor;
        root.filled = true;
    }
    function keep() {
        if (!root.filled || root.notebook.isRunning)
            return;
        root.notebook.text = area.text;
        root.notebook.cursor = area.cursorPosition;
    }
    function handleKey(key: int, modifiers: int): bool {
        const complete = (key === Qt.Key_Return || key === Qt.Key_Enter) && (modifiers & Qt.ControlModifier) !== 0;
        if (complete)
            root.notebook.complete();
        return complete;
    }
}
