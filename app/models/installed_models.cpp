#include "app/models/installed_models.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLocale>

#include "app/errors/error_text.h"
#include "app/plain_name.h"

namespace eddy {
namespace {

QString nameOf(const InstalledModel& model) {
  if (model.starter) return InstalledModels::tr("Starter");
  if (!model.file.name.isEmpty()) return plainName(model.file.name);
  if (!model.facts.info.name.empty()) return plainName(QString::fromStdString(model.facts.info.name));
  return plainName(QFileInfo(model.file.path).fileName());
}

InstalledModels::Status statusOf(const InstalledModel& model) {
  if (model.missing) return InstalledModels::Missing;
  if (!model.facts.looked) return InstalledModels::Looking;
  return model.facts.info.runnable ? InstalledModels::Runnable : InstalledModels::CannotRun;
}

QString sourceOf(const InstalledModel& model) {
  if (model.starter) return InstalledModels::tr("Comes with Eddy");
  if (model.file.kind == PlaceKind::Own) return InstalledModels::tr("Downloaded or made with Eddy");
  const auto program = programOf(model.file.kind);
  return program.isEmpty() ? InstalledModels::tr("Your file") : InstalledModels::tr("Of %1").arg(program);
}

QString stateOf(const ModelInfo& info) {
  if (info.state_bytes <= 0 && info.kv_bytes_per_token <= 0) return {};
  if (info.kv_bytes_per_token <= 0) return InstalledModels::tr("%1 a chat, however long").arg(bytesText(info.state_bytes));
  return InstalledModels::tr("%1 a chat and %2 a token").arg(bytesText(info.state_bytes), bytesText(info.kv_bytes_per_token));
}

QString speedOf(const ModelSpeed& speed) {
  if (speed.answers == 0) return {};
  if (speed.answers == 1) return speedText(speed.last);
  return InstalledModels::tr("%1 last, %2 typically").arg(speedText(speed.last), speedText(speed.median));
}

bool canBeMadeSmaller(const InstalledModel& model) {
  if (model.missing || !model.facts.info.runnable || model.facts.info.weight_formats.empty()) return false;
  const auto& format = model.facts.info.weight_formats.front().first;
  return format == "F16" || format == "BF16" || format == "F32";
}

/// Ollama and the hub's cache share files between models: only their own programs can delete one.
bool canBeDeleted(const InstalledModel& model) {
  return !model.starter && !model.missing && model.file.kind != PlaceKind::Ollama && model.file.kind != PlaceKind::HuggingFace;
}

}  // namespace

int InstalledModels::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_models.size());
}

QString InstalledModels::whyOf(const InstalledModel& model) const {
  if (model.missing) return tr("Its folder is not there now: perhaps on a drive that was taken out.");
  if (!model.facts.looked || model.facts.info.runnable) return {};
  const auto words = describe(model.facts.code);
  return tr("%1. %2").arg(words.title, words.explanation);
}

QVariant InstalledModels::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& model = m_models[static_cast<std::size_t>(index.row())];
  const auto& info = model.facts.info;
  switch (role) {
    case PathRole: return model.file.path;
    case Qt::DisplayRole:
    case NameRole: return nameOf(model);
    case FactsRole: return info.architecture.empty() ? bytesText(model.file.bytes) : factsText(info);
    case DetailsRole: return QString::fromStdString(info.description);
    case StatusRole: return statusOf(model);
    case WhyRole: return whyOf(model);
    case WhyDetailRole: return model.missing ? model.file.path : QString::fromStdString(info.why_not);
    case FitRole: return info.runnable ? static_cast<int>(fitOf(info.memory_bytes, m_memory)) : FitUnknown;
    case MemoryRole:
      if (!info.runnable || info.memory_bytes <= 0) return QString();
      if (fitOf(info.memory_bytes, m_memory) == MemoryFit::Unknown) return bytesText(info.memory_bytes);
      return tr("%1: %2").arg(bytesText(info.memory_bytes), fitText(fitOf(info.memory_bytes, m_memory)));
    case NeedsRole: return needsText(info);
    case StateRole: return stateOf(info);
    case SpeedRole: return speedOf(model.speed);
    case DateRole: return QLocale().toString(QDateTime::fromMSecsSinceEpoch(model.file.changedAt).date(), QLocale::ShortFormat);
    case SourceRole: return sourceOf(model);
    case LoadedRole: return !m_loaded.isEmpty() && model.file.path == m_loaded;
    case LoadingRole: return !m_loading.isEmpty() && model.file.path == m_loading;
    case WarmRole: return !m_warm.isEmpty() && model.file.path == m_warm;
    case OursRole: return model.file.kind == PlaceKind::Own;
    case DeletableRole: return canBeDeleted(model) && model.file.path != m_loaded && model.file.path != m_loading;
    case QuantisableRole: return canBeMadeSmaller(model);
    case StarterRole: return model.starter;
    case HiddenRole: return model.hidden;
    default: return {};
  }
}

