import QtQuick
import QtTest
import Eddy.App
import Eddy.Style
import "../support"

// The window in another language: chosen in the settings, everywhere at once, and without cut-off words.
WindowTest {
    id: root
    name: "Languages"

    function cleanup() {
        App.settings.language = "";
        App.library.open = false;
        root.window.close();
        root.window.destroy();
        wait(0);
    }
    function shoot(name) {
        wait(300);
        const picture = grabImage(root.window.contentItem.parent);
        tryVerify(() => picture.width > 0);
        if (screenshotFolder !== "")
            picture.save(screenshotFolder + "/" + name + ".png");
    }
    // What is written anywhere in the window now: [{text, item}].
    function written(item, into) {
        if (!item.visible || item.opacity === 0)
            return into;
        if (typeof item.text === "string" && item.text !== "" && item.font !== undefined)
            into.push({ text: item.text, item: item });
        for (let i = 0; i < item.children.length; ++i)
            written(item.children[i], into);
        return into;
    }
    function texts() {
        return written(root.window.contentItem.parent, []);
    }
    function says(text) {
        return texts().some(one => one.text === text);
    }
    // Names and labels that had to be cut, and words that stand out of their item.
    function cut() {
        const found = [];
        for (const one of texts()) {
            const overlong = one.item.truncated === true
                || (one.item.wrapMode === Text.NoWrap && one.item.contentWidth > one.item.width + 1);
            if (overlong && !isOurs(one.item))
                found.push(one.text);
        }
        return found.filter((text, index) => found.indexOf(text) === index);
    }
    // The user's own words are cut where they are too long for a line.
    function isOurs(item) {
        for (let above = item; above; above = above.parent)
            if (["conversationList", "messageListView", "headerTitle"].includes(above.objectName))
                return true;
        return false;
    }
    function choose(language) {
        App.settings.language = language;
        tryVerify(() => App.translations.language === language);
    }
    function show(page) {
        if (page === "settings")
            showSettings();
        else if (page === "documents")
            root.window.showDocuments();
        else if (page === "states")
            App.library.open = true;
        else
            root.window.showChat();
        wait(50);
    }

    function test_language_is_chosen_in_the_settings() {
        showSettings();
        tryVerify(() => says("Appearance"));
        const button = find("languageChoice");
        tryValue(() => button.value, -1);
        button.forceActiveFocus();
        keyClick(Qt.Key_Space);
        const german = App.translations.names.indexOf("Deutsch");
        tryVerify(() => visibleItem("option-" + german));
        click(find("option-" + german));
        tryVerify(() => says("Erscheinungsbild"));
        tryVerify(() => !says("Appearance"));
        tryValue(() => App.settings.language, "de");
        tryValue(() => find("languageChoice").text, "Deutsch");
        tryValue(() => App.translations.language, "de");
        App.settings.language = "";
        tryVerify(() => says("Appearance"));
    }
    function test_pages_change_while_they_are_shown_data() {
        return [
            { tag: "chat", page: "chat", before: "What is on your mind?", after: "Worum geht es?" },
            { tag: "documents", page: "documents", before: "No documents yet", after: "Noch keine Dokumente" },
            { tag: "settings", page: "settings", before: "Storage", after: "Speicher" }
        ];
    }
    function test_pages_change_while_they_are_shown(data) {
        show(data.page);
        tryVerify(() => says(data.before));
        choose("de");
        tryVerify(() => says(data.after), 5000, texts().map(one => one.text).join(" | "));
        tryVerify(() => !says(data.before));
    }
    function test_nothing_is_left_in_english_data() {
        return ["chat", "documents", "settings", "states"].map(page => ({ tag: page, page: page }));
    }
    // Besides the user's own words: what is made once, at the start, and speaks the new language after the next.
    function test_nothing_is_left_in_english(data) {
        const same = ["Show me what an answer can look like", App.settings.dataFolder, "Balanced"].concat(App.chat.suggestions);
        show(data.page);
        wait(300);
        const english = texts().filter(one => !isOurs(one.item)).map(one => one.text);
        choose("ja");
        wait(300);
        const left = texts().filter(one => !isOurs(one.item) && /[A-Za-z]{3}/.test(one.text)).map(one => one.text)
            .filter(text => english.includes(text) && !same.includes(text));
        verify(left.every(text => !text.includes(" ") || /[0-9/]/.test(text)), JSON.stringify(left));
    }
    function test_no_word_is_cut_off_data() {
        const rows = [];
        for (const language of ["de", "es", "fr", "ja", "zh_CN"])
            for (const page of ["chat", "documents", "settings", "states"])
                rows.push({ tag: language + "-" + page, language: language, page: page });
        return rows;
    }
    function test_no_word_is_cut_off(data) {
        show(data.page);
        choose(data.language);
        if (data.language === "de" || data.language === "ja")
            shoot(data.tag);
        wait(100);
        const found = cut();
        compare(JSON.stringify(found), "[]");
    }
    function test_models_dialog_speaks_too_data() {
        return [{ tag: "de", text: "Modell" }, { tag: "ja", text: "モデル" }];
    }
    function test_models_dialog_speaks_too(data) {
        choose(data.tag);
        click(find("modelChip"));
        tryVerify(() => says(data.text));
        shoot(data.tag + "-model");
        tryValue(() => JSON.stringify(cut()), "[]");
        keyClick(Qt.Key_Escape);
    }
    function test_numbers_follow_the_language() {
        choose("de");
        compare(Number(1234.5).toLocaleString(Qt.locale(), "f", 1), "1.234,5");
        choose("fr");
        compare(Number(0.5).toLocaleString(Qt.locale(), "f", 1), "0,5");
        choose("en");
        compare(Number(1234.5).toLocaleString(Qt.locale(), "f", 1), "1,234.5");
    }
}
