import QtQuick

// The colours of one appearance. Text colours keep at least 4.5:1 against every background they are used on.
QtObject {
    required property color window
    required property color sidebar
    required property color raised
    required property color sunken
    required property color border
    required property color borderStrong
    required property color hover
    required property color pressed
    required property color text
    required property color textMuted
    required property color textFaint
    required property color accent
    required property color accentHover
    required property color accentText
    required property color accentSoft
    required property color userBubble
    required property color danger
    required property color dangerSoft
    required property color warning
    required property color warningSoft
    required property color selection
    required property color tooltip
    required property color tooltipText
    required property color scrim
    required property color shadow
    required property color found         // words that were searched for
    required property color foundCurrent
    required property var code            // by what a piece of code is: see CodeKind in app/chat/code_lexer.h
}
