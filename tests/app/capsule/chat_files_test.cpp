// Chats of other programs arrive with their words, their order and their branches.
#include <QDataStream>
#include <QIODevice>

#include "app/capsule/chat_files.h"
#include "app/storage/export.h"
#include "tests/app/capsule/broken_chat_files.h"
#include "tests/app/capsule/capsule_fixture.h"

using namespace eddy;
using namespace eddy::test;

namespace {

/// "1 user: a | 2 assistant <1: b": every message with its parent.
std::string outline(const PortableChat& chat) {
  std::string out;
  for (const auto& m : chat.content.messages) {
    if (!out.empty()) out += " | ";
    if (m.parent) out += std::to_string(static_cast<std::int64_t>(*m.parent)) + ">";
    out += std::string(m.author == Author::User ? "U" : "A") + ":" + m.text;
    if (m.status == MessageStatus::Interrupted) out += "(interrupted)";
  }
  if (const auto leaf = chat.content.conversation.current_leaf) out += " @" + std::to_string(static_cast<std::int64_t>(*leaf));
  return out;
}

PortableChat one(const std::string& bytes) {
  auto chats = must(read_chats(bytes, "file"));
  if (chats.size() != 1) qFatal("%zu chats", chats.size());
  return chats.front();
}

struct Gpt4AllItem {
  QString name, value;
};

/// As GPT4All writes it, by the same stream.
QByteArray gpt4all(int version, const QList<Gpt4AllItem>& items) {
  QByteArray bytes;
  QDataStream out(&bytes, QIODevice::WriteOnly);
  out << quint32(0xF5D553CC) << qint32(version);
  out.setVersion(QDataStream::Qt_6_2);
  out << qint64(1700000000) << QStringLiteral("id") << QStringLiteral("Tea \U0001F375") << QString() << QStringLiteral("tiny.gguf");
  if (version >= 3) out << QStringList{QStringLiteral("docs")};
  if (version < 11) {
    const bool state = version < 6 || version == 7;
    if (version >= 6) out << state;
    if (version >= 2) out << 1 << 0;
    out << QStringLiteral("x") << QStringLiteral("y") << quint32(5);
    if (state) {
      if (version < 4) out << quint32(1);
      out << quint32(2);
      if (version >= 7) out << quint32(2048);
      if (version < 9) out << quint64(2) << quint64(0);  // two floats
      out << quint64(1) << quint32(9) << QByteArray("kv");
    }
  }
  out << int(items.size());
  for (const auto& item : items) {
    if (version < 12) out << 3;
    out << item.name << item.value;
    if (version < 10) out << QString();
    out << QString() << false << false << true << false;
    if (version >= 11 && item.name == QLatin1String("Response: ")) out << false;
    if (version >= 8) {
      out << qint64(1);
      for (int i = 0; i < 7; ++i) out << QStringLiteral("source");
      out << 1 << 2 << 3;
    } else if (version >= 3) {
      out << QString() << QStringList{QStringLiteral("context")};
    }
    if (version >= 10) out << qint64(1) << QByteArray("file:///x") << QByteArray("content");
    if (version >= 12) {
      const bool thinks = item.value == QLatin1String("Black.");
      out << qint64(thinks ? 1 : 0);
      if (thinks) {
        out << QStringLiteral("Response: ") << QString() << qint64(2);
        out << QStringLiteral("Text: ") << QStringLiteral("Well. ") << qint64(0);
        out << QStringLiteral("Think: ") << QStringLiteral("hmm") << 12 << qint64(0);
      }
    }
  }
  return bytes;
}

}  // namespace

class ChatFilesTest : public QObject {
  Q_OBJECT

 private slots:
  void our_json_brings_the_tree_back() {
    const auto chat = sample_chat();
    const auto back = one(export_json(chat.content.conversation, chat.content.messages));
    QCOMPARE(outline(back), outline(chat));
    QCOMPARE(back.content.conversation.title, chat.content.conversation.title);
    QCOMPARE(back.content.conversation.system_prompt, chat.content.conversation.system_prompt);
    QCOMPARE(back.content.conversation.created_at, chat.content.conversation.created_at);
    QCOMPARE(back.content.messages[1].status, MessageStatus::Cancelled);
    QCOMPARE(back.content.messages[2].model_name, "Tiny");
    QCOMPARE(export_json(back.content.conversation, back.content.messages), export_json(chat.content.conversation, chat.content.messages));
  }

