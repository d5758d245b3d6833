import QtQuick
import QtTest
import Eddy.App
import Eddy.Chat
import "../support"

// Of a long text only what is near the view is in the scene: a frame costs no more, however long the text. What is away loses nothing.
WindowTest {
    id: root
    name: "LongTexts"

    Component {
        id: longCode
        Flickable {
            width: 500
            height: 400
            contentHeight: block.height
            property alias code: block.code
            CodeBlock {
                id: block
                width: 500
                language: "js"
                view: parent.parent
            }
        }
    }
    function lines(count) {
        let text = "";
        for (let i = 0; i < count; ++i)
            text += "  const value_" + i + " = compute(\"text\", " + i + "); // a comment\n";
        return text;
    }
    function all(item, name) {
        let found = item.objectName === name ? [item] : [];
        for (let i = 0; i < item.children.length; ++i)
            found = found.concat(all(item.children[i], name));
        return found;
    }
    function shown(view) {
        return all(view, "codeText").filter(piece => piece.visible);
    }
    // It may still grow.
    function atEnd(view) {
        view.contentY = view.contentHeight - view.height;
        return true;
    }
    function askAtLength(question) {
        App.settings.maxTokens = 100000;
        ask(question);
    }
    function cleanupTestCase() {
        App.settings.maxTokens = 1024;
    }
    // 300 kB in 105 pieces.
    function made() {
        const view = createTemporaryObject(longCode, root.window.contentItem, {code: lines(5000)});
        tryVerify(() => all(view, "codeText").length === 105, 60000);
        tryVerify(() => shown(view).length < 8);
        return view;
    }
    function test_far_code_is_out_of_the_scene_and_keeps_its_place() {
        const view = made();
        const pieces = all(view, "codeText");
        tryVerify(() => view.contentHeight > 5000 * pieces[0].height / 48);
        tryVerify(() => shown(view)[0] === pieces[0]);
        const top = pieces[0].y;
        view.contentY = view.contentHeight / 2;
        tryVerify(() => !pieces[0].visible && shown(view).length > 0 && shown(view).length < 8);
        tryVerify(() => shown(view).some(piece => piece.y < view.contentY && piece.y + piece.height > view.contentY && piece.getText(0, 12).startsWith("  const ")));
        view.contentY = 0;
        tryVerify(() => pieces[0].visible && shown(view).length < 8);
        tryVerify(() => pieces[0].getText(0, 15) === "  const value_0" && pieces[0].y === top);
    }
    function test_code_that_grows_at_its_end_lets_go_of_its_beginning() {
        const view = made();
        view.contentY = view.contentHeight - view.height;
        const before = all(view, "codeText").length;
        for (let i = 0; i < 60; ++i) {
            view.code += lines(20);
            wait(0);
            view.contentY = view.contentHeight - view.height;
        }
        tryVerify(() => all(view, "codeText").length > before + 20);
        tryVerify(() => atEnd(view) && shown(view).length < 8 && shown(view).includes(all(view, "codeText").pop()));
    }
    // Another width would have all of the piece laid out again.
    function test_the_longest_line_widens_the_code_in_steps() {
        const view = createTemporaryObject(longCode, root.window.contentItem, {code: "x"});
        tryVerify(() => search(view, "codeText") !== null && search(view, "codeText").width === 500);
        const piece = search(view, "codeText");
        let widths = [];
        for (let i = 100; i < 200; ++i) {
            view.code = "x".repeat(i);
            tryVerify(() => piece.length === i && piece.width >= piece.contentWidth);
            if (!widths.includes(piece.width))
                widths.push(piece.width);
        }
        verify(widths.length > 3 && widths.length < 30, widths);
    }
    function test_what_is_selected_far_away_can_be_copied() {
        const view = made();
        const pieces = all(view, "codeText"), piece = pieces[0];
        piece.forceActiveFocus();
        piece.select(2, 15);
        tryVerify(() => atEnd(view) && pieces[104].visible && !pieces[1].visible);
        tryVerify(() => piece.selectedText === "const value_0" && piece.visible);
        keyClick(Qt.Key_C, Qt.ControlModifier);
        tryValue(() => userInput.clipboard(), "const value_0");
        view.contentY = 0;
        tryVerify(() => !pieces[104].visible && piece.selectedText === "const value_0");
    }
    function test_all_of_it_is_copied_whatever_is_away() {
        const view = made();
        click(search(view, "copyCode"));
        tryValue(() => userInput.clipboard(), view.code);
    }
    function blocks() {
        return search(message(1), "blocks");  // made anew when the list goes far
    }
    function test_blocks_of_a_long_answer_leave_and_come_back() {
        askAtLength("Something long");
        tryVerify(() => blocks().children.length > 80);
        tryVerify(() => message(1).height > 4 * list().height);
        list().positionViewAtEnd();
        tryVerify(() => blocks().away > 20 && !blocks().children[0].visible);
        list().parent.following = false;
        list().contentY = message(1).y;
        tryVerify(() => blocks().children[0].visible && blocks().children.length > 80);
        tryVerify(() => blocks().away > 20 && !blocks().children[80].visible);
    }
    function test_home_goes_from_the_end_of_a_long_answer_to_the_beginning() {
        askAtLength("Something long");
        tryVerify(() => blocks().children.length > 80);
        list().parent.follow();
        tryVerify(() => blocks().away > 20 && list().isNearEnd);
        list().forceActiveFocus();
        keyClick(Qt.Key_Home);
        tryVerify(() => list().itemAtIndex(0) !== null && list().itemAtIndex(0).y > list().contentY - 1);
        tryVerify(() => !list().parent.following);
    }
    function test_a_found_word_far_away_is_brought_into_view() {
        askAtLength("Something long");
        list().positionViewAtEnd();
        tryVerify(() => blocks().away > 20);
        App.find.open();
        App.find.query = "stand-in";
        tryVerify(() => blocks().children[1].visible);
        tryVerify(() => list().contentY < message(1).parent.y + 200);
        App.find.close();
    }
    function test_a_short_answer_stays_whole() {
        ask("tour");
        tryVerify(() => blocks().children.length > 6);
        wait(50);
        compare(blocks().away, 0);
    }
}
