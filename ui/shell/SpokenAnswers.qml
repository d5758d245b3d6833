pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App

// Tells a screen reader what an answer says while it is written. Readers speak a notification when it appears, so each announcement
// is one of its own that does; a reader remembers the name of one that it knows.
Item {
    id: root

    required property AnswerAnnouncer announcer

    ListModel {
        id: words
    }
    Repeater {
        model: words
        delegate: Item {
            id: note
            required property string text
            objectName: "spokenNote"
            width: 1
            height: 1
            visible: false
            Accessible.role: Accessible.Notification
            Accessible.name: note.text
            Component.onCompleted: visible = true  // appearing is what is heard
        }
    }
    Timer {
        id: clearing
        interval: 15000
        onTriggered: words.clear()  // nobody is to come upon old words later
    }
    Connections {
        target: root.announcer
        function onSaid(text) {
            if (words.count > 7)
                words.remove(0);
            words.append({ "text": text });
            clearing.restart();
        }
    }
}
