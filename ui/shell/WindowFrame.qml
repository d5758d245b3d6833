import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Style

// The window by itself: its place on the screen, font and colours.
ApplicationWindow {
    id: root

    readonly property rect savedGeometry: App.settings.windowGeometry

    title: App.chat.title === "" ? "Eddy" : qsTr("%1 - Eddy").arg(App.chat.title)
    width: Math.min(savedGeometry.width > 0 ? savedGeometry.width : 1180, Screen.desktopAvailableWidth)
    height: Math.min(savedGeometry.height > 0 ? savedGeometry.height : 780, Screen.desktopAvailableHeight)
    minimumWidth: 720
    minimumHeight: 480
    visible: true
    color: Style.colors.window
    font.family: Style.fontFamily
    font.pixelSize: Style.fontSize
    // For the file dialogs of systems that bring none of their own.
    palette.highlight: Style.colors.selection
    palette.highlightedText: Style.colors.text
    palette.window: Style.colors.window
    palette.windowText: Style.colors.text
    palette.base: Style.colors.raised
    palette.text: Style.colors.text
    palette.button: Style.colors.raised
    palette.buttonText: Style.colors.text
    palette.mid: Style.colors.borderStrong
    palette.midlight: Style.colors.border
    palette.light: Style.colors.raised
    palette.dark: Style.colors.borderStrong
    palette.alternateBase: Style.colors.sunken
    palette.brightText: Style.colors.text
    palette.placeholderText: Style.colors.textFaint

    LayoutMirroring.enabled: App.translations.mirrored
    LayoutMirroring.childrenInherit: true

    onClosing: App.settings.windowGeometry = Qt.rect(x, y, width, height)
}