  void our_markdown_brings_the_branch_back() {
    const auto chat = sample_chat();
    const std::vector<Message> branch{chat.content.messages[0], chat.content.messages[2], chat.content.messages[3], chat.content.messages[4]};
    const auto back = one(export_markdown(chat.content.conversation, branch));
    QCOMPARE(outline(back), "U:Why?\n\n## You <!-- eddy:question --> | 1>A:naïve 日本語 🚀 | 2>U:And? | 3>A:So. @4");
    QCOMPARE(back.content.conversation.title, chat.content.conversation.title);
    QCOMPARE(back.content.conversation.system_prompt, "Be brief.");
    QCOMPARE(back.content.messages[3].model_name, "Tiny");
  }

  void markdown_of_others_is_divided_by_its_headings() {
    const auto back = one("# Tea\n\n## User\n\nWhich?\n\n## Assistant\n\nGreen.\n\n## Reasons\n\n1. taste\n\n## User\nWhy?\n");
    QCOMPARE(outline(back), "U:Which? | 1>A:Green.\n\n## Reasons\n\n1. taste | 2>U:Why? | 3>A:(interrupted) @4");
    QCOMPARE(back.content.conversation.title, "Tea");
  }

  void chatgpt_keeps_branches_and_leaves_tools_out() {
    const auto chat = one(data("chatgpt.json"));
    QCOMPARE(outline(chat), "U:Which tea? | 1>A:Green. | 1>A:Black,\n\nwith milk. | 3>U:This one? | 4>A:(interrupted) @5");
    QCOMPARE(chat.content.conversation.title, "Tea");
    QCOMPARE(chat.content.conversation.system_prompt, "Be kind.");
    QCOMPARE(chat.content.conversation.created_at, 1700000000500);
    QCOMPARE(chat.content.messages[0].created_at, 1700000001000);
    QCOMPARE(chat.content.messages[1].model_name, "gpt-x");
  }

  void chatgpt_export_may_hold_many_chats_and_some_without_text() {
    const auto list = data("chatgpt.json");
    const auto one_chat = list.substr(1, list.size() - 2);
    const auto chats = must(read_chats("[" + one_chat + ", {\"mapping\": {}}, 7, " + one_chat + "]", "file"));
    QCOMPARE(chats.size(), std::size_t{2});
    QCOMPARE(outline(one(one_chat)), outline(chats.front()));
  }

