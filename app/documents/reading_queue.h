// Which documents are being read: one reading at a time by the loaded model, the others wait. GUI thread only.
#pragma once

#include <QObject>
#include <memory>

#include "app/documents/reading_runner.h"

namespace eddy {

class ReadingQueue : public QObject {
  Q_OBJECT

 public:
  ReadingQueue(InferenceService& inference, StorageService& storage, QObject* parent = nullptr);
  ~ReadingQueue() override;

  /// Of all kept states; asked when a reading begins.
  void setStateBudget(std::function<std::int64_t()> budget) { m_budget = std::move(budget); }

  /// Begins or goes on, at once or after the one under way. `begun` says how the reading stands.
  void begin(std::vector<DocumentId> documents);
  /// The next one that was begun and not ended, if the model is free.
  void next();
  void pause();
  /// Ends a reading at once and gives up what was read: its states are deleted, and it is not gone on with by itself.
  void stop(const std::vector<DocumentId>& documents);
  /// At the end of the program.
  void abandon();

  /// The runner at work on exactly these documents.
  const ReadingRunner* runnerOf(const std::vector<DocumentId>& documents) const;

 signals:
  void begun(const eddy::Reading& reading);
  void progressed();
  void ended(const eddy::Reading& reading, eddy::ReadingRunner::End how, const std::optional<eddy::Error>& error);
  void placeKept();
  void stateUsed(qint64 bytes);
  void failed(const eddy::Error& error);

 private:
  void run(const Reading& reading);
  void end(ReadingRunner::End how);

  InferenceService& m_inference;
  StorageService& m_storage;
  std::function<std::int64_t()> m_budget;
  std::unique_ptr<ReadingRunner> m_runner;
};

}  // namespace eddy
