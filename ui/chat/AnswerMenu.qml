pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// What else can be done at an answer: further answers, keeping its state, going back to it, leaving its turn out. The menu is there only while it is
// open: a chat has thousands of answers.
IconButton {
    id: root

    required property real messageId
    property bool busy: false
    signal chancesRequested

    objectName: "answerMenu"
    size: 28
    glyphSize: Style.iconSizeSmall
    iconName: "ellipsis"
    text: qsTr("More")
    onClicked: menu.active = true

    Instantiator {
        id: menu
        active: false
        delegate: PopupMenu {
            parent: root
            implicitWidth: 250
            Component.onCompleted: popup(root, 0, root.height)
            onClosed: menu.active = false
            PopupMenuItem {
                objectName: "again2"
                text: qsTr("2 more answers, side by side")
                iconName: "copy-plus"
                enabled: !root.busy
                onTriggered: App.answers.again(root.messageId, 2)
            }
            PopupMenuItem {
                objectName: "again4"
                text: qsTr("4 more answers, side by side")
                iconName: "copy-plus"
                enabled: !root.busy
                onTriggered: App.answers.again(root.messageId, 4)
            }
            PopupMenuItem {
                objectName: "again8"
                text: qsTr("8 more answers, side by side")
                iconName: "copy-plus"
                enabled: !root.busy
                onTriggered: App.answers.again(root.messageId, 8)
            }
            PopupMenuItem {
                objectName: "savePoint"
                text: qsTr("Save this point as\u2026")
                iconName: "download"
                enabled: !root.busy && !App.library.busy
                onTriggered: App.library.pointRequested(root.messageId)
            }
            PopupMenuItem {
                objectName: "askAsOf"
                text: qsTr("Ask as of this point\u2026")
                iconName: "rotate-ccw"
                enabled: !root.busy
                onTriggered: App.travel.show(root.messageId)
            }
            PopupMenuItem {
                objectName: "tokenChances"
                text: qsTr("Token probabilities\u2026")
                iconName: "info"
                visible: App.settings.tokenChances
                height: visible ? implicitHeight : 0
                enabled: App.chances.revision >= 0 && App.chances.has(root.messageId)
                onTriggered: root.chancesRequested()
            }
            PopupMenuItem {
                objectName: "leaveOut"
                text: qsTr("Leave this turn out")
                iconName: "x"
                enabled: !root.busy
                onTriggered: App.travel.leaveOut(root.messageId)
            }
        }
    }
}
