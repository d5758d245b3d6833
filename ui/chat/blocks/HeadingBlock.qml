import QtQuick
import Eddy.Style

// A heading of level 1 to 6; the first three differ in size.
BlockText {
    id: root

    required property int level

    textFormat: TextEdit.RichText
    topPadding: Style.gapSmall
    font.pixelSize: Style.fontSize + Math.max(0, 7 - 2 * root.level)
    font.weight: Font.DemiBold
    Accessible.role: Accessible.Heading
}