QHash<int, QByteArray> InstalledModels::roleNames() const {
  return {{PathRole, "path"}, {NameRole, "name"}, {FactsRole, "facts"}, {DetailsRole, "details"}, {StatusRole, "status"},
          {WhyRole, "why"}, {WhyDetailRole, "whyDetail"}, {FitRole, "fit"}, {MemoryRole, "memory"}, {NeedsRole, "needs"},
          {StateRole, "stateText"}, {SpeedRole, "speed"}, {DateRole, "date"}, {SourceRole, "source"}, {LoadedRole, "loaded"},
          {LoadingRole, "loading"}, {WarmRole, "warm"}, {OursRole, "ours"}, {DeletableRole, "deletable"},
          {QuantisableRole, "quantisable"}, {StarterRole, "starter"}, {HiddenRole, "removed"}};
}

const InstalledModel* InstalledModels::find(const QString& path) const {
  const auto found = std::find_if(m_models.begin(), m_models.end(), [&](const auto& model) { return model.file.path == path; });
  return found == m_models.end() ? nullptr : &*found;
}

void InstalledModels::sync(std::vector<InstalledModel> models) {
  const auto has = [](const std::vector<InstalledModel>& list, const QString& path) {
    return std::any_of(list.begin(), list.end(), [&](const auto& model) { return model.file.path == path; });
  };
  for (int row = rowCount() - 1; row >= 0; --row) {
    if (has(models, m_models[static_cast<std::size_t>(row)].file.path)) continue;
    beginRemoveRows({}, row, row);
    m_models.erase(m_models.begin() + row);
    endRemoveRows();
  }
  for (auto& model : models) {
    const auto path = model.file.path;
    if (has(m_models, path)) {
      update(path, [&](InstalledModel& old) { old = std::move(model); });
    } else {
      beginInsertRows({}, rowCount(), rowCount());
      m_models.push_back(std::move(model));
      endInsertRows();
    }
  }
}

void InstalledModels::update(const QString& path, const std::function<void(InstalledModel&)>& change) {
  for (int row = 0; row < rowCount(); ++row) {
    auto& model = m_models[static_cast<std::size_t>(row)];
    if (model.file.path != path) continue;
    change(model);
    emit dataChanged(index(row), index(row));
    return;
  }
}

void InstalledModels::changedAll() {
  if (!m_models.empty()) emit dataChanged(index(0), index(rowCount() - 1));
}

void InstalledModels::setMemory(const MachineMemory& memory) {
  m_memory = memory;
  changedAll();
}

void InstalledModels::setLoaded(const QString& loaded, const QString& loading) {
  if (m_loaded == loaded && m_loading == loading) return;
  m_loaded = loaded;
  m_loading = loading;
  changedAll();
}

void InstalledModels::setWarm(const QString& path) {
  m_warm = path;
  changedAll();
}

InstalledView::InstalledView(InstalledModels& models, QObject* parent) : QSortFilterProxyModel(parent), m_models(models) {
  setSourceModel(&models);
  setDynamicSortFilter(true);
  sort(0);
  for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
    connect(this, signal, this, &InstalledView::countChanged);
  connect(&models, &QAbstractItemModel::dataChanged, this, &InstalledView::countChanged);
}

int InstalledView::total() const {
  return static_cast<int>(std::count_if(m_models.all().begin(), m_models.all().end(), [](const auto& m) { return !m.hidden; }));
}

void InstalledView::setOrder(Order order) {
  m_order = order;
  invalidate();
  emit viewChanged();
}

void InstalledView::setKind(Kind kind) {
  m_kind = kind;
  invalidateFilter();
  emit viewChanged();
  emit countChanged();
}

void InstalledView::setSearch(const QString& search) {
  m_search = search.trimmed();
  invalidateFilter();
  emit viewChanged();
  emit countChanged();
}

bool InstalledView::filterAcceptsRow(int row, const QModelIndex&) const {
  const auto& model = m_models.all()[static_cast<std::size_t>(row)];
  const auto& info = model.facts.info;
  if (model.hidden != (m_kind == Removed)) return false;
  if (m_kind == ThatRun && !info.runnable) return false;
  if (m_kind == ThatCannot && (info.runnable || !model.facts.looked)) return false;
  if (m_kind == Recurrent && (!info.runnable || info.kv_bytes_per_token > 0)) return false;
  if (m_kind == Hybrid && (!info.runnable || info.kv_bytes_per_token <= 0)) return false;
  if (m_search.isEmpty()) return true;
  const auto index = m_models.index(row);
  for (const int role : {InstalledModels::NameRole, InstalledModels::FactsRole, InstalledModels::SourceRole, InstalledModels::PathRole})
    if (index.data(role).toString().contains(m_search, Qt::CaseInsensitive)) return true;
  return false;
}

bool InstalledView::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  const auto& a = m_models.all()[static_cast<std::size_t>(left.row())];
  const auto& b = m_models.all()[static_cast<std::size_t>(right.row())];
  if (m_order == BySize && a.file.bytes != b.file.bytes) return a.file.bytes > b.file.bytes;
  if (m_order == BySpeed && a.speed.median != b.speed.median) return a.speed.median > b.speed.median;
  if (m_order == ByDate && a.file.changedAt != b.file.changedAt) return a.file.changedAt > b.file.changedAt;
  return QString::localeAwareCompare(nameOf(a), nameOf(b)) < 0;
}

}  // namespace eddy
