// The door to the inference thread. GUI thread only.
#pragma once

#include <QObject>
#include <map>
#include <memory>

#include "app/inference/inference_worker.h"

namespace eddy {

/// Events of all turns and loads arrive as signals in the order they happened; who started one recognises it by its id.
class InferenceService : public QObject {
  Q_OBJECT

 public:
  explicit InferenceService(InferencePorts ports = {}, QObject* parent = nullptr);
  ~InferenceService() override;

  /// Stops what runs and joins the thread; nothing is started afterwards.
  void shutdown();

  /// Stops what runs and what is queued, then loads. A load under way is given up.
  LoadId load(const std::filesystem::path& path, const LoadOptions& options, std::vector<std::string> devices = {});
  void cancelLoad();
  /// Stops what runs and what is queued, then lets go of the model; told as a LoadFailed that keeps none.
  LoadId unload() { return load({}, {}); }

  /// The request's id and stop source are set here.
  TurnId start(TurnRequest request);
  /// Answers to one question side by side; ids in the order of the requests.
  std::vector<TurnId> startTogether(std::vector<TurnRequest> requests);
  /// As start(), for a text without a chat; the id and stop source are set here.
  TurnId writeOn(NotebookRequest request);
  /// The states of these messages are of another text from now on.
  void forget(std::vector<MessageRef> messages);
  /// The state that a file of state tuning holds, in the snapshot of the TurnFinished.
  TurnId readInitialState(const std::filesystem::path& file);
  void answer(StateAnswer answer);
  void stop(TurnId turn);

  /// Ids and stop sources are set here. Null read ids are never given out.
  ReadId read(ReadRequest request);
  ReadId complete(CompleteRequest request);
  void stop(ReadId read);

  /// `work` on the inference thread once that has nothing else to do, with a stop token that everything else that is asked
  /// for stops: nobody waits for it.
  void runIdle(std::function<void(std::stop_token)> work);
  void stopIdle();

  /// A model is loaded and none is being loaded.
  bool isReady() const { return m_ready; }
  const ModelInfo& model() const { return m_model; }
  /// Which of the wished devices the model runs on; empty: the engine chose, or none is loaded.
  const std::string& device() const { return m_device; }
  /// Which device holds which of the model's layers; empty when none is loaded.
  std::vector<PlacedLayers> placement() const;
  /// Empty when none is loaded.
  const std::string& fingerprint() const { return m_fingerprint; }
  /// Stored tokens are of this model while their reading equals this; empty when none is loaded.
  const std::string& reading() const { return m_reading; }
  /// Answers begin in the middle of the model's thinking: its chat format has written the tag.
  bool opensThinking() const { return m_opensThinking; }
  /// What so many answers at once take that go on from `tokens` tokens, with room for `more` each.
  BatchMemory memoryOfBatch(int count, std::int64_t tokens, std::int64_t more) const;

 signals:
  void turnEvent(const eddy::TurnEvent& event);
  void loadEvent(const eddy::LoadEvent& event);
  void readEvent(const eddy::ReadEvent& event);
  void readyChanged();

 private:
  void deliver(const WorkerEvent& event);
  void noteLoad(const LoadEvent& event);
  void setReady(bool ready);

  std::uint64_t m_lastId = 0;
  std::map<TurnId, std::stop_source> m_turns;   // running or queued
  std::map<ReadId, std::stop_source> m_reads;   // likewise
  std::vector<std::stop_source> m_idle;         // tasks
  LoadId m_load{};
  std::stop_source m_loadStop{std::nostopstate};
  ModelInfo m_model;
  std::string m_fingerprint;
  std::string m_device;
  std::string m_reading;
  std::weak_ptr<const LanguageModel> m_loaded;
  bool m_ready = false;
  bool m_opensThinking = false;
  std::unique_ptr<InferenceWorker> m_worker;
};

}  // namespace eddy
