pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import Eddy.App
import Eddy.Components
import Eddy.Style

// Which named set of values is in force, the others, and what can be done with one's own.
Column {
    id: root

    required property AnswerValues values
    required property PresetLibrary presets
    property string current: ""
    readonly property bool own: current !== "" && !builtIns.includes(current)
    readonly property var builtIns: ["balanced", "precise", "creative", "code", "rwkv-chat", "rwkv-creative"]

    spacing: Style.gapSmall
    Component.onCompleted: root.look()

    function look() {
        root.current = root.presets.matching(root.values);
    }
    Connections {
        target: root.values
        function onGenerationChanged() {
            root.look();
        }
    }
    Connections {
        target: root.presets
        function onChanged() {
            root.look();
        }
    }

    SettingRow {
        title: qsTr("Preset")
        help: qsTr("A set of values for a purpose. Moving a control below makes it your own.")
        TextButton {
            id: button
            objectName: "presetButton"
            width: parent ? parent.width : 0
            iconName: "chevron-down"
            text: root.current === "" ? qsTr("Own values") : root.presets.nameOf(root.current)
            Accessible.name: qsTr("Preset: %1").arg(text)
            onClicked: menu.popup(button, 0, button.height + Style.gapTiny)
        }
    }
    Banner {
        width: parent.width
        visible: root.presets.errorText !== ""
        warning: true
        iconName: "triangle-alert"
        text: root.presets.errorText
        onDismissed: root.presets.dismissError()
    }
    Banner {
        objectName: "presetUndo"
        width: parent.width
        visible: root.presets.undoText !== ""
        text: root.presets.undoText
        actionText: qsTr("Undo")
        onActionTriggered: root.presets.undoRemove()
        onDismissed: root.presets.dismissUndo()
    }
    PopupMenu {
        id: menu
        implicitWidth: 280
        Instantiator {
            model: root.presets
            onObjectAdded: (index, object) => menu.insertItem(index, object)
            onObjectRemoved: (index, object) => menu.removeItem(object)
            delegate: PopupMenuItem {
                required property string presetId
                required property string name
                required property string note
                objectName: "preset-" + presetId
                iconName: root.current === presetId ? "check" : ""
                text: name
                Accessible.name: name
                Accessible.description: note
                onTriggered: root.presets.apply(presetId, root.values)
            }
        }
        PopupMenuItem {
            objectName: "presetSave"
            iconName: "plus"
            text: qsTr("Save these values as…")
            onTriggered: saveDialog.ask(root.own ? root.presets.nameOf(root.current) : "")
        }
        PopupMenuItem {
            objectName: "presetRename"
            iconName: "pencil"
            enabled: root.own
            text: qsTr("Rename…")
            onTriggered: renameDialog.ask(root.presets.nameOf(root.current))
        }
        PopupMenuItem {
            objectName: "presetDelete"
            iconName: "trash-2"
            danger: true
            enabled: root.own
            text: qsTr("Delete")
            onTriggered: root.presets.remove(root.current)
        }
        PopupMenuItem {
            objectName: "presetExport"
            iconName: "download"
            enabled: root.current !== ""
            text: qsTr("Export as a file…")
            onTriggered: exportDialog.open()
        }
        PopupMenuItem {
            objectName: "presetImport"
            iconName: "file-up"
            text: qsTr("Import from a file…")
            onTriggered: importDialog.open()
        }
    }
    NameDialog {
        id: saveDialog
        objectName: "presetSaveDialog"
        title: qsTr("Save these values as a preset")
        help: qsTr("The name of one of your presets replaces it. A fixed seed is not saved.")
        onNamed: name => root.presets.save(name, root.values)
    }
    NameDialog {
        id: renameDialog
        objectName: "presetRenameDialog"
        title: qsTr("Rename the preset")
        onNamed: name => root.presets.rename(root.current, name)
    }
    FileDialog {
        id: exportDialog
        title: qsTr("Export the preset")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "json"
        nameFilters: [qsTr("Presets (*.json)")]
        onAccepted: root.presets.exportTo(root.current, selectedFile)
    }
    FileDialog {
        id: importDialog
        title: qsTr("Import a preset")
        nameFilters: [qsTr("Presets (*.json)")]
        onAccepted: root.presets.importFrom(selectedFile)
    }
}
