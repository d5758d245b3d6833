import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// One model of the catalogue.
Rectangle {
    id: root

    required property string entryId
    required property string name
    required property string facts
    required property string details
    required property string licence
    required property int fit
    required property string fitText
    required property string stateText
    required property string note
    required property string where
    required property bool fetchable
    required property string fileText
    signal downloadRequested
    signal addressRequested

    implicitHeight: column.implicitHeight + 2 * Style.gap
    radius: Style.radius
    color: Style.colors.raised
    border.color: activeFocus ? Style.colors.accent : Style.colors.border
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1. %2. %3").arg(root.name).arg(root.facts).arg(root.fitText)

    Column {
        id: column
        x: Style.gap
        y: Style.gap
        width: parent.width - 2 * Style.gap
        spacing: Style.gapTiny
        RowLayout {
            width: parent.width
            spacing: Style.gapSmall
            BodyText {
                objectName: "entryName"
                Layout.fillWidth: true
                text: root.name
                elide: Text.ElideMiddle
                wrapMode: Text.NoWrap
                font.weight: Font.Medium
            }
            Caption {
                objectName: "entryFit"
                text: root.fitText
                color: root.fit === CatalogueModel.TooLarge ? Style.colors.danger
                    : root.fit === CatalogueModel.FitsSmall ? Style.colors.warning : Style.colors.accent
            }
            TextButton {
                objectName: "fetchEntry"
                implicitHeight: 32
                iconName: "download"
                text: root.fetchable ? qsTr("Download") : qsTr("By address\u2026")
                Accessible.name: root.fetchable ? qsTr("Download %1").arg(root.name) : qsTr("Download %1 from an address").arg(root.name)
                onClicked: root.fetchable ? root.downloadRequested() : root.addressRequested()
            }
        }
        Caption {
            objectName: "entryFacts"
            width: parent.width
            text: root.stateText === "" ? root.facts : qsTr("%1 \u00b7 %2").arg(root.facts).arg(root.stateText)
            color: Style.colors.textMuted
        }
        Caption {
            width: parent.width
            text: root.details
        }
        Caption {
            width: parent.width
            text: root.note === "" ? qsTr("Licence: %1").arg(root.licence) : qsTr("Licence: %1 \u00b7 %2").arg(root.licence).arg(root.note)
        }
        Caption {
            objectName: "entryWhere"
            width: parent.width
            text: root.fetchable ? root.fileText
                : root.where === "" ? qsTr("Address and checksum not known: get it where its makers publish it.")
                : qsTr("Address and checksum not known. Published by: %1").arg(root.where)
        }
    }
}
