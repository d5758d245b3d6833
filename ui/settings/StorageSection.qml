import QtQuick
import QtQuick.Dialogs
import Eddy.App
import Eddy.Components
import Eddy.Style

// Where conversations live and how much room saved states may take.
SettingsSection {
    id: root

    required property Settings settings
    readonly property StatesViewModel states: App.states
    readonly property real gigabyte: 1073741824

    title: qsTr("Storage")
    help: qsTr("Everything stays on this computer.")

    SettingRow {
        title: qsTr("Data folder")
        help: root.settings.dataFolder
        Row {
            anchors.right: parent ? parent.right : undefined
            spacing: Style.gapSmall
            TextButton {
                objectName: "openDataFolder"
                text: qsTr("Open")
                iconName: "folder-open"
                onClicked: Qt.openUrlExternally(root.settings.dataFolderUrl)
            }
            TextButton {
                objectName: "moveDataFolder"
                text: qsTr("Move…")
                onClicked: folderDialog.open()
            }
        }
    }
    Banner {
        objectName: "moveError"
        width: parent ? parent.width : 0
        visible: text !== ""
        warning: true
        dismissable: false
        iconName: "triangle-alert"
        text: root.settings.moveError
    }
    SliderSetting {
        objectName: "stateBudget"
        title: qsTr("Room for saved states")
        help: qsTr("Saved states let a conversation go on at once. When the room runs out, long branches keep fewer of them and those unused for longest go; no text is ever lost.")
        from: 0.25
        to: 32
        stepSize: 0.25
        decimals: 2
        pattern: qsTr("%1 GB")
        value: root.settings.stateBudgetBytes / root.gigabyte
        onEdited: value => root.settings.stateBudgetBytes = value * root.gigabyte
    }
    SettingRow {
        title: qsTr("Saved states")
        help: root.states.summary
        Row {
            anchors.right: parent ? parent.right : undefined
            spacing: Style.gapSmall
            TextButton {
                objectName: "openRereadLog"
                text: qsTr("What was read again…")
                onClicked: rereadLog.open()
            }
            TextButton {
                objectName: "freeAllStates"
                enabled: root.states.chats.count > 0
                text: qsTr("Free all…")
                onClicked: freeAllDialog.open()
            }
        }
    }
    StateUsageList {
        objectName: "stateUsage"
        width: parent ? parent.width : 0
        visible: root.states.chats.count > 0
        states: root.states
    }
    RereadLogDialog {
        id: rereadLog
        objectName: "rereadLogDialog"
        states: root.states
    }
    ModalDialog {
        id: freeAllDialog
        objectName: "freeAllDialog"
        title: qsTr("Free all saved states?")
        BodyText {
            width: parent.width
            text: qsTr("No text is lost. Every conversation is read again when it goes on, which can take a while.")
        }
        buttons: [
            TextButton {
                text: qsTr("Keep them")
                onClicked: freeAllDialog.close()
            },
            TextButton {
                objectName: "confirmFreeAll"
                danger: true
                text: qsTr("Free all")
                onClicked: {
                    root.states.freeAll();
                    freeAllDialog.close();
                }
            }
        ]
    }
    onVisibleChanged: visible ? root.states.refresh() : undefined
    FolderDialog {
        id: folderDialog
        title: qsTr("Move the data folder to")
        onAccepted: root.settings.moveDataFolder(selectedFolder)
    }
}
