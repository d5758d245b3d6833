pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// What an answer about documents was made from: the passages that were shown to the model, or its memory alone.
Column {
    id: root

    required property int answeredFrom
    required property var quotes
    signal quoteRequested(real document, int ordinal)

    visible: answeredFrom !== MessageListModel.NoDocument
    spacing: Style.gapTiny

    Caption {
        objectName: "answeredFrom"
        text: root.quotes.length === 0
            ? (root.answeredFrom === MessageListModel.Memory ? qsTr("From memory alone: no passage was shown to the model.")
                : root.answeredFrom === MessageListModel.Both ? qsTr("From memory: no passage fits the question.")
                : qsTr("No passage fits the question."))
            : root.answeredFrom === MessageListModel.Both ? qsTr("From memory and these passages:") : qsTr("From these passages alone:")
    }
    Flow {
        width: parent.width
        spacing: Style.gapTiny
        visible: root.quotes.length > 0
        Repeater {
            model: root.quotes
            delegate: TextButton {
                required property var modelData
                required property int index
                objectName: "quote" + index
                implicitHeight: 26
                leftPadding: Style.gapSmall
                iconName: "file-text"
                text: modelData.place.length > 60 ? modelData.place.slice(0, 59) + "\u2026" : modelData.place
                hint: modelData.text
                Accessible.name: qsTr("Show %1 in the text").arg(modelData.place)
                Accessible.description: modelData.text
                onClicked: root.quoteRequested(modelData.document, modelData.ordinal)
            }
        }
    }
}
