// Reads documents and answers single prompts, on sequences apart from the chat's. The inference thread only.
#pragma once

#include <functional>
#include <memory>

#include "app/inference/inference_worker.h"
#include "app/inference/reading.h"

namespace eddy {

class ReadingExecutor {
 public:
  using Emit = std::function<void(WorkerEvent)>;
  /// Serves the turns that wait; false when the reading must make way (another model is to be loaded).
  using MakeWay = std::function<bool()>;

  ReadingExecutor(const InferencePorts& ports, Emit emit, MakeWay make_way);

  void run(const ReadRequest& request, const std::shared_ptr<LanguageModel>& model);
  void run(const CompleteRequest& request, const std::shared_ptr<LanguageModel>& model);
  /// Before the model goes.
  void forget_model();

 private:
  Result<bool> stand_at(const ReadRequest& request, LanguageModel& model);
  Result<ReadDone> read(const ReadRequest& request, LanguageModel& model);
  Result<void> feed_all(const ReadRequest& request, std::vector<TokenId>& tokens, ReadDone& done);
  Result<KeptState> close_here(LanguageModel& model, std::stop_token stop);
  Result<void> prepare_scratch(LanguageModel& model);
  Result<Completed> complete(const CompleteRequest& request, LanguageModel& model);
  Result<void> feed(Sequence& sequence, std::span<const TokenId> tokens, std::stop_token stop, double& seconds);
  void send(ReadId read, decltype(ReadEvent::what) what);

  const InferencePorts& ports_;
  Emit emit_;
  MakeWay make_way_;
  std::unique_ptr<Sequence> reader_;
  std::unique_ptr<Sequence> scratch_;
  std::size_t piece_ = 128;          // tokens between two looks at who waits
};

}  // namespace eddy
