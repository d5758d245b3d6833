import QtQuick
import QtTest
import Eddy.App
import Eddy.Models
import "../support"

// The page of models, task by task, with the mouse and with the keyboard alone.
WindowTest {
    id: root
    name: "ModelsPage"

    readonly property InstalledView view: App.shelf.installed

    function shoot(name) {
        if (screenshotFolder === "")
            return;
        wait(400);
        grabImage(root.window.contentItem).save(screenshotFolder + "/" + name + ".png");
        App.settings.theme = Settings.Dark;
        wait(200);
        grabImage(root.window.contentItem).save(screenshotFolder + "/" + name + "-dark.png");
        App.settings.theme = Settings.Light;
    }
    function cleanup() {
        App.shelf.open = false;
        App.shelf.network.never = false;
        root.view.search = "";
        root.view.kind = InstalledView.All;
        App.chat.cancel();
        root.window.close();
        root.window.destroy();
        wait(0);
    }
    // The card of the model with this name, looked up anew at each call.
    function card(name) {
        const list = find("installedList");
        list.forceLayout();
        for (let i = 0; i < list.count; ++i) {
            const item = list.itemAtIndex(i);
            if (item && item.name === name)
                return item;
        }
        return null;
    }
    function openPage() {
        keyClick(Qt.Key_M, Qt.ControlModifier | Qt.ShiftModifier);
        tryVerify(() => visibleItem("modelsPage"));
        tryVerify(() => !App.shelf.scanning && root.view.total > 0, 20000);
    }
    function show(part) {
        click(search(find("modelParts"), "choice-" + part));
    }
    function initTestCase() {
        // Files that were opened by hand are listed wherever they lie.
        for (const name of ["good.gguf", "broken.gguf", "A model with a very long name that nobody would ever want to read to its end, F16.gguf"])
            userInput.makeFile(modelsFolder + "/" + name);
    }

    function test_page_opens_by_key_button_and_palette() {
        openPage();
        shoot("models-installed");
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("modelsPage"));
        tryVerify(() => find("composerArea").activeFocus);
        click(find("modelsButton"));
        tryVerify(() => visibleItem("modelsPage"));
        click(find("closeModels"));
        tryVerify(() => !visibleItem("modelsPage"));
    }
    function test_what_runs_and_what_cannot_say_so() {
        openPage();
        tryVerify(() => card("good") !== null);
        tryVerify(() => search(card("good"), "modelFacts").text.includes("RWKV-7"));
        tryVerify(() => search(card("good"), "modelMemory").text.includes("84"));
        tryVerify(() => search(card("good"), "modelState").text.includes("however long"));
        tryVerify(() => card("broken") !== null && search(card("broken"), "modelWhy").visible);
        tryVerify(() => search(card("broken"), "modelWhyDetail").text.includes("ends in the middle"));
        tryVerify(() => !search(card("broken"), "useModel").visible);
        tryVerify(() => find("machineText").text !== "");
    }
    function test_model_is_used_and_let_go() {
        openPage();
        tryVerify(() => card("good") !== null);
        click(search(card("good"), "useModel"));
        tryCompare(App.models, "name", "good");
        tryCompare(App.models, "status", ModelsViewModel.Ready);
        tryVerify(() => card("good").loaded);
        click(search(card("good"), "useModel"));
        tryCompare(App.models, "status", ModelsViewModel.NoModel);
        App.models.loadStarter();
        tryCompare(App.models, "status", ModelsViewModel.Ready);
    }
    function test_search_filter_and_order() {
        openPage();
        find("modelSearch").forceActiveFocus();
        type("good");
        tryCompare(root.view, "count", 1);
        root.view.search = "";
        click(find("modelKind"));
        tryVerify(() => visibleItem("option-" + InstalledView.ThatCannot));
        click(find("option-" + InstalledView.ThatCannot));
        tryCompare(root.view, "kind", InstalledView.ThatCannot);
        tryCompare(root.view, "count", 1);
        root.view.search = "nothing has this name";
        tryVerify(() => find("noModels").visible);
        shoot("models-none");
    }
    function test_removed_model_comes_back() {
        openPage();
        tryVerify(() => card("good") !== null);
        const path = card("good").path;
        App.shelf.setRemoved(path, true);
        tryVerify(() => card("good") === null);
        root.view.kind = InstalledView.Removed;
        tryVerify(() => card("good") !== null);
        App.shelf.setRemoved(path, false);
        root.view.kind = InstalledView.All;
        tryVerify(() => card("good") !== null);
    }
    function test_deleting_asks() {
        userInput.makeFile(modelsFolder + "/doomed.gguf");
        openPage();
        App.shelf.rescan();
        tryVerify(() => !App.shelf.scanning && card("doomed") !== null, 20000);
        card("doomed").deleteRequested();
        tryVerify(() => visibleItem("deleteModelText"));
        shoot("models-delete");
        click(find("keepModel"));
        tryVerify(() => !visibleItem("deleteModelText"));
        tryVerify(() => card("doomed") !== null);
        card("doomed").deleteRequested();
        tryVerify(() => visibleItem("confirmDeleteModel"));
        click(find("confirmDeleteModel"));
        tryVerify(() => card("doomed") === null);
    }
    function test_folders_have_a_switch() {
        openPage();
        show(ModelsPage.Folders);
        tryVerify(() => visibleItem("folderList"));
        tryVerify(() => find("folder0") !== null);
        tryValue(() => search(find("folder0"), "folderTitle").text, "Eddy's own folder");
        shoot("models-folders");
        App.shelf.addFolder("file:///not/there");
        tryVerify(() => visibleItem("modelProblem"));
        App.shelf.dismissProblem();
    }
    function test_catalogue_says_what_fits() {
        openPage();
        show(ModelsPage.Catalogue);
        tryVerify(() => visibleItem("catalogueList"));
        tryVerify(() => App.shelf.catalogue.count > 40);
        shoot("models-catalogue");
        find("catalogueSearch").forceActiveFocus();
        type("rwkv-7");
        tryCompare(App.shelf.catalogue, "count", 6);
        tryVerify(() => find("entry0") !== null && search(find("entry0"), "entryFit").text !== "");
        tryVerify(() => search(find("entry0"), "entryWhere").visible);
        App.shelf.catalogue.search = "";
    }
    function test_address_is_checked_before_anything_is_asked() {
        openPage();
        click(find("addModelAddress"));
        tryVerify(() => visibleItem("downloadAddress"));
        tryVerify(() => find("downloadAddress").activeFocus);
        type("http://models.example/x.gguf");
        keyClick(Qt.Key_Return);
        tryVerify(() => visibleItem("addressRefusal"));
        shoot("models-address");
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("downloadAddress"));
        tryValue(() => App.shelf.downloads.count, 0);
    }
    function test_failed_download_says_why_and_goes() {
        openPage();
        App.shelf.network.proxy = NetworkSettings.NoProxy;
        compare(App.shelf.downloads.addAddress("http://localhost:1/none.gguf", ""), "");
        tryVerify(() => find("download0") !== null && find("download0").visible);
        App.shelf.network.never = true;
        tryVerify(() => find("download0") !== null && search(find("download0"), "downloadProblem").text.includes("Privacy"), 20000);
        shoot("models-download");
        App.shelf.network.never = false;
        click(search(find("download0"), "cancelDownload"));
        tryCompare(App.shelf.downloads, "count", 0);
    }
    function test_privacy_lists_what_may_be_asked() {
        App.shelf.network.allowHost("models.example");
        keyClick(Qt.Key_Comma, Qt.ControlModifier);
        tryVerify(() => visibleItem("aboutButton"));
        tryVerify(() => find("host0") !== null);
        const section = find("privacySection");
        section.forceActiveFocus();
        const flick = find("settingsFlickable");
        flick.contentY = Math.min(section.mapToItem(flick.contentItem, 0, 0).y, flick.contentHeight - flick.height);
        shoot("settings-privacy");
        find("neverNetwork").forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryCompare(App.shelf.network, "never", true);
        keyClick(Qt.Key_Space);
        tryCompare(App.shelf.network, "never", false);
        const field = search(find("newHost"), "addressField");
        field.forceActiveFocus();
        type("no host at all");
        keyClick(Qt.Key_Return);
        tryVerify(() => search(find("newHost"), "addressRefused").visible);
        const before = App.shelf.network.hosts.length;
        App.shelf.network.forbidHost("models.example");
        tryValue(() => App.shelf.network.hosts.length, before - 1);
    }
}
