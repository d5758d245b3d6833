pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// All models on this computer, those used lately first; a field to search where there are many. The arrows go through them from the field
// too, and Enter takes one.
Column {
    id: root

    required property ModelShelf shelf
    property real room: 320  // for the rows
    readonly property ModelChoices choices: shelf.choices
    readonly property bool many: choices.total > 7
    signal chosen(string path)

    spacing: Style.gapTiny
    visible: root.choices.total > 0 || root.shelf.scanning

    Caption {
        width: parent.width
        text: root.shelf.scanning ? root.shelf.scanText : qsTr("On this computer")
        font.weight: Font.DemiBold
    }
    InputField {
        id: field
        objectName: "choiceSearch"
        width: parent.width
        implicitHeight: 32
        visible: root.many
        placeholderText: qsTr("Search by name, kind or place")
        Accessible.name: placeholderText
        text: root.choices.search
        onTextEdited: {
            root.choices.search = field.text;
            list.currentIndex = 0;
        }
        Keys.onDownPressed: root.step(1)
        Keys.onUpPressed: root.step(-1)
        Keys.onReturnPressed: root.take()
        Keys.onEnterPressed: root.take()
    }
    ListView {
        id: list
        objectName: "choiceList"
        width: parent.width
        height: Math.min(contentHeight, root.room)
        clip: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        highlightMoveDuration: 0
        onCountChanged: list.currentIndex = list.count > 0 ? Math.max(0, Math.min(list.currentIndex, list.count - 1)) : -1
        model: root.choices
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Models on this computer")
        ScrollBar.vertical: ScrollHandle {}
        Keys.onReturnPressed: root.take()
        Keys.onEnterPressed: root.take()
        delegate: ModelChoice {
            required property int index
            objectName: "choice" + index
            width: list.width
            current: list.currentIndex === index && (list.activeFocus || field.activeFocus)
            onClicked: root.chosen(path)
        }
        FocusRing {
            anchors.margins: 0
            shown: list.activeFocus
        }
    }
    Caption {
        objectName: "noChoice"
        width: parent.width
        visible: list.count === 0 && !root.shelf.scanning
        text: qsTr("Nothing found")
    }

    function begin() {
        root.choices.search = "";
        list.currentIndex = 0;
        list.positionViewAtBeginning();
        (root.many ? field : list).forceActiveFocus(Qt.TabFocusReason);
    }
    function step(by: int) {
        list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + by));
    }
    // What cannot run, and what is in use, stays as it is.
    function take() {
        const choice = list.currentItem as ModelChoice;
        if (choice && choice.enabled)
            root.chosen(choice.path);
    }
}
