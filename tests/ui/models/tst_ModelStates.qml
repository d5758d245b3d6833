import QtQuick
import QtTest
import Eddy.App
import "../support"

// Choosing a model: progress, failure with a way out, the dialog, drag and drop.
WindowTest {
    id: root
    name: "ModelStates"

    function cleanupTestCase() {
        App.models.loadStarter();
    }
    function restore() {
        App.models.loadStarter();
        tryCompare(App.models, "status", ModelsViewModel.Ready);
    }
    function card() {
        return find("modelStatusCard");
    }

    function test_a_usable_model_needs_no_card() {
        tryVerify(() => !card().visible);
        tryVerify(() => find("modelChip").text !== "");
    }
    function test_a_broken_model_says_why_and_the_starter_helps() {
        App.models.load("/tmp/broken.safetensors");
        tryCompare(App.models, "status", ModelsViewModel.Failed);
        tryVerify(() => card().visible);
        tryValue(() => search(card(), "modelStatusTitle").text, App.models.errorTitle);
        tryVerify(() => search(card(), "modelStatusText").text !== "");
        tryVerify(() => search(card(), "modelErrorDetail").text.includes("broken.safetensors"));
        tryVerify(() => search(card(), "retryModel").visible);
        click(search(card(), "loadStarter"));
        tryCompare(App.models, "status", ModelsViewModel.Ready);
        tryVerify(() => !card().visible);
    }
    function test_loading_shows_progress_and_can_be_cancelled() {
        App.models.load("/tmp/slowload.safetensors");
        tryCompare(App.models, "status", ModelsViewModel.Loading);
        tryVerify(() => search(card(), "loadProgress").visible);
        tryVerify(() => search(card(), "loadProgress").value > 0.1);
        click(search(card(), "cancelLoad"));
        tryVerify(() => App.models.status !== ModelsViewModel.Loading);
        restore();
    }
    function test_the_chip_opens_the_dialog() {
        click(find("modelChip"));
        tryVerify(() => visibleItem("openModelFile"));
        tryVerify(() => visibleItem("openModelFolder"));
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("openModelFile"));
        tryVerify(() => find("composerArea").activeFocus);
    }
    // All models of this computer, with the arrows and Enter; those that cannot run say why and are passed over.
    function test_the_dialog_offers_what_is_installed() {
        for (const name of ["good.gguf", "better.gguf", "broken.gguf"])
            userInput.makeFile(modelsFolder + "/" + name);
        App.shelf.rescan();
        tryVerify(() => !App.shelf.scanning);
        root.window.chooseModel();
        tryVerify(() => visibleItem("choiceList"));
        const list = find("choiceList");
        list.forceActiveFocus();
        tryVerify(() => list.count >= 4);
        const choice = name => {
            for (let i = 0; i < list.count; ++i) {
                list.positionViewAtIndex(i, ListView.Contain);
                if (list.itemAtIndex(i).name === name)
                    return list.itemAtIndex(i);
            }
            return null;
        };
        tryVerify(() => choice("broken") && search(choice("broken"), "choiceWhy").visible);
        verify(!choice("broken").enabled);
        list.currentIndex = choice("broken").index;
        keyClick(Qt.Key_Return);
        compare(App.models.status, ModelsViewModel.Ready);
        list.currentIndex = choice("better").index;
        keyClick(Qt.Key_Return);
        tryCompare(App.models, "name", "better");
        tryCompare(App.models, "status", ModelsViewModel.Ready);
        tryVerify(() => list.itemAtIndex(0).name === "better" && list.itemAtIndex(0).loaded);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("choiceList"));
        restore();
    }
    function test_many_models_can_be_searched() {
        for (let i = 0; i < 9; ++i)
            userInput.makeFile(modelsFolder + "/many" + i + ".gguf");
        App.shelf.rescan();
        tryVerify(() => !App.shelf.scanning);
        root.window.chooseModel();
        tryVerify(() => find("choiceSearch") !== null && find("choiceSearch").activeFocus);
        type("many7");
        tryCompare(find("choiceList"), "count", 1);
        keyClick(Qt.Key_Return);
        tryCompare(App.models, "name", "many7");
        tryCompare(App.models, "status", ModelsViewModel.Ready);
        type("nothing is called so");
        tryVerify(() => visibleItem("noChoice"));
        keyClick(Qt.Key_Escape);
        restore();
    }
    function test_return_presses_the_button_in_focus() {
        find("modelChip").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryVerify(() => visibleItem("closeModelDialog"));
        find("closeModelDialog").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Return);
        tryVerify(() => !visibleItem("closeModelDialog"));
    }
    function test_a_dropped_file_is_loaded() {
        verify(userInput.drop(root.window, "file:///tmp/broken-dropped.gguf"));
        tryCompare(App.models, "status", ModelsViewModel.Failed);
        tryVerify(() => App.models.errorDetail.includes("broken-dropped.gguf"));
        restore();
    }
}
