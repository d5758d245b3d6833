// The inference thread: owns the engine, the loaded model and its sequence. Free of Qt.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

#include "app/inference/turn.h"

namespace eddy {

class NotebookExecutor;
class ParallelExecutor;
class ReadingExecutor;
class TurnExecutor;

/// Where the worker gets what it works with; tests pass a fake engine.
struct InferencePorts {
  std::function<std::unique_ptr<Engine>()> make_engine = [] { return create_engine(); };
  std::function<Result<std::shared_ptr<const StateSnapshot>>(const SnapshotPieces&)> parse = parse_pieces;
  std::size_t warm_bytes = std::size_t{512} << 20;  ///< memory for states of messages read lately
  double text_interval = 0.033;                     ///< seconds between two text events
};

/// All functions may be called from any thread and return at once. Requests are served one after another, in order, but
/// turns do not wait for a document that is being read; a stop request through a request's stop source does not wait in
/// the queue.
class InferenceWorker {
 public:
  /// Called on the inference thread, in order. Must not block for long and must not call back into the destructor.
  using Listener = std::function<void(WorkerEvent)>;

  InferenceWorker(InferencePorts ports, Listener listener);
  /// Stops everything that runs or waits and joins the thread. The listener is not called afterwards.
  ~InferenceWorker();
  InferenceWorker(const InferenceWorker&) = delete;
  InferenceWorker& operator=(const InferenceWorker&) = delete;

  void load(LoadRequest request);
  void start(TurnRequest request);
  void start(TogetherRequest request);
  void start(InitialStateRequest request);
  void forget(ForgetRequest request);
  void start(NotebookRequest request);
  void answer(StateAnswer answer);
  void read(ReadRequest request);
  void complete(CompleteRequest request);
  void start(TaskRequest request);

 private:
  using Request = std::variant<LoadRequest, TurnRequest, ReadRequest, CompleteRequest, TogetherRequest, InitialStateRequest, ForgetRequest,
                               NotebookRequest, TaskRequest>;
  void enqueue(Request request);
  void run(std::stop_token stop);
  struct Executors;
  void serve(Executors& executors, Request request);
  bool serve_waiting_turns(Executors& executors);
  void tell(WorkerEvent event);
  std::optional<StateAnswer> wait_for_state(TurnId turn, std::stop_token stop);

  InferencePorts ports_;
  Listener listener_;
  std::mutex mutex_;                       // guards what follows
  std::condition_variable_any wake_;
  std::deque<Request> requests_;
  std::vector<StateAnswer> answers_;
  std::stop_source current_{std::nostopstate};  // of the request being served
  bool closing_ = false;
  std::jthread thread_;                    // last: starts when all else is there
};

}  // namespace eddy
