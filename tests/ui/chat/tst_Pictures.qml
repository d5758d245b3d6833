import QtQuick
import QtTest
import Eddy.App
import "../support"

// A picture that is dropped waits for the next message, is shown in it and enlarged; what it is for is said plainly.
WindowTest {
    id: root
    name: "Pictures"

    readonly property string folder: modelsFolder + "/pictures/"

    function picture(name) {
        userInput.makeFile(root.folder + name);
        grabImage(root.window.contentItem.parent).save(root.folder + name);
        return "file://" + root.folder + name;
    }
    function drop(name) {
        verify(userInput.drop(root.window, picture(name)));
        tryVerify(() => App.pictures.waiting.length === 1);
    }
    function shoot(name) {
        wait(300);
        if (screenshotFolder !== "")
            grabImage(root.window.contentItem.parent).save(screenshotFolder + "/" + name + ".png");
    }

    function test_a_picture_goes_with_the_message_and_is_enlarged() {
        drop("cat.png");
        tryVerify(() => visibleItem("picturesNotSeen"));
        tryVerify(() => find("picturesNotSeen").text.includes("can see pictures"));
        tryVerify(() => App.documents.problems.length === 0);
        shoot("picture-waiting");
        ask("short");
        tryVerify(() => !visibleItem("waitingPictures"));
        tryVerify(() => search(message(0), "messagePicture") !== null);
        const shown = search(message(0), "messagePicture");
        tryVerify(() => shown.Accessible.name === "Picture: cat.png");
        tryVerify(() => shown.height > 100);
        tryVerify(() => message(0).height > shown.height);
        shoot("picture-in-message");
        click(shown);
        tryVerify(() => visibleItem("openedPicture") && find("openedPicture").status === Image.Ready);
        shoot("picture-enlarged");
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("openedPicture"));
        shown.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => visibleItem("openedPicture"));
        click(find("closePicture"));
        tryVerify(() => !visibleItem("openedPicture"));
    }
    function test_one_that_waits_is_taken_away() {
        drop("dog.png");
        click(find("removePicture"));
        tryVerify(() => App.pictures.waiting.length === 0);
        tryVerify(() => !visibleItem("waitingPictures"));
    }
    function test_what_is_no_picture_is_told() {
        userInput.makeFile(root.folder + "words.png");
        verify(userInput.drop(root.window, "file://" + root.folder + "words.png"));
        tryVerify(() => visibleItem("pictureProblem"));
        tryVerify(() => find("pictureProblem").text.includes("words.png"));
        App.pictures.dismissProblem();
        tryVerify(() => !visibleItem("pictureProblem"));
    }
}
