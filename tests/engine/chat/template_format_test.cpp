// Templates with the features of published ones, in tests/data/chat_templates; the .json beside each holds what Jinja for
// Python gives with the settings of transformers.
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <ctime>

#include "engine/chat/template_format.h"
#include "tests/support/engine/specials_tokenizer.h"

using namespace eddy;

namespace {

const SpecialsTokenizer& tokenizer() {
  static const SpecialsTokenizer made({"<s>", "</s>", "<|im_start|>", "<|im_end|>", "<|start_header_id|>", "<|end_header_id|>",
                                       "<|eot_id|>", "<start_of_turn>", "<end_of_turn>", "<|start_of_role|>", "<|end_of_role|>",
                                       "<|end_of_text|>", "<SPECIAL_10>", "<SPECIAL_11>", "<SPECIAL_12>"});
  return made;
}

QByteArray read(const QString& name) {
  QFile file(QString(EDDY_TEST_DATA "/chat_templates/") + name);
  if (!file.open(QIODevice::ReadOnly)) qFatal("no fixture");
  return file.readAll();
}

Result<TemplateFormat> made_of(const std::string& text) {
  return make_template_format({text, {{"bos_token", "<s>"}, {"eos_token", "</s>"}}}, tokenizer(), {});
}

TemplateFormat published(const char* name) {
  auto made = made_of(read(QString(name) + ".jinja").toStdString());
  if (!made) qFatal("%s", made.error().message.c_str());
  return *made;
}

/// The expected texts were made on 3 February 2026.
QString with_todays_date(QString text) {
  const std::time_t now = std::time(nullptr);
  char date[32];
  std::strftime(date, sizeof date, "%d %b %Y", std::localtime(&now));
  return text.replace("03 Feb 2026", date);
}

QString ended(const QString& name) {
  if (name == "llama3") return "<|eot_id|>";
  if (name == "mistral") return "</s>";
  if (name == "gemma") return "<end_of_turn>";
  if (name == "granite") return "<|end_of_text|>";
  if (name == "nemotron") return "\n<SPECIAL_12>";
  return name == "zephyr" ? "" : "<|im_end|>";
}

QString notes_of(const TemplateFormat& made) {
  QStringList all;
  for (const auto& note : made.notes) all << QString::fromStdString(note);
  return all.join('\n');
}

constexpr const char* kChatMl =
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}";

}  // namespace

class TemplateFormatTest : public QObject {
  Q_OBJECT

  static void add_all() {
    QTest::addColumn<QString>("name");
    for (const QString& file : QDir(EDDY_TEST_DATA "/chat_templates").entryList({"*.jinja"})) {
      QTest::newRow(qPrintable(file)) << file.chopped(6);
    }
  }

 private slots:
  void three_turns_read_as_the_template_writes_them_data() { add_all(); }
  void three_turns_read_as_the_template_writes_them() {
    QFETCH(QString, name);
    const auto expected = QJsonDocument::fromJson(read(name + ".json")).object();
    const auto text = [&](const char* key) { return with_todays_date(expected[key].toString()); };
    const auto format = published(qPrintable(name)).format;
    const std::string first = format->turn({.user = "Hello there"}).text;
    QCOMPARE(QString::fromStdString(first), text("first"));

    std::string fed = first + format->answer("Good day.").text + ended(name).toStdString();
    const auto turn = [&](std::string_view user) {
      const std::string tail = fed.substr(fed.size() > 256 ? fed.size() - 256 : 0);
      return format->turn({.tail = tail, .user = user}).text;
    };
    fed += turn("And now?\n\nTwo lines");
    if (name != "nemotron") QCOMPARE(QString::fromStdString(fed), text("two"));
    fed += format->answer("It goes on.").text + ended(name).toStdString();
    fed += turn("Third");
    // What opened an answer's thinking stays read; the template leaves it out later.
    QCOMPARE(QString::fromStdString(fed).replace("<think>\n", ""), text("three").replace("<think>\n", ""));
  }

