#include "app/chat/gradual_rows.h"

#include <QQuickItem>

namespace eddy {

GradualRows::GradualRows(QObject* parent) : QAbstractListModel(parent) {
  m_timer.setInterval(kPause);
  connect(&m_timer, &QTimer::timeout, this, &GradualRows::more);
}

void GradualRows::setSource(QAbstractItemModel* source) {
  if (source == m_source) return;
  if (m_source) m_source->disconnect(this);
  beginResetModel();
  m_source = source;
  m_limit = kMost;
  m_shown = std::min(sourceRows(), m_first);
  endResetModel();
  if (source) {
    connect(source, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex&, int first, int last) { inserted(first, last); });
    connect(source, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex&, int first, int last) { removed(first, last); });
    connect(source, &QAbstractItemModel::rowsRemoved, this, &GradualRows::more);
    connect(source, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(source, &QAbstractItemModel::modelReset, this, [this] {
      m_shown = atOnce();
      endResetModel();
      more();
    });
    connect(source, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& from, const QModelIndex& to, const QList<int>& roles) {
      if (from.row() < m_shown) emit dataChanged(index(from.row()), index(std::min(to.row(), m_shown - 1)), roles);
    });
    connect(source, &QObject::destroyed, this, [this] {
      beginResetModel();
      m_shown = 0;
      endResetModel();
    });
  }
  emit sourceChanged();
  more();
}

QVariant GradualRows::data(const QModelIndex& index, int role) const {
  if (!m_source || !checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  return m_source->data(m_source->index(index.row(), 0), role);
}

QHash<int, QByteArray> GradualRows::roleNames() const { return m_source ? m_source->roleNames() : QHash<int, QByteArray>(); }

/// What is still being made can wait. What waits to be deleted must make nothing more: the names that it would be made with may go in the middle
/// of it, when the script's garbage is collected.
bool GradualRows::isInWindow() const {
  for (const QObject* object = parent(); object; object = object->parent()) {
    if (const auto* item = qobject_cast<const QQuickItem*>(object)) return item->window();
  }
  return true;  // of no item
}

int GradualRows::atOnce() const { return isInWindow() ? std::min(sourceRows(), m_first) : 0; }

/// Only at the end, as a text grows.
void GradualRows::inserted(int first, int last) {
  if (first < m_shown) {  // in the middle: all anew
    beginResetModel();
    m_shown = atOnce();
    endResetModel();
  } else if (first == m_shown && isInWindow()) {
    show(std::min({last + 1, wanted(), std::max(m_first, m_shown + m_step)}));
  }
  if (!m_timer.isActive() && !isComplete()) m_timer.start();
  emit completeChanged();
}

void GradualRows::removed(int first, int last) {
  if (first >= m_shown) return;
  const int end = std::min(last, m_shown - 1);
  beginRemoveRows({}, first, end);
  m_shown -= end - first + 1;
  endRemoveRows();
}

void GradualRows::more() {
  const int all = wanted();
  if (isInWindow()) {
    if (m_shown < std::min(all, m_first)) show(std::min(all, m_first));
    else if (sender() == &m_timer) show(std::min(all, m_shown + m_step));
  }
  if (m_shown == all) m_timer.stop();
  else if (!m_timer.isActive()) m_timer.start();
  emit completeChanged();
}

void GradualRows::showMore() {
  m_limit += kMost;
  more();
}

void GradualRows::show(int rows) {
  if (rows <= m_shown) return;
  beginInsertRows({}, m_shown, rows - 1);
  m_shown = rows;
  endInsertRows();
}

}  // namespace eddy
