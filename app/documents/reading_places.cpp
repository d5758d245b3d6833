#include "app/documents/reading_places.h"

#include <algorithm>

namespace eddy {

ReadingPlaces::ReadingPlaces(StorageService& storage, QObject* parent) : QObject(parent), m_storage(storage) {}

QVariantList ReadingPlaces::pages() const {
  QVariantList list;
  for (const int page : m_pages) list += page;
  return list;
}

int ReadingPlaces::nearest(int page) const {
  const auto after = std::ranges::upper_bound(m_pages, page);
  return after == m_pages.begin() ? 0 : *std::prev(after);
}

void ReadingPlaces::ask(int page) {
  if (const int kept = nearest(page); kept > 0) emit chatWanted(kept);
}

void ReadingPlaces::show(std::optional<Reading> reading, int page) {
  const bool other = !m_reading || !reading || m_reading->id != reading->id;
  m_reading = std::move(reading);
  m_page = page;
  if (other) m_pages.clear();
  emit changed();
  refresh();
}

void ReadingPlaces::refresh() {
  if (!m_reading || m_reading->documents.size() != 1) return;
  m_storage.submit(
      this, [id = m_reading->id](Stores& stores) { return stores.documents.places(id); },
      [this, id = m_reading->id](const Result<std::vector<ReadingPlace>>& places) {
        if (!places || !m_reading || m_reading->id != id) return;
        m_pages.clear();
        for (const auto& place : *places) m_pages.push_back(place.page);
        emit changed();
      });
}

}  // namespace eddy
