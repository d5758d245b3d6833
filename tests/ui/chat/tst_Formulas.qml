import QtQuick
import QtTest
import Eddy.App
import "../support"

// Formulas in answers are set as text; those on a line of their own can be copied as TeX.
WindowTest {
    id: root
    name: "Formulas"

    function cleanupTestCase() {
        App.settings.theme = Settings.Light;
    }
    function test_a_formula_can_be_copied_data() {
        return [{ tag: "light", theme: Settings.Light }, { tag: "dark", theme: Settings.Dark }];
    }
    function test_a_formula_can_be_copied(data) {
        App.settings.theme = data.theme;
        ask("Show me a formula");
        tryVerify(() => search(message(1), "copyFormula") !== null);
        const formula = search(message(1), "formula");
        tryVerify(() => formula.getText(0, formula.length).indexOf("\u221a") > 0, 10000, formula.getText(0, formula.length));
        if (screenshotFolder !== "") {
            wait(300);
            grabImage(root.window.contentItem.parent).save(screenshotFolder + "/formulas-" + data.tag + ".png");
        }
        click(search(message(1), "copyFormula"));
        tryVerify(() => userInput.clipboard() === "x_{1,2} = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}", 10000, userInput.clipboard());
    }
}
