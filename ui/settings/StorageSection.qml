import QtQuick
import QtQuick.Dialogs
import Eddy.App
import Eddy.Components
import Eddy.Style

// Where conversations live and how much room saved states may take.
SettingsSection {
    id: root

    required property Settings settings
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
        help: qsTr("Saved states let a conversation go on at once. The ones unused for longest are dropped first; no text is ever lost. In use: %1.")
            .arg(Qt.locale().formattedDataSize(root.settings.stateUsedBytes, 1, Locale.DataSizeTraditionalFormat))
        from: 0.25
        to: 32
        stepSize: 0.25
        decimals: 2
        unit: qsTr(" GB")
        value: root.settings.stateBudgetBytes / root.gigabyte
        onEdited: value => root.settings.stateBudgetBytes = value * root.gigabyte
    }
    FolderDialog {
        id: folderDialog
        title: qsTr("Move the data folder to")
        onAccepted: root.settings.moveDataFolder(selectedFolder)
    }
}
