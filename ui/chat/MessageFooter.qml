import QtQuick
import Eddy.Components
import Eddy.Style

// The figures of one answer, said quietly: speed, wait, and whether text had to be read again.
Row {
    id: root

    required property real tokensPerSecond
    required property real timeToFirstToken
    required property int tokensReread
    required property string rereadReason

    spacing: Style.gap

    Caption {
        objectName: "speed"
        visible: root.tokensPerSecond > 0
        text: qsTr("%1 tokens/s").arg(Number(root.tokensPerSecond).toLocaleString(Qt.locale(), "f", 1))
    }
    Caption {
        objectName: "firstToken"
        visible: root.timeToFirstToken > 0
        text: qsTr("%1 s to first token").arg(Number(root.timeToFirstToken).toLocaleString(Qt.locale(), "f", 2))
    }
    Caption {
        id: reread
        objectName: "reread"
        visible: root.tokensReread > 0
        text: qsTr("%Ln tokens re-read", "", root.tokensReread)
        font.underline: rereadHover.hovered && root.rereadReason !== ""
        Accessible.description: root.rereadReason
        HoverHandler {
            id: rereadHover
        }
        HintTip {
            text: root.rereadReason
            shown: rereadHover.hovered
        }
    }
}
