pragma Singleton
import QtQuick
import Eddy.App

// Every colour, gap, radius, font and duration of the app. Follows the appearance chosen in the settings.
QtObject {
    id: root

    readonly property bool dark: App.settings.dark
    readonly property ColorSet colors: dark ? darkColors : lightColors

    readonly property ColorSet lightColors: ColorSet {
        window: "#ffffff"
        sidebar: "#f4f6f7"
        raised: "#ffffff"
        sunken: "#f4f6f7"
        border: "#e1e5e8"
        borderStrong: "#c4cbd1"
        hover: "#0f1b2a33"
        pressed: "#1c1b2a33"
        text: "#1a2025"
        textMuted: "#56616b"
        textFaint: "#65707a"
        accent: "#0b7285"
        accentHover: "#095f6f"
        accentText: "#ffffff"
        accentSoft: "#e2f1f3"
        userBubble: "#eaf2f4"
        danger: "#b42318"
        dangerSoft: "#fdeeec"
        warning: "#815400"
        warningSoft: "#fff5df"
        selection: "#b6dfe6"
        tooltip: "#20272c"
        tooltipText: "#f2f5f7"
        scrim: "#66101619"
        shadow: "#1a0b1a22"
        found: "#fff0a8"
        foundCurrent: "#ffc93d"
        code: ["#1a2025", "#7a3e9d", "#2b6a1c", "#5c6770", "#944700", "#0b6478", "#1f5fb0", "#765000", "#a0307a", "#2b6a1c", "#b42318"]
    }
    readonly property ColorSet darkColors: ColorSet {
        window: "#171a1d"
        sidebar: "#111416"
        raised: "#1f2428"
        sunken: "#101315"
        border: "#2b3137"
        borderStrong: "#454f58"
        hover: "#12ffffff"
        pressed: "#1fffffff"
        text: "#e5e9ec"
        textMuted: "#a8b2ba"
        textFaint: "#8f9aa3"
        accent: "#52b6c7"
        accentHover: "#74c8d6"
        accentText: "#04262c"
        accentSoft: "#16323a"
        userBubble: "#22323a"
        danger: "#f58d83"
        dangerSoft: "#37201f"
        warning: "#e8b65a"
        warningSoft: "#332a18"
        selection: "#1f5a67"
        tooltip: "#e5e9ec"
        tooltipText: "#1a2025"
        scrim: "#99000000"
        shadow: "#59000000"
        found: "#4d4416"
        foundCurrent: "#7d6210"
        code: ["#e5e9ec", "#c99bf0", "#8fce7a", "#8f9aa3", "#f0a868", "#6cc7d6", "#82b4f5", "#e0c06e", "#f08fc4", "#8fce7a", "#f58d83"]
    }

    // Spacing: multiples of four.
    readonly property int gapTiny: 4
    readonly property int gapSmall: 8
    readonly property int gap: 12
    readonly property int gapLarge: 16
    readonly property int gapHuge: 24
    readonly property int radiusSmall: 6
    readonly property int radius: 10
    readonly property int radiusLarge: 16
    readonly property int controlHeight: 36
    readonly property int iconButtonSize: 32
    readonly property int iconSize: 18
    readonly property int iconSizeSmall: 15
    readonly property int headerHeight: 52
    readonly property int sidebarWidth: 272
    readonly property int readingWidth: 760
    readonly property int focusWidth: 2

    // Type. Sizes follow the one font size of the settings.
    readonly property int fontSize: App.settings.fontSize
    readonly property int fontSizeSmall: fontSize - 2
    readonly property int fontSizeTiny: fontSize - 3
    readonly property int fontSizeLarge: fontSize + 3
    readonly property int fontSizeTitle: fontSize + 9
    readonly property string fontFamily: uiFont.name
    readonly property string monoFamily: monoFont.name
    readonly property real lineHeight: 1.45

    readonly property int quick: 110
    readonly property int calm: 200

    // Prepended to the rich text of message blocks: plain tags in, our look out.
    readonly property string richTextSheet: "<style>"
        + "code{font-family:'" + monoFamily + "';font-size:" + (fontSize - 2) + "px;background-color:" + colors.sunken + ";}"
        + "a{color:" + colors.accent + ";}"
        + "p,li{line-height:140%;}"
        + "ul,ol{margin-left:-14px;}"
        + "</style>"

    function icon(name: string): url {
        return "qrc:/eddy/icons/" + name + ".svg";
    }

    readonly property list<FontLoader> fonts: [
        FontLoader { id: uiFont; source: "qrc:/eddy/fonts/Inter-Regular.otf" },
        FontLoader { source: "qrc:/eddy/fonts/Inter-Italic.otf" },
        FontLoader { source: "qrc:/eddy/fonts/Inter-Medium.otf" },
        FontLoader { source: "qrc:/eddy/fonts/Inter-SemiBold.otf" },
        FontLoader { source: "qrc:/eddy/fonts/Inter-Bold.otf" },
        FontLoader { id: monoFont; source: "qrc:/eddy/fonts/JetBrainsMono-Regular.ttf" }
    ]
}
