#include "app/models/model_inspector.h"

#include <QCoreApplication>
#include <QMetaObject>

namespace eddy {

ModelInspector::ModelInspector(MakeEngine makeEngine, QObject* parent)
    : QObject(parent), m_makeEngine(std::move(makeEngine)), m_thread([this](std::stop_token stop) { run(stop); }) {}

ModelInspector::~ModelInspector() { shutdown(); }

void ModelInspector::shutdown() {
  cancel();
  m_thread.request_stop();
  if (m_thread.joinable()) m_thread.join();
}

void ModelInspector::scan(ScanRequest request) {
  const std::lock_guard lock(m_mutex);
  m_current.request_stop();
  m_requests = {};
  m_requests.push_back(std::move(request));
  m_wake.notify_all();
}

void ModelInspector::cancel() {
  const std::lock_guard lock(m_mutex);
  m_current.request_stop();
  m_requests = {};
}

void ModelInspector::run(std::stop_token stop) {
  while (true) {
    std::unique_lock lock(m_mutex);
    if (!m_wake.wait(lock, stop, [this] { return !m_requests.empty(); })) return;
    const auto request = std::move(m_requests.front());
    m_requests.pop_front();
    m_current = {};
    const auto current = m_current.get_token();
    lock.unlock();
    serve(request, current);
  }
}

/// Events of a scan that was given up are not delivered: a newer one may have told more.
template <class Tell>
void ModelInspector::tell(std::stop_token stop, Tell tell) {
  QMetaObject::invokeMethod(this, [stop, tell = std::move(tell)] {
    if (!stop.stop_requested()) tell();
  }, Qt::QueuedConnection);
}

void ModelInspector::serve(const ScanRequest& request, std::stop_token stop) {
  std::vector<FoundModel> all;
  QStringList folders;
  for (const auto& place : request.places) {
    auto contents = scanPlace(place, stop);
    for (auto& model : contents.models) all.push_back(std::move(model));
    folders += contents.folders;
  }
  for (const auto& file : request.files) {
    if (auto model = lookAt(file); model.bytes >= 0) all.push_back(std::move(model));
  }
  tell(stop, [this, all, folders] { emit found(all, folders); });
  std::vector<FoundModel> unknown;
  for (const auto& model : all) {
    if (request.known.value(model.path) != std::pair(model.bytes, model.changedAt)) unknown.push_back(model);
  }
  const int total = static_cast<int>(unknown.size());
  for (int i = 0; i < total && !stop.stop_requested(); ++i) {
    tell(stop, [this, i, total] { emit progressed(i, total); });
    const auto& model = unknown[static_cast<std::size_t>(i)];
    tell(stop, [this, model, facts = look(model.path)] { emit inspected(model, facts); });
  }
  auto memory = machineMemory();
  if (!stop.stop_requested()) {
    if (!m_engine) m_engine = m_makeEngine();
    for (const auto& device : m_engine->devices()) {
      if (device.backend != "cpu" && device.usable && !device.software) memory.gpus.push_back({device.name, device.memory_bytes});
    }
  }
  tell(stop, [this, memory] { emit memoryKnown(memory); });
  tell(stop, [this] { emit finished(); });
}

ModelFacts ModelInspector::look(const QString& path) {
  if (!m_engine) m_engine = m_makeEngine();
  ModelFacts facts{.info = {}, .looked = true, .program = QCoreApplication::applicationVersion().toStdString()};
  auto info = m_engine->inspect(std::filesystem::path(path.toStdU16String()));
  if (info) {
    facts.info = *std::move(info);
    facts.code = ErrorCode::UnsupportedArchitecture;  // what remains when the file itself is sound
  } else {
    facts.info.why_not = info.error().message;
    facts.code = info.error().code;
  }
  return facts;
}

}  // namespace eddy
