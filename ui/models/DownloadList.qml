pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// What is on its way, above the list of models; nothing when nothing is.
ListView {
    id: root

    required property Downloads downloads

    implicitHeight: Math.min(contentHeight, 190)
    visible: count > 0
    spacing: Style.gapTiny
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    model: root.downloads
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Downloads")
    ScrollBar.vertical: ScrollHandle {}
    delegate: DownloadRow {
        required property int index
        objectName: "download" + index
        width: root.width
        downloads: root.downloads
    }
}
