// kill -9 at any moment: what was acknowledged is there. This program is both the writer (started again with --write) and
// the one that kills it.
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <random>

#include "app/storage/data_location.h"
#include "app/storage/snapshot_store.h"
#include "tests/app/storage/storage_fixture.h"

using namespace eddy;
using namespace eddy::test;
namespace fs = std::filesystem;

namespace {

constexpr int kKills = 50;

std::string question_text(std::int64_t conversation, int n) {
  return "question " + std::to_string(n) + " of " + std::to_string(conversation) + " " + std::string(static_cast<std::size_t>(n * 97 % 6000), '?');
}
std::string answer_text(std::size_t length) {
  std::string text;
  while (text.size() < length) text += std::to_string(text.size()) + " ";
  text.resize(length);
  return text;
}
std::vector<std::byte> snapshot_bytes(MessageId id) {
  return std::vector<std::byte>(20'000 + static_cast<std::size_t>(id) % 5000, std::byte(static_cast<unsigned char>(id)));
}

void acknowledge(const char* what, std::int64_t id, std::int64_t number) {
  char line[100];
  const int size = std::snprintf(line, sizeof line, "%s %lld %lld\n", what, static_cast<long long>(id), static_cast<long long>(number));
  if (write(STDOUT_FILENO, line, static_cast<std::size_t>(size)) != size) std::_Exit(1);
}

/// Chats for ever; one line on stdout after each commit.
int write_for_ever(const fs::path& folder) {
  FolderLock lock = must(FolderLock::acquire(folder));
  ConversationDatabase opened = must(open_conversation_database(folder, OpenMode::ReadWrite));
  SnapshotStore snapshots = SnapshotStore::open(folder, opened.uuid).store;
  ConversationStore store(*opened.database);
  must(store.recover_interrupted());
  const ConversationId conversation = must(store.create_conversation());
  std::optional<MessageId> leaf;
  for (int n = 0;; ++n) {
    const Turn turn = must(store.append_turn(conversation, leaf, question_text(static_cast<std::int64_t>(conversation), n)));
    acknowledge("question", static_cast<std::int64_t>(turn.user_message), n);
    for (std::size_t length = 100; length < 2000; length += 400) {
      must(store.save_partial_answer(turn.assistant_message, answer_text(length), std::vector<std::int32_t>(length, 1)));
      acknowledge("part", static_cast<std::int64_t>(turn.assistant_message), static_cast<std::int64_t>(length));
    }
    must(store.finish_answer(turn.assistant_message, {.text = answer_text(2100)}));
    acknowledge("part", static_cast<std::int64_t>(turn.assistant_message), 2100);
    must(snapshots.put({.message = turn.assistant_message, .conversation = conversation, .model_fingerprint = "m"},
                       snapshot_bytes(turn.assistant_message)));
    acknowledge("snapshot", static_cast<std::int64_t>(turn.assistant_message), 0);
    must(snapshots.enforce_budget(100'000));
    leaf = turn.assistant_message;
  }
}

struct Acknowledged {
  std::map<std::int64_t, std::int64_t> questions;  // message, its number
  std::map<std::int64_t, std::int64_t> parts;      // message, length
  std::int64_t last_snapshot = 0;
  int lines = 0;
};

/// Starts the writer, lets it acknowledge `lines` commits, kills it, and takes down everything that it had said by then.
void run_and_kill(const fs::path& folder, int lines, Acknowledged& seen) {
  int ends[2];
  if (pipe(ends) != 0) qFatal("no pipe");
  const pid_t child = fork();
  if (child == 0) {
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    close(ends[1]);
    execl("/proc/self/exe", "writer", "--write", folder.c_str(), nullptr);
    std::_Exit(127);
  }
  close(ends[1]);
  std::FILE* said = fdopen(ends[0], "r");
  char what[20];
  long long id = 0, number = 0;
  for (int n = 0; std::fscanf(said, "%19s %lld %lld", what, &id, &number) == 3; ++n) {
    if (n == lines) kill(child, SIGKILL);
    ++seen.lines;
    if (std::string_view(what) == "question") seen.questions[id] = number;
    if (std::string_view(what) == "part") seen.parts[id] = number;
    if (std::string_view(what) == "snapshot") seen.last_snapshot = id;
  }
  std::fclose(said);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  if (!WIFSIGNALED(status)) qFatal("the writer ended by itself with status %d", status);
}

}  // namespace

class CrashTest : public QObject {
  Q_OBJECT

 private slots:
  void killed_at_any_moment_everything_acknowledged_is_there() {
    Folder folder;
    std::mt19937 random(9);
    Acknowledged seen;
    for (int round = 0; round < kKills; ++round) {
      run_and_kill(folder.path(), static_cast<int>(random() % 25), seen);
      FolderLock lock = must(FolderLock::acquire(folder.path()));  // the dead let go
      ConversationDatabase opened = must(open_conversation_database(folder.path(), OpenMode::ReadWrite));
      must(opened.database->quick_check());
      ConversationStore store(*opened.database);
      must(store.recover_interrupted());
      check_messages(store, seen);
      SnapshotStore::Opened snapshots = SnapshotStore::open(folder.path(), opened.uuid);
      QVERIFY(!snapshots.notice);
      if (seen.last_snapshot) {
        const MessageId last{seen.last_snapshot};
        QVERIFY(must(snapshots.store.get(last, "m"))->bytes == snapshot_bytes(last));
      }
    }
    qInfo("%d kills, %zu questions, %d acknowledged commits", kKills, seen.questions.size(), seen.lines);
    QVERIFY(seen.lines > kKills);
  }

 private:
  static void check_messages(ConversationStore& store, const Acknowledged& seen) {
    for (const auto& [id, number] : seen.questions) {
      const Message question = must(store.message(MessageId{id}));
      QCOMPARE(question.text, question_text(static_cast<std::int64_t>(question.conversation), static_cast<int>(number)));
    }
    for (const auto& [id, length] : seen.parts) {
      const Message answer = must(store.message(MessageId{id}));
      QVERIFY(answer.text.size() >= static_cast<std::size_t>(length));
      QCOMPARE(answer.text, answer_text(answer.text.size()));
      QVERIFY(answer.status == (answer.text.size() == 2100 ? MessageStatus::Done : MessageStatus::Interrupted));
    }
  }
};

int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "--write") return write_for_ever(argv[2]);
  CrashTest test;
  return QTest::qExec(&test, argc, argv);
}

#include "crash_test.moc"
