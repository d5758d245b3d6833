import QtQuick
import QtQuick.Controls.Basic
import Eddy.App

// One thing the window can be asked to do. `name` is what its key is kept under, `usual` the key that it comes with.
Action {
    id: root

    required property string name
    property string usual: ""

    shortcut: App.shortcuts.keyOf(root.name, root.usual, App.shortcuts.own)
}
