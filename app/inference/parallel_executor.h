// Several answers to one question, side by side, and states that are to be kept. The inference thread only.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "app/inference/inference_worker.h"
#include "app/inference/turn_executor.h"

namespace eddy {

class ParallelExecutor {
 public:
  using Emit = std::function<void(WorkerEvent)>;
  /// `turns` brings the model to the question, and keeps the states of the answers.
  ParallelExecutor(const InferencePorts& ports, Emit emit, TurnExecutor& turns);

  /// Each turn ends with exactly one TurnFinished or TurnFailed.
  void run(const TogetherRequest& request);
  void run(const InitialStateRequest& request);

 private:
  struct Answer;

  std::optional<TurnExecutor::Prepared> read_question(std::vector<Answer>& answers);
  Result<void> make_sequences(std::vector<Answer>& answers, const StateSnapshot& state);
  Result<void> check_memory(const std::vector<Answer>& answers, const StateSnapshot& state) const;
  void write(std::vector<Answer>& answers);
  void limit_thinking(Answer& answer);
  void write_slice(std::span<Answer* const> writing, int slice);
  void take(Answer& answer, Result<GenerationResult> part);
  void send_text(Answer& answer, bool open_end);
  void finish(Answer& answer);
  void fail(Answer& answer, Error error);
  void fail_all(std::vector<Answer>& answers, const Error& error);
  template <class What>
  void send(TurnId turn, What what);

  const InferencePorts& ports_;
  Emit emit_;
  TurnExecutor& turns_;
};

}  // namespace eddy
