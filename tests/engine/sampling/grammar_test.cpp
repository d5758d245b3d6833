// Grammars: what is read, what is refused and where, and that nothing else than their texts is written.
#include <QtTest>

#include <chrono>
#include <random>

#include "engine/sampling/grammar/constraint.h"
#include "tests/support/engine/fake_tokenizer.h"

using namespace eddy;

namespace {

struct Machine {
  explicit Machine(std::string grammar, std::vector<std::string> pieces = {}, bool after_space = false, std::vector<std::string> stops = {})
      : tokenizer(std::move(pieces)), trie(tokenizer) {
    auto made = Constraint::create({std::move(grammar), after_space, std::move(stops)}, trie);
    if (made) constraint = *std::move(made);
    else error = made.error();
  }
  bool takes(std::string_view text) {
    constraint->restart();
    return constraint->push(text) && constraint->accepts();
  }
  bool allows(TokenId token) {
    const auto at = static_cast<std::size_t>(token);
    return (constraint->allowed()[at / 64] >> at % 64 & 1) != 0;
  }

  FakeTokenizer tokenizer;
  TokenTrie trie;
  std::unique_ptr<Constraint> constraint;
  Error error;
};

/// A text written by choosing among the allowed tokens at random; empty when it did not end within `most` tokens.
std::optional<std::string> written(Machine& machine, std::uint32_t seed, int most = 400) {
  std::mt19937 random(seed);
  machine.constraint->restart();
  std::string text;
  for (int i = 0; i < most; ++i) {
    if (machine.constraint->complete() || (machine.constraint->accepts() && random() % 4 == 0)) return text;
    std::vector<TokenId> allowed;
    for (TokenId t = 0; t < machine.tokenizer.vocabulary(); ++t) {
      if (machine.allows(t)) allowed.push_back(t);
    }
    if (allowed.empty()) return std::nullopt;
    const auto piece = machine.tokenizer.piece(allowed[random() % allowed.size()], false);
    if (!machine.constraint->push(piece)) return std::nullopt;
    text += piece;
  }
  return std::string();
}

}  // namespace

class GrammarTest : public QObject {
  Q_OBJECT

 private slots:
  void texts_are_told_apart_data() {
    QTest::addColumn<QString>("grammar");
    QTest::addColumn<QStringList>("good");
    QTest::addColumn<QStringList>("bad");
    using L = QStringList;
    QTest::newRow("literal") << "root ::= \"yes\"" << L{"yes"} << L{"", "ye", "yess", "no"};
    QTest::newRow("choice") << "root ::= \"yes\" | \"no\"" << L{"yes", "no"} << L{"y", "yesno"};
    QTest::newRow("class") << "root ::= [a-cx]" << L{"a", "c", "x"} << L{"d", "-", ""};
    QTest::newRow("negated class") << "root ::= [^a-c\\n]" << L{"d", "\u00e9", "\U0001F600"} << L{"a", "\n", ""};
    QTest::newRow("any character") << "root ::= ." << L{"a", "\u20ac", "\n"} << L{"", "ab"};
    QTest::newRow("ranges beyond ASCII") << "root ::= [\u00e0-\u00ff\u4e00-\u9fff]+" << L{"\u00e9\u00fc", "\u6c49\u5b57"} << L{"e", "\u0100"};
    QTest::newRow("star") << "root ::= \"a\"*" << L{"", "a", "aaaa"} << L{"b", "ab"};
    QTest::newRow("plus") << "root ::= \"ab\"+" << L{"ab", "abab"} << L{"", "a", "aba"};
    QTest::newRow("option") << "root ::= \"a\"? \"b\"" << L{"b", "ab"} << L{"a", "aab"};
    QTest::newRow("exactly") << "root ::= [0-9]{3}" << L{"123"} << L{"12", "1234"};
    QTest::newRow("at least") << "root ::= \"a\"{2,}" << L{"aa", "aaaaa"} << L{"a"};
    QTest::newRow("from to") << "root ::= \"a\"{1,3}" << L{"a", "aaa"} << L{"", "aaaa"};
    QTest::newRow("up to") << "root ::= \"a\"{,2}" << L{"", "aa"} << L{"aaa"};
    QTest::newRow("none") << "root ::= \"a\"{0} \"b\"" << L{"b"} << L{"ab"};
    QTest::newRow("groups") << "root ::= (\"a\" | \"b\" \"c\")+ \"!\"" << L{"a!", "bca!"} << L{"!", "b!"};
    QTest::newRow("rules") << "root ::= pair \";\"\npair ::= word \"=\" word\nword ::= [a-z]+" << L{"a=b;"} << L{"a=;", "=b;"};
    QTest::newRow("rules over lines") << "root ::=\n  \"a\"\n  | \"b\" # one of two\n  | other\nother ::= \"c\"" << L{"a", "b", "c"} << L{"d"};
    QTest::newRow("recursion") << "root ::= \"(\" root? \")\"" << L{"()", "((()))"} << L{"(", "(()", ")("};
    QTest::newRow("right recursion") << "root ::= \"a\" root | \"b\"" << L{"b", "aaab"} << L{"a", "ba"};
    QTest::newRow("ambiguous") << "root ::= (\"a\" | \"a\" \"a\")* \"a\"" << L{"a", "aaaaaaa"} << L{"", "b"};
    QTest::newRow("nothing or something") << "root ::= | \"a\"" << L{"", "a"} << L{"b"};
    QTest::newRow("loops of nothing") << "root ::= (\"\" | \"a\"?)* \"b\"" << L{"b", "aab"} << L{"a"};
    QTest::newRow("escapes") << "root ::= \"\\\"\\\\\\x41\\u00e9\\U0001F600\\n\" [\\x30-\\x39\\]\\-]" << L{"\"\\A\u00e9\U0001F600\n5", "\"\\A\u00e9\U0001F600\n]"} << L{"A"};
    QTest::newRow("a balanced language") << "root ::= item*\nitem ::= \"[\" root \"]\" | [a-z]" << L{"", "a[b[c]]"} << L{"[", "a]"};
  }
  void texts_are_told_apart() {
    QFETCH(QString, grammar);
    QFETCH(QStringList, good);
    QFETCH(QStringList, bad);
    Machine machine(grammar.toStdString());
    QVERIFY2(machine.constraint, machine.error.message.c_str());
    for (const auto& text : good) QVERIFY2(machine.takes(text.toStdString()), qPrintable("refused: " + text));
    for (const auto& text : bad) QVERIFY2(!machine.takes(text.toStdString()), qPrintable("taken: " + text));
  }

