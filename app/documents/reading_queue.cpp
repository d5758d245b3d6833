#include "app/documents/reading_queue.h"

namespace eddy {

ReadingQueue::ReadingQueue(InferenceService& inference, StorageService& storage, QObject* parent)
    : QObject(parent), m_inference(inference), m_storage(storage) {}

ReadingQueue::~ReadingQueue() = default;

const ReadingRunner* ReadingQueue::runnerOf(const std::vector<DocumentId>& documents) const {
  const bool runs = m_runner && m_runner->isRunning() && m_runner->reading().documents == documents;
  return runs ? m_runner.get() : nullptr;
}

void ReadingQueue::begin(std::vector<DocumentId> documents) {
  if (documents.empty() || runnerOf(documents) || !m_inference.isReady()) return;
  auto work = [ids = std::move(documents), model = m_inference.fingerprint(), name = m_inference.model().name](Stores& stores) -> Result<Reading> {
    auto reading = stores.documents.open_reading(ids, model, name);
    if (!reading || reading->status == ReadingStatus::Complete) return reading;
    if (auto set = stores.documents.set_status(reading->id, ReadingStatus::UnderWay); !set) return set.error();
    reading->status = ReadingStatus::UnderWay;
    return reading;
  };
  m_storage.submit(this, std::move(work), [this](const Result<Reading>& reading) {
    if (!reading) return emit failed(reading.error());
    emit begun(*reading);
    if (reading->status != ReadingStatus::Complete) run(*reading);
  });
}

void ReadingQueue::next() {
  if (!m_inference.isReady() || (m_runner && m_runner->isRunning())) return;
  auto work = [model = m_inference.fingerprint()](Stores& stores) -> Result<std::optional<Reading>> {
    const auto all = stores.documents.readings();
    if (!all) return all.error();
    for (const auto& reading : *all) {
      if (reading.status == ReadingStatus::UnderWay && reading.model_fingerprint == model) return std::optional(reading);
    }
    return std::optional<Reading>();
  };
  m_storage.submit(this, std::move(work), [this](const Result<std::optional<Reading>>& waiting) {
    if (waiting && *waiting) run(**waiting);
  });
}

void ReadingQueue::run(const Reading& reading) {
  const bool busy = m_runner && m_runner->isRunning();
  if (!busy && m_inference.isReady() && reading.model_fingerprint == m_inference.fingerprint()) {
    m_runner = std::make_unique<ReadingRunner>(m_inference, m_storage, reading,
                                               ReadingRunner::Pace{.stateBudget = m_budget ? m_budget() : 0});
    connect(m_runner.get(), &ReadingRunner::progressed, this, &ReadingQueue::progressed);
    connect(m_runner.get(), &ReadingRunner::stateUsed, this, &ReadingQueue::stateUsed);
    connect(m_runner.get(), &ReadingRunner::placeKept, this, &ReadingQueue::placeKept);
    connect(m_runner.get(), &ReadingRunner::ended, this, &ReadingQueue::end);
    m_runner->start();
  }
  emit progressed();
}

void ReadingQueue::end(ReadingRunner::End how) {
  const auto reading = m_runner->reading();
  const auto error = m_runner->error();
  m_runner.release()->deleteLater();
  emit ended(reading, how, error);
  next();
}

void ReadingQueue::pause() {
  if (m_runner) m_runner->pause();
}

void ReadingQueue::stop(const std::vector<DocumentId>& documents) {
  if (!runnerOf(documents)) return;
  // Before the runner ends: the next reading is looked for then.
  auto work = [id = m_runner->reading().id](Stores& stores) -> Result<std::int64_t> {
    if (auto stopped = stores.documents.stop_reading(id); !stopped) return stopped.error();
    if (auto forgotten = stores.snapshots.forget(owner_of(id)); !forgotten) return forgotten.error();
    return stores.snapshots.used_bytes();
  };
  m_storage.submit(this, std::move(work), [this](const Result<std::int64_t>& used) { used ? emit stateUsed(*used) : emit failed(used.error()); });
  m_runner->abandon();
}

void ReadingQueue::abandon() {
  if (m_runner) m_runner->abandon();
  m_runner.reset();
}

}  // namespace eddy