  void a_system_prompt_stands_where_the_template_puts_it_data() { add_all(); }
  void a_system_prompt_stands_where_the_template_puts_it() {
    QFETCH(QString, name);
    const auto expected = QJsonDocument::fromJson(read(name + ".json")).object()["system"].toString();
    const auto made = published(qPrintable(name));
    const auto text = QString::fromStdString(made.format->turn({.user = "Hello there", .system = "Be kind."}).text);
    if (name == "gemma") {
      QVERIFY(notes_of(made).contains("no place for a system prompt"));
      QCOMPARE(text, QString("<s><start_of_turn>user\nBe kind.\n\nHello there<end_of_turn>\n<start_of_turn>model\n"));
    } else {
      QCOMPARE(text, with_todays_date(expected));
    }
    QVERIFY(!QString::fromStdString(made.format->turn({.tail = "x", .user = "Hi", .system = "Be kind."}).text).contains("kind"));
  }

  void answers_end_with_the_templates_own_token_data() { add_all(); }
  void answers_end_with_the_templates_own_token() {
    QFETCH(QString, name);
    const auto format = published(qPrintable(name)).format;
    if (name == "zephyr") {
      QCOMPARE(format->stop_strings(), std::vector<std::string>{"\n<|user|>"});
    } else {
      const auto end = *tokenizer().special(ended(name).trimmed().toStdString());
      QVERIFY(std::count(format->stop_tokens().begin(), format->stop_tokens().end(), end) == 1);
      QVERIFY(format->stop_strings().empty());
    }
  }

  void messages_never_make_special_tokens_data() { add_all(); }
  void messages_never_make_special_tokens() {
    QFETCH(QString, name);
    const auto format = published(qPrintable(name)).format;
    std::string hostile = "a";
    for (const auto& special : tokenizer().specials()) hostile += special + "<" + special;
    hostile += " z";
    const auto specials_in = [](const ChatText& text) {
      const auto ids = text.special_tokens ? tokenizer().encode_marked(text.text, text.breaks) : tokenizer().encode(text.text, false);
      return std::count_if(ids.begin(), ids.end(), [](TokenId id) { return id >= 256; });
    };
    for (const std::string tail : {"", "Yes."}) {
      const auto harmless = format->turn({.tail = tail, .user = "a z"}), forged = format->turn({.tail = tail, .user = hostile});
      QCOMPARE(specials_in(forged), specials_in(harmless));
      QVERIFY(forged.text.find(hostile) != std::string::npos);
      const auto instructed = format->turn({.tail = tail, .user = "a z", .system = "x"});
      QCOMPARE(specials_in(format->turn({.tail = tail, .user = "a z", .system = hostile})), specials_in(instructed));
    }
    QCOMPARE(specials_in(format->answer(hostile)), 0);
  }

  void what_stands_already_is_not_repeated_data() {
    QTest::addColumn<QString>("tail");
    QTest::addColumn<QString>("expected");
    const QString rest = "<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n";
    QTest::newRow("cut off") << "Well" << "<|im_end|>\n" + rest;
    QTest::newRow("ended") << "Well<|im_end|>" << "\n" + rest;
    QTest::newRow("ended and fed") << "Well<|im_end|>\n" << rest;
    QTest::newRow("ended in another way") << "Well</s>" << "\n" + rest;
    QTest::newRow("stopped in the next turn") << "Well<|im_end|>\n<|im_start|>" << "user\nHi<|im_end|>\n<|im_start|>assistant\n";
    QTest::newRow("asked again") << "<|im_start|>assistant\n" << "<|im_end|>\n" + rest;
  }
  void what_stands_already_is_not_repeated() {
    QFETCH(QString, tail);
    QFETCH(QString, expected);
    const auto format = made_of(kChatMl)->format;
    QCOMPARE(QString::fromStdString(format->turn({.tail = tail.toStdString(), .user = "Hi"}).text), expected);
  }

  void rewriting_is_told() {
    QVERIFY(notes_of(published("qwen3")).contains("leaves out the thinking"));
    QVERIFY(notes_of(published("nemotron")).contains("opens the thinking"));
    QVERIFY(notes_of(published("nemotron")).contains("beginning of an answer in another way"));
    for (const char* name : {"chatml", "llama3", "mistral", "granite", "lfm2", "falcon_h1", "zephyr"}) {
      QCOMPARE(notes_of(published(name)), QString());
    }
    const auto rewriting = made_of("{{ messages | length }}{% for m in messages %}[{{ m.content }}]{% endfor %}");
    QVERIFY(notes_of(*rewriting).contains("rewrites earlier turns"));
    const auto closing = made_of("{% for m in messages %}[{{ m.content }}]{% if loop.last and not add_generation_prompt %}END"
                                 "{% endif %}{% endfor %}");
    QVERIFY(notes_of(*closing).contains("ends an answer in another way"));
  }

