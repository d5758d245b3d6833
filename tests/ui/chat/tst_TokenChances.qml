import QtQuick
import QtTest
import Eddy.App
import "../support"

// Where token probabilities are asked for, an answer tells how likely its words were, by pointer and by key.
WindowTest {
    id: root
    name: "TokenChances"

    function test_words_and_what_else_could_have_stood_there() {
        App.settings.tokenChances = true;
        ask("short");
        tryVerify(() => search(message(1), "answerMenu") !== null);
        search(message(1), "answerMenu").chancesRequested();
        tryVerify(() => visibleItem("tokenChancesView"));
        tryVerify(() => visibleItem("tokenChance"));
        const first = find("tokenChancesCurrent").text;
        find("tokenChancesView").forceActiveFocus();
        keyClick(Qt.Key_Right);
        tryVerify(() => find("tokenChancesCurrent").text !== first);
        wait(300);
        if (screenshotFolder !== "")
            grabImage(root.window.contentItem.parent).save(screenshotFolder + "/token-chances.png");
        find("closeTokenChances").clicked();
        tryVerify(() => !visibleItem("tokenChancesView"));
        App.settings.tokenChances = false;
    }
}
