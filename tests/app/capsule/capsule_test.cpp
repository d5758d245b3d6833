// A chat that travels in a file arrives as it left.
#include "app/capsule/chat_files.h"
#include "app/storage/export.h"
#include "tests/app/capsule/capsule_fixture.h"

using namespace eddy;
using namespace eddy::test;

namespace {

struct Home {
  Conversations conversations;
  SnapshotStore snapshots = SnapshotStore::open(conversations.folder().path(), "uuid").store;
  StateLibrary library{conversations.database(), conversations.folder().path()};

  ImportedConversation take(const PortableChat& chat, std::span<const std::byte> origin = {}) {
    return must(take_over(conversations.database(), library, {chat}, origin)).front();
  }
  ConversationId fill(const PortableChat& chat) { return take(chat).id; }
  std::int64_t count(const char* table) { return **conversations.database().integer(std::string("SELECT count(*) FROM ") + table); }
  /// A state for every answer of the conversation.
  void keep_states(ConversationId id) {
    for (const auto& message : must(conversations->all_messages(id))) {
      if (message.author != Author::Assistant) continue;
      std::vector<std::int32_t> tokens;
      if (const auto origin = must(library.origin_of(id))) tokens = must(library.state(*origin)).tokens;
      for (const auto& one : must(conversations->branch(message.id))) tokens.insert(tokens.end(), one.tokens.begin(), one.tokens.end());
      const TestSnapshot snapshot("abc123", tokens);
      must(snapshots.put({.message = message.id, .conversation = id, .model_fingerprint = "abc123",
                          .token_hash = snapshot.key().token_hash, .tokens = snapshot.key().tokens}, snapshot));
    }
  }
};

}  // namespace

class CapsuleTest : public QObject {
  Q_OBJECT

 private slots:
  void chat_arrives_as_it_left() {
    const Folder folder;
    write_capsule(folder / "a.eddy", sample_chat(), {2, 3, 5});
    const auto reader = must(CapsuleReader::open(folder / "a.eddy"));
    QVERIFY(same(reader.chat(), sample_chat()));
    QCOMPARE(reader.states().size(), std::size_t{3});
    must(reader.check_states(parse_test_snapshot));
    QCOMPARE(must(reader.state(2, parse_test_snapshot))->serialise(), state_of_branch(sample_chat(), 5).serialise());
  }

  void pictures_travel_through_a_capsule_and_json() {
    const Folder folder;
    Home here, there;
    const Picture cat{.message = MessageId{1}, .name = "cat, asleep.png", .media_type = "image/png", .width = 30, .height = 20, .content = std::vector<std::byte>(1000, std::byte{0xC7})};
    auto chat = sample_chat();
    chat.content.pictures = {cat};
    const auto id = here.fill(chat);
    const auto outgoing = must(outgoing_chat(*here.conversations, &here.snapshots, here.library, id));
    auto writer = must(CapsuleWriter::create(folder / "a.eddy", outgoing.chat));
    must(writer.finish());
    const auto reader = must(CapsuleReader::open(folder / "a.eddy"));
    const auto arrived = [&](const std::vector<Picture>& pictures, MessageId message) {
      return pictures.size() == 1 && pictures[0].message == message && pictures[0].name == cat.name && pictures[0].media_type == cat.media_type &&
             pictures[0].width == 30 && pictures[0].height == 20 && pictures[0].content == cat.content;
    };
    QVERIFY(arrived(reader.chat().content.pictures, MessageId{1}));
    const auto imported = there.take(reader.chat());
    QVERIFY(arrived(must(there.conversations->all_pictures(imported.id)), imported.messages[0]));

    const auto json = export_json(must(there.conversations->conversation(imported.id)), must(there.conversations->all_messages(imported.id)),
                                  must(there.conversations->all_pictures(imported.id)));
    const auto read = must(read_chats(json, "a.json"));
    QVERIFY(arrived(read.at(0).content.pictures, MessageId{1}));
    const auto markdown = export_markdown({}, must(there.conversations->all_messages(imported.id)), true, must(there.conversations->all_pictures(imported.id)));
    QVERIFY2(markdown.find("![cat, asleep.png](attachment:cat%2C%20asleep.png)") != std::string::npos, markdown.c_str());
  }

