#include "app/devices/devices_view_model.h"

#include <QMetaObject>
#include <QPointer>
#include <algorithm>

#include "app/devices/device_words.h"
#include "engine/api/device_tools.h"

namespace eddy {
namespace {

constexpr const char* kChoiceKey = "devices.choice";
constexpr const char* kRecordsKey = "devices.records";

QString idOf(const DeviceInfo& device) { return QString::fromStdString(device_id(device)); }
QString nameOf(const DeviceInfo& device) { return QString::fromStdString(device.name); }

std::string value(const std::map<std::string, std::string>& stored, const char* key) {
  const auto found = stored.find(key);
  return found == stored.end() ? std::string() : found->second;
}

std::string wrongOps(const DeviceCheck& check) {
  std::string names;
  for (const auto& op : check.ops) {
    if (op.outcome == OpCheck::Wrong && names.find(op.op) == std::string::npos) names += (names.empty() ? "" : ", ") + op.op;
  }
  return names;
}

}  // namespace

DevicesViewModel::DevicesViewModel(Services services, QObject* parent)
    : QAbstractListModel(parent), m_services(std::move(services)),
      m_ports{.list = [make = m_services.makeEngine] { return make()->devices(); },
              .check = [](const DeviceInfo& device, int index, std::stop_token stop, const LoadProgress& progress) {
                return check_device(device.backend, index, stop, progress);
              },
              .measure = [](const DeviceInfo& device, int index, int threads, std::stop_token stop, const LoadProgress& progress) {
                return measure_device(device.backend, index, threads, stop, progress);
              }} {
  connect(&m_services.models, &ModelsViewModel::changed, this, &DevicesViewModel::retell);
}

DevicesViewModel::~DevicesViewModel() { shutdown(); }

void DevicesViewModel::shutdown() {
  m_job = 0;
  m_tasks.clear();
  m_looker = {};
}

void DevicesViewModel::start(const std::map<std::string, std::string>& stored) {
  m_choice = QString::fromStdString(value(stored, kChoiceKey));
  m_records = recordsFromJson(value(stored, kRecordsKey));
  m_started = true;
  refresh();
}

void DevicesViewModel::setOpen(bool open) {
  if (open == m_open) return;
  m_open = open;
  if (open) refresh();
  emit openChanged();
}

/// Drivers may take a while to answer.
void DevicesViewModel::refresh() {
  if (m_looking || !m_started) return;
  m_looking = true;
  emit changed();
  m_looker = std::jthread([this, list = m_ports.list] {
    auto devices = list();
    QMetaObject::invokeMethod(this, [this, devices = std::move(devices)] { listed(devices); }, Qt::QueuedConnection);
  });
}

void DevicesViewModel::listed(std::vector<DeviceInfo> devices) {
  const bool first = m_devices.empty();
  beginResetModel();
  m_devices = std::move(devices);
  m_looking = false;
  endResetModel();
  emit changed();
  if (first) measureWhereChoiceIsOpen();
}

void DevicesViewModel::measureWhereChoiceIsOpen() {
  const auto candidates = std::ranges::count_if(m_devices, [this](const auto& device) { return isCandidate(device); });
  const bool known = std::ranges::all_of(m_devices, [this](const auto& device) {
    const auto* record = recordOf(device);
    return !isCandidate(device) || (record && record->speed);
  });
  if (m_choice.isEmpty() && candidates > 1 && !known) measure();
  else place();
}

const DeviceInfo* DevicesViewModel::find(const QString& id) const {
  const auto found = std::ranges::find(m_devices, id, idOf);
  return found == m_devices.end() ? nullptr : &*found;
}

/// As LoadOptions counts them.
int DevicesViewModel::indexOf(const DeviceInfo& device) const {
  int index = 0;
  for (const auto& other : m_devices) {
    if (&other == &device) break;
    index += other.backend == device.backend;
  }
  return index;
}

/// Nothing that was found out with another driver or program.
const DeviceRecord* DevicesViewModel::recordOf(const DeviceInfo& device) const {
  const auto found = m_records.find(device_id(device));
  return found == m_records.end() || found->second.stamp != stampOf(device) ? nullptr : &found->second;
}

bool DevicesViewModel::isCandidate(const DeviceInfo& device) const {
  const auto* record = recordOf(device);
  return device.usable && !device.software && !(record && record->wrong > 0);
}

/// The layers of a model that several devices share.
std::optional<PlacedLayers> DevicesViewModel::layersOn(const DeviceInfo& device) const {
  const auto placement = m_services.inference.isReady() ? m_services.inference.placement() : std::vector<PlacedLayers>();
  const auto found = std::ranges::find_if(placement, [&](const auto& part) { return part.backend == device.backend && part.device == indexOf(device); });
  return placement.size() < 2 || found == placement.end() ? std::nullopt : std::optional(*found);
}

QString DevicesViewModel::memoryAndLayers(const DeviceInfo& device) const {
  QStringList parts;
  if (const auto memory = memoryText(device); !memory.isEmpty()) parts += memory;
  if (const auto layers = layersOn(device)) parts += layersText(*layers, m_services.models.name());
  return parts.join(QStringLiteral(" \u00b7 "));
}

/// Where the engine chose by itself, only when it had no choice or shared the model out.
bool DevicesViewModel::isInUse(const DeviceInfo& device) const {
  if (!m_services.inference.isReady()) return false;
  if (m_services.inference.placement().size() > 1) return layersOn(device).has_value();
  const auto& used = m_services.inference.device();
  if (!used.empty()) return used == device_id(device);
  return isCandidate(device) && std::ranges::count_if(m_devices, [this](const auto& other) { return isCandidate(other); }) == 1;
}

/// The fastest writer first; those that were not measured are left out.
std::vector<const DeviceInfo*> DevicesViewModel::ranking() const {
  std::vector<const DeviceInfo*> devices;
  for (const auto& device : m_devices) {
    const auto* record = recordOf(device);
    if (isCandidate(device) && record && record->speed) devices.push_back(&device);
  }
  std::ranges::stable_sort(devices, std::greater(), [this](const DeviceInfo* device) { return recordOf(*device)->speed->decode_bytes_per_second; });
  return devices;
}

QString DevicesViewModel::automaticText() const {
  const auto devices = ranking();
  if (devices.size() > 1) return tr("The fastest of those measured here: %1").arg(nameOf(*devices.front()));
  const auto candidates = std::ranges::count_if(m_devices, [this](const auto& device) { return isCandidate(device); });
  if (candidates > 1) return tr("A graphics card where there is one, else the processor. Measuring tells which is faster.");
  return tr("There is nothing to choose from: only one device here is fit for it.");
}

QString DevicesViewModel::missingText() const {
  if (m_choice.isEmpty() || m_devices.empty() || find(m_choice)) return {};
  return tr("The chosen device is not there at the moment; the automatic choice stands in for it.");
}

QString DevicesViewModel::busyText() const {
  if (m_tasks.empty()) return {};
  const auto* device = find(m_tasks.front().id);
  const auto name = device ? nameOf(*device) : QString();
  return m_tasks.front().isTest ? tr("Testing every operation on %1…").arg(name) : tr("Measuring %1…").arg(name);
}

void DevicesViewModel::choose(const QString& deviceId) {
  if (deviceId == m_choice) return;
  m_choice = deviceId;
  keep();
  place();
  retell();
}

void DevicesViewModel::test(const QString& deviceId) { run({{deviceId, true}}); }

void DevicesViewModel::measure(const QString& deviceId) {
  std::vector<Task> tasks;
  for (const auto& device : m_devices) {
    if (deviceId.isEmpty() ? isCandidate(device) : idOf(device) == deviceId) tasks.push_back({idOf(device), false});
  }
  run(std::move(tasks));
}

void DevicesViewModel::run(std::vector<Task> tasks) {
  std::erase_if(tasks, [this](const Task& task) { return !find(task.id) || !find(task.id)->usable; });
  if (isBusy() || tasks.empty()) return;
  m_tasks = std::move(tasks);
  next();
}

template <class Work, class Done>
void DevicesViewModel::perform(Work work, Done done) {
  m_job = ++m_lastJob;
  m_progress = 0;
  emit busyChanged();
  emit progressChanged();
  m_services.inference.runIdle([this, job = m_job, work = std::move(work), done = std::move(done)](std::stop_token stop) {
    const LoadProgress progress = [this, job](double fraction) {
      QMetaObject::invokeMethod(this, [this, job, fraction] {
        if (job != m_job) return;
        m_progress = fraction;
        emit progressChanged();
      }, Qt::QueuedConnection);
    };
    auto result = work(stop, progress);
    QMetaObject::invokeMethod(this, [this, job, done, result = std::move(result)] {
      if (job == m_job) done(result);
    }, Qt::QueuedConnection);
  });
}

void DevicesViewModel::next() {
  const auto device = *find(m_tasks.front().id);
  const int index = indexOf(*find(m_tasks.front().id));
  auto& record = m_records[device_id(device)];
  if (record.stamp != stampOf(device)) record = {.stamp = stampOf(device)};
  record.problem.clear();
  if (m_tasks.front().isTest) {
    perform([device, index, check = m_ports.check](std::stop_token stop, const LoadProgress& progress) { return check(device, index, stop, progress); },
            [this, id = device_id(device)](const Result<DeviceCheck>& check) {
              auto& mine = m_records[id];
              if (check) mine.right = check->right, mine.wrong = check->wrong, mine.absent = check->absent, mine.wrongOps = wrongOps(*check);
              ended(check ? std::nullopt : std::optional(check.error()));
            });
    return;
  }
  perform([device, index, threads = m_services.settings.threads(), measure = m_ports.measure](
              std::stop_token stop, const LoadProgress& progress) { return measure(device, index, threads, stop, progress); },
          [this, id = device_id(device)](const Result<DeviceSpeed>& speed) {
            if (speed) m_records[id].speed = *speed;
            ended(speed ? std::nullopt : std::optional(speed.error()));
          });
}

void DevicesViewModel::ended(const std::optional<Error>& error) {
  const auto task = m_tasks.front();
  m_tasks.erase(m_tasks.begin());
  if (error && error->code == ErrorCode::Cancelled) m_tasks.clear();
  else if (error) m_records[task.id.toStdString()].problem = error->message;
  if (!m_tasks.empty() && find(m_tasks.front().id)) {
    retell();
    return next();
  }
  m_tasks.clear();
  m_job = 0;
  keep();
  place();
  emit busyChanged();
  retell();
}

void DevicesViewModel::stop() {
  if (!isBusy()) return;
  m_services.inference.stopIdle();
}

void DevicesViewModel::keep() {
  const std::map<std::string, std::string> values{{kChoiceKey, m_choice.toStdString()}, {kRecordsKey, toJson(m_records)}};
  m_services.storage.submit([values](Stores& stores) { return stores.settings.set_all(values); });
}

/// Tells the settings where models go from now on. A model that lies elsewhere is loaded again.
void DevicesViewModel::place() {
  QStringList wished;
  if (!m_choice.isEmpty()) wished = {m_choice};
  else if (const auto devices = ranking(); devices.size() > 1) {
    for (const auto* device : devices) wished += idOf(*device);
  }
  if (m_services.settings.property("devices").toStringList() != wished) m_services.settings.setProperty("devices", wished);
}

void DevicesViewModel::retell() {
  if (count() > 0) emit dataChanged(index(0), index(count() - 1));
  emit changed();
}

QVariant DevicesViewModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& device = m_devices[static_cast<std::size_t>(index.row())];
  const auto* record = recordOf(device);
  const auto best = ranking();
  switch (role) {
    case DeviceId: return idOf(device);
    case Qt::DisplayRole:
    case Name: return nameOf(device);
    case Kind: return kindText(device);
    case Facts: return factsText(device);
    case Memory: return memoryAndLayers(device);
    case Usable: return device.usable;
    case WhyNot: return whyNotText(device, record, m_services.inference.isReady() && !layersOn(device) ? m_services.inference.model().memory_bytes : 0, m_services.models.name());
    case Speed: return record && record->speed ? speedText(*record->speed) : QString();
    case Test: return record ? testText(*record) : QString();
    case TestFailed: return record && (record->wrong > 0 || !record->problem.empty());
    case Chosen: return m_choice == idOf(device);
    case InUse: return isInUse(device);
    case Best: return best.size() > 1 && best.front() == &device;
    default: return {};
  }
}

QHash<int, QByteArray> DevicesViewModel::roleNames() const {
  return {{DeviceId, "deviceId"}, {Name, "name"}, {Kind, "kind"}, {Facts, "facts"}, {Memory, "memory"}, {Usable, "usable"}, {WhyNot, "whyNot"},
          {Speed, "speed"}, {Test, "test"}, {TestFailed, "testFailed"}, {Chosen, "chosen"}, {InUse, "inUse"}, {Best, "best"}};
}

}  // namespace eddy
