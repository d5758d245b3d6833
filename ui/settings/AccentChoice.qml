pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Controls.Basic
import Eddy.App
import Eddy.Components
import Eddy.Style

// One colour of a few, side by side.
Row {
    id: root

    required property Settings settings
    readonly property list<string> names: [qsTr("Teal"), qsTr("Blue"), qsTr("Green"), qsTr("Violet"), qsTr("Rose"), qsTr("Graphite")]

    spacing: Style.gapSmall
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Accent colour")

    Repeater {
        model: root.names
        delegate: AbstractButton {
            id: swatch
            required property string modelData
            required property int index
            readonly property bool chosen: root.settings.accent === index
            objectName: "accent-" + index
            implicitWidth: 28
            implicitHeight: 28
            text: modelData
            checkable: true
            autoExclusive: true
            checked: chosen
            focusPolicy: Qt.TabFocus
            hoverEnabled: true
            Keys.onReturnPressed: swatch.clicked()
            Accessible.onPressAction: swatch.clicked()
            Accessible.onToggleAction: swatch.clicked()
            onClicked: root.settings.accent = index
            Accessible.role: Accessible.RadioButton
            Accessible.name: modelData
            background: Rectangle {
                radius: width / 2
                color: (Style.dark ? Style.accents.dark : Style.accents.light)[swatch.index].accent
                FocusRing {
                    shown: swatch.visualFocus
                    radius: width / 2
                }
            }
            contentItem: Icon {
                icon: "check"
                size: Style.iconSizeSmall
                visible: swatch.chosen
                color: (Style.dark ? Style.accents.dark : Style.accents.light)[swatch.index].accentText
            }
            HintTip {
                text: swatch.modelData
                shown: swatch.hovered
            }
        }
    }
}