  void a_picture_that_was_changed_or_is_none_is_refused() {
    const Folder folder;
    auto chat = sample_chat();
    chat.content.pictures = {{.message = MessageId{1}, .name = "cat.png", .media_type = "image/png", .width = 30, .height = 20, .content = {std::byte{1}}}};
    const auto refused = [&](const char* change) {
      write_capsule(folder / "a.eddy", chat, {});
      const auto database = must(Database::open(folder / "a.eddy", OpenMode::ReadWrite));
      must(database->run_script(change));
      const auto reader = CapsuleReader::open(folder / "a.eddy");
      return !reader && reader.error().code == ErrorCode::FileCorrupt;
    };
    for (const char* change : {"UPDATE pictures SET data = x'0102'", "UPDATE pictures SET message_id = 99", "UPDATE pictures SET width = 2000000",
                               "UPDATE pictures SET name = 'dog.png'", "DELETE FROM pictures", "UPDATE pictures SET media_type = 'image/svg+xml'"}) {
      QVERIFY2(refused(change), change);
    }
    QVERIFY(!refused("UPDATE pictures SET id = 7"));
  }

  void stores_travel_through_a_capsule() {
    const Folder folder;
    Home here, there;
    here.fill(PortableChat{});  // so that ids differ
    const auto id = here.fill(sample_chat());
    here.keep_states(id);
    auto outgoing = must(outgoing_chat(*here.conversations, &here.snapshots, here.library, id));
    outgoing.chat.settings = sample_chat().settings;
    outgoing.chat.model_file = "tiny.gguf";
    QVERIFY(same(outgoing.chat, sample_chat()));
    QCOMPARE(outgoing.states.size(), std::size_t{3});
    QCOMPARE(outgoing.chosen(StatesKept::None).size(), std::size_t{0});
    QCOMPARE(outgoing.chosen(StatesKept::CurrentLeaf).size(), std::size_t{1});
    auto writer = must(CapsuleWriter::create(folder / "a.eddy", outgoing.chat));
    for (const auto& state : outgoing.chosen(StatesKept::All)) QVERIFY(must(add_state(writer, here.snapshots, state, parse_test_snapshot)));
    must(writer.finish());

    const auto reader = must(CapsuleReader::open(folder / "a.eddy"));
    must(reader.check_states(parse_test_snapshot));
    const auto imported = there.take(reader.chat());
    for (std::size_t i = 0; i < reader.states().size(); ++i) QVERIFY(must(keep_state(reader, i, imported, there.snapshots, parse_test_snapshot)));
    const auto back = must(outgoing_chat(*there.conversations, &there.snapshots, there.library, imported.id));
    auto expected = sample_chat();
    expected.settings.clear();
    expected.model_file.clear();
    QVERIFY(same(back.chat, expected));
    QCOMPARE(back.states.size(), std::size_t{3});
    const auto leaf = must(there.conversations->conversation(imported.id)).current_leaf;
    const auto state = must(there.snapshots.get(*leaf, "abc123"));
    QCOMPARE(must(parse_test_snapshot(*state))->key(), state_of_branch(sample_chat(), 5).key());
    QCOMPARE(must(there.conversations->deepest_leaf(imported.messages[0])), *leaf);
  }

  void what_a_chat_begins_with_travels_along_data() {
    QTest::addColumn<bool>("known");
    QTest::newRow("the receiver does not have it") << false;
    QTest::newRow("the receiver has the same") << true;
  }
  void what_a_chat_begins_with_travels_along() {
    QFETCH(bool, known);
    const Folder folder;
    Home here, there;
    const auto sample = sample_chat_with_origin();
    const auto bytes = origin_bytes(sample);
    const auto id = here.take(sample, bytes).id;
    here.keep_states(id);
    const auto outgoing = must(outgoing_chat(*here.conversations, &here.snapshots, here.library, id));
    QCOMPARE(outgoing.chat.origin->state.name, std::string("Captain"));
    {
      auto writer = must(begin_capsule(folder / "a.eddy", outgoing, here.library, StatesKept::All));
      for (const auto& state : outgoing.states) QVERIFY(must(add_state(writer, here.snapshots, state, parse_test_snapshot)));
      must(writer.finish());
    }
    auto listed = sample.origin->state;
    listed.name = "Mine";
    if (known) (void)must(there.library.add(listed, bytes));

    const auto reader = must(CapsuleReader::open(folder / "a.eddy"));
    must(reader.check_states(parse_test_snapshot));
    QVERIFY(must(reader.origin_bytes(parse_test_snapshot)) == bytes);
    const auto imported = there.take(reader.chat(), must(reader.origin_bytes(parse_test_snapshot)));
    QCOMPARE(reader.states().size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) QVERIFY(must(keep_state(reader, i, imported, there.snapshots, parse_test_snapshot)));
    const auto origin = must(there.library.origin_of(imported.id));
    QVERIFY(origin.has_value());
    const auto state = must(there.library.state(*origin));
    QVERIFY(state.tokens == sample.origin->state.tokens && state.reading == "reading" && state.text == "User: ahoy");
    QVERIFY(state.token_hash == sample.origin->state.token_hash && must(there.library.bytes(*origin)) == bytes);
    QCOMPARE(state.name, std::string(known ? "Mine" : "Captain"));
    QCOMPARE(there.count("library_states"), std::int64_t{1});
    // One that came with a chat goes with it, and is in no list.
    QCOMPARE(must(there.library.list()).size(), std::size_t(known ? 1 : 0));
    must(there.conversations->remove(imported.id));
    (void)must(there.conversations->purge_removed());
    must(there.library.clean_up());
    QCOMPARE(there.count("library_states"), std::int64_t(known ? 1 : 0));
  }

