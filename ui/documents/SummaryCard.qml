pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// The summaries of the chat's documents, side by side when there are several; each point leads to its pages.
Rectangle {
    id: root

    required property DocumentsViewModel documents
    readonly property DocumentSummaries summaries: documents.summaries
    readonly property int columnCount: summaries.columns.length
    property real maximumHeight: 280

    visible: columnCount > 0 || summaries.text !== ""
    implicitHeight: Math.min(maximumHeight, column.implicitHeight + 2 * Style.gap)
    radius: Style.radius
    color: Style.colors.raised
    border.color: Style.colors.border
    clip: true
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Summary")

    Flickable {
        anchors.fill: parent
        anchors.margins: Style.gap
        contentWidth: width
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollHandle {}

        Column {
            id: column
            width: parent.width
            spacing: Style.gapSmall

            RowLayout {
                width: parent.width
                visible: root.summaries.text !== ""
                Spinner {
                    visible: root.summaries.isBusy
                }
                Caption {
                    objectName: "summaryProgress"
                    Layout.fillWidth: true
                    text: root.summaries.text
                }
                TextButton {
                    objectName: "cancelSummary"
                    visible: root.summaries.isBusy
                    implicitHeight: 28
                    quiet: true
                    text: qsTr("Stop")
                    onClicked: root.summaries.cancel()
                }
            }
            Row {
                id: row
                width: parent.width
                spacing: Style.gapLarge
                Repeater {
                    model: root.summaries.columns
                    delegate: SummaryColumn {
                        required property int index
                        objectName: "summaryColumn" + index
                        width: (row.width - (root.columnCount - 1) * row.spacing) / root.columnCount
                        titled: root.columnCount > 1
                        bulleted: root.summaries.style === DocumentSummaries.Bullets || root.summaries.style === DocumentSummaries.Notes
                        onPlaceRequested: (document, first, last) => root.documents.showPassages(document, first, last)
                    }
                }
            }
        }
    }
}
