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
    readonly property bool busy: summaries.isBusy
    readonly property real document: columnCount > 0 ? summaries.columns[0].document : 0
    property real hiddenDocument: -1
    property real maximumHeight: 280

    // What the keyboard has reached is not left under the edge.
    function reveal(item: Item) {
        const y = item.mapToItem(column, 0, 0).y;
        flick.contentY = Math.max(0, Math.min(y, Math.max(flick.contentY, y + item.height - flick.height)));
    }

    onBusyChanged: if (busy) hiddenDocument = -1
    visible: busy || ((columnCount > 0 || summaries.text !== "") && document !== hiddenDocument)
    implicitHeight: Math.min(maximumHeight, column.implicitHeight + 2 * Style.gap)
    radius: Style.radius
    color: Style.colors.raised
    border.color: Style.colors.border
    clip: true
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Summary")

    Flickable {
        id: flick
        anchors.fill: parent
        anchors.margins: Style.gap
        contentWidth: width
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollHandle {}

        Column {
            id: column
            width: parent.width - Style.gap  // beside the handle
            spacing: Style.gapSmall

            RowLayout {
                width: parent.width
                Spinner {
                    visible: root.busy
                }
                Caption {
                    objectName: "summaryProgress"
                    Layout.fillWidth: true
                    text: root.summaries.text === "" ? qsTr("Summary") : root.summaries.text
                }
                TextButton {
                    objectName: "cancelSummary"
                    visible: root.busy
                    implicitHeight: 28
                    quiet: true
                    text: qsTr("Stop")
                    onClicked: root.summaries.cancel()
                }
                IconButton {
                    objectName: "hideSummary"
                    visible: !root.busy
                    size: 24
                    glyphSize: Style.iconSizeSmall
                    iconName: "x"
                    text: qsTr("Hide the summary")
                    onClicked: root.hiddenDocument = root.document
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
                        onPlaceFocused: item => root.reveal(item)
                        onPlaceRequested: (document, first, last) => root.documents.showPassages(document, first, last)
                    }
                }
            }
        }
    }
}
