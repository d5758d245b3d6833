import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// One model on this computer: what it is, what it needs, how fast it was, and what can be done with it.
Rectangle {
    id: root

    required property string path
    required property string name
    required property string facts
    required property int status
    required property string why
    required property string whyDetail
    required property int fit
    required property string memory
    required property string needs
    required property string stateText
    required property string speed
    required property string date
    required property string source
    required property bool loaded
    required property bool loading
    required property bool warm
    required property bool ours
    required property bool deletable
    required property bool quantisable
    required property bool starter
    required property bool removed
    required property ModelShelf shelf
    readonly property bool runnable: status === InstalledView.Runnable
    readonly property bool failed: status === InstalledView.CannotRun || status === InstalledView.Missing
    signal deleteRequested
    signal quantiseRequested

    implicitHeight: column.implicitHeight + 2 * Style.gap
    radius: Style.radius
    color: Style.colors.raised
    border.color: activeFocus ? Style.colors.accent : Style.colors.border
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1. %2. %3").arg(root.name).arg(root.facts).arg(root.failed ? root.why : root.memory)

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
                icon: root.failed ? "circle-alert" : "cpu"
                color: root.failed ? Style.colors.danger : root.loaded ? Style.colors.accent : Style.colors.textFaint
            }
            BodyText {
                objectName: "modelName"
                Layout.fillWidth: true
                text: root.name
                elide: Text.ElideMiddle
                wrapMode: Text.NoWrap
                font.weight: Font.Medium
            }
            Caption {
                visible: root.loaded || root.warm
                text: root.loaded && root.warm ? qsTr("in use, loaded at start") : root.loaded ? qsTr("in use") : qsTr("loaded at start")
                color: Style.colors.accent
            }
            Spinner {
                visible: root.loading || root.status === InstalledView.Looking
            }
            TextButton {
                objectName: "useModel"
                visible: root.runnable && !root.loading
                implicitHeight: 32
                text: root.loaded ? qsTr("Unload") : qsTr("Use")
                Accessible.name: root.loaded ? qsTr("Unload %1").arg(root.name) : qsTr("Use %1").arg(root.name)
                onClicked: root.loaded ? root.shelf.unload() : root.shelf.load(root.path)
            }
            IconButton {
                objectName: "modelMenu"
                iconName: "ellipsis"
                text: qsTr("More about %1").arg(root.name)
                onClicked: menu.popup(this, 0, height)
                InstalledMenu {
                    id: menu
                    runnable: root.runnable
                    warm: root.warm
                    quantisable: root.quantisable
                    starter: root.starter
                    removed: root.removed
                    deletable: root.deletable
                    onWarmRequested: root.shelf.setWarm(root.path, !root.warm)
                    onQuantiseRequested: root.quantiseRequested()
                    onShowRequested: Qt.openUrlExternally(root.shelf.folderOf(root.path))
                    onRemoveRequested: root.shelf.setRemoved(root.path, !root.removed)
                    onDeleteRequested: root.deleteRequested()
                }
            }
        }
        Caption {
            objectName: "modelFacts"
            width: parent.width
            text: qsTr("%1 \u00b7 %2 \u00b7 %3").arg(root.facts).arg(root.source).arg(root.date)
        }
        Caption {
            objectName: "modelMemory"
            width: parent.width
            visible: root.memory !== ""
            text: root.needs === "" ? qsTr("Memory: %1").arg(root.memory) : qsTr("Memory: %1 (%2)").arg(root.memory).arg(root.needs)
            color: root.fit === InstalledView.TooLarge ? Style.colors.danger
                : root.fit === InstalledView.Tight ? Style.colors.warning : Style.colors.textMuted
        }
        Caption {
            objectName: "modelState"
            width: parent.width
            visible: root.stateText !== ""
            text: root.speed === "" ? qsTr("State: %1").arg(root.stateText)
                : qsTr("State: %1 \u00b7 Speed here: %2").arg(root.stateText).arg(root.speed)
        }
        BodyText {
            objectName: "modelWhy"
            width: parent.width
            visible: root.failed
            text: root.why
            color: Style.colors.danger
            font.pixelSize: Style.fontSizeSmall
        }
        SelectableText {
            objectName: "modelWhyDetail"
            width: parent.width
            visible: root.failed && text !== ""
            text: root.whyDetail
            color: Style.colors.textMuted
            font.pixelSize: Style.fontSizeTiny
        }
    }
}
