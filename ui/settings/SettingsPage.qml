import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// All settings on one scrolling page. Changes take effect at once.
FocusScope {
    id: root

    required property Settings settings
    property int unveiled: 2  // sections; the others follow one a frame, since the scene of all of them takes many frames' time
    signal closed
    signal aboutRequested

    Keys.onEscapePressed: root.closed()

    Timer {
        interval: 10
        repeat: true
        running: root.visible && root.unveiled < 11
        onTriggered: root.unveiled += 1
    }
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
            AccessibilitySection {
                objectName: "accessibilitySection"
                width: parent.width
                settings: root.settings
            }
            GenerationSection {
                visible: root.unveiled >= 3
                objectName: "generationSection"
                width: parent.width
                settings: root.settings
            }
            DevicesSection {
                visible: root.unveiled >= 4
                objectName: "devicesSection"
                width: parent.width
            }
            StorageSection {
                visible: root.unveiled >= 5
                objectName: "storageSection"
                width: parent.width
                settings: root.settings
            }
            EncryptionSection {
                visible: root.unveiled >= 6
                objectName: "encryptionSection"
                width: parent.width
                vault: App.vault
            }
            NoticesSection {
                visible: root.unveiled >= 7
                objectName: "noticesSection"
                width: parent.width
                settings: root.settings
            }
            ShortcutsSection {
                visible: root.unveiled >= 8
                objectName: "shortcutsSection"
                width: parent.width
            }
            PrivacySection {
                visible: root.unveiled >= 9
                objectName: "privacySection"
                width: parent.width
            }
            UpdatesSection {
                visible: root.unveiled >= 10
                objectName: "updatesSection"
                width: parent.width
            }
            AdvancedSection {
                visible: root.unveiled >= 11
                objectName: "advancedSection"
                width: parent.width
                settings: root.settings
            }
            TextButton {
                objectName: "aboutButton"
                visible: root.unveiled >= 11
                quiet: true
                iconName: "info"
                text: qsTr("About Eddy %1").arg(App.version)
                onClicked: root.aboutRequested()
            }
        }
        ViewFocus {
            view: flick
        }
    }
}
