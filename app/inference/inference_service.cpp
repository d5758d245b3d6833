#include "app/inference/inference_service.h"

#include <QMetaObject>

namespace eddy {

InferenceService::InferenceService(InferencePorts ports, QObject* parent)
    : QObject(parent),
      m_worker(std::make_unique<InferenceWorker>(std::move(ports), [this](WorkerEvent event) {
        QMetaObject::invokeMethod(this, [this, event = std::move(event)] { deliver(event); }, Qt::QueuedConnection);
      })) {}

InferenceService::~InferenceService() = default;

void InferenceService::shutdown() { m_worker.reset(); }

LoadId InferenceService::load(const std::filesystem::path& path, const LoadOptions& options, std::vector<std::string> devices) {
  stopIdle();
  for (auto& [turn, stop] : m_turns) stop.request_stop();
  for (auto& [read, stop] : m_reads) stop.request_stop();
  m_loadStop.request_stop();
  m_load = LoadId{++m_lastId};
  m_loadStop = std::stop_source();
  setReady(false);
  if (m_worker) m_worker->load({.load = m_load, .stop = m_loadStop, .path = path, .options = options, .devices = std::move(devices)});
  return m_load;
}

void InferenceService::cancelLoad() { m_loadStop.request_stop(); }

TurnId InferenceService::start(TurnRequest request) {
  stopIdle();
  request.turn = TurnId{++m_lastId};
  m_turns.emplace(request.turn, request.stop);
  const auto turn = request.turn;
  if (m_worker) m_worker->start(std::move(request));
  return turn;
}

std::vector<TurnId> InferenceService::startTogether(std::vector<TurnRequest> requests) {
  stopIdle();
  std::vector<TurnId> ids;
  for (auto& request : requests) {
    request.turn = TurnId{++m_lastId};
    m_turns.emplace(request.turn, request.stop);
    ids.push_back(request.turn);
  }
  if (m_worker) m_worker->start(TogetherRequest{.turns = std::move(requests), .stop = {}});
  return ids;
}

TurnId InferenceService::readInitialState(const std::filesystem::path& file) {
  stopIdle();
  InitialStateRequest request{.turn = TurnId{++m_lastId}, .stop = {}, .file = file};
  m_turns.emplace(request.turn, request.stop);
  const auto turn = request.turn;
  if (m_worker) m_worker->start(std::move(request));
  return turn;
}

TurnId InferenceService::writeOn(NotebookRequest request) {
  stopIdle();
  const auto turn = request.turn = TurnId{++m_lastId};
  m_turns.emplace(turn, request.stop);
  if (m_worker) m_worker->start(std::move(request));
  return turn;
}

void InferenceService::forget(std::vector<MessageRef> messages) {
  if (m_worker && !messages.empty()) m_worker->forget({.stop = {}, .messages = std::move(messages)});
}

BatchMemory InferenceService::memoryOfBatch(int count, std::int64_t tokens, std::int64_t more) const {
  const auto model = m_loaded.lock();
  return model ? model->memory_of_batch(count, tokens, more) : BatchMemory{};
}

std::vector<PlacedLayers> InferenceService::placement() const {
  const auto model = m_loaded.lock();
  return model ? model->placement() : std::vector<PlacedLayers>();
}

void InferenceService::answer(StateAnswer answer) {
  if (m_worker) m_worker->answer(std::move(answer));
}

void InferenceService::stop(TurnId turn) {
  if (const auto found = m_turns.find(turn); found != m_turns.end()) found->second.request_stop();
}

ReadId InferenceService::read(ReadRequest request) {
  stopIdle();
  const auto id = request.read = ReadId{++m_lastId};
  m_reads.emplace(id, request.stop);
  if (m_worker) m_worker->read(std::move(request));
  return id;
}

ReadId InferenceService::complete(CompleteRequest request) {
  stopIdle();
  const auto id = request.read = ReadId{++m_lastId};
  m_reads.emplace(id, request.stop);
  if (m_worker) m_worker->complete(std::move(request));
  return id;
}

void InferenceService::stop(ReadId read) {
  if (const auto found = m_reads.find(read); found != m_reads.end()) found->second.request_stop();
}

void InferenceService::runIdle(std::function<void(std::stop_token)> work) {
  if (!m_worker) return;
  m_idle.emplace_back();
  m_worker->start(TaskRequest{.stop = m_idle.back(), .work = std::move(work)});
}

void InferenceService::stopIdle() {
  for (auto& stop : m_idle) stop.request_stop();
  m_idle.clear();
}

void InferenceService::deliver(const WorkerEvent& event) {
  if (const auto* load = std::get_if<LoadEvent>(&event)) return noteLoad(*load);
  if (const auto* read = std::get_if<ReadEvent>(&event)) {
    if (!std::holds_alternative<ReadAdvanced>(read->what)) m_reads.erase(read->read);
    emit readEvent(*read);
    return;
  }
  const auto& turn = std::get<TurnEvent>(event);
  if (std::holds_alternative<TurnFinished>(turn.what) || std::holds_alternative<TurnFailed>(turn.what))
    m_turns.erase(turn.turn);
  emit turnEvent(turn);
}

void InferenceService::noteLoad(const LoadEvent& event) {
  const bool latest = event.load == m_load;
  if (const auto* done = std::get_if<LoadDone>(&event.what)) {
    m_model = done->info;
    m_fingerprint = done->fingerprint;
    m_reading = done->reading;
    m_loaded = done->model;
    m_device = done->device;
    const auto model = m_loaded.lock();
    m_opensThinking = model && opens_thinking(model->chat_format().answer_opening());
  }
  if (const auto* failed = std::get_if<LoadFailed>(&event.what); failed && !failed->model_kept) {
    m_model = {};
    m_fingerprint.clear();
    m_device.clear();
    m_reading.clear();
  }
  if (!latest) return;
  emit loadEvent(event);
  if (!std::holds_alternative<LoadProgressed>(event.what)) setReady(m_model.runnable);
}

void InferenceService::setReady(bool ready) {
  // A new model counts as a change even when one was ready before.
  m_ready = ready;
  emit readyChanged();
}

}  // namespace eddy
