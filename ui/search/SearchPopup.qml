pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App

// Ctrl+Shift+F: all chats by their words, as one types.
PickerPopup {
    id: root

    required property SearchViewModel search

    objectName: "searchPopup"
    label: qsTr("Search all chats")
    placeholder: qsTr("Words in any chat, or \"words in this order\"")
    note: root.search.summary
    model: root.search
    onAboutToShow: root.search.refresh()
    onQueryChanged: root.search.query = root.query
    onAccepted: row => root.search.open(row)

    delegate: HitRow {
        onClicked: root.take(index)
    }
}
