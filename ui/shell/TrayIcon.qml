import QtQuick
import Qt.labs.platform as Platform
import Eddy.App

// Opens the window, begins a chat, quits; and says what has ended where the desktop has no other way.
Item {
    id: root

    property var shell: null

    Connections {
        target: App.notices
        function onSaid(title, text) {
            if (tray.available && tray.supportsMessages)
                tray.showMessage(title, text);
        }
    }

    Platform.SystemTrayIcon {
        id: tray
        visible: available
        icon.source: "qrc:/eddy/icons/eddy.svg"
        tooltip: "Eddy"
        onActivated: App.notices.show()
        onMessageClicked: App.notices.show()
        menu: Platform.Menu {
            Platform.MenuItem {
                text: qsTr("Show Eddy")
                onTriggered: App.notices.show()
            }
            Platform.MenuItem {
                text: qsTr("New chat")
                onTriggered: {
                    App.notices.show();
                    root.shell.newConversation();
                }
            }
            Platform.MenuSeparator {}
            Platform.MenuItem {
                text: qsTr("Quit")
                onTriggered: Qt.quit()
            }
        }
    }
}
