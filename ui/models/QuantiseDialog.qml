import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// A smaller copy of a model: what it will be like is shown first.
ModalDialog {
    id: root

    required property ModelQuantiser quantiser

    title: qsTr("A smaller copy of %1").arg(quantiser.name)
    width: Math.min(520, parent ? parent.width - 2 * Style.gapHuge : 520)
    stubborn: quantiser.busy

    BodyText {
        width: parent.width
        text: qsTr("Fewer bits for each number: less memory, faster answers, a little less exact. The model itself stays as it is.")
        font.pixelSize: Style.fontSizeSmall
    }
    SegmentedChoice {
        objectName: "quantiseFormat"
        label: qsTr("Weight format")
        enabled: !root.quantiser.busy
        value: Array.from(root.quantiser.formats).indexOf(root.quantiser.format)
        options: Array.from(root.quantiser.formats).map((format, index) => ({ value: index, text: format, icon: "" }))
        onChosen: value => root.quantiser.format = root.quantiser.formats[value]
    }
    Column {
        width: parent.width
        spacing: Style.gapTiny
        Spinner {
            objectName: "quantiseMeasuring"
            visible: root.quantiser.measuring
        }
        BodyText {
            objectName: "quantiseSize"
            width: parent.width
            visible: text !== ""
            text: root.quantiser.sizeText
        }
        BodyText {
            objectName: "quantiseLoss"
            width: parent.width
            visible: text !== ""
            text: root.quantiser.lossText
        }
        BodyText {
            objectName: "quantiseSpeed"
            width: parent.width
            visible: text !== ""
            text: root.quantiser.speedText
        }
    }
    ThinProgress {
        objectName: "quantiseProgress"
        width: parent.width
        visible: root.quantiser.busy
        value: root.quantiser.progress
        label: root.title
    }
    BodyText {
        objectName: "quantiseProblem"
        width: parent.width
        visible: text !== ""
        text: root.quantiser.problem
        color: Style.colors.danger
        font.pixelSize: Style.fontSizeSmall
    }
    BodyText {
        objectName: "quantiseDone"
        width: parent.width
        visible: text !== ""
        text: root.quantiser.done
        color: Style.colors.accent
        font.pixelSize: Style.fontSizeSmall
    }
    buttons: [
        TextButton {
            objectName: "closeQuantise"
            text: root.quantiser.busy ? qsTr("Stop") : qsTr("Close")
            onClicked: root.quantiser.busy ? root.quantiser.cancel() : root.close()
        },
        TextButton {
            objectName: "startQuantise"
            primary: true
            enabled: root.quantiser.canStart
            visible: !root.quantiser.busy
            text: qsTr("Make the copy")
            onClicked: root.quantiser.start()
        }
    ]
}
