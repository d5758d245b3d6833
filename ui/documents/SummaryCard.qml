pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// The summary of the chat's document; each point leads to its pages.
Rectangle {
    id: root

    required property DocumentsViewModel documents
    property real maximumHeight: 280

    visible: documents.summary.length > 0 || documents.summaryText !== ""
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
                visible: root.documents.summaryText !== ""
                Spinner {
                    visible: root.documents.isSummarising
                }
                Caption {
                    objectName: "summaryProgress"
                    Layout.fillWidth: true
                    text: root.documents.summaryText
                }
                TextButton {
                    objectName: "cancelSummary"
                    visible: root.documents.isSummarising
                    implicitHeight: 28
                    quiet: true
                    text: qsTr("Stop")
                    onClicked: root.documents.cancelSummary()
                }
            }
            Repeater {
                model: root.documents.summary
                delegate: Column {
                    id: point
                    required property var modelData
                    required property int index
                    width: column.width
                    BodyText {
                        width: parent.width
                        visible: text !== ""
                        text: point.modelData.heading
                        font.pixelSize: Style.fontSizeSmall
                        font.weight: Font.DemiBold
                    }
                    BodyText {
                        objectName: "summaryPoint" + point.index
                        width: parent.width
                        text: root.documents.summaryStyle === DocumentsViewModel.Bullets ? "\u2022 " + point.modelData.text : point.modelData.text
                        font.pixelSize: Style.fontSizeSmall
                    }
                    TextButton {
                        objectName: "summaryPlace" + point.index
                        implicitHeight: 24
                        leftPadding: 0
                        quiet: true
                        text: point.modelData.place
                        Accessible.name: qsTr("Show %1 in the text").arg(point.modelData.place)
                        onClicked: root.documents.showPassages(point.modelData.document, point.modelData.first, point.modelData.last)
                    }
                }
            }
        }
    }
}
