import QtQuick
import QtTest
import Eddy.App
import Eddy.Style
import "../support"

// Accent and density take effect at once, and text stays legible with every accent.
WindowTest {
    id: root
    name: "Appearance"

    function cleanupTestCase() {
        App.settings.theme = Settings.Light;
        App.settings.accent = Settings.Teal;
        App.settings.compact = false;
    }
    function channel(value) {
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
    function luminance(color) {
        return 0.2126 * channel(color.r) + 0.7152 * channel(color.g) + 0.0722 * channel(color.b);
    }
    function contrast(one, other) {
        const a = luminance(one), b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }
    function test_an_accent_is_chosen() {
        root.window.showSettings();
        const before = Style.colors.accent.toString();
        click(find("accent-" + Settings.Violet));
        compare(App.settings.accent, Settings.Violet);
        verify(Style.colors.accent.toString() !== before);
        find("accent-" + Settings.Teal).forceActiveFocus();
        keyClick(Qt.Key_Space);
        compare(App.settings.accent, Settings.Teal);
    }
    function test_every_accent_is_legible_data() {
        const rows = [];
        for (const theme of [Settings.Light, Settings.Dark])
            for (let accent = Settings.Teal; accent <= Settings.Graphite; ++accent)
                rows.push({ tag: theme + " " + accent, theme: theme, accent: accent });
        return rows;
    }
    function test_every_accent_is_legible(data) {
        App.settings.theme = data.theme;
        App.settings.accent = data.accent;
        const c = Style.colors;
        for (const pair of [[c.accent, c.window], [c.accent, c.raised], [c.accent, c.sunken], [c.accent, c.sidebar], [c.accent, c.accentSoft], [c.accentText, c.accent],
            [c.accentText, c.accentHover], [c.text, c.accentSoft], [c.text, c.userBubble], [c.text, c.selection], [c.textMuted, c.userBubble], [c.textMuted, c.accentSoft]])
            verify(contrast(pair[0], pair[1]) >= 4.5, pair[0] + " on " + pair[1] + ": " + contrast(pair[0], pair[1]));
    }
    function test_compact_leaves_less_room() {
        root.window.showSettings();
        const gap = Style.gapLarge, height = find("settingsFlickable").contentHeight;
        click(search(find("densityChoice"), "choice-1"));
        verify(App.settings.compact);
        verify(Style.gapLarge < gap);
        tryVerify(() => find("settingsFlickable").contentHeight < height, 10000);
        App.settings.compact = false;
    }
}
