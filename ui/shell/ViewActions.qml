import QtQuick
import QtQuick.Controls.Basic
import Eddy.App

// How the window looks and what its sidebar shows, as commands.
Item {
    id: root

    required property var shell  // the window

    readonly property Command sidebar: Command {
        name: "sidebar"
        text: qsTr("Show or hide the sidebar")
        icon.name: "panel-left"
        usual: "Ctrl+B"
        onTriggered: root.shell.toggleSidebar()
    }
    readonly property Command sortByChange: Command {
        name: "sortByChange"
        text: qsTr("Sort chats by last change")
        icon.name: "arrow-down-up"
        enabled: App.sidebar.sort !== SidebarModel.ByChange
        onTriggered: App.sidebar.sort = SidebarModel.ByChange
    }
    readonly property Command sortByCreation: Command {
        name: "sortByCreation"
        text: qsTr("Sort chats by beginning")
        icon.name: "arrow-down-up"
        enabled: App.sidebar.sort !== SidebarModel.ByCreation
        onTriggered: App.sidebar.sort = SidebarModel.ByCreation
    }
    readonly property Command sortByTitle: Command {
        name: "sortByTitle"
        text: qsTr("Sort chats by title")
        icon.name: "arrow-down-up"
        enabled: App.sidebar.sort !== SidebarModel.ByTitle
        onTriggered: App.sidebar.sort = SidebarModel.ByTitle
    }
    readonly property Command light: Command {
        name: "light"
        text: qsTr("Light appearance")
        icon.name: "sun"
        onTriggered: App.settings.theme = Settings.Light
    }
    readonly property Command dark: Command {
        name: "dark"
        text: qsTr("Dark appearance")
        icon.name: "moon"
        onTriggered: App.settings.theme = Settings.Dark
    }
    readonly property Command system: Command {
        name: "system"
        text: qsTr("Appearance of the system")
        icon.name: "monitor"
        onTriggered: App.settings.theme = Settings.System
    }
    readonly property Command larger: Command {
        name: "larger"
        text: qsTr("Larger text")
        icon.name: "plus"
        usual: "Ctrl++"
        onTriggered: App.settings.fontSize = Math.min(28, App.settings.fontSize + 1)
    }
    readonly property Command smaller: Command {
        name: "smaller"
        text: qsTr("Smaller text")
        icon.name: "chevron-down"
        usual: "Ctrl+-"
        onTriggered: App.settings.fontSize = Math.max(11, App.settings.fontSize - 1)
    }
    readonly property Command usual: Command {
        name: "usual"
        text: qsTr("Usual text size")
        icon.name: "rotate-ccw"
        usual: "Ctrl+0"
        onTriggered: App.settings.fontSize = 15
    }
    readonly property Command fullScreen: Command {
        name: "fullScreen"
        text: qsTr("Full screen")
        icon.name: "monitor"
        usual: "F11"
        onTriggered: root.shell.toggleFullScreen()
    }
}
