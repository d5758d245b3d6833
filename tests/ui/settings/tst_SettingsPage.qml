import QtQuick
import QtTest
import Eddy.App
import Eddy.Style
import "../support"

// The settings page changes the settings, at once and for good.
WindowTest {
    id: root
    name: "SettingsPage"

    function open() {
        showSettings();
        tryVerify(() => find("settingsPage").visible);
    }

    function test_theme_is_one_of_three() {
        open();
        click(search(find("settingsPage"), "choice-" + Settings.Dark));
        tryValue(() => App.settings.theme, Settings.Dark);
        click(search(find("settingsPage"), "choice-" + Settings.Light));
        tryValue(() => App.settings.theme, Settings.Light);
        tryVerify(() => !Style.dark);
    }
    function test_text_size_changes_everything() {
        open();
        const before = App.settings.fontSize;
        const slider = find("fontSizeSlider");
        slider.forceActiveFocus();
        keyClick(Qt.Key_Right);
        tryValue(() => App.settings.fontSize, before + 1);
        tryValue(() => Style.fontSize, before + 1);
        keyClick(Qt.Key_Left);
        tryValue(() => App.settings.fontSize, before);
    }
    function test_answers_are_announced_as_chosen() {
        open();
        for (const how of [Settings.AtEnd, Settings.NoAnnouncements, Settings.BySentence]) {
            search(find("announcementsChoice"), "choice-" + how).clicked();
            tryValue(() => App.settings.announcements, how);
        }
    }
    function test_all_settings_are_put_back_after_a_question() {
        open();
        App.settings.fontSize = 18;
        App.settings.compact = true;
        find("resetAll").clicked();
        tryVerify(() => visibleItem("confirmResetAll"));
        compare(App.settings.fontSize, 18);
        find("confirmResetAll").clicked();
        tryValue(() => App.settings.fontSize, 15);
        tryValue(() => Style.compact, false);
        tryVerify(() => !visibleItem("confirmResetAll"));
    }
    function test_generation_can_be_set_and_reset() {
        open();
        App.settings.resetGeneration();
        const usual = App.settings.temperature;
        find("temperatureSlider").forceActiveFocus();
        keyClick(Qt.Key_Right);
        tryVerify(() => App.settings.temperature > usual);
        find("resetGeneration").clicked();
        fuzzyCompare(App.settings.temperature, usual, 0.0001);
        fuzzyCompare(find("temperatureSlider").value, usual, 0.0001);
    }
    function test_instructions_are_kept() {
        open();
        const area = find("systemPrompt").area;
        area.forceActiveFocus();
        area.text = "Be brief.";
        find("temperatureSlider").forceActiveFocus();
        tryValue(() => App.settings.systemPrompt, "Be brief.");
        App.settings.systemPrompt = "";
    }
    function test_more_controls_unfold() {
        open();
        click(find("moreSettings"));
        tryVerify(() => find("settingsFlickable").contentHeight > 1000);
    }
}
