// Named states outlive everything but the user's own wish; leaving a turn out leaves the branch with it alone.
#include "app/storage/files.h"
#include "app/storage/state_library.h"
#include "app/storage/turn_removal.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;
namespace fs = std::filesystem;

namespace {

std::vector<std::byte> bytes_of(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

LibraryState persona(std::string name) {
  return {.kind = StateKind::Persona, .token_hash = 0xFEDCBA9876543210u, .token_count = 3, .name = std::move(name), .note = "Talks like a sailor",
          .architecture = "rwkv7", .model_fingerprint = "f00d", .model_name = "World", .reading = "tok/chat", .text = "User: ahoy",
          .tokens = {7, 8, 9}};
}

LibraryState tuned(std::string name) {
  return {.kind = StateKind::Tuned, .token_hash = 42, .name = std::move(name), .architecture = "rwkv7", .model_fingerprint = "f00d"};
}

std::size_t files_in(const fs::path& folder) {
  std::size_t count = 0;
  std::error_code why;
  for (fs::directory_iterator it(folder, why), end; !why && it != end; it.increment(why)) ++count;
  return count;
}

}  // namespace

class StateLibraryTest : public QObject {
  Q_OBJECT

 private slots:
  void what_is_added_is_found_again() {
    Conversations chats;
    StateLibrary library(chats.database(), chats.folder().path());
    const auto first = must(library.add(persona("Sailor"), bytes_of("state one")));
    const auto second = must(library.add(tuned("Poet"), bytes_of("state two!")));
    const auto list = must(library.list());
    QCOMPARE(list.size(), std::size_t{2});
    QVERIFY(list[0].id == second && list[1].id == first);
    QVERIFY(list[1].tokens.empty() && list[1].replayable && !list[0].replayable);
    const auto found = must(library.state(first));
    QVERIFY(found.kind == StateKind::Persona && found.token_hash == 0xFEDCBA9876543210u && found.tokens == std::vector<std::int32_t>({7, 8, 9}));
    QVERIFY(found.name == "Sailor" && found.note == "Talks like a sailor" && found.model_name == "World" && found.reading == "tok/chat");
    QCOMPARE(found.bytes, std::int64_t{9});
    QVERIFY(must(library.bytes(first)) == bytes_of("state one"));
    QCOMPARE(must(library.used_bytes()), std::int64_t{19});
    must(library.rename(first, "Captain", ""));
    QCOMPARE(must(library.state(first)).name, std::string("Captain"));
  }

  void unknown_states_are_told() {
    Conversations chats;
    StateLibrary library(chats.database(), chats.folder().path());
    const LibraryStateId none{9};
    QVERIFY(library.state(none).error().code == ErrorCode::InvalidArgument);
    QVERIFY(library.bytes(none).error().code == ErrorCode::InvalidArgument);
    QVERIFY(library.rename(none, "x", "").error().code == ErrorCode::InvalidArgument);
    QVERIFY(library.remove(none).error().code == ErrorCode::InvalidArgument);
    const auto chat = must(chats->create_conversation());
    QVERIFY(library.begin_with(chat, none).error().code == ErrorCode::InvalidArgument);
    QVERIFY(!must(library.origin_of(chat)));
  }

  void a_damaged_or_missing_file_is_told_and_stays_listed() {
    Conversations chats;
    StateLibrary library(chats.database(), chats.folder().path());
    const auto id = must(library.add(persona("Sailor"), bytes_of("state one")));
    const auto file = fs::directory_iterator(chats.folder() / "library")->path();
    must(write_file_durably(file, bytes_of("state 0ne")));
    QVERIFY(library.bytes(id).error().code == ErrorCode::FileCorrupt);
    QVERIFY(library.bytes(id).error().message.find("\"Sailor\"") != std::string::npos);
    fs::remove(file);
    QVERIFY(library.bytes(id).error().code == ErrorCode::FileCorrupt);
    QCOMPARE(must(library.list()).size(), std::size_t{1});
    must(write_file_durably(file, bytes_of("state one")));  // put back
    QVERIFY(library.bytes(id).has_value());
  }

  void a_folder_that_cannot_be_made_is_told_and_nothing_is_listed() {
    Conversations chats;
    must(write_file_durably(chats.folder() / "library", bytes_of("in the way")));
    StateLibrary library(chats.database(), chats.folder().path());
    QVERIFY(!library.add(persona("Sailor"), bytes_of("state")));
    QVERIFY(must(library.list()).empty());
  }

  void a_conversation_begins_with_one_before_its_first_message() {
    Conversations chats;
    StateLibrary library(chats.database(), chats.folder().path());
    const auto id = must(library.add(persona("Sailor"), bytes_of("state")));
    const auto chat = must(chats->create_conversation());
    must(library.begin_with(chat, id));
    QVERIFY(must(library.origin_of(chat)) == id);
    QCOMPARE(must(library.state(id)).conversations, std::int64_t{1});
    must(chats->append_turn(chat, std::nullopt, "hello"));
    QVERIFY(library.begin_with(chat, id).error().code == ErrorCode::StateMismatch);
    const auto copy = must(chats->duplicate(chat, "copy"));
    QVERIFY(must(library.origin_of(copy.id)) == id);
    QVERIFY(library_state_at(place_of(id)) == id);
    QVERIFY(!library_state_at(-5) && !library_state_at(0) && !library_state_at(7));
  }

