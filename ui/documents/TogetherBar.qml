pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// Documents chosen to be read together, in the order of their numbers.
Rectangle {
    id: root

    required property DocumentSelection together
    signal readRequested

    implicitHeight: column.implicitHeight + 2 * Style.gap
    radius: Style.radius
    color: Style.colors.raised
    border.color: Style.colors.borderStrong
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Read together")

    Column {
        id: column
        x: Style.gap
        y: Style.gap
        width: parent.width - 2 * Style.gap
        spacing: Style.gapSmall

        Flow {
            width: parent.width
            spacing: Style.gapSmall
            Repeater {
                model: root.together.names
                delegate: Rectangle {
                    id: chip
                    required property string modelData
                    required property int index
                    objectName: "chosen" + index
                    width: row.implicitWidth + 2 * Style.gapSmall
                    height: Style.controlHeight
                    radius: Style.radiusSmall
                    color: Style.colors.sunken
                    Accessible.role: Accessible.ListItem
                    Accessible.name: qsTr("%1. %2").arg(index + 1).arg(modelData)
                    RowLayout {
                        id: row
                        anchors.centerIn: parent
                        spacing: 0
                        BodyText {
                            objectName: "chosenName" + chip.index
                            Layout.maximumWidth: 220
                            Layout.rightMargin: Style.gapSmall
                            text: qsTr("%1. %2").arg(chip.index + 1).arg(chip.modelData)
                            elide: Text.ElideMiddle
                            wrapMode: Text.NoWrap
                            font.pixelSize: Style.fontSizeSmall
                        }
                        IconButton {
                            objectName: "earlier" + chip.index
                            size: 24
                            glyphSize: Style.iconSizeSmall
                            iconName: "arrow-left"
                            visible: chip.index > 0
                            text: qsTr("Read %1 earlier").arg(chip.modelData)
                            onClicked: root.together.moveEarlier(chip.index)
                        }
                        IconButton {
                            objectName: "notChosen" + chip.index
                            size: 24
                            glyphSize: Style.iconSizeSmall
                            iconName: "x"
                            text: qsTr("Leave %1 out").arg(chip.modelData)
                            onClicked: root.together.toggle(root.together.ids[chip.index], chip.modelData)
                        }
                    }
                }
            }
        }
        RowLayout {
            width: parent.width
            spacing: Style.gapSmall
            Caption {
                Layout.fillWidth: true
                text: qsTr("The model reads them one after another, in this order.")
            }
            TextButton {
                objectName: "forgetChosen"
                quiet: true
                text: qsTr("None")
                onClicked: root.together.clear()
            }
            TextButton {
                objectName: "readTogether"
                primary: true
                text: qsTr("Read together")
                onClicked: {
                    root.together.read();
                    root.readRequested();
                }
            }
        }
    }
}
