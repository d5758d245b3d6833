// Files that are no chats, or whose chats cannot be. Apart from the test, because moc does not get over these strings.
#pragma once

#include <QtTest>
#include <fstream>
#include <string>

#include "engine/api/error.h"

namespace eddy::test {

/// A file of tests/data/chats, without the newline at its end.
inline std::string data(const std::string& name) {
  std::ifstream in(std::string(EDDY_TEST_DATA "/chats/") + name, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(in), {});
  if (text.empty()) qFatal("%s is missing", name.c_str());
  text.pop_back();
  return text;
}

/// Rows of bytes and the code they are refused with.
inline void add_broken_files() {
  const auto row = [](const char* name, ErrorCode code, const QByteArray& bytes) { QTest::newRow(name) << bytes << static_cast<int>(code); };
  row("nothing", ErrorCode::UnsupportedFormat, "");
  row("text", ErrorCode::UnsupportedFormat, "hello");
  row("binary", ErrorCode::UnsupportedFormat, "\xff\xfe\x01");
  row("other JSON", ErrorCode::UnsupportedFormat, "{\"a\": 1}");
  row("cut off", ErrorCode::FileCorrupt, QByteArray::fromStdString(data("chatgpt.json")).left(600));
  row("nested", ErrorCode::FileCorrupt, "{\"mapping\": {\"parent\": " + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}}");
  row("empty mapping", ErrorCode::FileCorrupt, R"([{"mapping": {}, "current_node": 1}])");
  row("mapping of numbers", ErrorCode::FileCorrupt, R"([{"mapping": 3, "current_node": 1}])");
  row("LM Studio without text", ErrorCode::FileCorrupt, R"({"messages": [{"versions": 1}, 2, {"versions": [{"role": 1, "content": 5}]}]})");
  row("LM Studio without list", ErrorCode::FileCorrupt, R"({"messages": 1, "versions": 2})");
  const QByteArray head = R"({"format": "eddy-conversation", "version": 1, "messages": [)";
  row("newer", ErrorCode::FileTooNew, R"({"format": "eddy-conversation", "version": 2, "messages": []})");
  row("no messages", ErrorCode::FileCorrupt, R"({"format": "eddy-conversation", "version": 1})");
  row("no number", ErrorCode::FileCorrupt, head + R"({"id": "1", "author": "user", "status": "done"}]})");
  row("number twice", ErrorCode::FileCorrupt, head + R"({"id": 1, "author": "user", "status": "done"}, {"id": 1, "author": "user", "status": "done"}]})");
  row("parent not there", ErrorCode::FileCorrupt, head + R"({"id": 1, "parent": 2, "author": "user", "status": "done"}]})");
  row("unknown author", ErrorCode::FileCorrupt, head + R"({"id": 1, "author": "cat", "status": "done"}]})");
  row("unknown status", ErrorCode::FileCorrupt, head + R"({"id": 1, "author": "user", "status": "odd"}]})");
  row("answer first", ErrorCode::FileCorrupt, head + R"({"id": 1, "author": "assistant", "status": "done"}]})");
  row("negative count", ErrorCode::FileCorrupt, head + R"({"id": 1, "author": "user", "status": "done", "tokens_generated": -3}]})");
  row("Markdown is no UTF-8", ErrorCode::FileCorrupt, "# a\n## You <!-- eddy:question -->\n\xff\n");
  row("SQL in a chat is text", ErrorCode::FileCorrupt, head + R"({"id": 1, "author": "'; DROP TABLE messages;--", "status": "done"}]})");
}

}  // namespace eddy::test
