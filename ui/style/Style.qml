pragma Singleton
import QtQuick
import Eddy.App

// Every colour, gap, radius, font and duration of the app. Follows the appearance chosen in the settings.
QtObject {
    id: root

    readonly property bool dark: App.settings.dark
    readonly property ColorSet colors: dark ? darkColors : lightColors

    readonly property int accent: App.settings.accent
    readonly property Accents accents: Accents {}

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
        accent: root.accents.light[root.accent].accent
        accentHover: root.accents.light[root.accent].accentHover
        accentText: root.accents.light[root.accent].accentText
        accentSoft: root.accents.light[root.accent].accentSoft
        userBubble: root.accents.light[root.accent].userBubble
        danger: "#b42318"
        dangerSoft: "#fdeeec"
        warning: "#815400"
        warningSoft: "#fff5df"
        selection: root.accents.light[root.accent].selection
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
        accent: root.accents.dark[root.accent].accent
        accentHover: root.accents.dark[root.accent].accentHover
        accentText: root.accents.dark[root.accent].accentText
        accentSoft: root.accents.dark[root.accent].accentSoft
        userBubble: root.accents.dark[root.accent].userBubble
        danger: "#f58d83"
        dangerSoft: "#37201f"
        warning: "#e8b65a"
        warningSoft: "#332a18"
        selection: root.accents.dark[root.accent].selection
        tooltip: "#e5e9ec"
        tooltipText: "#1a2025"
        scrim: "#99000000"
        shadow: "#59000000"
        found: "#4d4416"
        foundCurrent: "#7d6210"
        code: ["#e5e9ec", "#c99bf0", "#8fce7a", "#8f9aa3", "#f0a868", "#6cc7d6", "#82b4f5", "#e0c06e", "#f08fc4", "#8fce7a", "#f58d83"]
    }

    // Spacing: multiples of four, of three where things are to stand closer.
    readonly property bool compact: App.settings.compact
    readonly property int gapTiny: compact ? 3 : 4
    readonly property int gapSmall: compact ? 6 : 8
    readonly property int gap: compact ? 9 : 12
    readonly property int gapLarge: compact ? 12 : 16
    readonly property int gapHuge: compact ? 18 : 24
    readonly property int radiusSmall: 6
    readonly property int radius: 10
    readonly property int radiusLarge: 16
    readonly property int controlHeight: compact ? 32 : 36
    readonly property int iconButtonSize: compact ? 28 : 32
    readonly property int iconSize: 18
    readonly property int iconSizeSmall: 15
    readonly property int headerHeight: compact ? 44 : 52
    readonly property int sidebarWidth: compact ? 248 : 272
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

    // Milliseconds of what moves or fades; none where motion is not wanted.
    readonly property bool still: App.settings.reducedMotion
    readonly property int quick: still ? 0 : 110
    readonly property int calm: still ? 0 : 200

    // Prepended to the rich text of message blocks: plain tags in, our look out.
    readonly property string richTextSheet: "code{font-family:'" + monoFamily + "';font-size:" + (fontSize - 2) + "px;background-color:" + colors.sunken + ";}"
        + "a{color:" + colors.accent + ";}"
        + "p,li{line-height:140%;}"
        + "ul,ol{margin-left:-14px;}"

    // How wide a picture is shown beside others that are `height` high; `aspect` is its width by its height.
    function pictureWidth(aspect: real, height: real): int {
        return Math.round(Math.max(48, Math.min(320, height * aspect)));
    }
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
