import QtQuick
import QtTest
import Eddy.App
import "../support"

// Search over all chats, find in one chat, the command palette: by keyboard alone.
WindowTest {
    id: root
    name: "Search"

    function cleanup() {
        App.find.close();
        App.sidebar.clearSelection();
    }
    function openPicker(key, modifiers, name) {
        keyClick(key, modifiers);
        tryVerify(() => find("pickerField") !== null && find("pickerField").activeFocus);
    }
    function query(text) {
        find("pickerField").text = text;
    }

    function test_search_finds_a_message_of_another_chat_and_goes_there() {
        ask("Something short about quokkas and stone");
        const quokkas = App.chat.conversationId;
        begin();
        ask("Something short about fish");
        openPicker(Qt.Key_F, Qt.ControlModifier | Qt.ShiftModifier);
        query("stone quok");
        tryVerify(() => App.search.count >= 2);  // its title and its question
        tryVerify(() => find("pickerNote").text !== "");
        keyClick(Qt.Key_Down);
        tryVerify(() => find("pickerList").currentIndex === 1);
        tryVerify(() => search(find("pickerList"), "hit1").excerpt.includes("<b>quokkas</b>"));
        keyClick(Qt.Key_Return);
        tryCompare(App.chat, "conversationId", quokkas);
        tryVerify(() => App.find.active && App.find.count === 0 || App.find.count > 0);
        tryVerify(() => list().count === 2);
    }
    function test_search_goes_to_another_branch() {
        ask("Something short about walrus");
        const first = App.chat.lastUserMessageId;
        App.chat.editMessage(first, "Something short about pelican");
        finish();
        tryVerify(() => message(0) && message(0).text === "Something short about pelican");
        openPicker(Qt.Key_F, Qt.ControlModifier | Qt.ShiftModifier);
        query("walrus");
        tryVerify(() => App.search.count === 2);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        tryVerify(() => list().count === 2 && message(0).text === "Something short about walrus");
        tryCompare(App.find, "count", 1);
        tryCompare(App.find, "position", 1);
    }
    function test_search_says_when_there_is_nothing() {
        openPicker(Qt.Key_F, Qt.ControlModifier | Qt.ShiftModifier);
        query("zzyzxnothing");
        tryCompare(find("pickerNote"), "text", "Nothing found");
        keyClick(Qt.Key_Return);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("pickerField"));
    }

    function test_find_counts_and_steps_through_the_places() {
        ask("Something short: banjo, Banjo and a banjo");
        ask("Something short without it");
        keyClick(Qt.Key_F, Qt.ControlModifier);
        tryVerify(() => find("findField").activeFocus);
        type("banjo");
        tryCompare(App.find, "count", 3);
        tryValue(() => App.find.position, 3);
        tryCompare(find("findCount"), "text", "3 of 3");
        keyClick(Qt.Key_Return);
        tryCompare(App.find, "position", 1);
        keyClick(Qt.Key_Return, Qt.ShiftModifier);
        tryCompare(App.find, "position", 3);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !App.find.active);
        tryVerify(() => find("composerArea").activeFocus);
    }
    function test_find_scrolls_to_a_place_far_away() {
        ask("Something short about marmots\n" + userInput.paragraphs(60));
        ask("Something short, " + userInput.paragraphs(60));
        list().positionViewAtEnd();
        keyClick(Qt.Key_F, Qt.ControlModifier);
        App.find.query = "marmots";
        tryCompare(App.find, "count", 1);
        tryVerify(() => list().contentY < list().originY + 400);
    }
    function test_find_follows_what_is_being_written() {
        ask("Something short about oboes");
        keyClick(Qt.Key_F, Qt.ControlModifier);
        App.find.query = "oboes";
        tryCompare(App.find, "count", 1);
        App.find.close();
        ask("short, more oboes");
        keyClick(Qt.Key_F, Qt.ControlModifier);
        tryCompare(App.find, "count", 2);
    }

    function test_palette_runs_an_action_by_a_few_letters() {
        App.settings.theme = Settings.Light;
        openPicker(Qt.Key_K, Qt.ControlModifier);
        query("dark");
        tryVerify(() => search(find("pickerList"), "command0") !== null && search(find("pickerList"), "command0").name === "Dark appearance");
        keyClick(Qt.Key_Return);
        tryValue(() => App.settings.theme, Settings.Dark);
        App.settings.theme = Settings.Light;
    }
    function test_palette_opens_a_chat_by_its_title() {
        ask("Something short about zithers");
        const zithers = App.chat.conversationId;
        begin();
        openPicker(Qt.Key_K, Qt.ControlModifier);
        query("zither");
        tryVerify(() => App.palette.count >= 1);
        keyClick(Qt.Key_Return);
        tryCompare(App.chat, "conversationId", zithers);
    }
    function test_palette_lists_every_action_with_its_key() {
        const actions = find("actions");
        openPicker(Qt.Key_K, Qt.ControlModifier);
        const enabled = Array.from(actions.all).filter(a => a.enabled).length;
        verify(enabled > 20);
        tryVerify(() => App.palette.count >= enabled);
        tryValue(() => search(find("pickerList"), "command0").name, "New chat");
        tryValue(() => search(find("pickerList"), "command0").shortcut, "Ctrl+N");
        keyClick(Qt.Key_Escape);
    }
    // Making rows anew with every letter would take more of a frame than there is.
    function test_palette_keeps_its_rows_while_one_types() {
        openPicker(Qt.Key_K, Qt.ControlModifier);
        const view = find("pickerList");
        tryVerify(() => view.count > 20 && view.itemAtIndex(0) !== null);
        const first = view.itemAtIndex(0), second = view.itemAtIndex(1);
        keyClick(Qt.Key_Down);
        for (const letter of "sett") {
            keyClick(letter);
            compare(view.currentIndex, 0);
            compare(view.itemAtIndex(0), first);
            compare(view.itemAtIndex(1), second);
        }
        tryVerify(() => first.name.toLowerCase().includes("sett"));
        keyClick(Qt.Key_Escape);
    }
    // A screen reader finds what is visible, wherever it lies.
    function test_rows_out_of_the_picker_are_not_to_be_found() {
        openPicker(Qt.Key_K, Qt.ControlModifier);
        const view = find("pickerList");
        const shown = () => Array.from(view.contentItem.children).filter(row => row.shortcut !== undefined && row.visible).length;
        tryVerify(() => view.count > 20 && shown() > 5);
        query("settings");
        tryVerify(() => view.count > 0 && view.count < 10);
        tryValue(shown, view.count);
        keyClick(Qt.Key_Escape);
    }
    function test_no_two_actions_share_a_key() {
        const seen = {};
        for (const action of Array.from(find("actions").all)) {
            const key = App.palette.keyText(action.shortcut);
            verify(key === "" || !seen[key], "two actions on " + key);
            seen[key] = true;
        }
    }
}
