// Looks for models and into them on a thread of its own. The object belongs to the GUI thread.
#pragma once

#include <QHash>
#include <QObject>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "app/models/machine_memory.h"
#include "app/models/model_facts_json.h"
#include "app/models/model_scan.h"
#include "engine/api/engine.h"

namespace eddy {

struct ScanRequest {
  std::vector<ModelPlace> places;
  QStringList files;                               ///< chosen by hand
  QHash<QString, std::pair<qint64, qint64>> known;  ///< bytes and time of those that need no second look
};

class ModelInspector : public QObject {
  Q_OBJECT

 public:
  using MakeEngine = std::function<std::unique_ptr<Engine>()>;
  explicit ModelInspector(MakeEngine makeEngine, QObject* parent = nullptr);
  ~ModelInspector() override;

  /// Gives up the scan under way. Its results arrive as signals.
  void scan(ScanRequest request);
  void cancel();
  /// Ends the thread; waits for the one file that is being looked into.
  void shutdown();

 signals:
  /// All files that are there, before they are looked into, and the folders that were searched.
  void found(const std::vector<eddy::FoundModel>& models, const QStringList& folders);
  void inspected(const eddy::FoundModel& model, const eddy::ModelFacts& facts);
  void progressed(int done, int total);
  void memoryKnown(const eddy::MachineMemory& memory);
  void finished();

 private:
  void run(std::stop_token stop);
  void serve(const ScanRequest& request, std::stop_token stop);
  ModelFacts look(const QString& path);
  template <class Tell>
  void tell(std::stop_token stop, Tell tell);

  MakeEngine m_makeEngine;
  std::unique_ptr<Engine> m_engine;  // its thread
  std::mutex m_mutex;                // guards what follows
  std::condition_variable_any m_wake;
  std::deque<ScanRequest> m_requests;
  std::stop_source m_current;
  std::jthread m_thread;             // last: starts when all else is there
};

}  // namespace eddy
