// Whatever a file called a chat holds: it is refused with its name and a reason, or it is what somebody saved.
#include <fstream>
#include <random>

#include "app/capsule/chat_files.h"
#include "tests/app/capsule/capsule_fixture.h"

using namespace eddy;
using namespace eddy::test;

namespace {

using Change = std::function<void(PortableChat&)>;
using Sabotage = std::function<void(Database&)>;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

Result<PortableChat> opened(const std::filesystem::path& file) {
  auto reader = CapsuleReader::open(file);
  if (!reader) return reader.error();
  if (auto sound = reader->check_states(parse_test_snapshot); !sound) return sound.error();
  return reader->chat();
}

Message& message(PortableChat& chat, std::size_t number) { return chat.content.messages[number - 1]; }

}  // namespace

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Sabotage)

class HostileCapsuleTest : public QObject {
  Q_OBJECT

  static void verify_refused(const std::filesystem::path& file, const QString& reason) {
    const auto result = opened(file);
    QVERIFY2(!result, "it was accepted");
    const auto text = QString::fromStdString(result.error().message);
    QVERIFY2(result.error().code == ErrorCode::FileCorrupt, qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("a.eddy")) && text.contains(reason), qPrintable(text));
  }

 private slots:
  /// The writer signs whatever it is given, so only the reader's own checks stand in the way.
  void content_that_cannot_be_is_refused() {
    QFETCH(Change, change);
    QFETCH(QString, reason);
    auto chat = sample_chat();
    change(chat);
    const Folder folder;
    write_capsule(folder / "a.eddy", chat);
    verify_refused(folder / "a.eddy", reason);
  }
  void content_that_cannot_be_is_refused_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* reason, Change change) { QTest::newRow(name) << change << reason; };
    row("cycle", "not before it", [](auto& c) { message(c, 2).parent = MessageId{3}; });
    row("own parent", "not before it", [](auto& c) { message(c, 3).parent = MessageId{3}; });
    row("orphan", "not before it", [](auto& c) { message(c, 3).parent = MessageId{99}; });
    row("parent zero", "not before it", [](auto& c) { message(c, 3).parent = MessageId{0}; });
    row("negative parent", "not before it", [](auto& c) { message(c, 3).parent = MessageId{-1}; });
    row("gap in numbers", "number out of order", [](auto& c) { message(c, 5).id = MessageId{6}; });
    row("negative number", "number out of order", [](auto& c) { message(c, 1).id = MessageId{-1}; });
    row("answer first", "answer to nothing", [](auto& c) { message(c, 1).author = Author::Assistant; });
    row("question after question", "same author", [](auto& c) { message(c, 2).author = Author::User; });
    row("unknown author", "unknown author", [](auto& c) { message(c, 5).author = static_cast<Author>(7); });
    row("unknown status", "unknown status", [](auto& c) { message(c, 5).status = static_cast<MessageStatus>(6); });
    row("negative status", "unknown status", [](auto& c) { message(c, 5).status = static_cast<MessageStatus>(-1); });
    row("pending question", "not finished", [](auto& c) { message(c, 1).status = MessageStatus::Pending; });
    row("text is no UTF-8", "not UTF-8", [](auto& c) { message(c, 1).text = "a\xff"; });
    row("name is no UTF-8", "name", [](auto& c) { message(c, 2).model_name = "\xed\xa0\x80"; });
    row("endless name", "name", [](auto& c) { message(c, 2).stop_reason = std::string(20'000, 'x'); });
    row("title is no UTF-8", "fact", [](auto& c) { c.content.conversation.title = "\xc0\xaf"; });
    row("prompt is no UTF-8", "fact", [](auto& c) { c.content.conversation.system_prompt = "\xf4\x90\x80\x80"; });
    row("setting is no UTF-8", "setting", [](auto& c) { c.settings["x"] = "\xff"; });
    row("negative token", "negative token", [](auto& c) { message(c, 1).tokens = {1, -2}; });
    row("negative count", "negative count", [](auto& c) { message(c, 2).tokens_generated = -1; });
    row("negative reread", "negative count", [](auto& c) { message(c, 2).tokens_reread = -1; });
    row("negative duration", "duration", [](auto& c) { message(c, 2).seconds = -1; });
    row("endless duration", "duration", [](auto& c) { message(c, 2).seconds_to_first_token = 1e300; });
    row("infinite duration", "duration", [](auto& c) { message(c, 2).seconds = INFINITY; });
    row("before 1970", "date", [](auto& c) { message(c, 2).created_at = -1; });
    row("after 9999", "date", [](auto& c) { message(c, 2).created_at = kLatestTime + 1; });
    row("chat before 1970", "date", [](auto& c) { c.content.conversation.created_at = -5; });
    row("chat after 9999", "date", [](auto& c) { c.content.conversation.updated_at = kLatestTime + 1; });
    row("branch on show not there", "branch", [](auto& c) { c.content.conversation.current_leaf = MessageId{6}; });
    row("branch on show zero", "branch", [](auto& c) { c.content.conversation.current_leaf = MessageId{0}; });
    row("branch on show a question", "branch", [](auto& c) { c.content.conversation.current_leaf = MessageId{4}; });
    row("branch on show negative", "branch", [](auto& c) { c.content.conversation.current_leaf = MessageId{-1}; });
  }

  void file_that_was_tampered_with_is_refused() {
    QFETCH(Sabotage, sabotage);
    QFETCH(QString, reason);
    const Folder folder;
    write_capsule(folder / "a.eddy", sample_chat(), {2, 5});
    {
      const auto database = must(Database::open(folder / "a.eddy", OpenMode::ReadWrite));
      sabotage(*database);
    }
    verify_refused(folder / "a.eddy", reason);
  }
  void file_that_was_tampered_with_is_refused_data() {
    QTest::addColumn<Sabotage>("sabotage");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* reason, std::string sql) {
      QTest::newRow(name) << Sabotage([sql](Database& database) { must(database.run_script(sql)); }) << reason;
    };
    row("text changed", "changed after", "UPDATE messages SET text = 'other' WHERE id = 2");
    row("message deleted", "belongs to nothing", "DELETE FROM messages WHERE id = 5");
    row("token changed", "changed after", "UPDATE messages SET tokens = x'01000000' WHERE id = 2");
    row("half a token", "tokens", "UPDATE messages SET tokens = x'010203' WHERE id = 2");
    row("setting added", "changed after", "INSERT INTO settings(name, value) VALUES ('x', 'y')");
    row("setting twice", "setting", "INSERT INTO settings(name, value) VALUES ('temperature', '9')");
    row("fact twice", "fact", "INSERT INTO facts(name, value) VALUES ('title', '9')");
    row("no format", "say what it is", "DELETE FROM facts WHERE name = 'format'");
    row("no digest", "changed after", "DELETE FROM facts WHERE name = 'digest'");
    row("odd date", "date", "UPDATE facts SET value = '12x' WHERE name = 'created_at'");
    row("huge date", "date", "UPDATE facts SET value = '99999999999999999999' WHERE name = 'created_at'");
    row("odd leaf", "branch", "UPDATE facts SET value = '1; DROP TABLE messages' WHERE name = 'current_leaf'");
    row("trigger", "never writes", "CREATE TRIGGER t AFTER INSERT ON facts BEGIN DELETE FROM messages; END");
    row("view", "never writes", "CREATE VIEW v AS SELECT 1");
    row("view in place of a table", "never writes", "DROP TABLE settings; CREATE VIEW settings AS SELECT 1 id, 'a' name, 'b' value");
    row("virtual table", "never writes", "CREATE VIRTUAL TABLE f USING fts5(x)");
    row("index", "never writes", "CREATE INDEX i ON messages(text)");
    row("another table", "never writes", "CREATE TABLE more(x)");
    row("looser table", "never writes", "DROP TABLE settings; CREATE TABLE settings(id INTEGER PRIMARY KEY, name, value)");
    row("generated column", "never writes", "ALTER TABLE messages ADD COLUMN g TEXT AS (upper(text))");
    row("SQL in a name", "never writes", "CREATE TABLE \"facts; DROP TABLE messages\"(x)");
    row("table missing", "missing", "DROP TABLE blocks");
    row("state changed", "damaged", "UPDATE states SET data = x'00' WHERE id = 1");
    row("state's checksum changed", "changed after", "UPDATE states SET checksum = 1 WHERE id = 1");
    row("state of no message", "belongs to nothing", "UPDATE states SET message_id = 9 WHERE id = 1");
    row("state of message zero", "belongs to nothing", "UPDATE states SET message_id = 0 WHERE id = 1");
    row("states twice", "belongs to nothing", "UPDATE states SET message_id = 5");
    row("state with negative count", "belongs to nothing", "UPDATE states SET tokens = -1 WHERE id = 1");
    row("state of no model", "belongs to nothing", "UPDATE states SET model_fingerprint = '' WHERE id = 1");
    row("gap in states", "belongs to nothing", "UPDATE states SET id = 7 WHERE id = 1");
    row("blocks gone", "damaged", "DELETE FROM blocks");
    row("block changed", "damaged", "UPDATE blocks SET data = x'00'");
    row("block of an odd name", "part of a saved state", "UPDATE blocks SET hash = '../../x' WHERE id = 1");
    row("blocks of one name", "part of a saved state", "UPDATE blocks SET hash = '00000000000000000000000000000000'");
  }

  void beginning_that_cannot_be_is_refused() {
    QFETCH(Change, change);
    QFETCH(QString, reason);
    auto chat = sample_chat_with_origin();
    const auto bytes = origin_bytes(chat);
    change(chat);
    const Folder folder;
    {
      auto writer = must(CapsuleWriter::create(folder / "a.eddy", chat));
      must(writer.add_origin(bytes));
      must(writer.finish());
    }
    verify_refused(folder / "a.eddy", reason);
  }
  void beginning_that_cannot_be_is_refused_data() {
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* reason, std::function<void(LibraryState&)> change) {
      QTest::newRow(name) << Change([change](PortableChat& c) { change(c.origin->state); }) << reason;
    };
    row("no name", "no name", [](auto& s) { s.name.clear(); });
    row("no model", "no model", [](auto& s) { s.model_fingerprint.clear(); });
    row("name is no UTF-8", "UTF-8", [](auto& s) { s.name = "a\xff"; });
    row("endless note", "too long", [](auto& s) { s.note = std::string(20'000, 'x'); });
    row("text is no UTF-8", "UTF-8", [](auto& s) { s.text = "\xed\xa0\x80"; });
    row("unknown kind", "unknown kind", [](auto& s) { s.kind = static_cast<StateKind>(9); });
    row("negative kind", "unknown kind", [](auto& s) { s.kind = static_cast<StateKind>(-1); });
    row("before 1970", "date", [](auto& s) { s.created_at = -1; });
    row("after 9999", "date", [](auto& s) { s.created_at = kLatestTime + 1; });
    row("negative token", "negative token", [](auto& s) { s.tokens[1] = -2; });
    row("negative count", "negative count", [](auto& s) { s.token_count = -3; });
    row("another count", "another text", [](auto& s) { s.token_count = 1LL << 62; });
    row("other tokens", "another text", [](auto& s) { s.tokens[0] = 9; });
    row("other hash", "another text", [](auto& s) { ++s.token_hash; });
    row("bytes of another model", "another text", [](auto& s) { s.model_fingerprint = "other"; });
    row("bytes of another text", "another text", [](auto& s) {
      s.tokens = {7};
      s.token_count = 1;
      s.token_hash = hash_tokens(0, s.tokens);
    });
    row("bytes of more text", "another text", [](auto& s) {
      s.tokens.clear();
      s.token_count = 0;
    });
  }

  void beginning_that_was_tampered_with_is_refused() {
    QFETCH(Sabotage, sabotage);
    QFETCH(QString, reason);
    const Folder folder;
    write_capsule(folder / "a.eddy", sample_chat_with_origin(), {5});
    {
      const auto database = must(Database::open(folder / "a.eddy", OpenMode::ReadWrite));
      sabotage(*database);
    }
    verify_refused(folder / "a.eddy", reason);
  }
  void beginning_that_was_tampered_with_is_refused_data() {
    QTest::addColumn<Sabotage>("sabotage");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const char* reason, std::string sql) {
      QTest::newRow(name) << Sabotage([sql](Database& database) { must(database.run_script(sql)); }) << reason;
    };
    row("gone", "missing", "DELETE FROM origin");
    row("two", "more than one", "INSERT INTO origin SELECT 2, kind, created_at, token_hash, token_count, checksum, name, note, "
        "architecture, model_fingerprint, model_name, reading, text, tokens, data FROM origin");
    row("another number", "what Eddy", "UPDATE origin SET id = 7");
    row("name changed", "changed after", "UPDATE origin SET name = 'Robert''); DROP TABLE messages;--'");
    row("text changed", "changed after", "UPDATE origin SET text = 'other'");
    row("half a token", "what Eddy", "UPDATE origin SET tokens = x'010203'");
    row("bytes changed", "damaged", "UPDATE origin SET data = zeroblob(length(data))");
    row("bytes of another length", "changed after", "UPDATE origin SET data = x'00'");
    row("checksum changed", "changed after", "UPDATE origin SET checksum = 1");
    row("said to be the older version", "never writes", "PRAGMA user_version = 1");
    row("table missing", "missing", "DROP TABLE origin");
    row("trigger on it", "never writes", "CREATE TRIGGER t AFTER INSERT ON origin BEGIN DELETE FROM messages; END");
  }

  void newer_version_without_a_beginning_is_refused() {
    const Folder folder;
    write_capsule(folder / "a.eddy", sample_chat());
    must(must(Database::open(folder / "a.eddy", OpenMode::ReadWrite))->run_script("PRAGMA user_version = 2"));
    verify_refused(folder / "a.eddy", QStringLiteral("missing"));
  }

  /// Where the states of the branch begin is part of what they are.
  void states_of_a_branch_that_begins_elsewhere_are_refused() {
    const Folder folder;
    auto chat = sample_chat_with_origin();
    auto writer = must(CapsuleWriter::create(folder / "a.eddy", chat));
    QVERIFY(!must(writer.add_state(MessageId{5}, state_of_branch(sample_chat(), 5))));
    QVERIFY(!must(writer.add_state(MessageId{5}, TestSnapshot("abc123", {1, 2}))));
    QVERIFY(must(writer.add_state(MessageId{5}, state_of_branch(chat, 5))));
  }

  void values_of_another_type_are_refused() {
    const Folder folder;
    write_capsule(folder / "a.eddy", sample_chat());
    // In place of a text a number, which a strict table never lets in: by way of the file's bytes.
    auto bytes = bytes_of(folder / "a.eddy");
    const auto strict = bytes.find(") STRICT");
    QVERIFY(strict != std::string::npos);
    bytes.replace(strict, 8, ")       ");
    write_bytes(folder / "a.eddy", bytes);
    verify_refused(folder / "a.eddy", QStringLiteral("never writes"));
  }

  void state_of_another_text_is_refused() {
    const Folder folder;
    auto chat = sample_chat();
    auto writer = must(CapsuleWriter::create(folder / "a.eddy", chat));
    QVERIFY(must(writer.add_state(MessageId{5}, state_of_branch(chat, 5))));
    must(writer.finish());
    // The list names message 3 for the state of message 5, and signs it.
    {
      const auto reader = must(CapsuleReader::open(folder / "a.eddy"));
      must(reader.check_states(parse_test_snapshot));
    }
    const auto lying = [](const SnapshotPieces&) -> Result<std::shared_ptr<const StateSnapshot>> {
      return std::shared_ptr<const StateSnapshot>(std::make_shared<TestSnapshot>("abc123", std::vector<std::int32_t>{1, 2}));
    };
    const auto reader = must(CapsuleReader::open(folder / "a.eddy"));
    const auto refused = reader.check_states(lying);
    QVERIFY(!refused);
    QVERIFY(refused.error().message.find("another text") != std::string::npos);
  }

  void state_of_a_newer_eddy_is_no_fault() {
    const Folder folder;
    write_capsule(folder / "a.eddy", sample_chat(), {5});
    const auto newer = [](const SnapshotPieces&) -> Result<std::shared_ptr<const StateSnapshot>> {
      return Error{ErrorCode::FileTooNew, "newer", {}};
    };
    const auto reader = must(CapsuleReader::open(folder / "a.eddy"));
    must(reader.check_states(newer));
    QCOMPARE(reader.state(0, newer).error().code, ErrorCode::FileTooNew);
  }

  void other_files_are_not_chats() {
    const Folder folder;
    { must(Database::open(folder / "other.eddy", OpenMode::ReadWrite))->run_script("CREATE TABLE t(x)").value(); }
    write_bytes(folder / "text.eddy", "not a chat");
    write_bytes(folder / "empty.eddy", "");
    for (const auto* name : {"other.eddy", "text.eddy", "empty.eddy"}) {
      QCOMPARE(CapsuleReader::open(folder / name).error().code, ErrorCode::UnsupportedFormat);
    }
    QCOMPARE(CapsuleReader::open(folder / "missing.eddy").error().code, ErrorCode::FileNotFound);
    QCOMPARE(CapsuleReader::open(folder.path()).error().code, ErrorCode::FileUnreadable);
  }

  void newer_capsule_is_told_from_a_damaged_one() {
    const Folder folder;
    write_capsule(folder / "a.eddy", sample_chat());
    { must(must(Database::open(folder / "a.eddy", OpenMode::ReadWrite))->run_script("PRAGMA user_version = 4")); }
    const auto refused = CapsuleReader::open(folder / "a.eddy");
    QCOMPARE(refused.error().code, ErrorCode::FileTooNew);
    QVERIFY(refused.error().message.find("Update Eddy") != std::string::npos);
  }

  void logs_beside_the_file_are_not_believed() {
    const Folder folder;
    write_capsule(folder / "a.eddy", sample_chat());
    for (const auto* name : {"a.eddy-wal", "a.eddy-journal", "a.eddy-shm"}) write_bytes(folder / name, std::string(4096, 'x'));
    QVERIFY(same(must(opened(folder / "a.eddy")), sample_chat()));
    QCOMPARE(bytes_of(folder / "a.eddy-journal"), std::string(4096, 'x'));
  }

  void file_that_says_it_is_huge_is_refused_at_once() {
    const Folder folder;
    write_capsule(folder / "a.eddy", sample_chat());
    auto bytes = bytes_of(folder / "a.eddy");
    bytes.replace(28, 4, "\x7f\xff\xff\xff");  // pages in the file
    write_bytes(folder / "a.eddy", bytes);
    verify_refused(folder / "a.eddy", QStringLiteral("damaged"));
  }

  void truncated_file_is_refused() {
    const Folder folder;
    write_capsule(folder / "whole", sample_chat(), {2, 5});
    const auto bytes = bytes_of(folder / "whole");
    for (std::size_t size = 0; size < bytes.size(); size += 64) {
      write_bytes(folder / "a.eddy", std::string_view(bytes).substr(0, size));
      const auto result = opened(folder / "a.eddy");
      QVERIFY2(!result, qPrintable(QString::number(size)));
      QVERIFY(result.error().code == ErrorCode::FileCorrupt || result.error().code == ErrorCode::UnsupportedFormat);
    }
  }

  void flipped_bits_are_found_or_do_not_matter() {
    const Folder folder;
    write_capsule(folder / "whole", sample_chat(), {2, 5});
    const auto whole = bytes_of(folder / "whole");
    std::mt19937 random(7);
    int refused = 0;
    for (int i = 0; i < 400; ++i) {
      auto bytes = whole;
      bytes[random() % bytes.size()] ^= static_cast<char>(1 << random() % 8);
      write_bytes(folder / "a.eddy", bytes);
      const auto result = opened(folder / "a.eddy");
      if (result) QVERIFY(same(*result, sample_chat()));
      refused += !result;
    }
    QVERIFY(refused > 0);
  }
};

QTEST_APPLESS_MAIN(HostileCapsuleTest)
#include "hostile_capsule_test.moc"
