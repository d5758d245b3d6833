// The library: documents that are kept, newest first. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/storage/storage_service.h"

namespace eddy {

struct DocumentRow {
  qint64 id = 0;
  QString name;
  QString title;
  QString facts;      ///< "PDF · 12 pages · 1.2 MB"
  QString readBy;     ///< "Read by Starter"; empty while no model has
  QString notice;
  QDateTime addedAt;
  double stateBytes = 0;

  friend bool operator==(const DocumentRow&, const DocumentRow&) = default;
};

/// On the storage thread.
Result<std::vector<DocumentRow>> readLibrary(Stores& stores);

class DocumentListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.documents.library")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role { DocumentIdRole = Qt::UserRole + 1, NameRole, TitleRole, FactsRole, ReadByRole, NoticeRole, AddedAtRole, StateTextRole };

  using QAbstractListModel::QAbstractListModel;
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(m_rows.size()); }
  void show(std::vector<DocumentRow> rows);

 signals:
  void countChanged();

 private:
  std::vector<DocumentRow> m_rows;
};

}  // namespace eddy
