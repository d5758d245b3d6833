pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Eddy.Components
import Eddy.Style

// The figures of one answer, said quietly: speed, wait, and whether text had to be read again. Pressed, it tells all of it.
AbstractButton {
    id: root

    required property real tokensPerSecond
    required property real timeToFirstToken
    required property int tokensReread
    required property string rereadReason
    property real messageId: 0
    readonly property Item overlay: T.Overlay.overlay
    readonly property bool told: root.tokensReread > 0 || root.tokensPerSecond > 0

    enabled: root.told && root.messageId > 0
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()
    Accessible.onPressAction: root.clicked()
    Accessible.name: qsTr("How this answer came about")
    Accessible.description: root.rereadReason
    onClicked: details.active = true

    contentItem: Row {
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
            objectName: "reread"
            visible: root.told
            text: root.tokensReread === 1 ? qsTr("1 token re-read")
                : qsTr("%1 tokens re-read").arg(root.tokensReread.toLocaleString(Qt.locale(), "f", 0))
            font.underline: root.hovered || root.visualFocus
        }
    }
    background: FocusRing {
        shown: root.visualFocus
        radius: Style.radiusSmall
        anchors.fill: parent
        anchors.margins: -Style.gapTiny
    }
    HintTip {
        text: root.tokensReread > 0 ? root.rereadReason : qsTr("The saved state was used: nothing had to be read again.")
        shown: root.hovered && !root.down && root.told
    }
    Timer {
        id: gone
        interval: 0
        onTriggered: details.active = false
    }
    // There only while it is shown.
    Instantiator {
        id: details
        active: false
        delegate: AnswerDetails {
            objectName: "answerDetails"
            parent: root.overlay
            messageId: root.messageId
            tokensPerSecond: root.tokensPerSecond
            timeToFirstToken: root.timeToFirstToken
            tokensReread: root.tokensReread
            rereadReason: root.rereadReason
            Component.onCompleted: open()
            onClosed: gone.start()
        }
    }
}
