import QtQuick
import Eddy.Style

// A framed group: everything put inside is stacked in a column.
Rectangle {
    id: root

    property int padding: Style.gapLarge
    property alias spacing: column.spacing
    default property alias body: column.data

    implicitHeight: column.implicitHeight + 2 * padding
    radius: Style.radius
    color: Style.colors.raised
    border.color: Style.colors.border

    Column {
        id: column
        x: root.padding
        y: root.padding
        width: root.width - 2 * root.padding
        spacing: Style.gap
    }
}
