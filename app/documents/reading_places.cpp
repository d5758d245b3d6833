#include "app/documents/reading_places.h"

#include <QLocale>
#include <algorithm>

#include "app/plain_name.h"

namespace eddy {

ReadingPlaces::ReadingPlaces(StorageService& storage, QObject* parent) : QObject(parent), m_storage(storage) {}

QVariantList ReadingPlaces::pages() const {
  QVariantList list;
  for (const int page : m_pages) list += page;
  return list;
}

QString ReadingPlaces::label(int page) const {
  const auto number = [](int one) { return tr("page %1").arg(QLocale().toString(one)); };
  if (m_documents.size() <= 1) return number(page);
  int before = 0;
  for (const auto& document : m_documents) {
    const int pages = pages_counted(document, false);
    const auto name = plainName(QString::fromStdString(document.name));
    if (page == before + pages) return name;
    if (page < before + pages) return tr("%1, %2").arg(name, number(page - before));
    before += pages;
  }
  return number(page);
}

int ReadingPlaces::nearest(int page) const {
  const auto after = std::ranges::upper_bound(m_pages, page);
  return after == m_pages.begin() ? 0 : *std::prev(after);
}

void ReadingPlaces::ask(int page) {
  if (const int kept = nearest(page); kept > 0) emit chatWanted(kept);
}

void ReadingPlaces::show(std::optional<Reading> reading, int page, std::vector<Document> documents) {
  const bool other = !m_reading || !reading || m_reading->id != reading->id;
  m_reading = std::move(reading);
  m_page = page;
  m_documents = std::move(documents);
  if (other) m_pages.clear();
  emit changed();
  refresh();
}

void ReadingPlaces::refresh() {
  if (!m_reading) return;
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
