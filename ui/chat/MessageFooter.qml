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
        visible: root.tokensReread > 0 || root.tokensPerSecond > 0
        text: root.tokensReread === 1 ? qsTr("1 token re-read")
            : qsTr("%1 tokens re-read").arg(root.tokensReread.toLocaleString(Qt.locale(), "f", 0))
        font.underline: rereadHover.hovered
        Accessible.description: root.rereadReason
        HoverHandler {
            id: rereadHover
        }
        HintTip {
            text: root.tokensReread > 0 ? root.rereadReason : qsTr("The saved state was used: nothing had to be read again.")
            shown: rereadHover.hovered
        }
    }
}
