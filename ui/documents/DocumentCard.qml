pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// The documents of the chat: how far the model has read, what it answers from, and what can be made of them.
Rectangle {
    id: root

    required property DocumentsViewModel documents
    readonly property bool reading: documents.status === DocumentsViewModel.UnderWay
    readonly property bool done: documents.status === DocumentsViewModel.Complete
    readonly property bool canResume: documents.status === DocumentsViewModel.Paused || documents.status === DocumentsViewModel.Failed
        || documents.status === DocumentsViewModel.NotRead
    signal previewRequested

    visible: documents.hasDocuments
    implicitHeight: column.implicitHeight + 2 * Style.gap
    radius: Style.radius
    color: Style.colors.sunken
    border.color: Style.colors.border
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Document %1").arg(root.documents.title)

    Column {
        id: column
        x: Style.gap
        y: Style.gap
        width: parent.width - 2 * Style.gap
        spacing: Style.gapSmall

        RowLayout {
            width: parent.width
            spacing: Style.gapSmall
            Icon {
                icon: "file-text"
                size: Style.iconSize
                color: Style.colors.accent
            }
            Column {
                Layout.fillWidth: true
                BodyText {
                    objectName: "documentTitle"
                    width: parent.width
                    text: root.documents.title
                    elide: Text.ElideMiddle
                    wrapMode: Text.NoWrap
                    font.pixelSize: Style.fontSizeSmall
                    font.weight: Font.Medium
                }
                Caption {
                    objectName: "documentStatus"
                    width: parent.width
                    text: root.reading || root.documents.facts === "" ? root.documents.statusText
                        : qsTr("%1 \u00B7 %2").arg(root.documents.facts).arg(root.documents.statusText)
                    elide: Text.ElideRight
                    wrapMode: Text.NoWrap
                    Accessible.name: text
                }
            }
            IconButton {
                objectName: "pauseReading"
                visible: root.reading
                iconName: "pause"
                text: qsTr("Pause reading")
                onClicked: root.documents.pause()
            }
            IconButton {
                objectName: "stopReading"
                visible: root.reading
                iconName: "stop"
                text: qsTr("Stop reading and forget what was read")
                onClicked: root.documents.stop()
            }
            IconButton {
                objectName: "resumeReading"
                visible: root.canResume
                iconName: "play"
                text: qsTr("Read on")
                onClicked: root.documents.resume()
            }
            TextButton {
                objectName: "showText"
                implicitHeight: 30
                quiet: true
                text: root.documents.hasSeveral && root.documents.previewOpen ? qsTr("Show next text") : qsTr("Show text")
                hint: root.documents.facts === "" ? qsTr("Once more shows the next document") : ""
                onClicked: root.previewRequested()
            }
        }
        ThinProgress {
            objectName: "readingProgress"
            width: parent.width
            visible: root.reading
            value: root.documents.progress
            label: qsTr("Reading %1").arg(root.documents.title)
        }
        Flow {
            width: parent.width
            spacing: Style.gapSmall
            Row {  // a word and what it is about go to the next line together
                visible: root.done
                spacing: Style.gapSmall
                Caption {
                    height: Style.controlHeight
                    verticalAlignment: Text.AlignVCenter
                    text: qsTr("Answer from")
                }
                SegmentedChoice {
                    objectName: "askMode"
                    visible: root.done
                    label: qsTr("Answer from")
                    value: root.documents.mode
                    options: [
                        { value: DocumentsViewModel.Memory, text: qsTr("Memory"), icon: "" },
                        { value: DocumentsViewModel.Passages, text: qsTr("Passages"), icon: "" },
                        { value: DocumentsViewModel.Both, text: qsTr("Both"), icon: "" }
                    ]
                    onChosen: value => root.documents.mode = value
                }
            }
            Row {
                spacing: Style.gapSmall
                Caption {
                    visible: implicitWidth + Style.gapSmall + summaryStyle.implicitWidth <= column.width
                    height: Style.controlHeight
                    verticalAlignment: Text.AlignVCenter
                    text: qsTr("Summary")
                }
                SegmentedChoice {
                    id: summaryStyle
                    objectName: "summaryStyle"
                    label: qsTr("Summary")
                    enabled: !root.documents.summaries.isBusy
                    value: root.documents.summaries.style
                    options: [
                        { value: DocumentSummaries.Line, text: qsTr("One line"), icon: "" },
                        { value: DocumentSummaries.Paragraph, text: qsTr("Paragraph"), icon: "" },
                        { value: DocumentSummaries.Bullets, text: qsTr("Points"), icon: "" },
                        { value: DocumentSummaries.Chapters, text: qsTr("Chapters"), icon: "" },
                        { value: DocumentSummaries.Notes, text: qsTr("Notes"), icon: "" }
                    ]
                    onChosen: value => root.documents.summaries.make(value)
                }
            }
            AsOfPage {
                objectName: "asOfPageRow"
                height: Style.controlHeight
                places: root.documents.places
            }
        }
    }
}
