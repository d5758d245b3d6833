#include "app/chat/late_item.h"

#include <QQmlContext>
#include <QQmlInfo>
#include <algorithm>
#include <vector>

#include "app/desktop/spread_deletion.h"
#include "app/desktop/steady_incubation.h"

namespace eddy {
namespace {

/// What puts its children under one another does so before the next frame: here at once, from the inside out, since a height is wanted.
void layOut(QQuickItem& item) {
  const auto children = item.childItems();
  for (auto* child : children) layOut(*child);
  if (item.inherits("QQuickBasePositioner") || item.inherits("eddy::LongColumn")) item.ensurePolished();
}

}  // namespace

/// Who waits for its content. One is made at a time, since half of two is nothing to look at.
class LateItem::Queue : public QObject {
 public:
  static Queue& instance() {
    static Queue one;
    return one;
  }
  void add(LateItem* item) {
    m_waiting.push_back(item);
    // Not now: the list has yet to say where it stands.
    QMetaObject::invokeMethod(this, [this] { next(); }, Qt::QueuedConnection);
  }
  void remove(LateItem* item) {
    std::erase(m_waiting, item);
    if (m_current != item) return;
    m_current = nullptr;
    next();
  }

 private:
  void next() {
    if (m_current || m_waiting.empty()) return;
    const auto distance = [](const LateItem* item) { return item->m_place ? item->m_place->distanceTo(*item) : 0; };
    std::vector<double> distances(m_waiting.size());
    std::transform(m_waiting.begin(), m_waiting.end(), distances.begin(), distance);
    const auto nearest = m_waiting.begin() + (std::min_element(distances.begin(), distances.end()) - distances.begin());
    m_current = *nearest;
    m_waiting.erase(nearest);
    if (m_current->make(QQmlIncubator::Asynchronous)) return;
    m_current = nullptr;
    next();
  }

  std::vector<LateItem*> m_waiting;
  LateItem* m_current = nullptr;
};

LateItem::LateItem(QQuickItem* parent) : QQuickItem(parent) {}

LateItem::~LateItem() {
  stop();
  if (!m_item) return;
  if (!m_window) {
    delete m_item;
    return;
  }
  m_item->setParentItem(nullptr);
  m_item->setParent(m_window);
  SpreadDeletion::later(m_item);
}

void LateItem::itemChange(ItemChange change, const ItemChangeData& data) {
  if (change == ItemSceneChange && data.window) m_window = data.window;
  if (change == ItemParentHasChanged && !data.item) stop();
  QQuickItem::itemChange(change, data);
}

/// Contents grow by themselves too: blocks of a long message come after it.
void LateItem::geometryChange(const QRectF& now, const QRectF& before) {
  QQuickItem::geometryChange(now, before);
  if (m_item && !m_filling && m_place && now.height() != before.height() && m_place->expectMove(*this)) polish();
}

void LateItem::updatePolish() {
  if (m_place) m_place->undoMove();
}

void LateItem::stop() {
  if (m_maker && m_maker->isLoading()) {
    m_maker->clear();  // takes along what is made already; a maker that just goes would leave it, alive and without a row
    m_maker.reset();
  }
  Queue::instance().remove(this);
}

void LateItem::componentComplete() {
  QQuickItem::componentComplete();
  m_ahead = SteadyIncubation::isWorking();
  if (m_ahead) make(QQmlIncubator::AsynchronousIfNested);
  else Queue::instance().add(this);
}

bool LateItem::make(QQmlIncubator::IncubationMode mode) {
  auto* context = m_content ? m_content->creationContext() : nullptr;
  if (!context || !context->isValid() || (m_source && !m_source->hasIndex(m_row, 0))) return false;
  m_maker = std::make_unique<Maker>(*this, mode);
  m_maker->setInitialProperties(facts());
  if (m_source) connect(m_source, &QAbstractItemModel::dataChanged, this, &LateItem::hear);
  m_content->create(*m_maker, context);
  return true;
}

QVariant LateItem::fact(int role) const { return m_source->data(m_source->index(m_row, 0), role); }

QVariantMap LateItem::facts() const {
  QVariantMap all;
  if (!m_source || m_facts.isEmpty()) return all;
  const auto names = m_source->roleNames();
  for (auto role = names.cbegin(); role != names.cend(); ++role) {
    const auto name = QString::fromLatin1(role.value());
    if (m_facts.contains(name)) all.insert(name, fact(role.key()));
  }
  return all;
}

void LateItem::hear(const QModelIndex& first, const QModelIndex& last, const QList<int>& roles) {
  if (m_row < first.row() || m_row > last.row()) return;
  const auto changed = roles.isEmpty() ? m_source->roleNames().keys() : roles;
  if (m_item) tell(changed);
  else m_missed.unite({changed.begin(), changed.end()});
}

void LateItem::tell(const QList<int>& roles) {
  if (m_row < 0 || roles.isEmpty()) return;
  const auto names = m_source->roleNames();
  for (const int role : roles) {
    const auto name = names.value(role);
    if (m_facts.contains(QLatin1String(name))) m_item->setProperty(name, fact(role));
  }
}

void LateItem::Maker::setInitialState(QObject* object) { QQmlEngine::setObjectOwnership(object, QQmlEngine::CppOwnership); }

void LateItem::Maker::statusChanged(Status status) {
  if (status == Error && m_owner.m_content->creationContext()->isValid()) qmlWarning(&m_owner, errors());
  if (status == Ready) m_owner.take(qobject_cast<QQuickItem*>(object()));
  if (status == Error || status == Ready) Queue::instance().remove(&m_owner);
}

void LateItem::take(QQuickItem* item) {
  if (!item) return;
  const SteadyIncubation::Rest rest;  // rows that the list makes now wait for their turn
  if (m_place && !m_ahead) m_place->keep(*this, [&] { fill(item); });
  else fill(item);
  emit filled();
}

void LateItem::fill(QQuickItem* item) {
  m_filling = true;
  m_item = item;
  tell(m_missed.values());
  item->setParentItem(this);
  layOut(*item);
  emit itemChanged();
  m_filling = false;
}

}  // namespace eddy
