import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// One download: how far, how fast, what is wrong with it.
Rectangle {
    id: root

    required property string downloadId
    required property string name
    required property int downloadState
    required property double progress
    required property string status
    required property string problem
    required property string detail
    required property string host
    required property string check
    required property Downloads downloads
    readonly property bool resting: downloadState === Downloads.Paused || downloadState === Downloads.Failed
    readonly property bool done: downloadState === Downloads.Done

    implicitHeight: column.implicitHeight + 2 * Style.gapSmall
    radius: Style.radius
    color: Style.colors.sunken
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1. %2. %3").arg(root.name).arg(root.status).arg(root.problem)

    Column {
        id: column
        x: Style.gap
        y: Style.gapSmall
        width: parent.width - 2 * Style.gap
        spacing: Style.gapTiny
        RowLayout {
            width: parent.width
            spacing: Style.gapSmall
            BodyText {
                objectName: "downloadName"
                Layout.fillWidth: true
                text: root.name
                elide: Text.ElideMiddle
                wrapMode: Text.NoWrap
                font.pixelSize: Style.fontSizeSmall
                font.weight: Font.Medium
            }
            Caption {
                objectName: "downloadStatus"
                text: root.status
            }
            IconButton {
                objectName: "pauseDownload"
                visible: !root.done
                size: 28
                iconName: root.resting ? "play" : "pause"
                text: root.resting ? qsTr("Go on with %1").arg(root.name) : qsTr("Pause %1").arg(root.name)
                onClicked: root.resting ? root.downloads.resume(root.downloadId) : root.downloads.pause(root.downloadId)
            }
            IconButton {
                objectName: "cancelDownload"
                size: 28
                iconName: root.done ? "check" : "x"
                text: root.done ? qsTr("Take %1 off this list").arg(root.name) : qsTr("Give up %1 and delete what has come").arg(root.name)
                onClicked: root.downloads.cancel(root.downloadId)
            }
        }
        ThinProgress {
            objectName: "downloadProgress"
            width: parent.width
            visible: !root.done
            value: root.resting ? Math.max(0, root.progress) : root.progress
            label: root.name
        }
        Caption {
            objectName: "downloadCheck"
            width: parent.width
            visible: text !== ""
            text: root.check
        }
        RowLayout {
            width: parent.width
            visible: root.problem !== ""
            spacing: Style.gapSmall
            BodyText {
                objectName: "downloadProblem"
                Layout.fillWidth: true
                text: root.detail === "" ? root.problem : qsTr("%1 (%2)").arg(root.problem).arg(root.detail)
                color: Style.colors.danger
                font.pixelSize: Style.fontSizeTiny
            }
            TextButton {
                objectName: "allowHost"
                visible: root.host !== ""
                implicitHeight: 28
                text: qsTr("Allow %1 and go on").arg(root.host)
                onClicked: root.downloads.allowAndResume(root.downloadId, root.host)
            }
        }
    }
}
