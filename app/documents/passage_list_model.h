// The text of the document in the preview, passage by passage, fetched as it is looked at. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>
#include <map>
#include <set>

#include "app/storage/storage_service.h"

namespace eddy {

class PassageListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.documents.preview")
  Q_PROPERTY(qint64 documentId READ documentId NOTIFY documentChanged)
  Q_PROPERTY(QString title READ title NOTIFY documentChanged)
  Q_PROPERTY(int highlighted READ highlighted NOTIFY highlightedChanged)
  Q_PROPERTY(int highlightedEnd READ highlightedEnd NOTIFY highlightedChanged)

 public:
  enum Role { PassageTextRole = Qt::UserRole + 1, PageRole, HeadingRole, KindRole, StartsPageRole, StartsSectionRole };
  enum Kind { Text, Table, Code };
  Q_ENUM(Kind)

  explicit PassageListModel(StorageService& storage, QObject* parent = nullptr);
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  qint64 documentId() const { return m_document; }
  QString title() const { return m_title; }
  int highlighted() const { return m_highlighted; }        ///< rows; -1 when none is
  int highlightedEnd() const { return m_highlightedEnd; }

  /// Shows a document with the passages [first, last] marked; 0 shows nothing.
  void open(qint64 document, int first, int last);

 signals:
  void documentChanged();
  /// Also when the same rows are asked for again: the view goes there.
  void highlightedChanged();

 private:
  void fetch(int block) const;
  const Passage* passageAt(int row) const;

  StorageService& m_storage;
  qint64 m_document = 0;
  QString m_title;
  int m_count = 0;
  int m_highlighted = -1;
  int m_highlightedEnd = -1;
  mutable std::map<int, std::vector<StoredPassage>> m_blocks;
  mutable std::set<int> m_asked;
};

}  // namespace eddy
