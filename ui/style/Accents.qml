import QtQuick

// The colours that follow the chosen accent, by Settings.Accent. Each keeps 4.5:1 wherever text stands on it or in it.
QtObject {
    readonly property var light: [
            { accent: "#0b7285", accentHover: "#095f6f", accentText: "#ffffff", accentSoft: "#e2f1f3", userBubble: "#eaf2f4", selection: "#b6dfe6" },  // Teal
            { accent: "#1d5fc4", accentHover: "#174fa5", accentText: "#ffffff", accentSoft: "#e4edfb", userBubble: "#ebf1fa", selection: "#bcd4f7" },  // Blue
            { accent: "#2b7a2f", accentHover: "#226226", accentText: "#ffffff", accentSoft: "#e4f3e5", userBubble: "#edf4ed", selection: "#bfe0c1" },  // Green
            { accent: "#6b42c1", accentHover: "#5835a3", accentText: "#ffffff", accentSoft: "#eee8fa", userBubble: "#f1edf9", selection: "#d6c8f3" },  // Violet
            { accent: "#b1325f", accentHover: "#93284e", accentText: "#ffffff", accentSoft: "#fae7ee", userBubble: "#f8eef2", selection: "#f2c4d5" },  // Rose
            { accent: "#47525c", accentHover: "#38424a", accentText: "#ffffff", accentSoft: "#e9edf0", userBubble: "#eff1f3", selection: "#ccd5dc" }  // Graphite
    ]
    readonly property var dark: [
            { accent: "#52b6c7", accentHover: "#74c8d6", accentText: "#04262c", accentSoft: "#16323a", userBubble: "#22323a", selection: "#1f5a67" },  // Teal
            { accent: "#7fb0f5", accentHover: "#9cc3f8", accentText: "#06203f", accentSoft: "#18293f", userBubble: "#222e3d", selection: "#2a4f82" },  // Blue
            { accent: "#7fc682", accentHover: "#9ad59d", accentText: "#07260a", accentSoft: "#183019", userBubble: "#243127", selection: "#2c5c30" },  // Green
            { accent: "#b79cf0", accentHover: "#c8b3f4", accentText: "#1f0f45", accentSoft: "#2a2340", userBubble: "#2e2a3b", selection: "#503c85" },  // Violet
            { accent: "#f08fb0", accentHover: "#f4a8c2", accentText: "#3d0a1f", accentSoft: "#3a1f2a", userBubble: "#382831", selection: "#7a3351" },  // Rose
            { accent: "#b3bec7", accentHover: "#c6cfd6", accentText: "#171c20", accentSoft: "#292f34", userBubble: "#2a2f33", selection: "#4b5760" }  // Graphite
    ]
}
