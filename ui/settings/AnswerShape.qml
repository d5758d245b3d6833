import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// What an answer must look like: free, JSON as a schema describes it, or a text of a grammar.
Column {
    id: root

    required property AnswerValues values

    spacing: Style.gapSmall

    SettingRow {
        title: qsTr("Shape of the answer")
        help: qsTr("Makes the model write only what fits, to the last character. Good for data that another program reads.")
        stacked: true
        SegmentedChoice {
            objectName: "answerShape"
            label: qsTr("Shape of the answer")
            value: root.values.shape
            options: [
                { "value": AnswerValues.AnyText, "text": qsTr("Free"), "icon": "" },
                { "value": AnswerValues.JsonSchema, "text": qsTr("JSON schema"), "icon": "" },
                { "value": AnswerValues.Grammar, "text": qsTr("Grammar (GBNF)"), "icon": "" }
            ]
            onChosen: value => root.values.shape = value
        }
    }
    InputArea {
        objectName: "shapeText"
        width: parent.width
        visible: root.values.shape !== AnswerValues.AnyText
        implicitHeight: 140
        label: root.values.shape === AnswerValues.JsonSchema ? qsTr("JSON schema") : qsTr("Grammar")
        placeholderText: root.values.shape === AnswerValues.JsonSchema
            ? "{\"type\": \"object\", \"properties\": {\"city\": {\"type\": \"string\"}}, \"required\": [\"city\"]}"
            : "root ::= \"yes\" | \"no\""
        area.font.family: Style.monoFamily
        text: root.values.shapeText
        area.onEditingFinished: root.values.shapeText = text
    }
    BodyText {
        objectName: "shapeError"
        width: parent.width
        visible: text !== "" && root.values.shape !== AnswerValues.AnyText
        text: root.values.shapeError
        color: Style.colors.danger
        font.pixelSize: Style.fontSizeSmall
        Accessible.role: Accessible.AlertMessage
    }
}
