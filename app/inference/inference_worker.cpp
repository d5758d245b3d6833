#include "app/inference/inference_worker.h"

#include <algorithm>
#include <utility>

#include "app/inference/notebook_executor.h"
#include "app/inference/parallel_executor.h"
#include "app/inference/reading_executor.h"
#include "app/inference/turn_executor.h"

namespace eddy {

InferenceWorker::InferenceWorker(InferencePorts ports, Listener listener)
    : ports_(std::move(ports)), listener_(std::move(listener)), thread_([this](std::stop_token stop) { run(stop); }) {}

InferenceWorker::~InferenceWorker() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
    requests_.clear();
    current_.request_stop();
  }
  thread_.request_stop();
  thread_.join();
}

void InferenceWorker::enqueue(Request request) {
  const std::lock_guard lock(mutex_);
  requests_.emplace_back(std::move(request));
  wake_.notify_all();
}

void InferenceWorker::load(LoadRequest request) { enqueue(std::move(request)); }
void InferenceWorker::start(TurnRequest request) { enqueue(std::move(request)); }
void InferenceWorker::start(TogetherRequest request) { enqueue(std::move(request)); }
void InferenceWorker::start(InitialStateRequest request) { enqueue(std::move(request)); }
void InferenceWorker::start(NotebookRequest request) { enqueue(std::move(request)); }
void InferenceWorker::forget(ForgetRequest request) { enqueue(std::move(request)); }
void InferenceWorker::read(ReadRequest request) { enqueue(std::move(request)); }
void InferenceWorker::complete(CompleteRequest request) { enqueue(std::move(request)); }
void InferenceWorker::start(TaskRequest request) { enqueue(std::move(request)); }

void InferenceWorker::answer(StateAnswer answer) {
  const std::lock_guard lock(mutex_);
  answers_.push_back(std::move(answer));
  wake_.notify_all();
}

/// Who serves which requests. On the inference thread.
struct InferenceWorker::Executors {
  explicit Executors(InferenceWorker& worker)
      : turns(worker.ports_, [&worker](WorkerEvent event) { worker.tell(std::move(event)); },
              [&worker](TurnId turn, std::stop_token stop) { return worker.wait_for_state(turn, stop); }),
        parallel(worker.ports_, [&worker](WorkerEvent event) { worker.tell(std::move(event)); }, turns),
        notebook(worker.ports_, [&worker](WorkerEvent event) { worker.tell(std::move(event)); },
                 [&worker](TurnId turn, std::stop_token stop) { return worker.wait_for_state(turn, stop); }),
        reading(worker.ports_, [&worker](WorkerEvent event) { worker.tell(std::move(event)); },
                [this, &worker] { return worker.serve_waiting_turns(*this); }) {
    turns.on_model_going([this] {
      reading.forget_model();
      notebook.forget_model();
    });
  }

  TurnExecutor turns;
  ParallelExecutor parallel;
  NotebookExecutor notebook;
  ReadingExecutor reading;
};

void InferenceWorker::run(std::stop_token stop) {
  Executors executors(*this);
  while (true) {
    std::unique_lock lock(mutex_);
    if (!wake_.wait(lock, stop, [this] { return !requests_.empty(); })) return;
    if (closing_) return;
    Request request = std::move(requests_.front());
    requests_.pop_front();
    current_ = std::visit([](const auto& r) { return r.stop; }, request);
    lock.unlock();
    serve(executors, std::move(request));
    lock.lock();
    current_ = std::stop_source(std::nostopstate);
    answers_.clear();
  }
}

void InferenceWorker::serve(Executors& executors, Request request) {
  auto& [turns, parallel, notebook, reading] = executors;
  if (auto* load = std::get_if<LoadRequest>(&request)) turns.load(*load);
  else if (auto* turn = std::get_if<TurnRequest>(&request)) turns.run(*turn);
  else if (auto* together = std::get_if<TogetherRequest>(&request)) parallel.run(*together);
  else if (auto* initial = std::get_if<InitialStateRequest>(&request)) parallel.run(*initial);
  else if (auto* text = std::get_if<NotebookRequest>(&request)) notebook.run(*text, turns.model());
  else if (auto* forget = std::get_if<ForgetRequest>(&request)) turns.forget(*forget);
  else if (auto* task = std::get_if<TaskRequest>(&request)) task->work(task->stop.get_token());
  else if (auto* read = std::get_if<ReadRequest>(&request)) reading.run(*read, turns.model());
  else reading.run(std::get<CompleteRequest>(request), turns.model());
}

/// While a document is read. False when a model is to be loaded: the reading has to end first.
bool InferenceWorker::serve_waiting_turns(Executors& executors) {
  std::unique_lock lock(mutex_);
  while (!closing_) {
    const auto next = std::find_if(requests_.begin(), requests_.end(), [](const Request& request) {
      return !std::holds_alternative<ReadRequest>(request) && !std::holds_alternative<CompleteRequest>(request) &&
             !std::holds_alternative<TaskRequest>(request);
    });
    if (next == requests_.end()) return true;
    if (std::holds_alternative<LoadRequest>(*next)) return false;
    auto turn = std::move(*next);
    requests_.erase(next);
    const auto reading = std::exchange(current_, std::visit([](const auto& r) { return r.stop; }, turn));
    lock.unlock();
    serve(executors, std::move(turn));
    lock.lock();
    current_ = reading;
    answers_.clear();
  }
  return false;
}

void InferenceWorker::tell(WorkerEvent event) {
  {
    const std::lock_guard lock(mutex_);
    if (closing_) return;
  }
  listener_(std::move(event));
}

std::optional<StateAnswer> InferenceWorker::wait_for_state(TurnId turn, std::stop_token stop) {
  std::unique_lock lock(mutex_);
  const auto mine = [this, turn] {
    return std::find_if(answers_.begin(), answers_.end(), [turn](const auto& answer) { return answer.turn == turn; });
  };
  if (!wake_.wait(lock, stop, [&] { return mine() != answers_.end(); })) return std::nullopt;
  StateAnswer answer = std::move(*mine());
  answers_.clear();
  return answer;
}

}  // namespace eddy
