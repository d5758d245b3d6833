import QtQuick
import QtTest
import Eddy.App
import Eddy.States
import "../support"

// Answers side by side, the library of saved states and the way back in time, in the real window.
WindowTest {
    id: root
    name: "States"

    function shoot(name) {
        if (screenshotFolder === "")
            return;
        wait(400);
        const image = grabImage(root.window.contentItem);
        image.save(screenshotFolder + "/" + name + ".png");
        App.settings.theme = Settings.Dark;
        wait(200);
        grabImage(root.window.contentItem).save(screenshotFolder + "/" + name + "-dark.png");
        App.settings.theme = Settings.Light;
    }
    function cleanup() {
        App.answers.stopAll();
        App.answers.dismiss();
        App.answers.count = 1;
        App.library.open = false;
        App.travel.close();
        App.chat.cancel();
        tryCompare(App.chat, "isGenerating", false);
        root.window.close();
        root.window.destroy();
        wait(0);
    }
    function allDone() {
        tryVerify(() => App.answers.shown && !App.answers.running, 20000);
        tryCompare(App.chat, "canSend", true);
    }

    function test_several_answers_stand_side_by_side() {
        App.answers.count = 3;
        App.chat.draft = "short question";
        find("composerArea").forceActiveFocus();
        keyClick(Qt.Key_Return);
        tryVerify(() => visibleItem("parallelAnswers"));
        allDone();
        tryValue(() => App.answers.answers.count, 3);
        tryValue(() => find("parallelQuestion").text, "short question");
        tryVerify(() => search(find("parallelAnswer2"), "parallelStatus").text.startsWith("Answer 3"));
        shoot("parallel-answers");
        click(search(find("parallelAnswer1"), "chooseAnswer"));
        tryVerify(() => !visibleItem("parallelAnswers"));
        tryVerify(() => list().count === 2);
        tryVerify(() => message(1).branchIndex === 1);
        tryValue(() => message(1).branchCount, 3);
    }
    function test_one_and_all_are_stopped() {
        App.answers.count = 2;
        App.answers.ask("slow long");
        tryVerify(() => visibleItem("parallelAnswers") && find("parallelAnswer0"));
        tryVerify(() => find("parallelAnswer0").text !== "");
        shoot("parallel-streaming");
        click(search(find("parallelAnswer0"), "stopAnswer"));
        tryVerify(() => !find("parallelAnswer0").running);
        tryVerify(() => find("parallelAnswer1").running);
        click(find("stopAllAnswers"));
        allDone();
        click(find("closeAnswers"));
        tryVerify(() => !visibleItem("parallelAnswers"));
    }
    function test_a_point_is_saved_under_a_name_and_chats_begin_with_it() {
        ask("short first");
        const before = App.library.count;
        App.library.pointRequested(message(1).messageId);
        tryVerify(() => find("stateName") && find("stateName").visible);
        shoot("save-state");
        find("stateName").text = "Harbour master";
        find("stateNote").text = "knows the harbour";
        click(find("saveState"));
        tryVerify(() => App.library.count === before + 1);
        App.library.open = true;
        tryVerify(() => visibleItem("statesPage"));
        tryVerify(() => find("state0") && find("state0").name === "Harbour master");
        tryVerify(() => find("libraryUsage").text.includes("never dropped"));
        shoot("state-library");
        click(search(find("state0"), "startChat"));
        tryVerify(() => !visibleItem("statesPage"));
        tryVerify(() => visibleItem("originCard"));
        tryVerify(() => find("originText").text.includes("Harbour master"));
        click(find("unfoldOrigin"));
        tryVerify(() => find("originWords").visible && find("originWords").text.includes("short first"));
        tryCompare(App.chat, "canSend", true);
        ask("short second");
        shoot("origin");
        App.conversations.create();
        tryVerify(() => !visibleItem("originCard"));
    }
    function test_problems_are_told_on_the_page() {
        App.library.open = true;
        App.library.addTuned("file:///fake/other.pth");
        tryVerify(() => visibleItem("stateProblem"));
        tryVerify(() => find("stateProblem").text.includes("does not fit"));
        shoot("state-problem");
        App.library.dismissProblem();
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("statesPage"));
    }
    function test_the_slider_goes_back_and_asks_as_of_then() {
        for (const words of ["short one", "short two", "short three"])
            ask(words);
        keyClick(Qt.Key_T, Qt.ControlModifier);
        tryVerify(() => visibleItem("timeTravelBar"));
        tryValue(() => find("travelPlace").text, "As of turn 3 of 3");
        keyClick(Qt.Key_Left);
        keyClick(Qt.Key_Left);
        tryCompare(find("travelPlace"), "text", "As of turn 1 of 3");
        tryValue(() => find("travelQuestion").text, "short one");
        tryVerify(() => find("travelCost").text.includes("nothing is read again"));
        shoot("time-travel");
        find("travelInput").text = "short other";
        click(find("travelAsk"));
        tryVerify(() => !visibleItem("timeTravelBar"));
        finish();
        tryVerify(() => list().count === 4 && App.chat.canSend);
        tryValue(() => message(2).text, "short other");
        tryValue(() => message(2).branchCount, 2);
    }
    function test_a_turn_is_left_out() {
        for (const words of ["short one", "short two", "short three"])
            ask(words);
        App.travel.leaveOut(message(3).messageId);
        tryVerify(() => list().count === 4);
        tryValue(() => message(2).text, "short three");
    }
    function test_what_does_not_fit_is_told() {
        tryValue(() => find("answerCount").text, "\u00D71");
        App.answers.count = 8;
        tryValue(() => find("answerCount").text, "\u00D78");
    }
}