  void what_is_wrong_is_named_with_its_place_data() {
    QTest::addColumn<QString>("grammar");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QString& grammar, const char* message) { QTest::newRow(name) << grammar << message; };
    row("empty", "", "line 1, column 1: there is no rule named root");
    row("a comment alone", "# nothing\n", "there is no rule named root");
    row("no root", "a ::= \"x\"", "there is no rule named root");
    row("no rule", "root = \"x\"", "line 1, column 1: expected a rule");
    row("unknown rule", "root ::= \"a\"\n  | who", "line 2, column 5: rule 'who' is not defined");
    row("twice", "root ::= \"a\"\nroot ::= \"b\"", "line 2, column 1: rule 'root' is defined twice");
    row("open text", "root ::= \"abc", "line 1, column 10: this text is never closed");
    row("open class", "root ::= \"\u00e9\" [abc", "line 1, column 14: this '[' is never closed");
    row("open group", "root ::= (\"a\"", "line 1, column 10: this '(' is never closed");
    row("closed group", "root ::= \"a\" )", "line 1, column 14: unexpected ')'");
    row("stray sign", "root ::= *", "line 1, column 10: unexpected '*'");
    row("backward range", "root ::= [z-a]", "line 1, column 11: this range ends before it begins");
    row("empty class", "root ::= []", "no character is in this class");
    row("escape", "root ::= \"\\q\"", "line 1, column 11: unknown escape");
    row("hex", "root ::= \"\\x4\"", "needs 2 hexadecimal digits");
    row("surrogate", "root ::= \"\\uD800\"", "there is no such character");
    row("surrogates alone", "root ::= [\\uE000-\\U00110000]", "there is no such character");
    row("no UTF-8", QString::fromLatin1("root ::= [") + QChar(0xFFFD), "this '[' is never closed");
    row("bounds", "root ::= \"a\"{3,1}", "line 1, column 13: this repetition ends before it begins");
    row("no bounds", "root ::= \"a\"{}", "a repetition is {m}");
    row("open bounds", "root ::= \"a\"{3", "a repetition is {m}");
    row("many signs", "root ::= \"a\"" + QString(100, u'*'), "too many signs of repetition");
    row("deep groups", "root ::= " + QString(100'000, u'('), "groups are nested more than 200 deep");
    row("left recursion", "root ::= sum\nsum ::= sum \"+\" \"1\" | \"1\"", "line 2, column 1: rule 'sum' begins with itself");
    row("hidden left recursion", "root ::= \"a\"? other\nother ::= \"\" root \"b\" | \"c\"", "begins with itself");
    row("endless", "root ::= \"a\" root", "line 1, column 1: rule 'root' never comes to an end");
    row("endless pair", "root ::= \"a\" | b\nb ::= \"x\" c\nc ::= \"y\" b", "line 2, column 1: rule 'b' never comes to an end");
    row("huge repetition", "root ::= \"a\"{1,1000000000}", "line 1, column 13: repeats more than 100000 times");
    row("huge product", "root ::= (((\"a\"{1000}){1000}){1000}){1000}", "the grammar is too large");
  }
  void what_is_wrong_is_named_with_its_place() {
    QFETCH(QString, grammar);
    QFETCH(QString, message);
    const auto result = parse_grammar(grammar.toStdString());
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(QString::fromStdString(result.error().message).contains(message), result.error().message.c_str());
  }

  void tokens_are_allowed_by_all_of_their_bytes() {
    Machine machine("root ::= \"hel\" \"lo\"? \"\u00e9\"", {"hel", "help", "hello", "hello\u00e9", "l\xC3", "\xA9"});
    const TokenId first = FakeTokenizer::kEnd + 1;
    const bool expected[] = {true, false, true, true, false, false};
    for (int i = 0; i < 6; ++i) QCOMPARE(machine.allows(first + i), expected[i]);
    QVERIFY(machine.allows('h'));
    QVERIFY(!machine.allows('e'));
    QVERIFY(!machine.allows(FakeTokenizer::kEnd));
    QVERIFY(machine.constraint->push("hel"));
    QVERIFY(machine.allows(0xC3));  // half a character
    QVERIFY(machine.constraint->push("\xC3"));
    QVERIFY(machine.allows(first + 5));
    QVERIFY(!machine.constraint->accepts());
    QVERIFY(machine.constraint->push("\xA9"));
    QVERIFY(machine.constraint->complete());
  }

  void a_byte_that_cannot_follow_changes_nothing() {
    Machine machine("root ::= \"abc\"");
    QVERIFY(machine.constraint->push("ab"));
    QVERIFY(!machine.constraint->push("cd"));
    QVERIFY(machine.constraint->push("c"));
    QVERIFY(machine.constraint->complete());
  }

  void a_blank_may_come_first_where_it_is_wanted() {
    Machine machine("root ::= \"a\"", {}, true);
    QVERIFY(machine.takes("a"));
    QVERIFY(machine.takes(" a"));
    QVERIFY(!machine.takes("  a"));
  }

  void a_stop_string_may_follow_and_nothing_else() {
    Machine machine("root ::= [a-z]+", {}, false, {"\n\nUser:", "\n\nSystem:"});
    QVERIFY(machine.takes("ab"));
    QVERIFY(!machine.constraint->complete());
    QVERIFY(machine.constraint->push("\n\n"));
    QVERIFY(machine.allows('U') && machine.allows('S') && !machine.allows('a'));
    Machine whole("root ::= \"a\"", {}, false, {"\n\n"});
    QVERIFY(whole.takes("a"));
    QVERIFY(whole.constraint->complete());  // only its stop string could follow
  }

  void everything_written_is_a_text_of_the_grammar_data() {
    QTest::addColumn<QString>("grammar");
    QTest::newRow("sums") << "root ::= sum\nsum ::= factor ((\"+\" | \"-\") factor)*\nfactor ::= [0-9]{1,3} | \"(\" sum \")\"";
    QTest::newRow("words") << "root ::= word (\" \" word){0,5} [.!?]\nword ::= [A-Za-z\u00e0-\u00ff]{1,8}";
    QTest::newRow("ambiguous") << "root ::= (\"a\" | \"aa\" | \"ab\" | b)* \"c\"\nb ::= \"a\" b \"b\" | \"ab\"";
    QTest::newRow("very ambiguous") << "root ::= s \"!\"\ns ::= \"a\" s x | \"a\" s y | \"a\" | \"b\"\nx ::= \"a\" | \"b\"\ny ::= \"a\" | \"b\" | \"c\"";
    QTest::newRow("nested") << "root ::= \"<\" [a-z] \">\" root* \"</>\"";
  }
  void everything_written_is_a_text_of_the_grammar() {
    QFETCH(QString, grammar);
    Machine machine(grammar.toStdString(), {"aa", "ab", "aab", "((", "))", "+1", "><", "</>", ">a", "\u00e9\u00e9", "\xC3", " a", "."});
    Machine judge(grammar.toStdString());
    int ended = 0;
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
      const auto text = written(machine, seed);
      QVERIFY(text);  // there is always a way on
      if (text->empty()) continue;
      ++ended;
      QVERIFY2(judge.takes(*text), text->c_str());
    }
    QVERIFY(ended > 10);
  }

  void many_states_are_forgotten_and_nothing_is_lost() {
    Machine machine("root ::= \"(\" root? \")\"");
    std::string text;
    for (int depth = 0; depth < 6000; ++depth) {
      QVERIFY(machine.constraint->push("("));
      if (depth % 500 == 0) QVERIFY(machine.allows('(') && machine.allows(')'));
    }
    for (int depth = 0; depth < 6000; ++depth) {
      QVERIFY(!machine.constraint->accepts());
      QVERIFY(machine.constraint->push(")"));
    }
    QVERIFY(machine.constraint->complete());
    machine.constraint->restart();
    QVERIFY(machine.takes("(())"));
  }

  void exploding_ambiguity_stays_small() {
    Machine machine("root ::= s\ns ::= \"a\" s \"x\"? | \"a\" s \"y\"? | \"a\" s \"z\"? | \"a\"");
    for (int i = 0; i < 60; ++i) QVERIFY(machine.constraint->push("a"));
    QVERIFY(machine.constraint->accepts());
  }
};

QTEST_APPLESS_MAIN(GrammarTest)
#include "grammar_test.moc"
