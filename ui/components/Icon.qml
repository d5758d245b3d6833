import QtQuick
import QtQuick.Controls.impl
import Eddy.Style

// One line icon, tinted. Decoration only: whoever shows it carries the accessible name.
IconImage {
    id: root

    required property string icon
    // What points to the beginning or the end of a line does so in either direction of writing.
    readonly property bool turns: LayoutMirroring.enabled && /^(arrow|chevron)-(left|right)$|^panel-left$/.test(icon)
    property int size: Style.iconSize

    width: size
    height: size
    source: Style.icon(root.icon)
    sourceSize.width: root.size
    sourceSize.height: root.size
    color: Style.colors.textMuted
    mirror: root.turns
    Accessible.ignored: true
}
