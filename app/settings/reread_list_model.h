// What was read again, newest first: of one message, or of all. GUI thread only.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QtQml/qqmlregistration.h>
#include <vector>

#include "app/storage/reread_log.h"

namespace eddy {

class RereadListModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.states")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  /// What would prevent it the next time.
  enum Remedy { NoRemedy, RaiseBudget, KeepChat, KeepModel, OpenDataFolder };
  Q_ENUM(Remedy)
  enum Role { TitleRole = Qt::UserRole + 1, WhatRole, WhenRole, RemedyRole, RemedyTextRole, RemedyDoneRole };

  struct Row {
    Reread reread;
    bool remedyDone = false;
  };

  using QAbstractListModel::QAbstractListModel;
  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;
  int count() const { return static_cast<int>(m_rows.size()); }
  void show(std::vector<Row> rows);
  const Reread& at(int row) const { return m_rows[static_cast<std::size_t>(row)].reread; }

  static Remedy remedyOf(const Reread& reread);

 signals:
  void countChanged();

 private:
  std::vector<Row> m_rows;
};

}  // namespace eddy
