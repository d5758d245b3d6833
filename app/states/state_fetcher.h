// Brings the model to a place and takes its state out, to be kept under a name. GUI thread only.
#pragma once

#include <QObject>
#include <functional>

#include "app/inference/inference_service.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// One at a time; a conversation that has no saved state there is read again, as for an answer.
class StateFetcher : public QObject {
  Q_OBJECT

 public:
  struct Fetched {
    std::shared_ptr<const StateSnapshot> snapshot;
    std::string reading;
    std::string modelFingerprint;
    std::string modelName;
  };
  using Done = std::function<void(const Result<Fetched>&)>;

  StateFetcher(InferenceService& inference, StorageService& storage, QObject* parent = nullptr);

  /// The state after a message of a conversation, or at a place before its first one.
  void fetch(qint64 conversation, MessageRef place, const std::string& system, Done done);
  /// The one that a file of state tuning holds.
  void read(const std::filesystem::path& file, Done done);
  void cancel();
  bool isBusy() const { return static_cast<bool>(m_done); }
  /// 0 to 1 while something is read again.
  double progress() const { return m_progress; }

 signals:
  void progressed();

 private:
  void begin(TurnId turn, Done done);
  void take(const TurnEvent& event);
  void on(const TurnStarted& started) { m_model = started; }
  void on(const StateNeeded& needed);
  void on(const TurnProgress& progress);
  void on(const TokensKnown& known);
  void on(const NotebookRead&) {}
  void on(const TurnText&) {}
  void on(const TurnFinished& finished);
  void on(const TurnFailed& failed) { end(failed.error); }
  void end(const Result<Fetched>& result);

  InferenceService& m_inference;
  StorageService& m_storage;
  qint64 m_conversation = 0;
  TurnId m_turn{};
  TurnStarted m_model;
  Done m_done;
  double m_progress = 0;
};

}  // namespace eddy
