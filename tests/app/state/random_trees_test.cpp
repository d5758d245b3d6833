// Random conversation trees: whatever path led to an answer, it is the one that a fresh reading of its branch gives, and as
// many tokens are read again as the rules say. EDDY_STATE_STEPS sets the steps per model, EDDY_STATE_SEED where they begin.
#include "tests/app/state/state_world.h"
#include "tests/support/engine/tiny_chat_models.h"

using namespace eddy;
using namespace eddy::test;

namespace {

int number_in(const char* variable, int otherwise) {
  bool given = false;
  const int number = qEnvironmentVariableIntValue(variable, &given);
  return given ? number : otherwise;
}

/// One user who does anything.
class Walk {
 public:
  Walk(StateWorld& world, unsigned seed) : world_(world), random_(seed) {}

  /// "" or what went wrong, and after what.
  std::string step() {
    const int dice = below(100);
    done_ = "";
    std::string wrong;
    if (conversations_.empty() || dice < 5) wrong = begin();
    else if (dice < 42) wrong = ask();
    else if (dice < 52) wrong = regenerate();
    else if (dice < 62) wrong = edit();
    else if (dice < 68) wrong = go_on();
    else if (dice < 74) wrong = leave_out();
    else if (dice < 78) open_one();
    else if (dice < 84) evict();
    else if (dice < 88) change_budget();
    else if (dice < 90) forget_one();
    else if (dice < 95) restart();
    else swap();
    return wrong.empty() ? "" : done_ + ": " + wrong;
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

  std::string words() {
    std::string text;
    for (int i = below(12) == 0 ? 300 + below(300) : 1 + below(60); i > 0; --i) text += below(6) == 0 ? ' ' : char('a' + below(26));
    return text + "?";
  }
  int length() { return 1 + below(below(10) == 0 ? 120 : 24); }

  ConversationId any() { return conversations_[static_cast<std::size_t>(below(static_cast<int>(conversations_.size())))]; }

  std::vector<Message> messages(ConversationId id) {
    return world_.db([id](Stores& s) { return s.conversations.all_messages(id); });
  }
  std::optional<Message> any_of(ConversationId id, Author author) {
    std::vector<Message> found;
    for (auto& message : messages(id)) {
      if (message.author == author) found.push_back(std::move(message));
    }
    if (found.empty()) return std::nullopt;
    return found[static_cast<std::size_t>(below(static_cast<int>(found.size())))];
  }

  std::string begin() {
    done_ = "begin";
    const auto id = world_.db([](Stores& s) { return s.conversations.create_conversation(); });
    conversations_.push_back(id);
    return ask_after(id, std::nullopt);
  }
  std::string ask_after(ConversationId id, std::optional<MessageId> parent) {
    world_.db([id, parent, text = words()](Stores& s) { return s.conversations.append_turn(id, parent, text); });
    return world_.answer(id, length(), budget_);
  }
  /// Where the branch on show ends, or as a new branch after any answer.
  std::string ask() {
    done_ = "ask";
    const auto id = any();
    auto parent = world_.db([id](Stores& s) { return s.conversations.conversation(id); }).current_leaf;
    if (below(3) == 0) {
      if (const auto other = any_of(id, Author::Assistant)) parent = other->id;
    }
    return ask_after(id, parent);
  }
  std::string regenerate() {
    done_ = "regenerate";
    const auto id = any();
    const auto question = any_of(id, Author::User);
    if (!question) return "";
    world_.db([q = question->id](Stores& s) { return s.conversations.append_answer(q); });
    return world_.answer(id, length(), budget_);
  }
  std::string edit() {
    done_ = "edit";
    const auto id = any();
    const auto question = any_of(id, Author::User);
    if (!question) return "";
    world_.db([q = question->id, text = words()](Stores& s) { return s.conversations.append_edited_turn(q, text); });
    return world_.answer(id, length(), budget_);
  }
  std::string go_on() {
    done_ = "go on";
    const auto id = any();
    const auto leaf = world_.db([id](Stores& s) { return s.conversations.conversation(id); }).current_leaf;
    if (!leaf) return "";
    const auto message = world_.db([leaf](Stores& s) { return s.conversations.message(*leaf); });
    if (message.stop_reason != "max-tokens") return "";
    world_.db([leaf](Stores& s) { return s.conversations.reopen_answer(*leaf); });
    return world_.answer(id, length(), budget_, true);
  }
  std::string leave_out() {
    done_ = "leave out a turn";
    const auto id = any();
    const auto leaf = world_.db([id](Stores& s) { return s.conversations.conversation(id); }).current_leaf;
    if (!leaf) return "";
    std::vector<MessageId> questions;
    for (const auto& message : world_.db([leaf](Stores& s) { return s.conversations.branch(*leaf); })) {
      if (message.author == Author::User) questions.push_back(message.id);
    }
    const auto question = questions[static_cast<std::size_t>(below(static_cast<int>(questions.size())))];
    const auto removal = world_.db([question, leaf](Stores& s) { return leave_out_turn(*s.database, question, *leaf); });
    return ask_after(id, removal.leaf);
  }
  void open_one() {
    done_ = "open";
    const auto id = any();
    if (const auto answer = any_of(id, Author::Assistant)) {
      world_.db([id, a = answer->id](Stores& s) { return s.conversations.show_message(id, a); });
    }
    world_.prepare(id, budget_);
  }
  void evict() {
    done_ = "evict";
    const int percent = below(100);
    world_.db([percent](Stores& s) -> Result<std::int64_t> {
      const auto used = s.snapshots.used_bytes();
      return used ? keepWithin(s, 1 + *used * percent / 100) : used;
    });
  }
  void change_budget() { budget_ = below(3) == 0 ? 0 : 20'000 + below(2'000'000); }
  void forget_one() {
    done_ = "delete";
    if (conversations_.size() < 2) return;
    const auto id = any();
    std::erase(conversations_, id);
    world_.db([id](Stores& s) -> Result<void> {
      if (auto removed = s.conversations.remove(id); !removed) return removed;
      const auto purged = s.conversations.purge_removed();
      if (!purged) return purged.error();
      return s.snapshots.forget(id);
    });
  }
  void restart() {
    done_ = "restart";
    world_.restart();
  }
  void swap() {
    done_ = "swap";
    world_.load(static_cast<std::size_t>(below(static_cast<int>(world_.models()))));
  }

  StateWorld& world_;
  std::mt19937 random_;
  std::vector<ConversationId> conversations_;
  std::int64_t budget_ = 0;
  std::string done_;
};

void walk(const std::vector<std::filesystem::path>& models, int steps, unsigned seed) {
  StateWorld world(models);
  Walk user(world, seed);
  for (int i = 0; i < steps; ++i) {
    const auto wrong = user.step();
    QVERIFY2(wrong.empty(), qPrintable(QStringLiteral("step %1 of seed %2, %3").arg(i).arg(seed).arg(QString::fromStdString(wrong))));
  }
  qInfo("%d steps, %lld answers, %lld tokens read again", steps, static_cast<long long>(world.answers),
        static_cast<long long>(world.reread));
}

}  // namespace

class RandomTreesTest : public QObject {
  Q_OBJECT

