#include "app/documents/document_selection.h"

#include <algorithm>

namespace eddy {

QVariantList DocumentSelection::ids() const {
  QVariantList list;
  for (const auto id : m_ids) list += static_cast<double>(static_cast<qint64>(id));
  return list;
}

void DocumentSelection::toggle(qint64 document, const QString& name) {
  if (std::ranges::find(m_ids, DocumentId{document}) != m_ids.end()) return remove(document);
  m_ids.push_back(DocumentId{document});
  m_names += name;
  emit changed();
}

void DocumentSelection::moveEarlier(int place) {
  if (place < 1 || place >= count()) return;
  std::swap(m_ids[static_cast<std::size_t>(place)], m_ids[static_cast<std::size_t>(place) - 1]);
  m_names.swapItemsAt(place, place - 1);
  emit changed();
}

void DocumentSelection::clear() {
  m_ids.clear();
  m_names.clear();
  emit changed();
}

void DocumentSelection::read() {
  if (m_ids.empty()) return;
  const auto chosen = m_ids;
  clear();
  emit chatWanted(chosen);
}

void DocumentSelection::remove(qint64 document) {
  const auto found = std::ranges::find(m_ids, DocumentId{document});
  if (found == m_ids.end()) return;
  m_names.removeAt(found - m_ids.begin());
  m_ids.erase(found);
  emit changed();
}

}  // namespace eddy
