// Collects a worker's events and answers its questions for state, as the application does.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

#include "app/inference/inference_worker.h"
#include "tests/support/app/fake_engine.h"

namespace eddy {

class WorkerProbe {
 public:
  std::shared_ptr<fake::Script> script = std::make_shared<fake::Script>();
  std::map<MessageRef, StateAnswer> stored;  ///< what StateNeeded is answered with; set before the turn starts
  /// What it is answered with that asks for more of a lost document; nothing: no answer.
  std::function<std::optional<StateAnswer>(const StateNeeded&)> more_of_document;
  std::unique_ptr<InferenceWorker> worker;

  WorkerProbe() { open(); }
  ~WorkerProbe() { worker.reset(); }

  void open() {
    InferencePorts ports{.make_engine = [script = script] { return fake::make_engine(script); },
                         .parse = fake::parse_snapshot, .warm_bytes = std::size_t{1} << 20, .text_interval = 0.005};
    worker = std::make_unique<InferenceWorker>(std::move(ports), [this](WorkerEvent event) { take(std::move(event)); });
  }

  std::stop_source load(const std::string& path = "model") {
    LoadRequest request{.load = LoadId{++last_id_}, .path = path};
    auto stop = request.stop;
    worker->load(std::move(request));
    return stop;
  }

  /// Returns the turn and what stops it.
  std::pair<TurnId, std::stop_source> start(TurnRequest request) {
    request.turn = TurnId{++last_id_};
    std::pair result{request.turn, request.stop};
    worker->start(std::move(request));
    return result;
  }

  static TurnRequest question(MessageRef base, MessageRef user, std::string text) {
    return {.base = base,
            .segments = {{.message = user, .text = std::move(text)}},
            .answer = user + 1,
            .params = {.max_tokens = 4000}};
  }

  /// Waits until an event satisfies `wanted`; its events so far come first.
  bool wait(const std::function<bool(const WorkerEvent&)>& wanted) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::seconds(20), [&] {
      for (const auto& event : events_) {
        if (wanted(event)) return true;
      }
      return false;
    });
  }

  template <class What>
  bool wait_for(TurnId turn) {
    return wait([turn](const WorkerEvent& event) {
      const auto* e = std::get_if<TurnEvent>(&event);
      return e && e->turn == turn && std::holds_alternative<What>(e->what);
    });
  }
  bool wait_loaded() {
    return wait([](const WorkerEvent& event) {
      const auto* e = std::get_if<LoadEvent>(&event);
      return e && !std::holds_alternative<LoadProgressed>(e->what);
    });
  }

  template <class What>
  std::vector<What> all(TurnId turn) {
    const std::lock_guard lock(mutex_);
    std::vector<What> found;
    for (const auto& event : events_) {
      const auto* e = std::get_if<TurnEvent>(&event);
      if (e && e->turn == turn && std::holds_alternative<What>(e->what)) found.push_back(std::get<What>(e->what));
    }
    return found;
  }

  std::vector<LoadEvent> load_events() {
    const std::lock_guard lock(mutex_);
    std::vector<LoadEvent> found;
    for (const auto& event : events_) {
      if (const auto* e = std::get_if<LoadEvent>(&event)) found.push_back(*e);
    }
    return found;
  }

  void forget_events() {
    const std::lock_guard lock(mutex_);
    events_.clear();
  }

 private:
  std::optional<StateAnswer> answer_to(const StateNeeded& needed) const {
    if (needed.origin_step > 0) return more_of_document ? more_of_document(needed) : std::nullopt;
    const auto found = stored.find(needed.message);
    return found == stored.end() ? std::nullopt : std::optional(found->second);
  }
  void take(WorkerEvent event) {
    const auto* turn = std::get_if<TurnEvent>(&event);
    if (const auto* needed = turn ? std::get_if<StateNeeded>(&turn->what) : nullptr) {
      if (auto answer = answer_to(*needed)) {
        answer->turn = turn->turn;
        worker->answer(*std::move(answer));
      }
    }
    const std::lock_guard lock(mutex_);
    events_.push_back(std::move(event));
    changed_.notify_all();
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<WorkerEvent> events_;
  std::uint64_t last_id_ = 0;
};

}  // namespace eddy