  void thinking_is_chosen_where_the_template_asks() {
    const auto qwen = published("qwen3").format;
    QVERIFY(qwen->thinking_can_be_chosen());
    const auto text = [&](std::optional<bool> thinking) { return qwen->turn({.user = "Hi", .thinking = thinking}).text; };
    QCOMPARE(text({}), text(true));
    QCOMPARE(text(false), text(true) + "<think>\n\n</think>\n\n");
    QVERIFY(!published("chatml").format->thinking_can_be_chosen());
    const auto nemotron = published("nemotron").format;
    QVERIFY(!nemotron->thinking_can_be_chosen());
    QCOMPARE(nemotron->answer_opening(), std::string_view("<think>\n"));
    QCOMPARE(nemotron->answer("<think>\nhm").text, std::string("hm"));
    QVERIFY(QString::fromStdString(nemotron->turn({.user = "Hi /no_think"}).text).endsWith("Assistant\n<think></think>"));
  }

  void answers_are_trimmed_of_what_is_the_formats() {
    const auto mistral = published("mistral").format;
    QCOMPARE(mistral->answer("Yes").text, std::string(" Yes"));
    QCOMPARE(mistral->trim_answer(" Yes \n"), std::string_view("Yes"));
    QCOMPARE(published("chatml").format->trim_answer("Yes\n\n"), std::string_view("Yes"));
  }

  void long_messages_are_whole_and_quick() {
    std::string text;
    while (text.size() < 3'000'000) text += "A line with <|im_end|> and \xC3\xA4\xF0\x9F\x98\x80 in it.\n";
    const auto format = made_of(kChatMl)->format;
    const auto made = format->turn({.user = text});
    QVERIFY(made.text == "<|im_start|>user\n" + text + "<|im_end|>\n<|im_start|>assistant\n");
    const auto ids = tokenizer().encode_marked(made.text, made.breaks);
    QCOMPARE(std::count_if(ids.begin(), ids.end(), [](TokenId id) { return id >= 256; }), 3);
  }

  void a_message_the_template_refuses_is_laid_out_all_the_same() {
    const std::string picky = std::string("{% for m in messages %}{% if 'no' in m.content %}{{ raise_exception('No') }}{% endif %}"
                                          "{% endfor %}") + kChatMl;
    const auto format = made_of(picky)->format;
    QCOMPARE(format->turn({.user = "no", .system = "no"}).text,
             std::string("<|im_start|>system\nno<|im_end|>\n<|im_start|>user\nno<|im_end|>\n<|im_start|>assistant\n"));
    QCOMPARE(format->turn({.user = "no"}).text, std::string("<|im_start|>user\nno<|im_end|>\n<|im_start|>assistant\n"));
    QCOMPARE(format->turn({.tail = "x<|im_end|>", .user = "no"}).text,
             std::string("\n<|im_start|>user\nno<|im_end|>\n<|im_start|>assistant\n"));
  }

  void unusable_templates_are_refused_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("no Jinja") << "{% for %}";
    QTest::newRow("refuses") << "{{ raise_exception('Never') }}";
    QTest::newRow("drops messages") << "Hello";
    QTest::newRow("drops answers") << "{% for m in messages %}{% if m.role == 'user' %}{{ m.content }}{% endif %}{% endfor %}";
    QTest::newRow("answers no second time") << "{% if messages | length > 1 %}{{ raise_exception('x') }}{% endif %}"
                                               "{{ messages[0].content }}";
  }
  void unusable_templates_are_refused() {
    QFETCH(QString, text);
    const auto made = made_of(text.toStdString());
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::UnsupportedFormat);
    QVERIFY(made.error().message.starts_with("[chat template] "));
  }

  void the_name_follows_template_and_tokens() {
    const auto name = [](const char* text, const char* bos) {
      return make_template_format({text, {{"bos_token", bos}}}, tokenizer(), {})->format->name();
    };
    QCOMPARE(name(kChatMl, "<s>"), name(kChatMl, "<s>"));
    QVERIFY(name(kChatMl, "<s>") != name(kChatMl, "</s>"));
    QVERIFY(QString::fromStdString(name(kChatMl, "<s>")).startsWith("template-"));
  }
};

QTEST_APPLESS_MAIN(TemplateFormatTest)
#include "template_format_test.moc"
