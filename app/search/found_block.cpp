#include "app/search/found_block.h"

namespace eddy {

FoundBlock::FoundBlock(QObject* parent) : QObject(parent) { connect(this, &FoundBlock::placeChanged, this, &FoundBlock::look); }

void FoundBlock::setFind(FindInChat* find) {
  if (find == m_find) return;
  if (m_find) m_find->disconnect(this);
  m_find = find;
  if (find) {
    connect(find, &FindInChat::currentChanged, this, &FoundBlock::look);
    connect(find, &FindInChat::activeChanged, this, &FoundBlock::look);
  }
  emit findChanged();
  look();
}

bool FoundBlock::isCurrent() const {
  const auto* place = m_find ? m_find->current() : nullptr;
  return place && static_cast<double>(place->message) == m_messageId && place->block == m_block;
}

int FoundBlock::currentNth() const { return isCurrent() ? m_find->current()->nth : -1; }

void FoundBlock::look() {
  if (!m_find || !m_find->active()) return setWanted(false);
  if (!isCurrent()) return;
  setWanted(true);
  emit arrived();
}

void FoundBlock::setWanted(bool wanted) {
  if (wanted == m_wanted) return;
  m_wanted = wanted;
  emit wantedChanged();
}

}  // namespace eddy
