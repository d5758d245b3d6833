#include <QElapsedTimer>
#include <QtTest>

#include "engine/tokenizers/pre_tokenizer.h"
#include "engine/tokenizers/regex.h"

using namespace eddy;

namespace {

/// All matches, as text.
QStringList matches(const QString& pattern, const QString& text) {
  auto regex = Regex::compile(pattern.toStdString());
  if (!regex) return {"error: " + QString::fromStdString(regex.error().message)};
  const std::u32string characters = text.toStdU32String();
  Regex::Budget budget(characters.size());
  QStringList found;
  std::size_t at = 0;
  while (auto m = regex->find(characters, at, budget)) {
    found << QString::fromStdU32String(characters.substr(m->first, m->second - m->first));
    at = m->second;
  }
  return found;
}

QStringList words(std::vector<PreTokenizerStep> steps, const QString& text) {
  auto pre = PreTokenizer::make(std::move(steps));
  const std::u32string characters = text.toStdU32String();
  QStringList out;
  const auto cut = pre->cut(characters);
  for (auto word : cut.list()) out << QString::fromStdU32String(std::u32string(word));
  return out;
}

}  // namespace

class RegexTest : public QObject {
  Q_OBJECT

 private slots:
  void patterns_match_as_in_perl_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* pattern, const char* text, const QStringList& expected) {
      QTest::newRow(pattern) << QString::fromUtf8(pattern) << QString::fromUtf8(text) << expected;
    };
    row("ab|a|b", "abab b", {"ab", "ab", "b"});
    row("a|ab", "ab", {"a"});
    row("a?b", "aab b", {"ab", "b"});
    row("a*", "aaba", {"aa", "a"});
    row("a{2}", "aaaaa", {"aa", "aa"});
    row("a{2,}", "aaaaa", {"aaaaa"});
    row("a{,2}", "aaa", {"aa", "a"});
    row("a{1,3}", "aaaaa", {"aaa", "aa"});
    row("a{x", "a{x", {"a{x"});
    row("a+?b", "aaab", {"aaab"});
    row("a{1,2}?", "aaa", {"a", "a", "a"});
    row("<.+?>", "<a><b>", {"<a>", "<b>"});
    row("<.+>", "<a><b>", {"<a><b>"});
    row("a++a", "aaa", {});
    row("a?+ab", "ab aab", {"aab"});
    row("(?>a+)b", "aab aa", {"aab"});
    row("(ab)+", "ababa", {"abab"});
    row("(?:ab){2,3}", "abababab", {"ababab"});
    row("(?:ab){2}+", "ababababab", {"abababab"});
    row("(?:ab|c)*?d", "abcd", {"abcd"});
    row("(?:ab)*+ab", "abab", {});
    row("\\s+(?!\\S)|\\s+", "a   b  ", {"  ", " ", "  "});
    row("a(?=b)", "abac", {"a"});
    row("[^a-c\\s]+", "abc def", {"def"});
    row("[a\\-z]+", "a-z b", {"a-z"});
    row("[a-]+", "a-b", {"a-"});
    row("[]a]+", "a]b", {"a]"});
    row("[\\p{L}&&[^\\p{Han}]]+", "ab\xE4\xBD\xA0""c", {"ab", "c"});
    row("[a[bc]&&b-z]+", "abcz", {"bc"});
    row("\\p{Lu}\\p{Ll}+", "Hello World", {"Hello", "World"});
    row("\\P{L}+", "ab12c", {"12"});
    row("\\p{^L}+", "ab12c", {"12"});
    row("\\pN+", "ab12c", {"12"});
    row("\\p{Script=Han}+", "a\xE4\xBD\xA0""b", {QString::fromUtf8("\xE4\xBD\xA0")});
    row("(?i:'S|'ll)", "it's IT'S we'LL", {"'s", "'S", "'LL"});
    row("(?i:[a-c]+)d", "aBCd ABCD", {"aBCd"});
    row("\\x41\\x{42}\\u0043", "ABC", {"ABC"});
    row("\\d+\\D\\w+\\W\\h\\H", "12 ab!fg", {"12 ab!fg"});
    row("\\r\\n|\\t|\\f|\\v|\\0", "\t", {"\t"});
    row("^a|b$", "aabb", {"a", "b"});
    row("\\Aa|b\\z", "aabb", {"a", "b"});
    row("a.c", "abc a\nc", {"abc"});
    row("[\\u4E00-\\u9FA5]+", "x\xE4\xBD\xA0", {QString::fromUtf8("\xE4\xBD\xA0")});
    row("\\.\\*", "a.*b", {".*"});
  }
  void patterns_match_as_in_perl() {
    QFETCH(QString, pattern);
    QFETCH(QString, text);
    QFETCH(QStringList, expected);
    QCOMPARE(matches(pattern, text), expected);
  }

  void long_s_counts_as_s_when_case_is_ignored() {
    QCOMPARE(matches("(?i:'s)", QString::fromUtf8("'\u017F")), QStringList{QString::fromUtf8("'\u017F")});
  }

  void bad_patterns_are_refused_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("culprit");
    QTest::newRow("open group") << "(a" << "missing ')'";
    QTest::newRow("closed group") << "a)" << "unmatched ')'";
    QTest::newRow("open class") << "[a" << "missing ']'";
    QTest::newRow("class ends in a backslash") << "[\\" << "trailing backslash";
    QTest::newRow("class ends in a range") << "[a-" << "missing ']'";
    QTest::newRow("property at the end") << "\\p" << "unknown property";
    QTest::newRow("open property") << "\\p{L" << "missing '}'";
    QTest::newRow("unknown property") << "\\p{Klingon}" << "unknown property";
    QTest::newRow("nothing to repeat") << "*a" << "repeat of nothing";
    QTest::newRow("endless nothing") << "(a?)*" << "match nothing";
    QTest::newRow("endless look") << "(?:(?=a))+" << "match nothing";
    QTest::newRow("range") << "[z-a]" << "bad range";
    QTest::newRow("range to a class") << "[a-\\d]" << "bad range";
    QTest::newRow("trailing backslash") << "a\\" << "trailing backslash";
    QTest::newRow("back reference") << "(a)\\1" << "unsupported escape";
    QTest::newRow("word border") << "\\ba" << "unsupported escape";
    QTest::newRow("look behind") << "(?<=a)b" << "unsupported group";
    QTest::newRow("posix class") << "[[:alpha:]]" << "unsupported class";
    QTest::newRow("hex") << "\\xZZ" << "bad \\x";
    QTest::newRow("beyond Unicode") << "\\x{110000}" << "bad \\x";
    QTest::newRow("counts") << "a{3,2}" << "repeat count";
    QTest::newRow("large count") << "a{99999999999}" << "repeat count";
    QTest::newRow("exploding") << "((((((a{1}b){900}){900}){900}){900}){900})" << "too large";
    QTest::newRow("deep") << QString(1000, '(') << "too deeply";
    QTest::newRow("deep classes") << QString(1000, '[') << "too deeply";
    QTest::newRow("repeats of repeats") << "a????????????" << "too many repeats";
    QTest::newRow("long") << QString(30000, 'a') << "too long";
  }
  void bad_patterns_are_refused() {
    QFETCH(QString, pattern);
    QFETCH(QString, culprit);
    auto regex = Regex::compile(pattern.toStdString());
    QVERIFY(!regex);
    QCOMPARE(regex.error().code, ErrorCode::UnsupportedFormat);
    QVERIFY2(QString::fromStdString(regex.error().message).contains(culprit), regex.error().message.c_str());
  }

  void hostile_patterns_end_in_linear_time_data() {
    QTest::addColumn<QString>("pattern");
    for (const char* pattern : {"(a+)+$b", "(a|aa)+c", "(?:a*b)*c|x", "(a+){1,30}c", "(?=(a+)+b)c", "a*a*a*a*a*b"}) {
      QTest::newRow(pattern) << pattern;
    }
  }
  void hostile_patterns_end_in_linear_time() {
    QFETCH(QString, pattern);
    QElapsedTimer timer;
    timer.start();
    matches(pattern, QString(20'000, 'a'));
    QVERIFY2(timer.elapsed() < 20'000, "runaway search");
  }

  void words_are_arranged_as_the_library_does_data() {
    QTest::addColumn<int>("behaviour");
    QTest::addColumn<bool>("invert");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("isolated") << int(CutBehaviour::Isolated) << false << QStringList{"the", "-", "final", "-", "-", "count"};
    QTest::newRow("removed") << int(CutBehaviour::Removed) << false << QStringList{"the", "final", "count"};
    QTest::newRow("previous") << int(CutBehaviour::MergedWithPrevious) << false << QStringList{"the-", "final-", "-", "count"};
    QTest::newRow("next") << int(CutBehaviour::MergedWithNext) << false << QStringList{"the", "-final", "-", "-count"};
    QTest::newRow("contiguous") << int(CutBehaviour::Contiguous) << false << QStringList{"the", "-", "final", "--", "count"};
    QTest::newRow("inverted") << int(CutBehaviour::Removed) << true << QStringList{"-", "-", "-"};
  }
  void words_are_arranged_as_the_library_does() {
    QFETCH(int, behaviour);
    QFETCH(bool, invert);
    QFETCH(QStringList, expected);
    QCOMPARE(words({{.pattern = "-", .behaviour = CutBehaviour(behaviour), .invert = invert}}, "the-final--count"), expected);
  }

  void steps_follow_each_other_and_may_put_spaces_in_front() {
    QCOMPARE(words({{.pattern = "\\p{N}"}, {.pattern = kGpt2Pattern, .add_prefix_space = true}}, "ab12 c"),
             QStringList({" ab", " 1", " 2", " c"}));
    QCOMPARE(words({}, "as it is"), QStringList{"as it is"});
    QCOMPARE(words({{.pattern = kGpt2Pattern}}, ""), QStringList{});
    QVERIFY(!PreTokenizer::make({{.pattern = "("}}));
  }

  void every_named_pre_tokenizer_keeps_every_character_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("gpt-2") << "gpt-2" << QStringList{"Hello", " ", " World", "'s", " 12345", "\n\n", " x"};
    QTest::newRow("default") << "default" << QStringList{"Hello", " ", " World", "'", "s", " ", "123", "45", "\n\n", " x"};
    QTest::newRow("llama-bpe") << "llama-bpe" << QStringList{"Hello", " ", " World", "'s", " ", "123", "45", "\n\n", " x"};
    QTest::newRow("qwen2") << "qwen2" << QStringList{"Hello", " ", " World", "'s", " ", "1", "2", "3", "4", "5", "\n\n", " x"};
    QTest::newRow("qwen35") << "qwen35" << QStringList{"Hello", " ", " World", "'s", " ", "1", "2", "3", "4", "5", "\n\n", " x"};
    QTest::newRow("tekken") << "tekken" << QStringList{"Hello", " ", " World", "'s", " ", "1", "2", "3", "4", "5", "\n\n", " x"};
    QTest::newRow("gpt-4o") << "gpt-4o" << QStringList{"Hello", " ", " World's", " ", "123", "45", "\n\n", " x"};
    QTest::newRow("falcon") << "falcon" << QStringList{"Hello", " ", " World", "'", "s", " ", "123", "45", "\n\n", " x"};
    QTest::newRow("starcoder") << "starcoder" << QStringList{"Hello", " ", " World", "'s", " ", "1", "2", "3", "4", "5", "\n\n", " x"};
    QTest::newRow("deepseek-v3") << "deepseek-v3" << QStringList{"Hello", " ", " World", "'s", " ", "123", "45", "\n\n", " x"};
    QTest::newRow("kimi-k2") << "kimi-k2" << QStringList{"Hello", " ", " World's", " ", "123", "45", "\n\n", " x"};
    QTest::newRow("mpt") << "mpt" << QStringList{};
    QTest::newRow("command-r") << "command-r" << QStringList{};
  }
  void every_named_pre_tokenizer_keeps_every_character() {
    QFETCH(QString, name);
    QFETCH(QStringList, expected);
    auto found = pre_tokenizer_by_name(name.toStdString());
    QVERIFY(found);
    const QString text = "Hello  World's 12345\n\n x";
    const QStringList cut = words(found->steps, text);
    QCOMPARE(cut.join(""), text);
    if (!expected.isEmpty()) QCOMPARE(cut, expected);
  }

  void unknown_names_have_no_pre_tokenizer() { QVERIFY(!pre_tokenizer_by_name("of tomorrow")); }
};

QTEST_APPLESS_MAIN(RegexTest)
#include "regex_test.moc"
