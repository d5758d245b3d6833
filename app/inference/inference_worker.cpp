#include "app/inference/inference_worker.h"

#include <algorithm>
#include <utility>

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
void InferenceWorker::read(ReadRequest request) { enqueue(std::move(request)); }
void InferenceWorker::complete(CompleteRequest request) { enqueue(std::move(request)); }

void InferenceWorker::answer(StateAnswer answer) {
  const std::lock_guard lock(mutex_);
  answers_.push_back(std::move(answer));
  wake_.notify_all();
}

void InferenceWorker::run(std::stop_token stop) {
  TurnExecutor executor(ports_, [this](WorkerEvent event) { tell(std::move(event)); },
                        [this](TurnId turn, std::stop_token turn_stop) { return wait_for_state(turn, turn_stop); });
  ReadingExecutor reading(ports_, [this](WorkerEvent event) { tell(std::move(event)); },
                          [this, &executor] { return serve_waiting_turns(executor); });
  executor.on_model_going([&reading] { reading.forget_model(); });
  while (true) {
    std::unique_lock lock(mutex_);
    if (!wake_.wait(lock, stop, [this] { return !requests_.empty(); })) return;
    if (closing_) return;
    Request request = std::move(requests_.front());
    requests_.pop_front();
    current_ = std::visit([](const auto& r) { return r.stop; }, request);
    lock.unlock();
    serve(executor, reading, std::move(request));
    lock.lock();
    current_ = std::stop_source(std::nostopstate);
    answers_.clear();
  }
}

void InferenceWorker::serve(TurnExecutor& executor, ReadingExecutor& reading, Request request) {
  if (auto* load = std::get_if<LoadRequest>(&request)) executor.load(*load);
  else if (auto* turn = std::get_if<TurnRequest>(&request)) executor.run(*turn);
  else if (auto* read = std::get_if<ReadRequest>(&request)) reading.run(*read, executor.model());
  else reading.run(std::get<CompleteRequest>(request), executor.model());
}

/// While a document is read. False when a model is to be loaded: the reading has to end first.
bool InferenceWorker::serve_waiting_turns(TurnExecutor& executor) {
  std::unique_lock lock(mutex_);
  while (!closing_) {
    const auto next = std::find_if(requests_.begin(), requests_.end(), [](const Request& request) {
      return std::holds_alternative<LoadRequest>(request) || std::holds_alternative<TurnRequest>(request);
    });
    if (next == requests_.end()) return true;
    if (std::holds_alternative<LoadRequest>(*next)) return false;
    const auto turn = std::get<TurnRequest>(std::move(*next));
    requests_.erase(next);
    const auto reading = std::exchange(current_, turn.stop);
    lock.unlock();
    executor.run(turn);
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
