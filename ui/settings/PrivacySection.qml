pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// What may touch the network, and what has. Nothing does unless it is asked to.
SettingsSection {
    id: root

    readonly property NetworkSettings network: App.shelf.network

    title: qsTr("Privacy")
    help: qsTr("Eddy sends nothing anywhere. It asks the network only for a model or a catalogue that you want, and only these hosts.")

    SettingRow {
        title: qsTr("Never use the network")
        help: qsTr("No request is possible, whatever else is set. What runs is stopped at once.")
        Item {
            width: parent ? parent.width : 0
            height: 24
            ToggleSwitch {
                objectName: "neverNetwork"
                anchors.right: parent.right
                label: qsTr("Never use the network")
                on: root.network.never
                onSwitched: on => root.network.never = on
            }
        }
    }
    SettingRow {
        title: qsTr("Hosts that may be asked")
        help: root.network.hosts.length === 0 ? qsTr("None yet. A host comes onto the list when you download from it, and can be taken off again.") : ""
        stacked: true
        Column {
            width: parent ? parent.width : 0
            spacing: Style.gapTiny
            Repeater {
                model: root.network.hosts
                delegate: RowLayout {
                    id: hostRow
                    required property string modelData
                    required property int index
                    width: parent ? parent.width : 0
                    BodyText {
                        objectName: "host" + hostRow.index
                        Layout.fillWidth: true
                        text: hostRow.modelData
                        font.pixelSize: Style.fontSizeSmall
                        elide: Text.ElideMiddle
                        wrapMode: Text.NoWrap
                    }
                    IconButton {
                        objectName: "forbidHost" + hostRow.index
                        size: 28
                        iconName: "x"
                        text: qsTr("Take %1 off the list").arg(hostRow.modelData)
                        onClicked: root.network.forbidHost(hostRow.modelData)
                    }
                }
            }
            AddressRow {
                id: hostRowNew
                objectName: "newHost"
                width: parent.width
                label: qsTr("Add a host")
                buttonText: qsTr("Add")
                clears: true
                onHanded: text => hostRowNew.taken(root.network.allowHost(text))
            }
        }
    }
    SettingRow {
        title: qsTr("Proxy")
        Column {
            width: parent ? parent.width : 0
            spacing: Style.gapSmall
            ChoiceButton {
                objectName: "proxyKind"
                anchors.right: parent.right
                label: qsTr("Proxy")
                value: root.network.proxy
                options: [
                    { value: NetworkSettings.SystemProxy, text: qsTr("As the system has it") },
                    { value: NetworkSettings.NoProxy, text: qsTr("None") },
                    { value: NetworkSettings.HttpProxy, text: qsTr("HTTP proxy") },
                    { value: NetworkSettings.SocksProxy, text: qsTr("SOCKS proxy") }
                ]
                onChosen: value => root.network.proxy = value
            }
            AddressRow {
                id: proxyRow
                objectName: "proxyAddress"
                width: parent.width
                visible: root.network.proxy === NetworkSettings.HttpProxy || root.network.proxy === NetworkSettings.SocksProxy
                label: qsTr("host:port")
                current: root.network.proxyAddress
                onHanded: text => proxyRow.taken(root.network.setProxyAddress(text))
            }
        }
    }
    SettingRow {
        title: qsTr("Mirror")
        help: qsTr("An address that stands in for huggingface.co, such as https://hf-mirror.com.")
        AddressRow {
            id: mirrorRow
            objectName: "mirrorAddress"
            width: parent ? parent.width : 0
            label: qsTr("https address, or empty")
            current: root.network.mirror
            onHanded: text => mirrorRow.taken(root.network.setMirror(text))
        }
    }
    SettingRow {
        title: qsTr("Catalogue")
        help: qsTr("Where a newer catalogue of models is asked for, when you press Update there. Only a rightly signed one is taken.")
        AddressRow {
            id: catalogueRow
            objectName: "catalogueAddress"
            width: parent ? parent.width : 0
            label: qsTr("https address, or empty")
            current: root.network.catalogueAddress
            onHanded: text => catalogueRow.taken(root.network.setCatalogueAddress(text))
        }
    }
    SettingRow {
        title: qsTr("Asked so far")
        help: root.network.contacts.length === 0 ? qsTr("Nobody.") : Array.from(root.network.contacts).join("\n")
    }
}
