import QtQuick
import QtTest
import Eddy.App
import Eddy.Documents
import "../support"

// Documents in the real window: dropping, the card, answers with their passages, the text beside the chat, the library.
WindowTest {
    id: root
    name: "Documents"

    readonly property string folder: "file://" + documentsFolder + "/"

    function read(file) {
        tryVerify(() => !App.documents.hasDocuments);
        verify(userInput.drop(root.window, root.folder + file));
        tryVerify(() => App.documents.hasDocuments, 20000);
        tryCompare(App.documents, "status", DocumentsViewModel.Complete, 20000);
        tryCompare(App.chat, "canSend", true);
    }
    function shoot(name) {
        if (screenshotFolder === "")
            return;
        wait(400);
        const image = grabImage(root.window.contentItem);
        image.save(screenshotFolder + "/" + name + ".png");
    }

    function test_a_dropped_document_is_read_and_shown() {
        read("harbour.pdf");
        tryVerify(() => visibleItem("documentCard"));
        tryValue(() => find("documentTitle").text, "harbour.pdf");
        tryVerify(() => find("documentStatus").text.includes("Read"));
        tryVerify(() => visibleItem("askMode"));
        shoot("document-read");
    }
    function test_a_drop_brings_the_keyboard_along() {
        find("conversationList").forceActiveFocus();
        verify(!find("composerArea").activeFocus);
        read("harbour.pdf");
        verify(find("composerArea").activeFocus);
        type("Who?");
        tryCompare(App.chat, "draft", "Who?");
        App.chat.draft = "";
        // Where a page is read the keyboard stays there.
        root.window.showSettings();
        tryVerify(() => visibleItem("settingsPage"));
        find("settingsPage").forceActiveFocus();
        const focused = root.window.activeFocusItem;
        verify(userInput.drop(root.window, root.folder + "harbour.pdf"));
        wait(50);
        compare(root.window.activeFocusItem, focused);
    }
    function test_questions_about_the_document_are_offered() {
        read("harbour.pdf");
        tryVerify(() => visibleItem("emptyState"));
        tryVerify(() => find("emptyState").aboutDocuments);
        begin();
        tryVerify(() => visibleItem("emptyState") && !find("emptyState").aboutDocuments);
    }
    function test_reading_is_stopped_and_begun_again() {
        tryVerify(() => !App.documents.hasDocuments);
        userInput.setClipboard(userInput.paragraphs(20000));
        App.documents.readClipboard();
        tryVerify(() => visibleItem("stopReading"));
        find("stopReading").clicked();  // at once: the fake model reads fast
        tryVerify(() => find("documentStatus").text.includes("Reading was stopped"));
        tryVerify(() => visibleItem("resumeReading"));
        click(find("resumeReading"));
        tryVerify(() => App.documents.status === DocumentsViewModel.UnderWay || App.documents.status === DocumentsViewModel.Complete);
        App.documents.stop();
        tryVerify(() => App.documents.status !== DocumentsViewModel.UnderWay);
    }
    function test_an_answer_shows_its_passages_and_a_click_shows_the_place() {
        read("harbour.pdf");
        ask("What does Torvald carry?");
        tryVerify(() => search(message(1), "answeredFrom").text.startsWith("From memory and these passages"));
        tryVerify(() => search(message(1), "quote0").text.includes("p. 1"));
        click(search(message(1), "quote0"));
        tryVerify(() => visibleItem("documentPreview"));
        tryVerify(() => App.documents.page.picture.toString() !== "", 20000);
        tryValue(() => App.documents.page.page, 1);
        tryVerify(() => App.documents.page.marks.length > 0);
        shoot("document-quote");
        mouseDrag(find("pageMouse"), 30, 30, 200, 60);
        tryVerify(() => visibleItem("askSelection"));
        click(search(find("previewKind"), "choice-1"));
        tryVerify(() => find("previewList").count === 2);
        tryVerify(() => find("passage0") && find("passage0").marked);
        click(search(find("previewKind"), "choice-0"));
        click(find("closePreview"));
        tryVerify(() => !visibleItem("documentPreview"));
        tryVerify(() => find("composerArea").activeFocus);
    }
    function test_keys_turn_pages_and_close_them() {
        read("harbour.pdf");
        click(find("showText"));
        tryVerify(() => visibleItem("pageSheet") && App.documents.page.pages === 2);
        tryVerify(() => find("pageView").activeFocus);
        keyClick(Qt.Key_PageDown);
        tryCompare(App.documents.page, "page", 2);
        keyClick(Qt.Key_PageUp);
        tryCompare(App.documents.page, "page", 1);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("documentPreview"));
        tryVerify(() => find("composerArea").activeFocus);
    }
    function test_keys_move_through_the_text() {
        userInput.setClipboard(userInput.paragraphs(400));
        App.documents.readClipboard();
        tryVerify(() => App.documents.hasDocuments);
        tryCompare(App.documents, "status", DocumentsViewModel.Complete, 60000);
        click(find("showText"));
        tryVerify(() => visibleItem("previewList"));
        // The text comes in pieces, and the rows grow with it: a key may come too early.
        const pressUntil = (key, reached) => tryVerify(() => {
            if (reached())
                return true;
            find("previewList").forceActiveFocus();
            keyClick(key);
            return reached();
        });
        pressUntil(Qt.Key_PageDown, () => !find("previewList").atYBeginning);
        pressUntil(Qt.Key_PageUp, () => find("previewList").atYBeginning);
        pressUntil(Qt.Key_Escape, () => !visibleItem("documentPreview"));
    }
    function test_answers_from_memory_say_so() {
        read("harbour.md");
        click(search(find("askMode"), "choice-" + DocumentsViewModel.Memory));
        tryValue(() => App.documents.mode, DocumentsViewModel.Memory);
        ask("short question");
        tryVerify(() => search(message(1), "answeredFrom").text.startsWith("From memory alone"));
        App.documents.mode = DocumentsViewModel.Both;
    }
    function test_a_chat_without_documents_shows_nothing_of_them() {
        ask("short");
        tryVerify(() => !visibleItem("documentCard"));
        tryVerify(() => search(message(1), "quoteChips") === null);
    }
    function test_a_bad_file_is_named_with_its_remedy() {
        verify(userInput.drop(root.window, root.folder + "damaged.pdf"));
        tryVerify(() => visibleItem("problemTitle"), 20000);
        tryVerify(() => find("problemTitle").text.includes("damaged.pdf"));
        shoot("document-problem");
        click(find("dismissProblem"));
        tryVerify(() => !visibleItem("problemTitle"));
    }
    function test_many_bad_files_leave_the_window_usable() {
        const names = ["damaged.pdf", "binary.txt", "empty.txt", "bomb.docx", "nested.docx", "deep.rtf", "protected.epub", "locked.odt"];
        App.documents.add(names.map(name => root.folder + name));
        tryVerify(() => App.documents.problems.length === names.length, 60000);
        tryVerify(() => visibleItem("problemList") && find("problemList").height < root.window.height / 2);
        tryVerify(() => find("problemCount").text.startsWith("8 "));
        shoot("document-problems");
        click(find("dismissProblems"));
        tryVerify(() => !visibleItem("problemList"));
    }
    function test_a_locked_file_asks_for_its_password() {
        verify(userInput.drop(root.window, root.folder + "locked.pdf"));
        tryVerify(() => visibleItem("passwordField"), 20000);
        find("passwordField").forceActiveFocus();
        type("salt");
        keyClick(Qt.Key_Return);
        tryVerify(() => App.documents.hasDocuments, 20000);
        tryCompare(App.documents, "status", DocumentsViewModel.Complete, 20000);
        tryVerify(() => !visibleItem("passwordField"));
    }
    function test_a_summary_leads_to_its_pages() {
        read("harbour.pdf");
        click(search(find("summaryStyle"), "choice-" + DocumentSummaries.Bullets));
        tryVerify(() => App.documents.summaries.columns.length > 0 && !App.documents.summaries.isBusy, 20000);
        tryVerify(() => visibleItem("summaryCard"));
        tryVerify(() => find("summaryPlace0"));
        shoot("document-summary");
        click(find("summaryPlace0"));
        tryVerify(() => visibleItem("documentPreview"));
        App.documents.closePreview();
        tryVerify(() => !visibleItem("documentPreview"));
        click(find("hideSummary"));
        tryVerify(() => !visibleItem("summaryCard"));
        click(search(find("summaryStyle"), "choice-" + DocumentSummaries.Line));  // it is wanted again
        tryVerify(() => visibleItem("summaryCard"));
        tryVerify(() => !App.documents.summaries.isBusy);
    }
    function test_several_documents_are_summarised_side_by_side() {
        tryVerify(() => !App.documents.hasDocuments);
        App.documents.add([root.folder + "harbour.md", root.folder + "rtl.txt"]);
        tryCompare(App.documents, "status", DocumentsViewModel.Complete, 20000);
        click(search(find("summaryStyle"), "choice-" + DocumentSummaries.Notes));
        tryVerify(() => App.documents.summaries.columns.length === 2 && !App.documents.summaries.isBusy, 20000);
        tryVerify(() => search(find("summaryColumn1"), "summaryPlace0"));
        tryValue(() => search(find("summaryColumn0"), "summaryName").text, "harbour.md");
        tryVerify(() => find("summaryColumn1").x > find("summaryColumn0").x + 100);
        shoot("document-side-by-side");
    }
    function test_the_texts_of_several_documents_are_stepped_through() {
        tryVerify(() => !App.documents.hasDocuments);
        App.documents.add([root.folder + "harbour.md", root.folder + "rtl.txt"]);
        tryCompare(App.documents, "status", DocumentsViewModel.Complete);
        App.documents.showChatDocument();
        tryVerify(() => visibleItem("documentPreview") && visibleItem("nextDocument"));
        const first = App.documents.preview.title;
        click(find("nextDocument"));
        tryVerify(() => App.documents.preview.title !== "" && App.documents.preview.title !== first);
        click(find("nextDocument"));
        tryValue(() => App.documents.preview.title, first);
        App.documents.closePreview();
    }
    function test_a_page_can_be_asked_as_of() {
        read("harbour.pdf");
        tryVerify(() => visibleItem("asOfPageRow"));
        tryValue(() => find("askAsOfPage").text, "Ask as of page 1");
        const before = App.chat.conversationId;
        click(find("askAsOfPage"));
        tryVerify(() => App.chat.conversationId !== before && App.documents.places.page === 1);
        tryVerify(() => find("documentStatus").text.includes("Asked as of page 1"));
        tryVerify(() => !visibleItem("asOfPageRow"));
        ask("What does Torvald carry?");
        shoot("document-as-of");
    }
    function test_the_library_lists_and_deletes_with_undo() {
        read("harbour.txt");
        keyClick(Qt.Key_D, Qt.ControlModifier);
        tryVerify(() => visibleItem("documentsPage"));
        tryValue(() => find("headerTitle").text, "Documents");
        tryVerify(() => find("document0") && find("document0").name === "harbour.txt");
        const before = App.documents.library.count;
        shoot("documents");
        click(search(find("document0"), "deleteDocument"));
        tryCompare(App.documents.library, "count", before - 1);
        tryVerify(() => visibleItem("documentUndoToast"));
        App.documents.undoRemove();
        tryCompare(App.documents.library, "count", before);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !visibleItem("documentsPage"));
    }
    function test_documents_are_chosen_in_an_order_and_read_together() {
        read("harbour.py");
        ask("short");
        App.documents.add([root.folder + "cjk.txt"]);
        tryCompare(App.documents, "title", "cjk.txt", 20000);
        tryCompare(App.documents, "status", DocumentsViewModel.Complete, 20000);
        ask("short");
        keyClick(Qt.Key_D, Qt.ControlModifier);
        tryVerify(() => find("document1"));
        tryVerify(() => !visibleItem("togetherBar"));
        click(search(find("document0"), "choose"));
        click(search(find("document1"), "choose"));
        tryVerify(() => visibleItem("togetherBar"));
        tryCompare(App.documents.together, "count", 2);
        const names = [App.documents.together.names[0], App.documents.together.names[1]];
        tryVerify(() => find("earlier1"));
        shoot("document-together");
        click(find("earlier1"));
        tryVerify(() => App.documents.together.names[0] === names[1]);
        tryVerify(() => search(find("document1"), "choose").text === "1");
        const before = App.chat.conversationId;
        click(find("readTogether"));
        tryVerify(() => App.chat.conversationId !== before);
        tryVerify(() => App.documents.title.startsWith(names[1]));
        tryCompare(App.documents, "status", DocumentsViewModel.Complete, 20000);
        tryVerify(() => !visibleItem("documentsPage"));
        tryValue(() => App.documents.together.count, 0);
    }
    function test_text_dragged_out_of_a_browser_is_a_document() {
        tryVerify(() => !App.documents.hasDocuments);
        verify(userInput.dropText(root.window, "The gull sleeps on the pier.", "<p>The <b>gull</b> sleeps on the pier.</p>"));
        tryVerify(() => App.documents.hasDocuments, 20000);
        tryValue(() => App.documents.title, "The gull sleeps on the pier.html");
        tryCompare(App.documents, "status", DocumentsViewModel.Complete, 20000);
    }
    function test_copied_text_is_read_on_the_page_of_documents() {
        userInput.setClipboard("A heron stands at the mole.");
        keyClick(Qt.Key_D, Qt.ControlModifier);
        tryVerify(() => visibleItem("documentsPage"));
        click(find("readClipboard"));
        tryCompare(App.documents, "title", "A heron stands at the mole.txt", 20000);
        keyClick(Qt.Key_Escape);
    }
    function test_a_long_paste_becomes_a_document() {
        userInput.setClipboard(userInput.paragraphs(400));
        find("composerArea").forceActiveFocus();
        keyClick(Qt.Key_V, Qt.ControlModifier);
        tryVerify(() => App.documents.hasDocuments, 20000);
        tryValue(() => App.chat.draft, "");
        tryCompare(App.documents, "status", DocumentsViewModel.Complete, 60000);
    }
    function test_selected_text_can_be_asked_about() {
        read("harbour.md");
        click(find("showText"));
        tryVerify(() => find("passage0"));
        tryVerify(() => search(find("passage0"), "passageText").text !== "");
        search(find("passage0"), "passageText").select(0, 5);
        tryVerify(() => visibleItem("askSelection"));
        click(find("askSelection"));
        tryValue(() => App.chat.draft, "About \"Boats\": ");
        App.documents.closePreview();
        App.chat.draft = "";
    }
    function test_pasted_files_are_taken() {
        userInput.setClipboardFile(root.folder + "harbour.csv");
        find("composerArea").forceActiveFocus();
        keyClick(Qt.Key_V, Qt.ControlModifier);
        tryVerify(() => App.documents.hasDocuments, 20000);
        tryValue(() => App.chat.draft, "");
        userInput.setClipboard("plain words");
        find("composerArea").forceActiveFocus();
        keyClick(Qt.Key_V, Qt.ControlModifier);
        tryValue(() => App.chat.draft, "plain words");
    }
    function test_tab_reaches_the_controls_of_a_document() {
        read("harbour.pdf");
        const wanted = ["documentsButton", "attachButton", "showText"];
        const seen = {};
        find("composerArea").forceActiveFocus();
        for (let i = 0; i < 40; ++i) {
            keyClick(Qt.Key_Tab);
            for (const name of wanted)
                seen[name] = seen[name] || find(name).activeFocus;
        }
        for (const name of wanted)
            verify(seen[name], name + " is not reached by Tab");
    }
}
