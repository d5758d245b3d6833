import QtQuick
import Eddy.App
import Eddy.Components

// Says that nothing of this chat is written down.
Banner {
    id: root

    required property PrivateChat privateChat

    visible: root.privateChat.isShown
    iconName: "ghost"
    text: qsTr("Private chat: it stays in memory and is gone when you close it.")
    actionText: qsTr("Close and forget it")
    dismissable: false
    onActionTriggered: root.privateChat.close()
}
