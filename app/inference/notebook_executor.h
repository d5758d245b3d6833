// Raw completion: a text goes on, without any chat format. On the inference thread.
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/inference/inference_worker.h"
#include "app/inference/turn.h"

namespace eddy {

/// Keeps the state of the text it wrote last, and of the few places before where it began to write: what was read once is
/// read again only where the user changed something before it.
class NotebookExecutor {
 public:
  using Emit = std::function<void(WorkerEvent)>;

  NotebookExecutor(const InferencePorts& ports, Emit emit) : ports_(ports), emit_(std::move(emit)) {}

  /// TurnStarted, TurnProgress while it reads, TurnText while it writes, and one TurnFinished or TurnFailed.
  void run(const NotebookRequest& request, const std::shared_ptr<LanguageModel>& model);
  void forget_model();

 private:
  struct Place {
    std::string text;
    std::shared_ptr<const StateSnapshot> state;
  };
  struct Written;

  Result<void> write(const NotebookRequest& request, LanguageModel& model, Written& written);
  Result<void> read(const NotebookRequest& request, LanguageModel& model, Written& written);
  std::size_t go_to_known_place(const std::string& text);
  Result<void> generate(const NotebookRequest& request, LanguageModel& model, Written& written);

  const InferencePorts& ports_;
  Emit emit_;
  std::unique_ptr<Sequence> sequence_;
  std::optional<std::string> text_;   // what the sequence has read and written; nothing: it stands somewhere else
  std::deque<Place> places_;          // latest first
};

}  // namespace eddy
