// Conversations through the inference thread, storage and the turn runner, without a window; and beside them a model of what
// must be read again, written from the rules and not from the code.
#pragma once

#include <QEventLoop>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "app/chat/chat_branch.h"
#include "app/storage/state_upkeep.h"
#include "app/storage/turn_removal.h"
#include "engine/api/engine.h"

namespace eddy::test {

/// What the rules say the inference thread remembers: where its sequence stands, and whose states it has in memory.
struct Remembered {
  std::optional<MessageRef> at;
  std::set<MessageRef> warm;

  void load() { *this = {MessageRef{0}, {}}; }
  bool has(MessageRef place) const { return at == place || warm.contains(place) || place == 0; }
};

class StateWorld {
 public:
  /// Models of one tokenizer and chat format.
  explicit StateWorld(std::vector<std::filesystem::path> models) : models_(std::move(models)), engine_(create_engine()) {
    open();
    load(0);
  }
  ~StateWorld() { close(); }

  /// New process objects on the same folder.
  void restart() {
    close();
    open();
    load(model_);
  }

  void load(std::size_t model) {
    model_ = model;
    QEventLoop loop;
    std::optional<Error> failed;
    const auto connection = QObject::connect(&*inference_, &InferenceService::loadEvent, &loop, [&](const LoadEvent& event) {
      if (const auto* f = std::get_if<LoadFailed>(&event.what)) failed = f->error;
      if (!std::holds_alternative<LoadProgressed>(event.what)) loop.quit();
    });
    inference_->load(models_[model], {.backend = "cpu", .threads = 1});
    loop.exec();
    QObject::disconnect(connection);
    if (failed) qFatal("%s", failed->message.c_str());
    remembered_.load();
  }
  std::size_t model() const { return model_; }
  std::size_t models() const { return models_.size(); }

  /// Runs work(Stores&) on the storage thread.
  template <class Work>
  auto db(Work work) {
    using Answer = std::invoke_result_t<Work, Stores&>;
    std::optional<Answer> answer;
    QEventLoop loop;
    storage_->submit(&loop, std::move(work), [&](Answer result) {
      answer = std::move(result);
      loop.quit();
    });
    loop.exec();
    if (!*answer) qFatal("%s", answer->error().message.c_str());
    if constexpr (!std::is_same_v<Answer, Result<void>>) return *std::move(*answer);
  }

  /// Writes the last message of the branch on show. "" or what is wrong.
  std::string answer(ConversationId conversation, int tokens, std::int64_t budget, bool continues = false) {
    const auto view = db([conversation](Stores& s) { return readChatBranch(s, conversation, {}); });
    const AnswerSettings settings{.params = greedy(tokens), .stateBudget = budget};
    const TurnJob job = answerJob(view, settings, continues);
    const auto forecast = forecast_of(job);
    const AnswerRecord record = run(job);
    if (record.status != MessageStatus::Done) return "the answer failed: " + record.error_text;
    remember(job, forecast);
    return check(job, record, forecast);
  }

  /// Brings the model to the end of the branch on show, as opening a conversation does.
  void prepare(ConversationId conversation, std::int64_t budget) {
    const auto view = db([conversation](Stores& s) { return readChatBranch(s, conversation, {}); });
    if (view.branch.empty()) return;
    const auto leaf = static_cast<MessageRef>(view.branch.back().id);
    run({.conversation = conversation, .base = leaf, .stateBudget = budget});
    remembered_.at = leaf;
    remembered_.warm.insert(leaf);
  }

  std::int64_t reread = 0, answers = 0;  ///< in all

 private:
  /// What reading is foreseen for a job, from the states that are kept when it starts.
  struct Forecast {
    MessageRef target = 0;                  ///< where the model is brought first
    bool question_known = false;            ///< it has been read before, and its state is still in memory
    std::optional<SnapshotInfo> saved;      ///< the nearest state on the way to the target
    bool from_memory = false;
    std::size_t question_tokens = 0;        ///< of a question whose tokens were known already
  };

  static GenerationParams greedy(int tokens) { return {.sampler = {.temperature = 0}, .max_tokens = tokens}; }

  void open() {
    storage_.emplace();
    QEventLoop loop;
    storage_->open(folder(), &loop, [&loop](const auto& opened) {
      if (!opened) qFatal("%s", opened.error().message.c_str());
      loop.quit();
    });
    loop.exec();
    inference_.emplace();
  }
  void close() {
    inference_->shutdown();
    storage_->shutdown();
    inference_.reset();
    storage_.reset();
  }
  std::filesystem::path folder() const { return std::filesystem::path(data_.path().toStdU16String()); }

