import QtQuick
import QtTest
import Eddy.App
import "../support"

// Presets and personas: chosen, saved, shown where a chat differs; an edit of instructions says what it costs.
WindowTest {
    id: root
    name: "Presets"

    function shoot(name) {
        wait(300);
        if (screenshotFolder !== "")
            grabImage(root.window.contentItem.parent).save(screenshotFolder + "/" + name + ".png");
    }
    function openChatStyle() {
        tryVerify(() => App.style.available);
        root.window.showChatStyle();
        tryVerify(() => visibleItem("chatStyleFlickable"));
    }
    function closeChatStyle() {
        find("closeChatStyle").clicked();
        tryVerify(() => !visibleItem("chatStyleFlickable"));
    }

    function test_preset_is_chosen_and_a_moved_control_makes_it_own() {
        showSettings();
        App.settings.resetGeneration();
        const chooser = find("presetChooser");
        tryValue(() => search(chooser, "presetButton").text, "Balanced");
        App.presets.apply("precise", App.settings);
        tryCompare(search(chooser, "presetButton"), "text", "Precise");
        find("temperatureSlider").forceActiveFocus();
        keyClick(Qt.Key_Right);
        tryCompare(search(chooser, "presetButton"), "text", "Own values");
        const id = App.presets.save("For tests", App.settings);
        tryCompare(search(chooser, "presetButton"), "text", "For tests");
        App.presets.remove(id);
        tryVerify(() => find("presetUndo").visible);
        App.presets.dismissUndo();
        App.settings.resetGeneration();
    }
    function test_chat_of_its_own_shows_a_chip_data() {
        return [{ tag: "light", theme: Settings.Light }, { tag: "dark", theme: Settings.Dark }];
    }
    function test_chat_of_its_own_shows_a_chip(data) {
        App.settings.theme = data.theme;
        openChatStyle();
        find("persona-programmer").clicked();
        tryCompare(App.style, "persona", "programmer");
        tryVerify(() => App.style.hasOwn);
        tryVerify(() => find("instructions").text.includes("programmer"));
        shoot(data.tag + "-chat-style");
        closeChatStyle();
        tryVerify(() => find("personaChip").visible);
        tryValue(() => find("personaChip").text, "Programmer");
        tryValue(() => find("styleChip").text, "Code");
        shoot(data.tag + "-chips");
        tryVerify(() => App.chat.canSend);
        ask("short");
        tryVerify(() => find("styleChip").visible);
        begin();
        tryVerify(() => App.style.available && !App.style.hasOwn);
        ask("short");
        tryVerify(() => !find("chatStyleBar").visible);
        App.settings.theme = Settings.Light;
    }
    function test_changed_instructions_say_what_they_cost() {
        ask("short");
        openChatStyle();
        tryVerify(() => find("rereadNote").visible);
        tryVerify(() => find("rereadNote").text.includes("tokens"));
        const area = find("instructions").area;
        area.text = "Be brief.";
        tryVerify(() => find("useInstructions").visible);
        find("useInstructions").clicked();
        tryValue(() => App.style.instructions, "Be brief.");
        closeChatStyle();
        tryVerify(() => App.chat.canSend);
        tryCompare(find("personaChip"), "text", "Own instructions");
    }
    function test_shape_of_answers_names_what_is_wrong() {
        openChatStyle();
        App.style.hasOwn = true;
        App.style.values.shape = AnswerValues.Grammar;
        App.style.values.shapeText = "root ::= (";
        tryVerify(() => find("shapeError").visible);
        tryVerify(() => find("shapeError").text.includes("column 10"));
        App.style.values.shapeText = "root ::= \"yes\" | \"no\"";
        tryVerify(() => !find("shapeError").visible);
        const flick = find("chatStyleFlickable");
        flick.contentY = flick.contentHeight - flick.height;
        shoot("answer-shape");
        closeChatStyle();
    }
}
