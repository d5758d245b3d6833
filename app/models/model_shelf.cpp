#include "app/models/model_shelf.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>

namespace eddy {
namespace {

constexpr const char* kOwnFolderKey = "models.folder";

QString stored(const std::map<std::string, std::string>& values, const char* key) {
  const auto found = values.find(key);
  return found == values.end() ? QString() : QString::fromStdString(found->second);
}

bool isBelow(const QString& path, const QString& folder) { return path.startsWith(folder + u'/'); }

}  // namespace

ModelShelf::ModelShelf(Doors doors, QObject* parent)
    : QObject(parent), m_doors(std::move(doors)), m_view(m_models), m_choices(m_models, m_doors.models), m_folders(m_doors.storage), m_network(m_doors.storage),
      m_downloads(m_network), m_catalogue(m_downloads, m_network), m_quantiser(m_models), m_inspector(m_doors.makeEngine) {
  connect(&m_doors.models, &ModelsViewModel::changed, this, &ModelShelf::noteLoaded);
  connect(&m_folders, &ModelFolders::contentsChanged, this, [this] {
    if (m_scanned) rescan();
  });
  connect(&m_downloads, &Downloads::arrived, this, &ModelShelf::rescan);
  connect(&m_quantiser, &ModelQuantiser::made, this, &ModelShelf::rescan);
  connect(&m_inspector, &ModelInspector::found, this, &ModelShelf::found);
  connect(&m_inspector, &ModelInspector::inspected, this, &ModelShelf::inspected);
  connect(&m_inspector, &ModelInspector::progressed, this, [this](int done, int total) {
    m_scanDone = done, m_scanTotal = total;
    emit scanChanged();
  });
  connect(&m_inspector, &ModelInspector::memoryKnown, this, [this](const MachineMemory& memory) {
    m_models.setMemory(memory);
    m_catalogue.setMemory(memory);
    emit machineChanged();
  });
  connect(&m_inspector, &ModelInspector::finished, this, [this] {
    m_scanning = false;
    emit scanChanged();
  });
}

void ModelShelf::shutdown() {
  m_inspector.shutdown();
  m_quantiser.shutdown();
  m_downloads.shutdown();
}

void ModelShelf::useOwnFolder(const QString& folder) {
  m_downloads.open(folder);
  m_quantiser.setFolder(folder);
}

void ModelShelf::setOpen(bool open) {
  if (m_open == open) return;
  m_open = open;
  emit openChanged();
  if (open) look();
}

void ModelShelf::look() {
  m_wanted = true;
  readSpeeds();
  if (m_models.memory().total == 0) m_models.setMemory(machineMemory());
  m_catalogue.setMemory(m_models.memory());
  if (m_scanned) return;
  listKnown();
  rescan();
}

QString ModelShelf::scanText() const {
  if (!m_scanning) return {};
  if (m_scanTotal <= 0) return tr("Looking for models\u2026");
  return tr("Looking into files: %1 of %2").arg(m_scanDone + 1).arg(m_scanTotal);
}

void ModelShelf::start(const QString& dataFolder, const std::map<std::string, std::string>& values) {
  auto own = stored(values, kOwnFolderKey);
  if (own.isEmpty()) own = QDir::cleanPath(dataFolder + QStringLiteral("/models"));
  m_models.setWarm(stored(values, ModelsViewModel::kWarmKey));
  m_network.start(values);
  m_catalogue.start(dataFolder);
  useOwnFolder(own);
  struct Kept {
    std::vector<ModelFolder> folders;
    std::vector<KnownModel> files;
    ModelStore::Settings settings;
  };
  m_doors.storage.submit(
      this,
      [](Stores& stores) -> Result<Kept> {
        const ModelStore store(*stores.database);
        auto folders = store.folders();
        if (!folders) return folders.error();
        auto files = store.files();
        if (!files) return files.error();
        auto settings = store.settings();
        if (!settings) return settings.error();
        return Kept{*std::move(folders), *std::move(files), *std::move(settings)};
      },
      [this, own](const Result<Kept>& kept) {
        m_folders.start(own, foundPlaces(QDir::homePath(), QProcessEnvironment::systemEnvironment()),
                        kept ? kept->folders : std::vector<ModelFolder>());
        if (!kept) return setProblem(tr("What was known of models could not be read: %1").arg(QString::fromStdString(kept.error().message)));
        for (const auto& file : kept->files) m_known.insert(QString::fromStdString(file.path), file);
        m_settings = kept->settings;
        if (m_wanted) look();
      });
}

void ModelShelf::rescan() {
  if (m_folders.count() == 0) return;  // not started yet: start() scans then
  ScanRequest request{.places = m_folders.inUse(), .files = chosenByHand(), .known = {}};
  const auto program = QCoreApplication::applicationVersion().toStdString();
  for (const auto& known : qAsConst(m_known)) {
    if (factsFromJson(known.facts).program == program)
      request.known.insert(QString::fromStdString(known.path), {known.bytes, known.changed_at});
  }
  m_scanned = m_scanning = true;
  m_scanDone = m_scanTotal = 0;
  emit scanChanged();
  m_inspector.scan(std::move(request));
}

void ModelShelf::cancelScan() {
  m_inspector.cancel();
  m_scanning = false;
  emit scanChanged();
}

/// Files that were opened one by one, wherever they lie, and the starter.
QStringList ModelShelf::chosenByHand() const {
  QStringList files;
  if (!m_doors.starter.isEmpty()) files += m_doors.starter;
  for (const auto& path : m_doors.models.recent()) files += path;
  for (const auto& [path, keys] : m_settings) {
    if (keys.contains("listed")) files += QString::fromStdString(path);
  }
  files.removeDuplicates();
  return files;
}

InstalledModel ModelShelf::rowOf(FoundModel file) const {
  InstalledModel row;
  row.file = std::move(file);
  const auto& path = row.file.path;
  row.starter = !m_doors.starter.isEmpty() && path == m_doors.starter;
  if (const auto known = m_known.find(path); known != m_known.end()) {
    row.fingerprint = known->fingerprint;
    if (row.missing || (known->bytes == row.file.bytes && known->changed_at == row.file.changedAt)) row.facts = factsFromJson(known->facts);
  }
  if (const auto speed = m_speeds.find(row.fingerprint); speed != m_speeds.end()) row.speed = speed->second;
  row.hidden = setting(path, QStringLiteral("hidden")) == QLatin1String("1");
  return row;
}

/// Of a file that was looked into once; nothing where no such folder in use has it and nobody chose it.
std::optional<InstalledModel> ModelShelf::knownRow(const KnownModel& known, const QStringList& byHand, const OfPlace& such) const {
  const auto path = QString::fromStdString(known.path);
  const bool chosen = byHand.contains(path);
  for (const auto& place : m_folders.inUse()) {
    if (!chosen && (!isBelow(path, place.path) || !such(place))) continue;
    return rowOf({.path = path, .name = {}, .kind = chosen ? PlaceKind::Added : place.kind, .place = place.path, .bytes = known.bytes, .changedAt = known.changed_at});
  }
  return std::nullopt;
}

void ModelShelf::listKnown() {
  if (m_models.rowCount() > 0) return;
  const auto byHand = chosenByHand();
  std::vector<InstalledModel> rows;
  for (const auto& known : qAsConst(m_known)) {
    auto row = QFileInfo::exists(QString::fromStdString(known.path)) ? knownRow(known, byHand, [](const ModelPlace&) { return true; }) : std::nullopt;
    if (row) rows.push_back(*std::move(row));
  }
  m_models.sync(std::move(rows));
  noteLoaded();
}

void ModelShelf::found(const std::vector<FoundModel>& models, const QStringList& folders) {
  std::vector<InstalledModel> rows;
  QHash<QString, int> counts;
  QSet<QString> seen;
  for (const auto& model : models) {
    if (seen.contains(model.path)) continue;
    seen.insert(model.path);
    counts[model.place] += 1;
    rows.push_back(rowOf(model));
  }
  // What was here before and is not now: its folder is away (a drive that was taken out), or the file is gone.
  const auto byHand = chosenByHand();
  for (const auto& known : qAsConst(m_known)) {
    const auto path = QString::fromStdString(known.path);
    if (seen.contains(path)) continue;
    const auto away = [](const ModelPlace& place) { return !QFileInfo(place.path).isDir(); };
    auto row = knownRow(known, byHand, away);
    if (!row) continue;
    row->missing = true;
    rows.push_back(*std::move(row));
  }
  m_models.sync(std::move(rows));
  m_folders.setCounts(counts);
  m_folders.watch(folders);
}

void ModelShelf::inspected(const FoundModel& file, const ModelFacts& facts) {
  const KnownModel known{file.path.toStdString(), file.bytes, file.changedAt, {}, toJson(facts)};
  m_known.insert(file.path, known);
  m_models.update(file.path, [&](InstalledModel& row) { row.facts = facts; });
  m_doors.storage.submit([known](Stores& stores) { return ModelStore(*stores.database).put_file(known); });
  noteLoaded();
}

/// Once a model is loaded its fingerprint is known, and with it which answers are its own.
void ModelShelf::noteLoaded() {
  const auto& models = m_doors.models;
  const bool ready = models.status() == ModelsViewModel::Ready;
  m_models.setLoaded(ready ? models.path() : QString(), models.status() == ModelsViewModel::Loading ? models.path() : QString());
  const auto& fingerprint = m_doors.inference.fingerprint();
  const auto* row = ready ? m_models.find(models.path()) : nullptr;
  if (!row || fingerprint.empty() || row->fingerprint == fingerprint) return;
  m_models.update(models.path(), [&](InstalledModel& model) { model.fingerprint = fingerprint; });
  if (auto known = m_known.find(models.path()); known != m_known.end()) known->fingerprint = fingerprint;
  m_doors.storage.submit([path = models.path().toStdString(), fingerprint](Stores& stores) {
    return ModelStore(*stores.database).put_fingerprint(path, fingerprint);
  });
  readSpeeds();
}

void ModelShelf::readSpeeds() {
  m_doors.storage.submit(
      this, [](Stores& stores) { return ModelStore(*stores.database).speeds(); },
      [this](const Result<std::map<std::string, ModelSpeed>>& speeds) {
        if (!speeds) return;
        m_speeds = *speeds;
        QStringList paths;
        for (const auto& model : m_models.all()) paths += model.file.path;
        for (const auto& path : paths) {
          m_models.update(path, [&](InstalledModel& row) {
            if (const auto speed = m_speeds.find(row.fingerprint); speed != m_speeds.end()) row.speed = speed->second;
          });
        }
      });
}

void ModelShelf::addFolder(const QUrl& folder) {
  if (!m_folders.add(folder.toLocalFile())) setProblem(tr("This folder is in the list already, or cannot be read."));
}

void ModelShelf::addFile(const QUrl& file) {
  const auto path = QDir::cleanPath(file.toLocalFile());
  if (!QFileInfo::exists(path)) return setProblem(tr("There is no file %1.").arg(path));
  setSetting(path, QStringLiteral("hidden"), {});
  setSetting(path, QStringLiteral("listed"), QStringLiteral("1"));
  rescan();
}

void ModelShelf::setOwnFolder(const QUrl& folder) {
  const auto path = QDir::cleanPath(folder.toLocalFile());
  if (!QFileInfo(path).isWritable()) return setProblem(tr("Eddy may not write in %1.").arg(path));
  m_folders.setOwn(path);
  useOwnFolder(path);
  m_doors.storage.submit([value = path.toStdString()](Stores& stores) { return stores.settings.set(kOwnFolderKey, value); });
  rescan();
}

void ModelShelf::load(const QString& path) { m_doors.models.load(path); }

void ModelShelf::unload() { m_doors.models.unload(); }

void ModelShelf::setWarm(const QString& path, bool warm) {
  const auto value = warm ? path : QString();
  m_models.setWarm(value);
  m_doors.storage.submit([value = value.toStdString()](Stores& stores) {
    return stores.settings.set(ModelsViewModel::kWarmKey, value);
  });
}

void ModelShelf::setRemoved(const QString& path, bool removed) {
  setSetting(path, QStringLiteral("hidden"), removed ? QStringLiteral("1") : QString());
  m_models.update(path, [&](InstalledModel& model) { model.hidden = removed; });
  emit m_view.countChanged();
}

void ModelShelf::deleteFile(const QString& path, bool others) {
  const auto* row = m_models.find(path);
  if (!row || !m_models.index(int(row - m_models.all().data())).data(InstalledModels::DeletableRole).toBool()) return;
  const bool ours = row->file.kind == PlaceKind::Own;
  if (!ours && !others) return;
  const bool gone = !ours ? QFile::moveToTrash(path) : QFileInfo(path).isDir() ? QDir(path).removeRecursively() : QFile::remove(path);
  if (!gone) {
    return setProblem(ours ? tr("%1 could not be deleted; check that you may write in its folder.").arg(path)
                           : tr("%1 could not be put into the bin, so it stays where it is.").arg(path));
  }
  m_known.remove(path);
  m_settings.erase(path.toStdString());
  m_doors.storage.submit([path = path.toStdString()](Stores& stores) { return ModelStore(*stores.database).forget_file(path); });
  rescan();
}

QUrl ModelShelf::folderOf(const QString& path) const { return QUrl::fromLocalFile(QFileInfo(path).absolutePath()); }

QString ModelShelf::setting(const QString& path, const QString& key) const {
  const auto model = m_settings.find(path.toStdString());
  if (model == m_settings.end()) return {};
  const auto value = model->second.find(key.toStdString());
  return value == model->second.end() ? QString() : QString::fromStdString(value->second);
}

void ModelShelf::setSetting(const QString& path, const QString& key, const QString& value) {
  auto& keys = m_settings[path.toStdString()];
  if (value.isEmpty()) keys.erase(key.toStdString());
  else keys[key.toStdString()] = value.toStdString();
  m_doors.storage.submit([path = path.toStdString(), key = key.toStdString(), value = value.toStdString()](Stores& stores) {
    return ModelStore(*stores.database).set(path, key, value);
  });
  emit settingChanged(path, key);
}

void ModelShelf::setProblem(const QString& problem) {
  m_problem = problem;
  emit problemChanged();
}

}  // namespace eddy
