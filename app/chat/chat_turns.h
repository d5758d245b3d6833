// The turns that run: at most one question per conversation, and one preparation. GUI thread only.
#pragma once

#include <QObject>
#include <map>

#include "app/chat/turn_runner.h"

namespace eddy {

class ChatTurns : public QObject {
  Q_OBJECT

 public:
  ChatTurns(InferenceService& inference, StorageService& storage, QObject* parent = nullptr);

  void answer(TurnJob job);
  /// Answers to one question of one conversation, side by side. The jobs differ in their answers and seeds alone.
  void answerTogether(std::vector<TurnJob> jobs);
  /// Brings the model to the job's base, so that the next turn starts at once. Gives up an earlier preparation.
  void prepare(TurnJob job);
  void cancelPreparation();
  void cancel(qint64 conversation);
  void cancelAll();
  /// For the end of the program.
  void abandonAll();

  /// Stops one of several answers.
  void cancelAnswer(qint64 message);
  /// Who writes this message.
  TurnRunner* writing(qint64 message) const;
  /// Null when there is none; of several that are written side by side, the first that has not ended.
  TurnRunner* answering(qint64 conversation) const;
  TurnRunner* preparing(qint64 conversation) const;
  bool isIdle() const { return m_answering.empty(); }

 signals:
  void started(qint64 conversation);
  void reading(qint64 conversation);
  void textAppended(qint64 conversation, qint64 message, const QString& text);
  void ended(eddy::TurnRunner* runner);
  void saveFailed(const eddy::Error& error);
  void stateUsed(qint64 bytes);

 private:
  TurnRunner* make(TurnJob job);

  InferenceService& m_inference;
  StorageService& m_storage;
  std::multimap<qint64, TurnRunner*> m_answering;  // by conversation, in the order they were started
  TurnRunner* m_preparing = nullptr;
};

}  // namespace eddy
