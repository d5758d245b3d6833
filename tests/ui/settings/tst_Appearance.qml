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
        showSettings();
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
    // What a half-transparent colour looks like on another.
    function over(top, under) {
        return Qt.rgba(top.r * top.a + under.r * (1 - top.a), top.g * top.a + under.g * (1 - top.a), top.b * top.a + under.b * (1 - top.a), 1);
    }
    function test_every_text_is_legible_data() {
        return [{ tag: "light", theme: Settings.Light }, { tag: "dark", theme: Settings.Dark }];
    }
    function test_every_text_is_legible(data) {
        App.settings.theme = data.theme;
        App.settings.accent = Settings.Teal;
        const c = Style.colors;
        const pairs = [[c.tooltipText, c.tooltip], [c.danger, c.dangerSoft], [c.text, c.dangerSoft], [c.warning, c.warningSoft], [c.text, c.warningSoft],
            [c.textMuted, c.warningSoft], [c.text, c.found], [c.text, c.foundCurrent]];
        for (const ground of [c.window, c.sidebar, c.raised, c.sunken]) {
            for (const ink of [c.text, c.textMuted, c.textFaint, c.danger, c.warning])
                pairs.push([ink, ground]);
            for (const veil of [c.hover, c.pressed])
                pairs.push([c.text, over(veil, ground)], [c.textMuted, over(veil, ground)]);
        }
        for (const ink of c.code)
            pairs.push([Qt.color(ink), c.sunken]);
        for (const pair of pairs)
            verify(contrast(pair[0], pair[1]) >= 4.5, pair[0] + " on " + pair[1] + ": " + contrast(pair[0], pair[1]));
        // What is no text but has to be seen: the ring of the focus.
        for (const ground of [c.window, c.sidebar, c.raised, c.sunken])
            verify(contrast(c.accent, ground) >= 3, "focus on " + ground);
    }
    function test_less_motion_takes_effect_at_once() {
        showSettings();
        verify(Style.calm > 0 && Style.quick > 0);
        click(find("reducedMotionSwitch"));
        tryVerify(() => App.settings.reducedMotion);
        compare(Style.calm, 0);
        compare(Style.quick, 0);
        App.settings.reducedMotion = false;
    }
    function test_compact_leaves_less_room() {
        showSettings();
        const gap = Style.gapLarge, height = find("settingsFlickable").contentHeight;
        click(search(find("densityChoice"), "choice-1"));
        verify(App.settings.compact);
        verify(Style.gapLarge < gap);
        tryVerify(() => find("settingsFlickable").contentHeight < height, 10000);
        App.settings.compact = false;
    }
}
