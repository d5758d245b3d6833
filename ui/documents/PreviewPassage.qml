import QtQuick
import Eddy.App
import Eddy.Components
import Eddy.Style

// One passage in the preview, with its page before it and a mark when it is quoted.
Column {
    id: root

    required property string passageText
    required property int page
    required property int kind
    required property bool startsPage
    property bool marked: false
    signal askRequested(string text)

    spacing: Style.gapSmall
    Caption {
        objectName: "pageMark"
        visible: root.startsPage
        topPadding: Style.gapSmall
        text: qsTr("Page %1").arg(root.page)
    }
    Rectangle {
        width: parent.width
        implicitHeight: text.implicitHeight + 2 * Style.gapSmall
        radius: Style.radiusSmall
        color: root.marked ? Style.colors.accentSoft : "transparent"
        border.width: root.marked ? 1 : 0
        border.color: Style.colors.accent
        TextEdit {
            id: text
            objectName: "passageText"
            x: Style.gapSmall
            y: Style.gapSmall
            width: parent.width - 2 * Style.gapSmall
            readOnly: true
            selectByMouse: true
            persistentSelection: true
            textFormat: TextEdit.PlainText
            wrapMode: TextEdit.Wrap
            text: root.passageText
            color: Style.colors.text
            selectionColor: Style.colors.selection
            selectedTextColor: Style.colors.text
            font.family: root.kind === PassageListModel.Code ? Style.monoFamily : Style.fontFamily
            font.pixelSize: Style.fontSizeSmall
            activeFocusOnPress: true
            Accessible.role: Accessible.StaticText
            Accessible.name: root.passageText
            onSelectedTextChanged: root.askRequested(selectedText)
        }
    }
}
