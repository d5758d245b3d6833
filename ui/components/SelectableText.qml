pragma ComponentBehavior: Bound
import QtQuick
import Eddy.Style

// Read-only text that can be selected and copied. Links are reported, never opened from here.
TextEdit {
    id: root

    signal linkRequested(string link)

    readOnly: true
    selectByMouse: true
    activeFocusOnTab: false
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.PlainText
    color: Style.colors.text
    selectionColor: Style.colors.selection
    selectedTextColor: Style.colors.text
    font.family: Style.fontFamily
    font.pixelSize: Style.fontSize
    onLinkActivated: link => root.linkRequested(link)

    Instantiator {  // there only over a link
        active: root.hoveredLink !== ""
        delegate: HintTip {
            parent: root
            text: root.hoveredLink
            shown: true
            HoverHandler {
                parent: root
                cursorShape: Qt.PointingHandCursor
            }
        }
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: menu.active = true
    }
    Instantiator {
        id: menu
        active: false
        delegate: PopupMenu {
            parent: root
            Component.onCompleted: popup()
            onClosed: menu.active = false
            PopupMenuItem {
                text: qsTr("Copy selection")
                iconName: "copy"
                enabled: root.selectedText !== ""
                onTriggered: root.copy()
            }
            PopupMenuItem {
                text: qsTr("Select all")
                onTriggered: root.selectAll()
            }
        }
    }
}
