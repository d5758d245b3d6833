import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// One device: what it is, whether and why not, how fast, and whether it computes rightly.
Rectangle {
    id: root

    required property string deviceId
    required property string name
    required property string kind
    required property string facts
    required property string memory
    required property bool usable
    required property string whyNot
    required property string speed
    required property string test
    required property bool testFailed
    required property bool chosen
    required property bool inUse
    required property bool best
    required property DevicesViewModel devices

    implicitHeight: column.implicitHeight + 2 * Style.gap
    radius: Style.radius
    color: Style.colors.raised
    border.color: chosen ? Style.colors.accent : Style.colors.border
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1. %2. %3").arg(root.name).arg(root.kind).arg(root.whyNot !== "" ? root.whyNot : root.memory)

    Column {
        id: column
        x: Style.gap
        y: Style.gap
        width: parent.width - 2 * Style.gap
        spacing: Style.gapTiny

        RowLayout {
            width: parent.width
            spacing: Style.gapSmall
            Icon {
                icon: root.usable ? "cpu" : "circle-alert"
                color: !root.usable ? Style.colors.textFaint : root.inUse ? Style.colors.accent : Style.colors.textMuted
            }
            BodyText {
                objectName: "deviceName"
                Layout.fillWidth: true
                text: root.name
                elide: Text.ElideRight
                wrapMode: Text.NoWrap
                font.weight: Font.Medium
            }
            Caption {
                visible: text !== ""
                text: root.inUse ? qsTr("in use") : root.best ? qsTr("fastest") : ""
                color: Style.colors.accent
            }
            TextButton {
                objectName: "chooseDevice"
                visible: root.usable
                enabled: !root.chosen
                implicitHeight: 32
                iconName: root.chosen ? "check" : ""
                text: root.chosen ? qsTr("Chosen") : qsTr("Choose")
                Accessible.name: qsTr("Run models on %1").arg(root.name)
                onClicked: root.devices.choose(root.deviceId)
            }
        }
        Caption {
            width: parent.width
            text: root.facts === "" ? root.kind : qsTr("%1 · %2").arg(root.kind).arg(root.facts)
        }
        Caption {
            width: parent.width
            visible: text !== ""
            text: root.memory
        }
        BodyText {
            objectName: "deviceWhyNot"
            width: parent.width
            visible: text !== ""
            text: root.whyNot
            color: root.usable ? Style.colors.warning : Style.colors.textMuted
            font.pixelSize: Style.fontSizeSmall
        }
        Caption {
            objectName: "deviceSpeed"
            width: parent.width
            visible: text !== ""
            text: root.speed
            color: Style.colors.textMuted
        }
        Caption {
            objectName: "deviceTest"
            width: parent.width
            visible: text !== ""
            text: root.test
            color: root.testFailed ? Style.colors.danger : Style.colors.textMuted
        }
        Flow {
            width: parent.width
            visible: root.usable
            spacing: Style.gapSmall
            TextButton {
                objectName: "testDevice"
                enabled: !root.devices.busy
                implicitHeight: 32
                quiet: true
                iconName: "check"
                text: qsTr("Self-test")
                hint: qsTr("Compares every operation with a plain calculation")
                Accessible.name: qsTr("Test %1").arg(root.name)
                onClicked: root.devices.test(root.deviceId)
            }
            TextButton {
                objectName: "measureDevice"
                enabled: !root.devices.busy
                implicitHeight: 32
                quiet: true
                iconName: "play"
                text: qsTr("Measure")
                Accessible.name: qsTr("Measure %1").arg(root.name)
                onClicked: root.devices.measure(root.deviceId)
            }
        }
    }
}
