pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// What models can run on here, and which of it they do.
FocusScope {
    id: root

    required property DevicesViewModel devices
    signal closed

    Keys.onEscapePressed: root.closed()

    ColumnLayout {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.topMargin: Style.gapLarge
        width: Math.min(Style.readingWidth + 80, parent.width - 2 * Style.gapHuge)
        spacing: Style.gapSmall

        RowLayout {
            Layout.fillWidth: true
            spacing: Style.gapSmall
            IconButton {
                objectName: "closeDevices"
                iconName: "arrow-left"
                text: qsTr("Back to the chat")
                onClicked: root.closed()
            }
            BodyText {
                Layout.fillWidth: true
                text: qsTr("Devices")
                font.pixelSize: Style.fontSizeLarge
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            Spinner {
                visible: root.devices.looking
            }
            IconButton {
                objectName: "refreshDevices"
                enabled: !root.devices.looking && !root.devices.busy
                iconName: "refresh-cw"
                text: qsTr("Look for devices again")
                onClicked: root.devices.refresh()
            }
            TextButton {
                objectName: "measureDevices"
                enabled: !root.devices.busy
                implicitHeight: 32
                text: qsTr("Measure all")
                hint: qsTr("Takes a few seconds a device. Answers go first: a question stops it.")
                onClicked: root.devices.measure()
            }
        }
        Banner {
            objectName: "missingDevice"
            Layout.fillWidth: true
            visible: text !== ""
            warning: true
            dismissable: false
            iconName: "triangle-alert"
            text: root.devices.missingText
        }
        RowLayout {
            objectName: "deviceWork"
            Layout.fillWidth: true
            visible: root.devices.busy
            spacing: Style.gap
            Column {
                Layout.fillWidth: true
                spacing: Style.gapTiny
                Caption {
                    width: parent.width
                    text: root.devices.busyText
                }
                ThinProgress {
                    width: parent.width
                    value: root.devices.progress
                }
            }
            TextButton {
                objectName: "stopDeviceWork"
                implicitHeight: 32
                iconName: "stop"
                text: qsTr("Stop")
                onClicked: root.devices.stop()
            }
        }
        DeviceChoice {
            objectName: "automaticDevice"
            Layout.fillWidth: true
            title: qsTr("Automatic")
            help: root.devices.automaticText
            chosen: root.devices.choice === ""
            onChose: root.devices.choose("")
        }
        ListView {
            id: list
            objectName: "deviceList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            model: root.devices
            spacing: Style.gapSmall
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 4000  // there are few, and each is reached with the Tab key
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Devices")
            ScrollBar.vertical: ScrollHandle {}
            delegate: DeviceCard {
                width: list.width
                devices: root.devices
            }
            ViewFocus {
                view: list
            }
        }
    }
}
