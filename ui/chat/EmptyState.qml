pragma ComponentBehavior: Bound
import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// A conversation without messages: a greeting, an honest word about the model, a few ways to begin.
Item {
    id: root

    required property ChatViewModel chat
    required property ModelsViewModel models
    property bool compact: false
    property bool crowded: false  // no room for more than a word
    readonly property bool aboutDocuments: App.documents.hasDocuments
    readonly property list<string> documentQuestions: [qsTr("What is this about?"), qsTr("What are the most important points?"),
        qsTr("Which people and places are named?"), qsTr("What is said at the end?")]
    signal suggestionChosen(string text)
    signal chooseModelRequested

    implicitHeight: column.implicitHeight

    Column {
        id: column
        width: parent.width
        spacing: Style.gap

        Image {
            anchors.horizontalCenter: parent.horizontalCenter
            source: Style.icon("eddy")
            sourceSize.width: 56
            sourceSize.height: 56
            visible: !root.compact
            Accessible.ignored: true
        }
        BodyText {
            width: parent.width
            topPadding: Style.gapSmall
            horizontalAlignment: Text.AlignHCenter
            text: root.aboutDocuments ? qsTr("What would you like to know?") : qsTr("What is on your mind?")
            font.pixelSize: Style.fontSizeTitle
            font.weight: Font.DemiBold
        }
        BodyText {
            objectName: "modelNote"
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 520)
            horizontalAlignment: Text.AlignHCenter
            text: root.models.isStarter ? qsTr("%1. It knows little and makes things up.").arg(root.models.starterNote)
                : root.models.description
            visible: text !== "" && !root.crowded
            color: Style.colors.textMuted
            font.pixelSize: Style.fontSizeSmall
            lineHeight: Style.lineHeight
        }
        Flow {
            id: flow
            visible: !root.crowded
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 620)
            spacing: Style.gapSmall
            topPadding: root.compact ? 0 : Style.gapLarge
            Repeater {
                model: root.aboutDocuments ? root.documentQuestions : root.chat.suggestions
                delegate: SuggestionButton {
                    required property string modelData
                    width: flow.width > 480 ? (flow.width - flow.spacing) / 2 : flow.width
                    text: modelData
                    enabled: root.chat.canSend
                    onClicked: root.suggestionChosen(modelData)
                }
            }
        }
        TextButton {
            objectName: "largerModel"
            anchors.horizontalCenter: parent.horizontalCenter
            visible: root.models.isStarter && !root.compact && !root.aboutDocuments
            quiet: true
            text: qsTr("Open a larger model…")
            onClicked: root.chooseModelRequested()
        }
    }
}