  void chatgpt_nodes_in_a_circle_are_read_once() {
    const auto chat = one(R"({"mapping": {
      "a": {"parent": null, "children": ["b", "a", "x"], "message": {"author": {"role": "user"}, "content": {"content_type": "text", "parts": ["q"]}}},
      "b": {"parent": "a", "children": ["a", "b"], "message": {"author": {"role": "assistant"}, "content": {"content_type": "text", "parts": ["r"]}}},
      "c": {"parent": "d", "children": ["d"]}, "d": {"parent": "c", "children": ["c"]}}, "current_node": "nowhere"})");
    QCOMPARE(outline(chat), "U:q | 1>A:r @2");
  }

  void lm_studio_versions_become_branches() {
    const auto chat = one(data("lm_studio.json"));
    QCOMPARE(outline(chat), "U:Which tea? | 1>A:Green. | 1>A:Black. | 3>U:Why? | 4>A:Taste. @5");
    QCOMPARE(chat.content.conversation.title, "Tea");
    QCOMPARE(chat.content.conversation.system_prompt, "Be kind.");
    QCOMPARE(chat.content.messages[1].model_name, "tiny-7b");
  }

  void gpt4all_chats_of_every_version_are_read() {
    for (int version = 1; version <= 12; ++version) {
      const auto bytes = gpt4all(version, {{"Prompt: ", "Which tea?"}, {"Response: ", "Black."}, {"Prompt: ", "Why?"}});
      const auto chat = one(bytes.toStdString());
      QCOMPARE(outline(chat), std::string("U:Which tea? | 1>A:") + (version == 12 ? "Well. " : "") + "Black. | 2>U:Why? | 3>A:(interrupted) @4");
      QCOMPARE(chat.content.conversation.title, "Tea 🍵");
      QCOMPARE(chat.content.conversation.created_at, 1700000000000);
      QCOMPARE(chat.model_name, "tiny.gguf");
      for (qsizetype size = 0; size < bytes.size(); ++size) QVERIFY(!read_chats(bytes.left(size).toStdString(), "file"));
    }
    QCOMPARE(read_chats(gpt4all(13, {}).toStdString(), "file").error().code, ErrorCode::UnsupportedFormat);
    QVERIFY(!read_chats(gpt4all(12, {{"Tool: ", "x"}}).toStdString(), "file"));
    QVERIFY(!read_chats(gpt4all(12, {}).toStdString(), "file"));
  }

  void two_messages_of_one_author_become_one_whatever_branches_there_are() {
    const auto node = [](const char* parent, const char* children, const char* role, const char* text) {
      return QStringLiteral(R"({"parent": %1, "children": [%2], "message": {"author": {"role": "%3"}, "content": {"content_type": "text", "parts": ["%4"]}}})")
          .arg(parent, children, role, text).toStdString();
    };
    const auto chat = one("{\"mapping\": {\"a\": " + node("null", "\"b\", \"c\", \"f\"", "user", "a") + ", \"b\": " + node("\"a\"", "\"d\"", "user", "b") +
                          ", \"c\": " + node("\"a\"", "\"e\"", "user", "c") + ", \"d\": " + node("\"b\"", "", "assistant", "d") + ", \"e\": " +
                          node("\"c\"", "", "assistant", "e") + ", \"f\": " + node("\"a\"", "", "assistant", "f") + "}, \"current_node\": \"d\"}");
    QCOMPARE(outline(chat), "U:a\n\nb | 1>A:d | U:a\n\nc | 3>A:e | U:a | 5>A:f @2");
  }

  void greeting_follows_an_empty_question() {
    const auto chat = one(R"({"messages": [{"versions": [{"role": "assistant", "content": "Hello"}]}, {"versions": [{"role": "user", "content": "Hi"}]}]})");
    QCOMPARE(outline(chat), "U: | 1>A:Hello | 2>U:Hi | 3>A:(interrupted) @4");
  }

  void files_are_recognised_by_content() {
    const Folder folder;
    write_capsule(folder / "x.pdf", sample_chat());
    QCOMPARE(recognise_chat_file(folder / "x.pdf"), ChatFileKind::Capsule);
    const auto chat = sample_chat();
    QCOMPARE(recognise_chat(export_json(chat.content.conversation, chat.content.messages)), ChatFileKind::EddyJson);
    QCOMPARE(recognise_chat(export_markdown(chat.content.conversation, chat.content.messages)), ChatFileKind::Markdown);
    QCOMPARE(recognise_chat(data("chatgpt.json")), ChatFileKind::ChatGpt);
    QCOMPARE(recognise_chat("\xEF\xBB\xBF\n " + data("lm_studio.json")), ChatFileKind::LmStudio);
    QCOMPARE(recognise_chat(gpt4all(3, {}).toStdString()), ChatFileKind::Gpt4All);
    for (const auto* other : {"", "  ", "{}", "[1, 2]", "{\"messages\": []}", "%PDF-1.4", "# Notes\n\n## User guide\n", "SQLite format 3"})
      QCOMPARE(recognise_chat(other), ChatFileKind::None);
    QCOMPARE(recognise_chat_file(folder / "missing"), ChatFileKind::None);
    QCOMPARE(recognise_chat_file(folder.path()), ChatFileKind::None);
  }

  void broken_files_are_refused_with_their_name() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto result = read_chats(bytes.toStdString(), "file.json");
    QVERIFY(!result);
    QVERIFY2(static_cast<int>(result.error().code) == code, result.error().message.c_str());
    QVERIFY(result.error().message.find("file.json") != std::string::npos);
  }
  void broken_files_are_refused_with_their_name_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    add_broken_files();
  }

  void path_in_a_title_is_a_title() {
    const auto chat = one("{\"name\": \"../../etc/passwd\\u0000\\n\\u001b[31m\", \"messages\": [{\"versions\": [{\"role\": \"user\", \"content\": \"x\"}]}]}");
    QCOMPARE(chat.content.conversation.title, "../../etc/passwd [31m");
    QCOMPARE(file_name_for(chat.content.conversation.title, "json"), "-..-etc-passwd [31m.json");
  }

  void file_that_is_not_there_is_named() {
    const Folder folder;
    QCOMPARE(read_chat_file(folder / "missing.json").error().code, ErrorCode::FileNotFound);
  }
};

QTEST_APPLESS_MAIN(ChatFilesTest)
#include "chat_files_test.moc"
