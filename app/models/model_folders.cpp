#include "app/models/model_folders.h"

#include <QDir>
#include <QFileInfo>

namespace eddy {
namespace {

constexpr int kSettleTime = 1200;       // milliseconds
constexpr int kMostWatched = 400;       // the system has few watches to give

/// The folder, or where it would have to come back.
QString nearestThere(QString path) {
  while (!QFileInfo(path).isDir()) {
    const auto up = QFileInfo(path).absolutePath();
    if (up == path) return {};
    path = up;
  }
  return path;
}

}  // namespace

ModelFolders::ModelFolders(StorageService& storage, QObject* parent) : QAbstractListModel(parent), m_storage(storage) {
  m_settle.setSingleShot(true);
  m_settle.setInterval(kSettleTime);
  connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
  connect(&m_settle, &QTimer::timeout, this, [this] {
    emit dataChanged(index(0), index(rowCount() - 1), {ThereRole});
    emit contentsChanged();
  });
}

int ModelFolders::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QVariant ModelFolders::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case PathRole: return row.place.path;
    case Qt::DisplayRole:
    case TitleRole:
      if (row.place.kind == PlaceKind::Own) return tr("Eddy's own folder");
      return row.place.kind == PlaceKind::Added ? QFileInfo(row.place.path).fileName() : programOf(row.place.kind);
    case UsedRole: return row.used;
    case ThereRole: return row.place.kind == PlaceKind::Own || QFileInfo(row.place.path).isDir();
    case RemovableRole: return row.place.kind == PlaceKind::Added;
    case ModelsRole: return row.models;
    default: return {};
  }
}

QHash<int, QByteArray> ModelFolders::roleNames() const {
  return {{PathRole, "path"}, {TitleRole, "title"}, {UsedRole, "used"},
          {ThereRole, "there"}, {RemovableRole, "removable"}, {ModelsRole, "models"}};
}

void ModelFolders::start(const QString& own, std::vector<ModelPlace> found, const std::vector<ModelFolder>& stored) {
  m_own = own;
  insert({{PlaceKind::Own, own}});
  const auto wish = [&](const QString& path) {
    return std::find_if(stored.begin(), stored.end(), [&](const auto& f) { return QString::fromStdString(f.path) == path; });
  };
  for (const auto& folder : stored) {
    if (folder.added) insert({{PlaceKind::Added, QString::fromStdString(folder.path)}, folder.used});
  }
  for (auto& place : found) {
    const auto known = wish(place.path);
    if (!has(place.path)) insert({place, known == stored.end() || known->used});
  }
}

void ModelFolders::setOwn(const QString& own) {
  m_own = own;
  const int row = rowOf(own);
  if (row > 0) {  // it was in the list under another kind
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
  }
  m_rows.front().place.path = own;
  emit dataChanged(index(0), index(0));
  emit foldersChanged();
}

void ModelFolders::insert(Row row) {
  beginInsertRows({}, rowCount(), rowCount());
  m_rows.push_back(std::move(row));
  endInsertRows();
  emit foldersChanged();
}

std::vector<ModelPlace> ModelFolders::inUse() const {
  std::vector<ModelPlace> places;
  for (const auto& row : m_rows) {
    if (row.used) places.push_back(row.place);
  }
  return places;
}

int ModelFolders::rowOf(const QString& path) const {
  for (std::size_t row = 0; row < m_rows.size(); ++row) {
    if (m_rows[row].place.path == path) return static_cast<int>(row);
  }
  return -1;
}

bool ModelFolders::has(const QString& path) const { return rowOf(path) >= 0; }

void ModelFolders::setCounts(const QHash<QString, int>& counts) {
  for (auto& row : m_rows) row.models = counts.value(row.place.path);
  if (!m_rows.empty()) emit dataChanged(index(0), index(rowCount() - 1), {ModelsRole, ThereRole});
}

void ModelFolders::watch(const QStringList& searched) {
  QStringList wanted = searched.mid(0, kMostWatched);
  for (const auto& place : inUse()) {
    const auto there = nearestThere(place.path);
    if (there.isEmpty()) continue;
    wanted += there;
    // That a folder itself is renamed only the one around it tells. Ours stays, and around it much goes on.
    if (place.kind != PlaceKind::Own && there == place.path) wanted += QFileInfo(there).absolutePath();
  }
  wanted.removeDuplicates();
  if (const auto old = m_watcher.directories(); !old.isEmpty()) m_watcher.removePaths(old);
  if (!wanted.isEmpty()) m_watcher.addPaths(wanted);
}

bool ModelFolders::add(const QString& path) {
  const auto clean = QDir::cleanPath(path);
  if (has(clean) || !QFileInfo(clean).isDir()) return false;
  insert({{PlaceKind::Added, clean}});
  keep(m_rows.back());
  emit contentsChanged();
  return true;
}

void ModelFolders::remove(const QString& path) {
  const int row = rowOf(path);
  if (row < 0 || m_rows[static_cast<std::size_t>(row)].place.kind != PlaceKind::Added) return;
  beginRemoveRows({}, row, row);
  m_rows.erase(m_rows.begin() + row);
  endRemoveRows();
  m_storage.submit([path = path.toStdString()](Stores& stores) { return ModelStore(*stores.database).remove_folder(path); });
  emit foldersChanged();
  emit contentsChanged();
}

void ModelFolders::setUsed(const QString& path, bool used) {
  const int row = rowOf(path);
  if (row < 0 || m_rows[static_cast<std::size_t>(row)].used == used) return;
  m_rows[static_cast<std::size_t>(row)].used = used;
  emit dataChanged(index(row), index(row), {UsedRole});
  keep(m_rows[static_cast<std::size_t>(row)]);
  emit contentsChanged();
}

void ModelFolders::keep(const Row& row) {
  const ModelFolder folder{row.place.path.toStdString(), row.place.kind == PlaceKind::Added, row.used};
  m_storage.submit([folder](Stores& stores) { return ModelStore(*stores.database).put_folder(folder); });
}

}  // namespace eddy
