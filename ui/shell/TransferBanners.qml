import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// What happens to a chat that is saved or opened as a file, and what is to be known about it afterwards.
Column {
    id: root

    required property TransferViewModel transfer

    spacing: Style.gapSmall
    visible: transfer.busy || transfer.errorText !== "" || transfer.noticeText !== "" || transfer.settingsOffered

    Banner {
        objectName: "transferBusy"
        width: parent.width
        visible: root.transfer.busy
        iconName: "download"
        text: qsTr("%1 %2 %").arg(root.transfer.busyText).arg(Math.round(root.transfer.progress * 100))
        actionText: qsTr("Stop")
        dismissable: false
        onActionTriggered: root.transfer.cancel()
    }
    Banner {
        objectName: "transferError"
        width: parent.width
        visible: root.transfer.errorText !== ""
        warning: true
        iconName: "triangle-alert"
        text: root.transfer.errorText
        actionText: root.transfer.canOpenText ? qsTr("Try the text alone") : ""
        onActionTriggered: root.transfer.openText()
        onDismissed: root.transfer.dismissError()
    }
    Banner {
        objectName: "transferNotice"
        width: parent.width
        visible: root.transfer.noticeText !== ""
        text: root.transfer.noticeText
        actionText: root.transfer.wantedModel !== "" ? qsTr("Load it") : ""
        onActionTriggered: root.transfer.loadWantedModel()
        onDismissed: root.transfer.dismissNotice()
    }
    Banner {
        objectName: "transferSettings"
        width: parent.width
        visible: root.transfer.settingsOffered
        iconName: "settings"
        text: qsTr("This chat was written with other generation settings.")
        actionText: qsTr("Use them")
        onActionTriggered: root.transfer.useSettings()
        onDismissed: root.transfer.dismissSettings()
    }
}
