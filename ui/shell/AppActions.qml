import QtQuick
import QtQuick.Controls.Basic
import Eddy.App

// Everything the window can be asked to do: name, key, icon, when, and what. Shortcuts, buttons and the command palette all
// take it from here; a new action is one entry in ViewActions, PageActions or ChatActions and its place in `all`.
ChatActions {
    id: root

    readonly property list<Command> all: [newChat, searchChats, findInChat, palette, composer, attach, chatStyle, notebook, documents, savedStates, models, devices, timeTravel, settings,
        sidebar, chooseModel, stop, rename, pin, archive, folder, duplicate, saveChat, saveAllChats, printChat, openChats, privateChat, remove, undo, sortByChange,
        sortByCreation, sortByTitle, light, dark, system, larger, smaller, usual, fullScreen, dataFolder, welcome, lockNow, about, quit]

    Component.onCompleted: App.shortcuts.setCommands(Array.from(root.all))

    // "New chat (Ctrl+N)", for hints.
    function hint(action: Action): string {
        return App.shortcuts.hint(action.text, App.palette.keyText(action.shortcut));
    }
}
