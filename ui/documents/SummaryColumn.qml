pragma ComponentBehavior: Bound
import QtQuick
import Eddy.Components
import Eddy.Style

// The summary of one document.
Column {
    id: root

    required property var modelData
    property bool titled: false
    property bool bulleted: false
    signal placeRequested(real document, int first, int last)
    signal placeFocused(Item item)

    spacing: Style.gapSmall
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Summary of %1").arg(root.modelData.name)

    Caption {
        objectName: "summaryName"
        width: parent.width
        visible: root.titled
        text: root.modelData.name
        elide: Text.ElideMiddle
        wrapMode: Text.NoWrap
        font.weight: Font.Medium
    }
    Repeater {
        model: root.modelData.points
        delegate: Column {
            id: point
            required property var modelData
            required property int index
            width: root.width
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
                text: root.bulleted ? "\u2022 " + point.modelData.text : point.modelData.text
                font.pixelSize: Style.fontSizeSmall
            }
            TextButton {
                id: place
                objectName: "summaryPlace" + point.index
                implicitHeight: 24
                leftPadding: 0
                quiet: true
                text: point.modelData.place
                Accessible.name: qsTr("Show %1 in the text").arg(point.modelData.place)
                onActiveFocusChanged: if (activeFocus) root.placeFocused(place)
                onClicked: root.placeRequested(point.modelData.document, point.modelData.first, point.modelData.last)
            }
        }
    }
}
