import QtQuick
import Eddy.App
import Eddy.Components

// What hardly anybody needs, and the way back to where everything began.
SettingsSection {
    id: root

    required property Settings settings

    title: qsTr("Advanced")

    SliderSetting {
        objectName: "threads"
        title: qsTr("Threads")
        help: qsTr("Processor threads to compute with. The model is loaded again with the new number.")
        to: 32
        stepSize: 1
        decimals: 0
        value: root.settings.threads
        specialValue: 0
        specialText: qsTr("auto")
        onEdited: value => root.settings.threads = value
    }
    SettingRow {
        title: qsTr("Begin anew with the settings")
        help: qsTr("Chats, models, presets, personas, keys, hosts and the data folder stay as they are.")
        TextButton {
            objectName: "resetAll"
            anchors.right: parent ? parent.right : undefined
            iconName: "rotate-ccw"
            text: qsTr("Put all settings back…")
            onClicked: resetDialog.open()
        }
    }
    ModalDialog {
        id: resetDialog
        objectName: "resetAllDialog"
        title: qsTr("Put all settings back?")
        BodyText {
            width: parent.width
            text: qsTr("Appearance, language, generation, devices and notifications will be as after the first start, at once.")
        }
        buttons: [
            TextButton {
                text: qsTr("Keep them")
                onClicked: resetDialog.close()
            },
            TextButton {
                objectName: "confirmResetAll"
                danger: true
                text: qsTr("Put all settings back")
                onClicked: {
                    root.settings.resetAll();
                    resetDialog.close();
                }
            }
        ]
    }
}
