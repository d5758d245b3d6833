import QtQuick
import Eddy.Style

// Lies over a view that scrolls: what the keyboard reaches in it is scrolled to, and a list that has the focus before any of its rows has it shows that.
Item {
    id: root

    required property Flickable view
    readonly property Item focused: Window.activeFocusItem

    parent: view
    anchors.fill: parent

    onFocusedChanged: root.holds(focused) ? root.showAll(focused) : undefined

    FocusRing {
        anchors.margins: 0
        shown: root.focused === root.view
    }

    function holds(item: Item): bool {
        return item !== null && item !== root.view && (item.parent === root.view.contentItem || root.holds(item.parent));
    }
    // What is higher than the view is shown from its top.
    function showAll(item: Item) {
        const y = item.mapToItem(root.view.contentItem, 0, 0).y;
        const lowest = y - Style.gap, highest = y + item.height + Style.gap - root.view.height;
        if (root.view.contentY > lowest || root.view.contentY < highest)
            root.view.contentY = Math.max(root.view.originY - root.view.topMargin, root.view.contentY > lowest ? lowest : Math.min(lowest, highest));
    }
}
