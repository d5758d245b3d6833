import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Documents
import Eddy.States
import Eddy.Style

// What a chat has to say about itself between its messages and the composer.
Column {
    id: root

    required property real roomHeight  // of the chat's page

    spacing: Style.gapSmall

    TransferBanners {
        objectName: "transferBanners"
        width: parent.width
        transfer: App.transfer
    }
    PrivateBanner {
        objectName: "privateBanner"
        width: parent.width
        privateChat: App.privateChat
    }
    ProblemList {
        objectName: "problemList"
        width: parent.width
        maximumHeight: root.roomHeight * 0.3
        documents: App.documents
    }
    Banner {
        objectName: "importBanner"
        width: parent.width
        visible: App.documents.isImporting
        iconName: "file-text"
        text: App.documents.importText
        actionText: qsTr("Stop")
        dismissable: false
        onActionTriggered: App.documents.cancelImport()
    }
    SummaryCard {
        objectName: "summaryCard"
        width: parent.width
        maximumHeight: root.roomHeight * 0.4
        documents: App.documents
    }
    OriginCard {
        objectName: "originCard"
        width: parent.width
        library: App.library
    }
    TimeTravelBar {
        objectName: "timeTravelBar"
        width: parent.width
        travel: App.travel
    }
    DocumentCard {
        objectName: "documentCard"
        width: parent.width
        documents: App.documents
        onPreviewRequested: App.documents.showChatDocument()
    }
}
