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
  using WaitForState = std::function<std::optional<StateAnswer>(TurnId, std::stop_token)>;

  NotebookExecutor(const InferencePorts& ports, Emit emit, WaitForState wait) : ports_(ports), emit_(std::move(emit)), wait_(std::move(wait)) {}

  /// TurnStarted, StateNeeded where a stored state spares reading, TurnProgress while it reads, NotebookRead, TurnText while it writes, and
  /// one TurnFinished or TurnFailed. The snapshot of TurnFinished is of all of the text; there is none where a stop token or string ended it.
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
  Result<std::size_t> go_to_known_place(const NotebookRequest& request, LanguageModel& model, Written& written);
  const Place* nearest_place(const std::string& text) const;
  Result<std::size_t> go_to_stored_place(const NotebookRequest& request, LanguageModel& model, std::size_t known, Written& written);
  Result<RereadReason> restore_stored(const NotebookRequest& request, LanguageModel& model, const KeptText& kept);
  Result<void> keep_place(const NotebookRequest& request);
  Result<void> generate(const NotebookRequest& request, LanguageModel& model, Written& written);

  const InferencePorts& ports_;
  Emit emit_;
  WaitForState wait_;
  std::unique_ptr<Sequence> sequence_;
  std::optional<std::string> text_;   // what the sequence has read and written; nothing: it stands somewhere else
  std::deque<Place> places_;          // latest first
};

}  // namespace eddy
