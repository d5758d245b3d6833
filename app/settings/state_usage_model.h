// Whose saved states take how much, largest first. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QtQml/qqmlregistration.h>
#include <vector>

namespace eddy {

struct StateUsageRow {
  qint64 conversation = 0;  ///< negative: what was read of documents
  QString title;
  double bytes = 0;         // QML has no 64-bit integers
  int snapshots = 0;
  bool kept = false;        ///< the user asked to keep them longest
};

class StateUsageModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.states")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role { ConversationRole = Qt::UserRole + 1, TitleRole, BytesRole, SizeTextRole, SnapshotsRole, KeptRole, ShareRole };

  using QAbstractListModel::QAbstractListModel;
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(m_rows.size()); }
  void show(std::vector<StateUsageRow> rows);

 signals:
  void countChanged();

 private:
  std::vector<StateUsageRow> m_rows;
};

}  // namespace eddy
