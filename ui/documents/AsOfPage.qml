import QtQuick
import QtQuick.Layouts
import Eddy.App
import Eddy.Components
import Eddy.Style

// Choose a page whose state was kept while the document was read, and ask in a new chat that knows the text up to there.
RowLayout {
    id: root

    required property ReadingPlaces places
    readonly property int page: root.places.count > 0 ? root.places.pages[slider.value] : 0

    visible: places.count > 0 && places.page === 0
    spacing: Style.gapSmall
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Ask as of a page")

    Caption {
        text: qsTr("As of page")
    }
    ValueSlider {
        id: slider
        objectName: "asOfPage"
        Layout.preferredWidth: 120
        from: 0
        to: Math.max(0, root.places.count - 1)
        stepSize: 1
        label: qsTr("As of page %1").arg(root.page)
    }
    TextButton {
        objectName: "askAsOfPage"
        implicitHeight: 30
        quiet: true
        text: qsTr("Ask as of page %1").arg(root.page)
        hint: qsTr("A new chat with the state that was kept at the end of page %1").arg(root.page)
        onClicked: root.places.ask(root.page)
    }
}