  void removed_states_stay_while_conversations_begin_with_them() {
    Conversations chats;
    StateLibrary library(chats.database(), chats.folder().path());
    const auto unused = must(library.add(persona("A"), bytes_of("1"))), replayable = must(library.add(persona("B"), bytes_of("2"))),
               only = must(library.add(tuned("C"), bytes_of("3")));
    const auto chat = must(chats->create_conversation()), other = must(chats->create_conversation());
    must(library.begin_with(chat, replayable));
    must(library.begin_with(other, only));
    for (const auto id : {unused, replayable, only}) must(library.remove(id));
    QVERIFY(must(library.list()).empty());
    QCOMPARE(must(library.used_bytes()), std::int64_t{0});
    QVERIFY(!library.state(unused));
    // The one that its tokens can make again gave its file up; the tuned one has nothing else.
    QVERIFY(must(library.state(replayable)).tokens.size() == 3 && !library.bytes(replayable));
    QVERIFY(library.bytes(only).has_value());
    QCOMPARE(files_in(chats.folder() / "library"), std::size_t{1});

    must(chats->remove(other));
    must(chats->purge_removed());
    must(library.clean_up());
    QVERIFY(!library.state(only) && library.state(replayable).has_value());
    QCOMPARE(files_in(chats.folder() / "library"), std::size_t{0});
  }

  void a_turn_in_the_middle_is_left_out() {
    Conversations chats;
    const auto chat = must(chats->create_conversation());
    const auto first = turn(chats, chat, std::nullopt, "one");
    const auto second = turn(chats, chat, first.assistant_message, "two");
    const auto third = turn(chats, chat, second.assistant_message, "three");
    const auto leaf = third.assistant_message;
    const auto done = must(leave_out_turn(chats.database(), second.user_message, leaf));
    const auto shown = must(chats->branch(*done.leaf));
    QVERIFY(texts(shown) == std::vector<std::string>({"one", "answer to one", "three", "answer to three"}));
    QVERIFY(must(chats->conversation(chat)).current_leaf == done.leaf);
    QCOMPARE(done.copies.size(), std::size_t{2});
    QVERIFY(done.copies[0].first == third.user_message && done.copies[0].second == shown[2].id);
    // Answers keep what was sampled; questions are laid out anew.
    QVERIFY(shown[2].tokens.empty() && shown[2].tokenizer_fingerprint.empty());
    QVERIFY(shown[3].tokens == std::vector<std::int32_t>({3, 4}) && shown[3].tokenizer_fingerprint == "tok");
    QVERIFY(shown[1].id == first.assistant_message);  // what stands before is the same message with the same state
    QVERIFY(texts(must(chats->branch(leaf))) ==
            std::vector<std::string>({"one", "answer to one", "two", "answer to two", "three", "answer to three"}));
    QCOMPARE(must(chats->siblings(second.user_message)).size(), std::size_t{2});
  }

  void the_last_and_the_only_turn_can_be_left_out() {
    Conversations chats;
    const auto chat = must(chats->create_conversation());
    const auto first = turn(chats, chat, std::nullopt, "one"), second = turn(chats, chat, first.assistant_message, "two");
    QVERIFY(must(leave_out_turn(chats.database(), second.user_message, second.assistant_message)).leaf == first.assistant_message);
    QVERIFY(must(chats->conversation(chat)).current_leaf == first.assistant_message);
    QVERIFY(!must(leave_out_turn(chats.database(), first.user_message, first.assistant_message)).leaf);
    QVERIFY(!must(chats->conversation(chat)).current_leaf);
    must(chats->append_turn(chat, std::nullopt, "begun anew"));
  }

  void what_cannot_be_left_out_is_refused() {
    Conversations chats;
    const auto chat = must(chats->create_conversation());
    const auto first = turn(chats, chat, std::nullopt, "one");
    const auto other = turn(chats, chat, std::nullopt, "beside");
    const auto pending = must(chats->append_turn(chat, first.assistant_message, "two"));
    const auto refuses = [&](MessageId question, MessageId leaf) {
      const auto done = leave_out_turn(chats.database(), question, leaf);
      return !done && done.error().code == ErrorCode::InvalidArgument;
    };
    QVERIFY(refuses(first.assistant_message, first.assistant_message));  // no question
    QVERIFY(refuses(other.user_message, first.assistant_message));       // of another branch
    QVERIFY(refuses(first.user_message, pending.assistant_message));     // still written
    QVERIFY(refuses(MessageId{999}, MessageId{999}));
  }

 private:
  static Turn turn(Conversations& chats, ConversationId chat, std::optional<MessageId> parent, const std::string& text) {
    const auto made = must(chats->append_turn(chat, parent, text));
    must(chats->set_tokens(made.user_message, std::vector<std::int32_t>{1, 2}, "tok"));
    must(chats->finish_answer(made.assistant_message, {.text = "answer to " + text, .tokens = {3, 4}, .tokenizer_fingerprint = "tok"}));
    return made;
  }
};

QTEST_APPLESS_MAIN(StateLibraryTest)
#include "state_library_test.moc"