  AnswerRecord run(const TurnJob& job) {
    TurnRunner runner(*inference_, *storage_, job);
    QEventLoop loop;
    QObject::connect(&runner, &TurnRunner::settled, &loop, &QEventLoop::quit);
    runner.start();
    loop.exec();
    return runner.record();
  }

  std::vector<Message> branch(MessageRef leaf) {
    return db([leaf](Stores& s) { return s.conversations.branch(MessageId{leaf}); });
  }

  Forecast forecast_of(const TurnJob& job) {
    Forecast f{.target = job.base};
    if (!job.segments.empty()) {
      const Segment& question = job.segments.front();
      f.question_known = remembered_.warm.contains(question.message);
      if (f.question_known) f.target = question.message;
      else f.question_tokens = question.tokens.size();
    }
    f.from_memory = remembered_.has(f.target);
    if (f.from_memory) return f;
    std::vector<MessageId> ids;
    for (const auto& message : branch(f.target)) ids.push_back(message.id);
    f.saved = db([ids, fingerprint = inference_->fingerprint()](Stores& s) { return s.snapshots.nearest(ids, fingerprint); });
    return f;
  }

  void remember(const TurnJob& job, const Forecast& f) {
    if (!f.question_known) remembered_.warm.insert(job.base);
    if (!job.segments.empty()) remembered_.warm.insert(job.segments.front().message);
    remembered_.warm.insert(job.answer);
    remembered_.at = job.answer;
  }

  std::string check(const TurnJob& job, const AnswerRecord& record, const Forecast& f) {
    const auto path = branch(job.answer);
    std::int64_t expected = static_cast<std::int64_t>(f.question_tokens);
    if (!f.from_memory) {
      const auto way = f.target == job.answer ? job.priorTokens.size() : std::size_t{0};
      for (const auto& message : path) {
        const bool last = static_cast<MessageRef>(message.id) == f.target;
        expected += static_cast<std::int64_t>(last && way > 0 ? way : message.tokens.size());
        if (last) break;
      }
      if (f.saved) expected -= f.saved->tokens;
    }
    ++answers;
    reread += record.tokens_reread;
    if (record.tokens_reread != expected) {
      return "read again: " + std::to_string(record.tokens_reread) + " tokens, foreseen " + std::to_string(expected);
    }
    return check_text(path, job.priorTokens.size());
  }

  /// The last message, from token `prior` on, is what a model says that has read all before in one go. (Another model may
  /// have begun it.)
  std::string check_text(const std::vector<Message>& path, std::size_t prior) {
    auto& model = fresh(model_);
    auto sequence = model.new_sequence();
    if (!sequence) return sequence.error().message;
    std::vector<TokenId> tokens;
    for (std::size_t i = 0; i + 1 < path.size(); ++i) tokens.insert(tokens.end(), path[i].tokens.begin(), path[i].tokens.end());
    const auto& answer = path.back().tokens;
    tokens.insert(tokens.end(), answer.begin(), answer.begin() + static_cast<std::ptrdiff_t>(prior));
    const std::vector<TokenId> expected(answer.begin() + static_cast<std::ptrdiff_t>(prior), answer.end());
    if (auto read = (*sequence)->prefill(tokens); !read) return read.error().message;
    auto params = greedy(static_cast<int>(expected.size()));
    params.stop_strings = model.chat_format().stop_strings();
    params.stop_tokens = model.chat_format().stop_tokens();
    const auto written = (*sequence)->generate(params, {}, {});
    if (!written) return written.error().message;
    if (written->tokens == expected) return "";
    const auto same = std::ranges::mismatch(written->tokens, expected).in1 - written->tokens.begin();
    return "the answer to " + std::to_string(tokens.size()) + " tokens is another than a fresh reading gives, from token " +
           std::to_string(same) + " of " + std::to_string(expected.size()) + " on";
  }

  LanguageModel& fresh(std::size_t index) {
    auto& model = fresh_[index];
    if (!model) {
      auto loaded = engine_->load(models_[index], {.backend = "cpu", .threads = 1});
      if (!loaded) qFatal("%s", loaded.error().message.c_str());
      model = *loaded;
    }
    return *model;
  }

  std::vector<std::filesystem::path> models_;
  std::size_t model_ = 0;
  QTemporaryDir data_;
  std::optional<StorageService> storage_;
  std::optional<InferenceService> inference_;
  Remembered remembered_;
  std::unique_ptr<Engine> engine_;
  std::map<std::size_t, std::shared_ptr<LanguageModel>> fresh_;
};

}  // namespace eddy::test
