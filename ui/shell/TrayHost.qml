import QtQuick
import Eddy.App

// The icon in the tray, where it is wanted and the desktop has one.
Item {
    id: root

    required property var shell  // the window
    required property Notices notices

    // By address: on a system without the module there is no icon, and the window opens all the same.
    Loader {
        active: root.notices.trayShown
        source: active ? "TrayIcon.qml" : ""
        onLoaded: item["shell"] = root.shell // qmllint disable type
    }
}