  void without_states_the_tokens_of_the_beginning_are_enough() {
    const Folder folder;
    Home here, tuned, there, other;
    auto sample = sample_chat_with_origin();
    const auto bytes = origin_bytes(sample);
    const auto write = [&](Home& home, const PortableChat& chat, const char* name) {
      const auto outgoing = must(outgoing_chat(*home.conversations, nullptr, home.library, home.take(chat, bytes).id));
      auto writer = must(begin_capsule(folder / name, outgoing, home.library, StatesKept::None));
      must(writer.finish());
      return must(CapsuleReader::open(folder / name));
    };
    const auto tokens = write(here, sample, "tokens.eddy");
    QVERIFY(must(tokens.origin_bytes(parse_test_snapshot)).empty());
    const auto origin = must(there.library.origin_of(there.take(tokens.chat()).id));
    QVERIFY(must(there.library.state(*origin)).replayable);
    QVERIFY(must(there.library.bytes(*origin)).empty());
    // Where a whole one is, it is used.
    const auto whole = must(other.library.add(sample.origin->state, bytes));
    QVERIFY(must(other.library.origin_of(other.take(tokens.chat()).id)) == std::optional(whole));
    // What cannot be made again goes along whole in any case.
    sample.origin->state.tokens.clear();
    sample.origin->state.replayable = false;
    QVERIFY(must(write(tuned, sample, "tuned.eddy").origin_bytes(parse_test_snapshot)) == bytes);
  }

  void only_what_needs_the_newer_version_has_it() {
    const Folder folder;
    write_capsule(folder / "old.eddy", sample_chat());
    write_capsule(folder / "new.eddy", sample_chat_with_origin());
    const auto version = [&](const char* name) {
      const auto database = must(Database::open(folder / name, OpenMode::ReadOnly));
      return must(database->integer("PRAGMA user_version")).value_or(0);
    };
    QCOMPARE(version("old.eddy"), std::int64_t{1});
    QCOMPARE(version("new.eddy"), std::int64_t{2});
  }

  void a_beginning_that_only_a_newer_eddy_reads_is_made_again_from_its_tokens() {
    const Folder folder;
    const auto newer = [](const SnapshotPieces&) -> Result<std::shared_ptr<const StateSnapshot>> {
      return Error{ErrorCode::FileTooNew, "newer", {}};
    };
    auto sample = sample_chat_with_origin();
    write_capsule(folder / "a.eddy", sample);
    must(must(CapsuleReader::open(folder / "a.eddy")).check_states(newer));
    const auto bytes = origin_bytes(sample);
    sample.origin->state.tokens.clear();
    auto writer = must(CapsuleWriter::create(folder / "b.eddy", sample));
    must(writer.add_origin(bytes));
    must(writer.finish());
    QCOMPARE(must(CapsuleReader::open(folder / "b.eddy")).check_states(newer).error().code, ErrorCode::FileTooNew);
  }

  void state_of_another_text_is_not_exported() {
    const Folder folder;
    auto writer = must(CapsuleWriter::create(folder / "a.eddy", sample_chat()));
    QVERIFY(!must(writer.add_state(MessageId{5}, state_of_branch(sample_chat(), 2))));
    QVERIFY(!must(writer.add_state(MessageId{5}, TestSnapshot("abc123", {1, 2, 3}))));
    QVERIFY(!must(writer.add_state(MessageId{2}, state_of_branch(sample_chat(), 5))));
    must(writer.finish());
    QVERIFY(must(CapsuleReader::open(folder / "a.eddy")).states().empty());
  }

  void answer_that_grew_after_its_state_keeps_it() {
    const Folder folder;
    auto chat = sample_chat();
    const auto before = state_of_branch(chat, 5);
    chat.content.messages[4].tokens.push_back(99);
    auto writer = must(CapsuleWriter::create(folder / "a.eddy", chat));
    QVERIFY(must(writer.add_state(MessageId{5}, before)));
    must(writer.finish());
    must(must(CapsuleReader::open(folder / "a.eddy")).check_states(parse_test_snapshot));
  }

  void blocks_that_states_share_are_stored_once() {
    const Folder folder;
    write_capsule(folder / "a.eddy", sample_chat(), {2, 3, 5});
    const auto database = must(Database::open(folder / "a.eddy", OpenMode::ReadOnly));
    QCOMPARE(must(database->integer("SELECT count(*) FROM blocks")), std::optional<std::int64_t>(4));  // one shared, three of their own
  }

