// One document being read: joins the inference thread and storage. GUI thread only.
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include "app/inference/inference_service.h"
#include "app/storage/storage_service.h"

namespace eddy {

/// Goes on from the last saved state, saves one every few pages and at the end. Emits `ended` once.
class ReadingRunner : public QObject {
  Q_OBJECT

 public:
  enum class End { Complete, Paused, Failed };

  struct Pace {
    std::int64_t batchBytes = 6'000;   ///< of text between two looks at what the user wants, at most
    double batchSeconds = 1;           ///< what they may take, as far as the speed is known
    double keepSeconds = 10;           ///< of reading between two saved states
    std::int64_t stateBudget = 0;      ///< of all kept states; 0: no limit
    int places = 16;                   ///< at most so many pages whose state is kept for questions as of there
  };

  ReadingRunner(InferenceService& inference, StorageService& storage, Reading reading, Pace pace, QObject* parent = nullptr);
  ~ReadingRunner() override;

  void start();
  /// Ends after the batch under way, with its state saved.
  void pause();
  /// Ends at once; what was read since the last saved state is lost.
  void abandon();

  const Reading& reading() const { return m_reading; }
  bool isRunning() const { return m_running; }
  bool isPausing() const { return m_pauseWanted; }
  double progress() const;             ///< 0 to 1, by text
  std::int32_t page() const { return m_page; }  ///< counted through the documents
  std::int32_t pages() const { return m_pages; }
  std::int64_t tokens() const { return m_key.tokens + m_inBatch; }
  double tokensPerSecond() const;
  double secondsLeft() const;          ///< negative while nobody knows
  const std::optional<Error>& error() const { return m_error; }
  std::int64_t tokensThisTime() const { return m_tokensThisTime; }

 signals:
  void progressed();
  void stateUsed(qint64 bytes);
  void placeKept();
  void ended(eddy::ReadingRunner::End how);

 private:
  struct Begin {
    ReadingMark mark;
    std::shared_ptr<const SnapshotPieces> snapshot;
    std::int64_t bytes = 0;
    std::int64_t bytesDone = 0;
    std::int32_t page = 0;
    std::int32_t pages = 0;
  };
  static Result<Begin> findBegin(Stores& stores, const Reading& reading);
  void goOn();
  std::int64_t batchBytes() const;
  void send(std::vector<ReadingStep> steps);
  void take(const ReadEvent& event);
  void on(const ReadAdvanced& advanced);
  void on(const ReadDone& done);
  void on(const ReadStateNeeded&);
  void on(const Completed&) {}
  void on(const ReadFailed& failed);
  void keep(const ReadDone& done);
  void planPlaces();
  void cutAtPlace(std::vector<ReadingStep>& steps);
  void keepPlace(const KeptState& place);
  void end(End how);
  void fail(const Error& error);

  InferenceService& m_inference;
  StorageService& m_storage;
  Reading m_reading;
  Pace m_pace;
  ReadId m_read{};
  SnapshotKey m_key;                   // where the sequence stands
  std::shared_ptr<const SnapshotPieces> m_snapshot;  // of that place, until it has been restored
  std::int64_t m_step = 0;
  std::vector<ReadingStep> m_steps;    // of the batch under way
  std::int64_t m_bytes = 0;
  std::int64_t m_bytesDone = 0;
  std::int32_t m_page = 0;
  std::int32_t m_pages = 0;
  std::int32_t m_placeEvery = 0;       // pages; 0: none is kept
  std::int32_t m_nextPlace = 0;        // a page
  std::int32_t m_lastPlace = 0;        // kept this time
  std::int32_t m_placeDue = 0;         // at the end of the batch under way; 0: none
  std::int64_t m_inBatch = 0;          // tokens
  std::int64_t m_tokensThisTime = 0;
  std::int64_t m_bytesThisTime = 0;
  double m_seconds = 0;                // of reading, this time
  double m_secondsUnsaved = 0;
  double m_secondsInBatch = 0;
  int m_restarts = 0;
  bool m_running = false;
  bool m_pauseWanted = false;
  std::optional<Error> m_error;
};

}  // namespace eddy
