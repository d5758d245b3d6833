import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// At the foot of the sidebar: the way to a page. Its name, icon and key are its action's.
TextButton {
    id: root

    property bool current: false

    Layout.fillWidth: true
    Layout.leftMargin: Style.gapSmall
    Layout.rightMargin: Style.gapSmall
    quiet: true
    leading: true
    ink: root.current ? Style.colors.accent : Style.colors.textMuted
    iconName: root.action.icon.name
    hint: App.palette.keyText(root.action.shortcut)
}
