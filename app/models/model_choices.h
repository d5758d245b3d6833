// The models on this computer as one chooses among them: the one in use, those used lately, others that run, those that cannot.
// GUI thread only.
#pragma once

#include <QSortFilterProxyModel>
#include <QtQml/qqmlregistration.h>

#include "app/models/installed_models.h"

namespace eddy {

class ModelsViewModel;

class ModelChoices : public QSortFilterProxyModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("App.shelf.choices")
  Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(int total READ total NOTIFY countChanged)

 public:
  ModelChoices(InstalledModels& models, ModelsViewModel& used, QObject* parent = nullptr);

  QString search() const { return m_search; }
  void setSearch(const QString& search);
  int count() const { return rowCount(); }
  /// Whatever is searched for, without those removed from the list.
  int total() const;

 signals:
  void searchChanged();
  void countChanged();

 protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
  bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  int rankOf(int row) const;

  InstalledModels& m_models;
  ModelsViewModel& m_used;
  QString m_search;
};

}  // namespace eddy