  void empty_chat_travels_too() {
    const Folder folder;
    write_capsule(folder / "a.eddy", PortableChat{});
    QVERIFY(must(CapsuleReader::open(folder / "a.eddy")).chat().content.messages.empty());
  }

  void unfinished_answers_arrive_interrupted_and_open_questions_get_one() {
    auto chat = sample_chat();
    chat.content.messages[4].status = MessageStatus::Streaming;
    chat.content.messages.push_back({.id = MessageId{6}, .parent = MessageId{5}, .author = Author::User, .text = "more"});
    const Folder folder;
    write_capsule(folder / "a.eddy", chat);
    const auto reader = must(CapsuleReader::open(folder / "a.eddy"));
    QCOMPARE(reader.chat().content.messages.size(), std::size_t{7});
    Home home;
    const auto messages = must(home.conversations->all_messages(home.fill(reader.chat())));
    QCOMPARE(messages[4].status, MessageStatus::Interrupted);
    QCOMPARE(messages[6].status, MessageStatus::Interrupted);
    QCOMPARE(messages[6].parent, std::optional(messages[5].id));
  }

  void import_is_all_or_nothing() {
    Home home;
    must(home.conversations.database().run_script(
        "CREATE TRIGGER full BEFORE INSERT ON messages WHEN NEW.text = 'So.' BEGIN SELECT RAISE(ABORT, 'stop'); END"));
    const std::vector<ConversationContent> two{PortableChat{}.content, sample_chat().content};
    QVERIFY(!import_conversations(home.conversations.database(), two));
    const auto begun = sample_chat_with_origin();
    QVERIFY(!take_over(home.conversations.database(), home.library, {begun}, origin_bytes(begun)));
    QCOMPARE(home.count("library_states"), std::int64_t{0});
    QVERIFY(must(home.conversations->list_conversations()).empty());
    QCOMPARE(must(home.conversations.database().integer("SELECT count(*) FROM messages")), std::optional<std::int64_t>(0));
  }

  void export_replaces_a_file_only_when_it_is_whole() {
    const Folder folder;
    write_capsule(folder / "a.eddy", sample_chat());
    { auto abandoned = must(CapsuleWriter::create(folder / "a.eddy", PortableChat{})); }
    QVERIFY(same(must(CapsuleReader::open(folder / "a.eddy")).chat(), sample_chat()));
    int files = 0;
    for ([[maybe_unused]] const auto& file : std::filesystem::directory_iterator(folder.path())) ++files;
    QCOMPARE(files, 1);
    write_capsule(folder / "a.eddy", PortableChat{});
    QVERIFY(must(CapsuleReader::open(folder / "a.eddy")).chat().content.messages.empty());
  }

  void places_where_nothing_can_be_written_are_named() {
    const Folder folder;
    for (const auto& goal : {folder.path(), folder / "missing/a.eddy"}) {
      const auto writer = CapsuleWriter::create(goal, sample_chat());
      QVERIFY(!writer);
      QCOMPARE(writer.error().code, ErrorCode::FileUnreadable);
      QVERIFY(writer.error().message.find("Choose another folder") != std::string::npos);
    }
  }

  void checking_can_be_stopped() {
    const Folder folder;
    write_capsule(folder / "a.eddy", sample_chat(), {5});
    std::stop_source stop;
    const auto reader = must(CapsuleReader::open(folder / "a.eddy", stop.get_token()));
    stop.request_stop();
    QCOMPARE(reader.check_states(parse_test_snapshot, stop.get_token()).error().code, ErrorCode::Cancelled);
    QCOMPARE(CapsuleReader::open(folder / "a.eddy", stop.get_token()).error().code, ErrorCode::Cancelled);
  }

  void titles_become_file_names_anywhere() {
    QFETCH(QString, title);
    QFETCH(QString, name);
    QCOMPARE(QString::fromStdString(file_name_for(title.toStdString(), "eddy")), name);
  }
  void titles_become_file_names_anywhere_data() {
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << "Tea in Oslo" << "Tea in Oslo.eddy";
    QTest::newRow("path") << "../../etc/passwd" << "-..-etc-passwd.eddy";
    QTest::newRow("drive") << "C:\\x?*" << "C--x--.eddy";
    QTest::newRow("nothing") << "" << "Chat.eddy";
    QTest::newRow("dots") << "..." << "Chat.eddy";
    QTest::newRow("lines") << "a\nb\tc" << "a b c.eddy";
  }
};

QTEST_APPLESS_MAIN(CapsuleTest)
#include "capsule_test.moc"