  std::filesystem::path path(const std::string& name) const {
    return std::filesystem::path(folder_.path().toStdString()) / name;
  }

 private Q_SLOTS:
  void answers_and_rereading_are_foreseen_data() {
    QTest::addColumn<int>("kind");
    for (int kind = 0; kind < 6; ++kind) QTest::newRow(name_of(ChatModelKind(kind))) << kind;
  }
  void answers_and_rereading_are_foreseen() {
    QFETCH(int, kind);
    for (const unsigned seed : {1u, 2u}) write_chat_model(path(std::to_string(seed)), ChatModelKind(kind), {.seed = seed});
    walk({path("1"), path("2")}, number_in("EDDY_STATE_STEPS", 60),
         static_cast<unsigned>(number_in("EDDY_STATE_SEED", 1) * 100 + kind));
  }

#if defined(EDDY_REFERENCES)
  void reference_models_too_data() {
    QTest::addColumn<QString>("folder");
    const auto engine = create_engine();
    for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(EDDY_REFERENCES) / "oracles")) {
      if (!std::filesystem::exists(entry.path() / "model.safetensors")) continue;
      const auto info = engine->inspect(entry.path() / "model.safetensors");
      // A model needs a token for each of the characters that are written here.
      if (!info || !info->runnable || info->vocabulary < kCharacters + 1) continue;
      // Dynamic NTK: keys keep the turn of the length that the text had when they were read, so that a fresh reading of a longer
      // text is no measure for it. What it must hold, going on as without a restart, is shown by the tests of sequences.
      if (entry.path().filename() == "llama_rope_dynamic") continue;
      QTest::newRow(entry.path().filename().c_str()) << QString::fromStdString(entry.path().string());
    }
  }
  void reference_models_too() {
    QFETCH(QString, folder);
    const auto model = path("reference-" + QFileInfo(folder).fileName().toStdString());
    std::filesystem::create_directories(model);
    for (const char* file : {"model.safetensors", "config.json"}) {
      std::filesystem::create_symlink(std::filesystem::path(folder.toStdString()) / file, model / file);
    }
    write_small_tokenizer(model / "tokenizer.json");
    walk({model}, number_in("EDDY_STATE_STEPS", 60) / 4, static_cast<unsigned>(number_in("EDDY_STATE_SEED", 1)));
  }
#endif

 private:
  static constexpr int kCharacters = 96;  // printable ASCII and the end of a line

  /// tokenizer.json: id 0 <|endoftext|>, then the characters, no merges.
  static void write_small_tokenizer(const std::filesystem::path& file) {
    std::string vocabulary = "\"<|endoftext|>\":0,\"" + written_byte('\n') + "\":1";
    for (int c = 32; c < 127; ++c) vocabulary += ",\"" + written_byte(c) + "\":" + std::to_string(c - 30);
    std::ofstream(file, std::ios::binary)
        << R"({"added_tokens":[{"id":0,"content":"<|endoftext|>","special":true}],"normalizer":null,)"
        << R"("pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true},)"
        << R"("post_processor":null,"decoder":{"type":"ByteLevel"},)"
        << R"("model":{"type":"BPE","vocab":{)" << vocabulary << R"(},"merges":[]}})";
  }

  QTemporaryDir folder_;
};

QTEST_GUILESS_MAIN(RandomTreesTest)
#include "random_trees_test.moc"
