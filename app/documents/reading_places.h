// Pages of the shown chat's documents as of which they can be asked: the state was kept there while they were read. Pages are
// counted through all documents of the chat. GUI thread only.
#pragma once

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include "app/storage/storage_service.h"

namespace eddy {

class ReadingPlaces : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.documents.places")
  Q_PROPERTY(QVariantList pages READ pages NOTIFY changed)
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(int page READ page NOTIFY changed)

 public:
  explicit ReadingPlaces(StorageService& storage, QObject* parent = nullptr);

  QVariantList pages() const;
  int count() const { return static_cast<int>(m_pages.size()); }
  /// As of which the shown chat asks; 0: the whole document.
  int page() const { return m_page; }

  /// "page 12"; among several documents "letter.pdf, page 2", or the name alone where its end is meant.
  Q_INVOKABLE QString label(int page) const;
  /// The last page up to `page` whose state is kept; 0 when there is none.
  Q_INVOKABLE int nearest(int page) const;
  /// A new chat that knows the document up to nearest(page).
  Q_INVOKABLE void ask(int page);

  void show(std::optional<Reading> reading, int page, std::vector<Document> documents);
  /// After another place was kept.
  void refresh();

 signals:
  void changed();
  void chatWanted(int page);

 private:
  StorageService& m_storage;
  std::optional<Reading> m_reading;
  std::vector<Document> m_documents;
  std::vector<int> m_pages;
  int m_page = 0;
};

}  // namespace eddy
