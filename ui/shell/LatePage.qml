import QtQuick

// Room for a page that is made a few milliseconds at a time once the window is on show, so that neither the start nor the opening of the page
// holds the window up. Who opens it before it is made sees it, with the focus, as soon as it is. (An Instantiator, because a Loader of Qt 6.4
// refuses bound components.)
FocusScope {
    id: root

    property Component page
    readonly property bool made: maker.object !== null
    property bool begun: false  // when it is opened, else when the window has had its first moments

    onVisibleChanged: root.begun = root.begun || root.visible
    Component.onCompleted: root.begun = root.visible

    Instantiator {
        id: maker
        active: root.begun
        asynchronous: true
        delegate: root.page
        onObjectAdded: (index, object) => root.take(object as Item)
    }
    Timer {
        interval: 400
        running: true
        onTriggered: root.begun = true
    }

    function take(page: Item) {
        page.parent = root;
        page.anchors.fill = root;
        page.focus = true;
        if (root.visible)
            root.forceActiveFocus();
    }
}
