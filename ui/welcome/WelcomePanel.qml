import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// The first start: the composer below is ready at once; here stands what is special. Writing, Esc and "Begin" put it away for
// good.
Rectangle {
    id: root

    required property Welcome welcome
    required property Settings settings
    required property CatalogueModel catalogue
    property string refusal: ""
    signal begun
    signal modelsRequested
    signal dataFolderRequested

    color: Style.colors.window
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Welcome to Eddy")

    Flickable {
        id: flick
        objectName: "welcomeFlickable"
        anchors.fill: parent
        contentWidth: width
        contentHeight: column.implicitHeight + 2 * Style.gapHuge
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollHandle {}

        Column {
            id: column
            x: (flick.width - width) / 2
            y: Math.max(Style.gapHuge, (flick.height - implicitHeight) / 2)
            width: Math.min(Style.readingWidth + 80, flick.width - 2 * Style.gapHuge)
            spacing: Style.gapLarge

            BodyText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Welcome to Eddy")
                font.pixelSize: Style.fontSizeTitle
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
            }
            BodyText {
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("A small model is loaded already: write below and it answers.")
                color: Style.colors.textMuted
            }
            Grid {
                id: cards
                width: parent.width
                columns: width > 36 * Style.fontSize ? 3 : 1
                spacing: Style.gap
                readonly property real cardWidth: (width - (columns - 1) * spacing) / columns

                WelcomeCard {
                    objectName: "welcomeResume"
                    width: cards.cardWidth
                    iconName: "rotate-ccw"
                    title: qsTr("Goes on at once")
                    text: qsTr("What the model has read is kept beside the text. Every chat goes on where it was, after any restart, without being read again.")
                }
                WelcomeCard {
                    objectName: "welcomeDocuments"
                    width: cards.cardWidth
                    iconName: "file-text"
                    title: qsTr("Reads documents")
                    text: qsTr("Drop a document on the window: it is read once, then every question starts from there, with the passages it came from.")
                }
                WelcomeCard {
                    objectName: "welcomePrivacy"
                    width: cards.cardWidth
                    iconName: "cpu"
                    title: qsTr("Stays here")
                    text: qsTr("Models run on this computer. What you write and read is kept in one folder of yours and sent nowhere.")
                }
            }
            Card {
                width: parent.width
                BodyText {
                    objectName: "welcomeStarter"
                    width: parent.width
                    font.pixelSize: Style.fontSizeSmall
                    text: qsTr("The starter is very small and speaks English alone: it makes small talk, answers questions about Eddy, from a short text and about what it was just told, and edits a sentence. It knows little, forgets after a few hundred words and makes things up; for real use take a larger model.")
                }
                BodyText {
                    objectName: "welcomeModel"
                    width: parent.width
                    font.pixelSize: Style.fontSizeSmall
                    font.weight: Font.Medium
                    text: qsTr("%1 %2").arg(root.welcome.memoryText).arg(root.welcome.recommendation).trim()
                }
                Caption {
                    objectName: "welcomeFile"
                    width: parent.width
                    visible: text !== ""
                    color: root.refusal === "" ? Style.colors.textMuted : Style.colors.danger
                    text: root.refusal !== "" ? root.refusal : root.catalogue.fileTextOf(root.welcome.recommendedId)
                }
                Caption {
                    objectName: "welcomeFolder"
                    width: parent.width
                    wrapMode: Text.WrapAnywhere
                    text: qsTr("Your data: %1").arg(root.settings.dataFolder)
                }
            }
            Flow {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Style.gapSmall
                TextButton {
                    objectName: "welcomeBegin"
                    primary: true
                    text: qsTr("Begin")
                    hint: qsTr("Esc")
                    onClicked: root.finish()
                }
                TextButton {
                    objectName: "welcomeDownload"
                    visible: root.catalogue.fileTextOf(root.welcome.recommendedId) !== ""
                    iconName: "download"
                    text: qsTr("Download that model")
                    onClicked: root.fetch()
                }
                TextButton {
                    objectName: "welcomeModels"
                    text: qsTr("Look at models")
                    onClicked: {
                        root.finish();
                        root.modelsRequested();
                    }
                }
                TextButton {
                    objectName: "welcomeOpenFolder"
                    quiet: true
                    text: qsTr("Open the data folder")
                    onClicked: root.dataFolderRequested()
                }
            }
        }
        ViewFocus {
            view: flick
        }
    }
    Shortcut {
        sequence: "Escape"
        enabled: root.visible
        onActivated: root.finish()
    }

    function fetch() {
        root.refusal = root.catalogue.download(root.welcome.recommendedId);
        if (root.refusal !== "")
            return;
        root.finish();
        root.modelsRequested();
    }
    function finish() {
        root.welcome.dismiss();
        root.begun();
    }
}
