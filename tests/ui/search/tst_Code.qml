import QtQuick
import QtTest
import Eddy.App
import Eddy.Chat
import "../support"

// Code blocks: colours, growth while streaming, copying.
WindowTest {
    id: root
    name: "Code"

    Component {
        id: blockComponent
        CodeBlock {
            width: 500
            code: "int main() {\n  return 0; // done\n}"
            language: "cpp"
        }
    }
    function lines(from, to) {
        let text = "";
        for (let i = from; i < to; ++i)
            text += "  const value_" + i + " = compute(\"text\", " + i + "); // a comment\n";
        return text;
    }

    function test_lines_are_coloured_and_the_text_is_kept() {
        const block = createTemporaryObject(blockComponent, root.window.contentItem);
        const text = search(block, "codeText");
        tryValue(() => text.getText(0, text.length), "int main() {\n  return 0; // done\n}");
        tryVerify(() => findChild(block, "highlighter").coloredLines === 2);
        tryValue(() => findChild(block, "highlighter").label, "C++");
        tryValue(() => findChild(block, "highlighter").extension, "cpp");
    }
    function test_what_streams_in_is_added_at_the_end() {
        const block = createTemporaryObject(blockComponent, root.window.contentItem, {language: "js", code: ""});
        for (let i = 0; i < 20; ++i)
            block.code += lines(i * 5, i * 5 + 5);
        const highlighter = findChild(block, "highlighter");
        tryCompare(highlighter, "coloredLines", 100);
        tryValue(() => search(block, "codeText").lineCount, 48);
        tryVerify(() => block.height > 101 * search(block, "codeText").height / 48);
        block.code = "let other = 1;";
        tryValue(() => search(block, "codeText").text, "let other = 1;");
        tryCompare(highlighter, "coloredLines", 0);
    }
    function test_an_unknown_language_is_plain() {
        const block = createTemporaryObject(blockComponent, root.window.contentItem, {language: "klingon"});
        tryValue(() => findChild(block, "highlighter").label, "klingon");
        tryValue(() => findChild(block, "highlighter").extension, "txt");
        wait(50);
        tryValue(() => findChild(block, "highlighter").coloredLines, 0);
    }
    function test_the_buttons_copy_and_wrap() {
        const block = createTemporaryObject(blockComponent, root.window.contentItem);
        click(search(block, "copyCode"));
        tryValue(() => userInput.clipboard(), block.code);
        const width = search(block, "codeText").width;
        block.code = "x".repeat(400);
        const height = block.height;
        click(search(block, "wrapCode"));
        tryVerify(() => block.wrapped);
        tryVerify(() => block.height > height);
    }
    // 20,000 tokens are about 80 kB.
    function test_a_very_long_block_does_not_stall() {
        const block = createTemporaryObject(blockComponent, root.window.contentItem, {language: "js", code: lines(0, 1400)});
        const highlighter = findChild(block, "highlighter");
        let longest = 0, sum = 0;
        for (let i = 0; i < 40; ++i) {
            const begun = Date.now();
            block.code += lines(1400 + i, 1401 + i);
            const took = Date.now() - begun;
            longest = Math.max(longest, took);
            sum += took;
            wait(5);
        }
        console.info("80 kB of code: a line more costs " + (sum / 40) + " ms, at most " + longest + " ms");
        // Laying the text out anew for each coloured line took minutes.
        tryCompare(highlighter, "coloredLines", 1440, 60000);
    }
    function test_a_growing_block_keeps_the_pieces_that_are_full() {
        const block = createTemporaryObject(blockComponent, root.window.contentItem, {language: "js", code: lines(0, 100)});
        const first = search(block, "codeText");
        tryVerify(() => first.parent.height > 100 * first.height / 48);
        const text = first.getText(0, first.length);
        block.code += lines(100, 200);
        tryVerify(() => first.parent.height > 200 * first.height / 48);
        compare(search(block, "codeText"), first);
        compare(first.getText(0, first.length), text);
    }
}
