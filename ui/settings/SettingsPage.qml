import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// All settings on one scrolling page. Changes take effect at once.
FocusScope {
    id: root

    required property Settings settings
    signal closed
    signal aboutRequested

    Keys.onEscapePressed: root.closed()

    Flickable {
        id: flick
        objectName: "settingsFlickable"
        anchors.fill: parent
        contentWidth: width
        contentHeight: column.implicitHeight + 2 * Style.gapHuge
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ScrollHandle {}

        Column {
            id: column
            x: Math.max(Style.gapHuge, (flick.width - width) / 2)
            y: Style.gapHuge
            width: Math.min(Style.readingWidth, flick.width - 2 * Style.gapHuge)
            spacing: Style.gapHuge + Style.gapSmall

            AppearanceSection {
                width: parent.width
                settings: root.settings
            }
            GenerationSection {
                width: parent.width
                settings: root.settings
            }
            DevicesSection {
                objectName: "devicesSection"
                width: parent.width
            }
            StorageSection {
                width: parent.width
                settings: root.settings
            }
            EncryptionSection {
                objectName: "encryptionSection"
                width: parent.width
                vault: App.vault
            }
            NoticesSection {
                objectName: "noticesSection"
                width: parent.width
                settings: root.settings
            }
            ShortcutsSection {
                objectName: "shortcutsSection"
                width: parent.width
            }
            PrivacySection {
                objectName: "privacySection"
                width: parent.width
            }
            UpdatesSection {
                objectName: "updatesSection"
                width: parent.width
            }
            TextButton {
                objectName: "aboutButton"
                quiet: true
                iconName: "info"
                text: qsTr("About Eddy %1").arg(App.version)
                onClicked: root.aboutRequested()
            }
        }
    }
}
