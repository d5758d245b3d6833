#include <QElapsedTimer>
#include <QtTest>

#include "engine/chat/template_renderer.h"

using namespace eddy;

namespace {

constexpr TemplateClock kClock{2026, 2, 3, 4, 5, 6, 2, 34};

Result<std::string> rendered(const std::string& text, const TemplateLimits& limits = {}) {
  const TemplateConversation chat{{{"user", " Hi "}, {"assistant", "Yo"}}, false, {}};
  auto texts = render_template({text, {{"bos_token", "<s>"}}}, {chat}, kClock, limits);
  if (!texts) return texts.error();
  return texts->front();
}

}  // namespace

class TemplateRendererTest : public QObject {
  Q_OBJECT

 private slots:
  // Expected texts: Jinja 3.1 for Python with the settings of transformers.
  void templates_give_what_they_give_in_python_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("expressions") << "{{ 1 + 2 * 3 - 4 // 3 }} {{ 7 % 3 }} {{ 'a' ~ 1 }} {{ not false and true }} {{ 3 if false else 4 }} {{ -2 | abs }}"
        << "6 1 a1 True 4 2";
    QTest::newRow("slices") << "{{ messages[1:] | length }}{{ messages[::-1][0].content }}{{ messages[-1]['role'] }}{{ 'abc'[:2] }}"
        << "1Yoassistantab";
    QTest::newRow("loop") << "{% for m in messages %}{{ loop.index }}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }};{% endfor %}"
        << "10TrueFalse2;21FalseTrue2;";
    QTest::newRow("loop neighbours") << "{% for m in messages %}{{ loop.previtem.role if loop.previtem else '-' }}>{{ loop.nextitem.role if loop.nextitem is defined else '-' }};{% endfor %}"
        << "->assistant;user>-;";
    QTest::newRow("loop filter and else") << "{% for m in messages if m.role == 'tool' %}x{% else %}none{% endfor %}"
        << "none";
    QTest::newRow("break and continue") << "{% for i in range(9) %}{% if i == 1 %}{% continue %}{% endif %}{% if i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}"
        << "023";
    QTest::newRow("namespace") << "{% set ns = namespace(n=0) %}{% for m in messages %}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}"
        << "2";
    QTest::newRow("macro") << "{% macro f(a, b='y') %}[{{ a }}{{ b }}]{% endmacro %}{{ f('x') }}{{ f('x', b='z') }}"
        << "[xy][xz]";
    QTest::newRow("call block") << "{% macro f() %}<{{ caller() }}>{% endmacro %}{% call f() %}in{% endcall %}"
        << "<in>";
    QTest::newRow("filter block") << "{% filter upper %}abc{% endfilter %}"
        << "ABC";
    QTest::newRow("set block") << "{% set t %}a{{ 1 }}b{% endset %}{{ t }}"
        << "a1b";
    QTest::newRow("generation") << "{% generation %}a{% endgeneration %}b"
        << "ab";
    QTest::newRow("tojson") << "{{ {'a': 1, 'b': [true, none, 1.5, '<é>']} | tojson }}"
        << "{\"a\": 1, \"b\": [true, null, 1.5, \"<é>\"]}";
    QTest::newRow("tojson indent") << "{{ {'a': [1, 2], 'b': {}} | tojson(indent=2) }}"
        << "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {}\n}";
    QTest::newRow("string methods") << "{{ ' a b '.strip() }}|{{ 'a,b'.split(',') | join('+') }}|{{ 'xay'.replace('a', 'b') }}|{{ 'ab'.startswith('a') }}|{{ 'Ab'.lower() }}|{{ '\\n\\nq'.lstrip('\\n') }}"
        << "a b|a+b|xby|True|ab|q";
    QTest::newRow("filters") << "{{ ' x ' | trim }}|{{ [3,1,2] | sort | join(',') }}|{{ 'a b' | title }}|{{ nothing | default('d') }}|{{ '' | default('e', true) }}|{{ ['a','b'] | first }}{{ ['a','b'] | last }}"
        << "x|1,2,3|A B|d|e|ab";
    QTest::newRow("map and select") << "{{ messages | map(attribute='role') | join(',') }}|{{ messages | selectattr('role', 'equalto', 'user') | list | length }}|{{ messages | rejectattr('role', 'equalto', 'user') | list | length }}"
        << "user,assistant|1|1";
    QTest::newRow("tests") << "{{ x is defined }}{{ messages is iterable }}{{ 'a' is string }}{{ none is none }}{{ {} is mapping }}{{ 1 is number }}{{ 2 is even }}{{ 'u' in messages[0].role }}"
        << "FalseTrueTrueTrueTrueTrueTrueTrue";
    QTest::newRow("items") << "{% for k, v in {'a': 1, 'b': 2}.items() %}{{ k }}={{ v }};{% endfor %}{{ {'a': 1}.get('z', 9) }}"
        << "a=1;b=2;9";
    QTest::newRow("indent") << "{{ 'a\\nb' | indent(2) }}|{{ 'a\\nb' | indent(2, true) }}"
        << "a\n  b|  a\n  b";
    QTest::newRow("raw and comment") << "{# gone #}x{% raw %}{{ y }}{% endraw %}"
        << "x{{ y }}";
    QTest::newRow("white space") << "  {% if true %}\n  a\n  {%- endif -%}\n  b\n{% if true %}\nc\n{% endif %}\nd\n"
        << "  ab\nc\nd";
    QTest::newRow("undefined is empty") << "[{{ nothing }}]{% if nothing %}a{% else %}b{% endif %}"
        << "[]b";
    QTest::newRow("none tools") << "{{ tools is none }}{{ tools is defined }}{% if not tools %}no{% endif %}"
        << "TrueTrueno";
    QTest::newRow("strftime") << "{{ strftime_now('%Y-%m-%d %d %b %Y %B %A %H:%M:%S %j %y %%') }}"
        << "2026-02-03 03 Feb 2026 February Tuesday 04:05:06 034 26 %";
    QTest::newRow("nested conditions") << "{% if messages[0].role == 'user' and (messages | length) > 1 %}y{% elif true %}z{% endif %}"
        << "y";
    QTest::newRow("numbers") << "{{ 7 / 2 }} {{ 2 ** 3 }} {{ 10 | int }} {{ '3' | int + 1 }} {{ 1.0 }}"
        << "3.5 8 10 4 1.0";
    QTest::newRow("safe and string") << "{{ '<b>' | safe }}{{ 5 | string + 'x' }}"
        << "<b>5x";
    QTest::newRow("dictsort") << "{% for k, v in {'b': 1, 'a': 2} | dictsort %}{{ k }}{{ v }}{% endfor %}"
        << "a2b1";
    QTest::newRow("unique") << "{{ [1, 1, 2] | unique | list | length }}"
        << "2";
    QTest::newRow("message keys") << "{{ 'content' in messages[0] }}{{ messages[0].get('tool_calls') is none }}{{ messages[0].tool_calls is defined }}"
        << "TrueTrueFalse";
    QTest::newRow("python booleans") << "{{ True }}{{ False }}"
        << "TrueFalse";
    QTest::newRow("list") << "{{ messages[0].keys() | list | length }}{{ [1,2] + [3] }}"
        << "2[1, 2, 3]";
  }
  void templates_give_what_they_give_in_python() {
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto made = rendered(text.toStdString());
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QCOMPARE(QString::fromStdString(*made), expected);
  }

  void values_and_switches_reach_the_template() {
    const TemplateConversation plain{{{"user", "a"}}, true, {}}, chosen{{{"user", "b"}}, true, {{"enable_thinking", false}}};
    const auto texts = render_template({"{{ bos_token }}{{ messages[0].content }}{{ add_generation_prompt }}"
                                        "{{ enable_thinking is defined and enable_thinking is false }}", {{"bos_token", "<s>"}}},
                                       {plain, chosen}, kClock);
    QVERIFY(texts);
    QCOMPARE(*(*texts)[0], std::string("<s>aTrueFalse"));
    QCOMPARE(*(*texts)[1], std::string("<s>bTrueTrue"));
  }

  void a_refusal_is_of_one_conversation() {
    const TemplateConversation good{{{"user", "a"}}, false, {}}, bad{{{"tool", "b"}}, false, {}};
    const auto texts = render_template(
        {"{% for m in messages %}{% if m.role == 'tool' %}{{ raise_exception('No tools, please') }}{% endif %}{{ m.content }}"
         "{% endfor %}", {}}, {bad, good}, kClock);
    QVERIFY(texts);
    QVERIFY(!(*texts)[0]);
    QVERIFY(QString::fromStdString((*texts)[0].error().message).contains("No tools, please"));
    QCOMPARE(*(*texts)[1], std::string("a"));
  }

  void any_characters_pass() {
    const std::string text = "\"\\\n\t\x01 \xC3\xA4 \xF0\x9F\x98\x80 \xEF\xB7\x90 {{ x }} </script>";
    const auto texts = render_template({"{{ messages[0].content }}", {}}, {{{{"user", text}}, false, {}}}, kClock);
    QCOMPARE(*texts->front(), text);
    const auto repaired = render_template({"{{ messages[0].content }}", {}}, {{{{"user", "a\xFFz"}}, false, {}}}, kClock);
    QCOMPARE(*repaired->front(), std::string("a\xEF\xBF\xBDz"));
  }

  void hostile_templates_end_soon_and_stay_small_data() {
    QTest::addColumn<QByteArray>("text");
    const auto loops = [](int depth, const QByteArray& inside) {
      return QByteArray("{% for i in range(1000) %}").repeated(depth) + inside + QByteArray("{% endfor %}").repeated(depth);
    };
    QTest::newRow("endless") << loops(6, "");
    QTest::newRow("endless output") << loops(6, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
    QTest::newRow("huge range") << QByteArray("{% for i in range(99999999999) %}{% endfor %}");
    QTest::newRow("endless range") << QByteArray("{% for i in range(0, 9, 0.0000000001) %}{% endfor %}");
    QTest::newRow("doubling") << QByteArray("{% set ns = namespace(s='xxxxxxxxxxxxxxxx') %}{% for i in range(60) %}"
                                            "{% set ns.s = ns.s ~ ns.s %}{% endfor %}{{ ns.s }}");
    QTest::newRow("doubled by replacing") << QByteArray("{% set ns = namespace(s='aaaaaaaaaaaaaaaa') %}{% for i in range(60) %}"
                                                        "{% set ns.s = ns.s.replace('a', 'aaaaaaaaaaaaaaaa') %}{% endfor %}");
    QTest::newRow("list in itself") << QByteArray("{% set a = [1] %}{% for i in range(99999) %}{% set _ = a.append(a) %}{% endfor %}"
                                                  "{{ a | tojson }}");
    QTest::newRow("recursion") << QByteArray("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}");
    QTest::newRow("deep brackets") << "{{ " + QByteArray(200000, '(') + "1" + QByteArray(200000, ')') + " }}";
    QTest::newRow("deep lists") << "{{ " + QByteArray(200000, '[') + " }}";
    QTest::newRow("deep nots") << "{{ " + QByteArray("not ").repeated(200000) + " 1 }}";
    QTest::newRow("deep ifs") << QByteArray("{% if 1 %}").repeated(50000);
    QTest::newRow("ten megabytes") << QByteArray(10 << 20, 'x');
    QTest::newRow("white space") << QByteArray(900'000, ' ') + "{% generation %}";
    QTest::newRow("lines of blanks") << QByteArray("                    \n").repeated(40'000) + "{%";
    QTest::newRow("open string") << "{{ '" + QByteArray(900'000, 'x');
    QTest::newRow("open comment") << "{#" + QByteArray(900'000, 'x');
    QTest::newRow("zero byte") << QByteArray("a\0b{{", 5);
    QTest::newRow("no UTF-8") << QByteArray("\xFF\xFE{{");
    QTest::newRow("constructor") << QByteArray("{{ messages.constructor.constructor('return this')() }}");
    QTest::newRow("prototype") << QByteArray("{{ {}['__proto__']['x'] }}{{ ''['constructor']['constructor']('x')() }}");
  }
  void hostile_templates_end_soon_and_stay_small() {
    QFETCH(QByteArray, text);
    TemplateLimits limits;
    limits.seconds = 0.1;
    QElapsedTimer timer;
    timer.start();
    const auto made = rendered(text.toStdString(), limits);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    if (!made) QVERIFY(made.error().message.starts_with("[chat template] "));
    if (made) QVERIFY(made->size() < (8u << 20));
  }

  void limits_are_named() {
    TemplateLimits limits;
    limits.seconds = 0.05;
    const auto late = rendered("{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}", limits);
    QVERIFY(!late);
    QVERIFY2(QString::fromStdString(late.error().message).contains("takes too long"), late.error().message.c_str());
    const auto large = rendered(std::string(2 << 20, 'x'));
    QVERIFY(!large);
    QVERIFY(QString::fromStdString(large.error().message).contains("too large"));
    const auto wordy = rendered("{% for i in range(3000) %}" + std::string(1000, 'x') + "{% endfor %}");
    QVERIFY(!wordy);
    QVERIFY(QString::fromStdString(wordy.error().message).contains("writes more"));
    limits = {};
    limits.memory = 100'000;
    const auto narrow = rendered("x", limits);
    QVERIFY(!narrow);
  }

  void the_clock_is_the_systems() {
    const auto now = TemplateClock::now();
    QVERIFY(now.year >= 2026 && now.month >= 1 && now.month <= 12 && now.weekday >= 0 && now.weekday <= 6);
  }
};

QTEST_APPLESS_MAIN(TemplateRendererTest)
#include "template_renderer_test.moc"
