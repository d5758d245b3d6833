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
    readonly property string pageText: root.places.count > 0 ? root.places.label(root.page) : ""

    visible: places.count > 0 && places.page === 0
    spacing: Style.gapSmall
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Ask as of a page")

    Caption {
        text: qsTr("As of")
    }
    ValueSlider {
        id: slider
        objectName: "asOfPage"
        Layout.preferredWidth: 120
        from: 0
        to: Math.max(0, root.places.count - 1)
        stepSize: 1
        label: qsTr("As of %1").arg(root.pageText)
    }
    TextButton {
        objectName: "askAsOfPage"
        implicitHeight: 30
        quiet: true
        text: qsTr("Ask as of %1").arg(root.pageText)
        hint: qsTr("A new chat with the state that was kept at the end of %1").arg(root.pageText)
        onClicked: root.places.ask(root.page)
    }
}
