pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// Models that can be fetched, and how they fit this computer.
FocusScope {
    id: root

    required property ModelShelf shelf
    readonly property CatalogueModel catalogue: shelf.catalogue
    property string refusal: ""
    signal addressRequested(string name)

    ColumnLayout {
        anchors.fill: parent
        spacing: Style.gapSmall
        RowLayout {
            Layout.fillWidth: true
            spacing: Style.gapSmall
            InputField {
                objectName: "catalogueSearch"
                Layout.fillWidth: true
                implicitHeight: 32
                placeholderText: qsTr("Search the catalogue")
                Accessible.name: placeholderText
                text: root.catalogue.search
                onTextEdited: root.catalogue.search = text
            }
            ChoiceButton {
                objectName: "catalogueWish"
                label: qsTr("Show")
                value: root.catalogue.wish
                options: [
                    { value: CatalogueModel.Everything, text: qsTr("All of them") },
                    { value: CatalogueModel.WhatFits, text: qsTr("What fits") },
                    { value: CatalogueModel.RecurrentAlone, text: qsTr("Recurrent alone") }
                ]
                onChosen: value => root.catalogue.wish = value
            }
            TextButton {
                objectName: "updateCatalogue"
                implicitHeight: 32
                enabled: !root.catalogue.updating && root.shelf.network.catalogueAddress !== "" && !root.shelf.network.never
                iconName: "refresh-cw"
                text: qsTr("Update")
                hint: root.shelf.network.catalogueAddress === "" ? qsTr("An address to update from can be set in the settings, under Privacy") : ""
                onClicked: root.catalogue.update()
            }
        }
        Caption {
            objectName: "catalogueState"
            Layout.fillWidth: true
            text: root.catalogue.updating ? qsTr("Asking for a newer catalogue\u2026")
                : root.catalogue.updateText !== "" ? root.catalogue.updateText
                : qsTr("%1. Sizes and licences as published; read a model's card before you use it.").arg(root.catalogue.issuedText)
        }
        Banner {
            objectName: "catalogueRefusal"
            Layout.fillWidth: true
            visible: root.refusal !== ""
            warning: true
            iconName: "triangle-alert"
            text: root.refusal
            onDismissed: root.refusal = ""
        }
        ListView {
            id: list
            objectName: "catalogueList"
            Layout.fillWidth: true
            Layout.fillHeight: true
            bottomMargin: Style.gapHuge
            spacing: Style.gapSmall
            clip: true
            focus: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: root.catalogue
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Catalogue of models")
            ScrollBar.vertical: ScrollHandle {}
            delegate: CatalogueCard {
                required property int index
                objectName: "entry" + index
                width: list.width
                onDownloadRequested: root.refusal = root.catalogue.download(entryId)
                onAddressRequested: root.addressRequested(name)
            }
            BodyText {
                objectName: "noEntries"
                anchors.centerIn: parent
                visible: list.count === 0
                text: qsTr("Nothing of this kind")
                color: Style.colors.textMuted
            }
            ViewFocus {
                view: list
            }
        }
    }
}
