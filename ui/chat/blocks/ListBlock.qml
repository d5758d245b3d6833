import QtQuick
import Eddy.Style

// A whole list, nested lists included.
BlockText {
    textFormat: TextEdit.RichText
}
