// Serves one request at a time on the inference thread: loads models, brings the sequence to a message, writes answers.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

#include "app/inference/inference_worker.h"
#include "app/inference/model_opener.h"
#include "app/inference/turn.h"
#include "app/inference/warm_states.h"

namespace eddy {

class TurnExecutor {
 public:
  using Emit = std::function<void(WorkerEvent)>;
  using WaitForState = std::function<std::optional<StateAnswer>(TurnId, std::stop_token)>;

  TurnExecutor(const InferencePorts& ports, Emit emit, WaitForState wait_for_state);

  void load(const LoadRequest& request);
  /// Ends with exactly one TurnFinished or TurnFailed.
  void run(const TurnRequest& request);

  /// What comes before an answer: brings the sequence to the end of the request's segments, with the events of run() but for
  /// its first and last, and gives the state there and the figures of the reading. On an error all is as it was.
  struct Prepared {
    std::shared_ptr<const StateSnapshot> state;
    TurnFinished reading;
  };
  Result<Prepared> prepare(const TurnRequest& request);
  void forget(const ForgetRequest& request);
  /// The state after an answer that was written elsewhere.
  void keep(MessageRef answer, std::shared_ptr<const StateSnapshot> state) { warm_.put(answer, std::move(state)); }

  /// Null when none is loaded.
  const std::shared_ptr<LanguageModel>& model() const { return model_; }
  /// Called before the model goes: whoever has sequences of it lets go of them.
  void on_model_going(std::function<void()> going) { model_going_ = std::move(going); }

 private:
  struct Turn;

  void forget_model();
  Result<void> run_turn(Turn& turn);
  Result<void> read_question(Turn& turn);
  Result<void> position(Turn& turn, MessageRef message);
  Result<void> restore_or_replay(Turn& turn, const StateAnswer& answer);
  Result<void> read_origin(Turn& turn, const StateAnswer& answer);
  Result<void> read_steps(Turn& turn, std::span<const ReadingStep> steps);
  Result<void> begin_with_library_state(Turn& turn, const StateAnswer& answer);
  bool restore_on_path(Turn& turn, const StateAnswer& answer, std::vector<Segment>& path);
  Result<void> read_segments(Turn& turn, std::span<const Segment> segments, bool again);
  Result<void> read_tokens(Turn& turn, std::span<const TokenId> tokens, bool again);
  std::vector<TokenId> tokens_of(Turn& turn, const Segment& segment);
  Result<void> write_answer(Turn& turn);
  Result<void> end_thinking(Turn& turn);
  void take_up(Turn& turn, SamplerParams& sampler);
  void send_text(Turn& turn, bool open_end = false);
  Result<void> remember(MessageRef message);
  void go_back(const Turn& turn);
  void finish(Turn& turn);
  void fail(Turn& turn, Error error);

  template <class What>
  void send(const Turn& turn, What what);

  const InferencePorts& ports_;
  ModelOpener opener_;
  Emit emit_;
  WaitForState wait_for_state_;
  std::function<void()> model_going_;
  std::shared_ptr<LanguageModel> model_;
  std::unique_ptr<Sequence> sequence_;
  std::optional<MessageRef> at_;     // the message after which the sequence stands; nothing: somewhere else
  WarmStates warm_;
};

}  // namespace eddy
