#include "app/models/model_choices.h"

#include <algorithm>

#include "app/models/models_view_model.h"

namespace eddy {

ModelChoices::ModelChoices(InstalledModels& models, ModelsViewModel& used, QObject* parent)
    : QSortFilterProxyModel(parent), m_models(models), m_used(used) {
  setSourceModel(&models);
  setDynamicSortFilter(true);
  sort(0);
  for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
    connect(this, signal, this, &ModelChoices::countChanged);
  connect(&models, &QAbstractItemModel::dataChanged, this, &ModelChoices::countChanged);
  connect(&used, &ModelsViewModel::recentChanged, this, [this] { invalidate(); });
}

void ModelChoices::setSearch(const QString& search) {
  if (search == m_search) return;
  m_search = search;
  invalidateFilter();
  emit searchChanged();
  emit countChanged();
}

int ModelChoices::total() const {
  return static_cast<int>(std::count_if(m_models.all().begin(), m_models.all().end(), [](const auto& model) { return !model.hidden; }));
}

bool ModelChoices::filterAcceptsRow(int row, const QModelIndex&) const {
  const auto index = m_models.index(row);
  if (index.data(InstalledModels::HiddenRole).toBool()) return false;
  const auto words = m_search.trimmed();
  if (words.isEmpty()) return true;
  const auto has = [&](int role) { return index.data(role).toString().contains(words, Qt::CaseInsensitive); };
  const auto roles = {InstalledModels::NameRole, InstalledModels::FactsRole, InstalledModels::SourceRole, InstalledModels::PathRole};
  return std::any_of(roles.begin(), roles.end(), has);
}

/// Small numbers stand first.
int ModelChoices::rankOf(int row) const {
  const auto index = m_models.index(row);
  const auto recent = m_used.recent();
  const auto used = recent.indexOf(index.data(InstalledModels::PathRole).toString());
  const auto status = index.data(InstalledModels::StatusRole).toInt();
  const bool able = status == InstalledModels::Runnable || status == InstalledModels::Looking;
  if (index.data(InstalledModels::LoadedRole).toBool()) return -1;
  const auto others = static_cast<int>(recent.size());
  return !able ? others + 1 : used >= 0 ? static_cast<int>(used) : others;
}

bool ModelChoices::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  const int a = rankOf(left.row()), b = rankOf(right.row());
  if (a != b) return a < b;
  return QString::localeAwareCompare(left.data(InstalledModels::NameRole).toString(), right.data(InstalledModels::NameRole).toString()) < 0;
}

}  // namespace eddy
