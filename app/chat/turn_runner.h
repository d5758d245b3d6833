// One running turn: joins the inference thread and storage. GUI thread only.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include "app/inference/inference_service.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// What is to be done. Without `answer` the model is only brought to the last message of the branch.
struct TurnJob {
  ConversationId conversation{};
  MessageRef base = 0;
  std::vector<Segment> segments;
  MessageRef answer = 0;
  std::string priorText;             ///< of an answer that is continued
  std::vector<TokenId> priorTokens;
  AnswerJournal journal;             ///< of an answer whose writing was cut off
  std::string system;
  GenerationParams params;
  ThinkingWish thinking = {};
  bool isolated = false;             ///< see TurnRequest
  std::int64_t stateBudget = 0;      ///< bytes saved states may take; 0 = as many as there are
};

/// Fetches the state the worker asks for, saves tokens, partial answers (at least every second), the finished answer
/// and its snapshot. Emits `ended` once; all that is to be kept has been handed to storage by then. The worker is
/// stopped when a runner that has not ended is destroyed.
class TurnRunner : public QObject {
  Q_OBJECT

 public:
  TurnRunner(InferenceService& inference, StorageService& storage, TurnJob job, QObject* parent = nullptr);

  ~TurnRunner() override;

  void start();
  /// The request, for whoever starts several together; the turn goes by this id then.
  TurnRequest request() const;
  void startedAs(TurnId turn) { m_turn = turn; }
  TurnId turn() const { return m_turn; }
  void cancel();
  /// For the end of the program: saves what there is as an interrupted answer, without waiting for the worker.
  void abandon();

  const TurnJob& job() const { return m_job; }
  bool isPreparation() const { return m_job.answer == 0; }
  bool hasText() const { return !m_text.empty(); }
  QString text() const;              ///< the whole answer so far
  /// While a conversation is read: how far, and why again (None for what is new).
  std::int64_t readDone() const { return m_readDone; }
  std::int64_t readTotal() const { return m_readTotal; }
  RereadReason readReason() const { return m_readReason; }
  qint64 readMilliseconds() const { return m_reading.isValid() ? m_reading.elapsed() : 0; }
  /// Set when the turn has ended.
  const AnswerRecord& record() const { return m_record; }
  /// Of the saved state that was gone on from; 0 when it began from the beginning.
  std::int64_t restoredTokens() const { return m_restoredTokens; }
  const std::optional<Error>& error() const { return m_error; }

 signals:
  void reading();                                          ///< readDone() and its like have changed
  void textAppended(const QString& text);
  void stateUsed(qint64 bytes);                            ///< saved states on disk, after one was added
  void saveFailed(const eddy::Error& error);
  void ended();
  /// After `ended`: storage has done what it was given. The runner may go.
  void settled();

 private:
  void take(const TurnEvent& event);
  void on(const TurnStarted& started);
  void on(const StateNeeded& needed);
  void on(const TurnProgress& progress);
  void on(const TokensKnown& known);
  void on(const NotebookRead&) {}
  void on(const TurnText& text);
  void on(const TurnFinished& finished);
  void on(const TurnFailed& failed);
  void savePartial();
  void saveEnd(const TurnFinished* finished);
  void keepState(const TurnFinished& finished);
  void logReread(const TurnFinished& finished);
  SnapshotInfo infoOf(const TurnFinished& finished, MessageRef message) const;
  AnswerRecord recordSoFar(MessageStatus status) const;
  void end();

  InferenceService& m_inference;
  StorageService& m_storage;
  TurnJob m_job;
  TurnId m_turn{};
  TurnStarted m_model;
  std::string m_text;                // of this turn
  std::vector<TokenId> m_tokens;     // of this turn
  AnswerJournal m_journal;           // what goes with them
  QElapsedTimer m_reading;           // since the turn began
  std::int64_t m_readDone = 0;
  std::int64_t m_readTotal = 0;
  RereadReason m_readReason = RereadReason::None;
  QTimer m_saveTimer;
  bool m_unsaved = false;            // text came after the last save
  bool m_saving = false;
  bool m_ended = false;
  AnswerRecord m_record;
  std::int64_t m_restoredTokens = 0;
  std::optional<Error> m_error;
};

}  // namespace eddy
